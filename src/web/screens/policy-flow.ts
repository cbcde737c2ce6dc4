import { chart } from '../../domain/policy/flowchart/chart.ts'
import { layOut } from '../../domain/policy/flowchart/layout.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { flowchartFigure } from '../html/flowchart.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'

/** The flowchart, drawn from the policy itself, and the same as a list. Source: HV-4. */
export function policyFlow(policy: Policy): Html {
  const drawn = chart(policy)
  return html`<div class="c-policy__flow">${heading(2, 'Flowchart', { classes: 'govuk-heading-m', id: 'flowchart' })}${flowchartFigure((width) => layOut(drawn, width))}</div>`
}
