import { flowchartWidths, type Layout } from '../../domain/policy/flowchart/layout.ts'
import { type FlowItem, flowchartList } from '../../domain/policy/flowchart/list.ts'
import { sheets } from '../../domain/policy/flowchart/pages.ts'
import { flowchartSvg } from '../../domain/policy/flowchart/svg.ts'
import { details } from './details.ts'
import { type Html, html, raw } from './html.ts'
import { link } from './link.ts'

/** A flowchart in both widths, of which the page shows the one that fits, and the same as a list. */
export function flowchartFigure(draw: (width: number) => Layout): Html {
  const wide = draw(flowchartWidths.wide)
  const narrow = draw(flowchartWidths.narrow)
  return html`<div class="c-flow c-flow--wide">${sheets(wide).map((sheet, i) =>
    drawing(flowchartSvg(wide, { prefix: `wide${i}`, ...sheet })),
  )}</div><div class="c-flow c-flow--narrow">${drawing(flowchartSvg(narrow, { prefix: 'narrow' }))}</div>${details({
    summary: 'The same as a list',
    body: html`<ol class="govuk-list govuk-list--number govuk-list--spaced">${flowchartList(wide).map(item)}</ol>`,
  })}`
}

// The drawing escapes its own words, and has no styles and no scripts: a test says so.
const drawing = (svg: string): Html => raw(svg)

const item = ({ title, lines, ways, href }: FlowItem): Html =>
  html`<li><strong>${href === undefined ? title : link({ text: title, href })}</strong><ul class="govuk-list">${[...lines, ...ways].map((one) => html`<li>${one}</li>`)}</ul></li>`
