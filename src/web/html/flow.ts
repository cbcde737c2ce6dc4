import { type Content, type Html, html } from './html.ts'
import { prose } from './prose.ts'

/** A track of a policy: one row for each stage, plain words left, its piece of the flowchart right. */
export type FlowRow = {
  readonly heading: string
  readonly words: readonly Content[]
  readonly piece: FlowPiece
  readonly question?: FlowQuestion | undefined
  /** The last row leads to this end. */
  readonly end?: { readonly title: string; readonly lines?: readonly string[] | undefined } | undefined
}

/** A filled pill to start, a box for a stage. */
export type FlowPiece = {
  readonly is: 'start' | 'stage'
  readonly title: string
  readonly lines?: readonly string[] | undefined
}

/** Asked under the box: each branch with its label and where it ends; `onward` labels the way down to the next row. */
export type FlowQuestion = {
  readonly text: string
  readonly branches: readonly { readonly label: string; readonly end: string }[]
  readonly onward?: string | undefined
}

/** One ordered list, so that words and picture never drift apart. A policy with several tracks is several lists. */
export function flow(rows: readonly FlowRow[]): Html {
  return html`<ol class="c-flow" role="list">${rows.map((row, i) => flowRow(row, i === rows.length - 1))}</ol>`
}

function flowRow(row: FlowRow, isLast: boolean): Html {
  return html`<li class="${isLast ? 'c-flow__row c-flow__row--last' : 'c-flow__row'}"><div class="c-flow__words"><h3 class="govuk-heading-s">${row.heading}</h3>${row.words.map(
    (one) => html`<p class="govuk-body">${prose(one)}</p>`,
  )}</div><div class="c-flow__piece c-flow__piece--${row.piece.is}"><strong>${row.piece.title}</strong>${row.piece.lines?.map((one) => html`<span>${one}</span>`)}</div>${
    row.question && question(row.question)
  }${row.end && html`<div class="c-flow__end"><strong>${row.end.title}</strong>${row.end.lines?.map((one) => html`<span>${one}</span>`)}</div>`}</li>`
}

function question({ text, branches, onward }: FlowQuestion): Html {
  return html`<div class="c-flow__ask"><span class="c-flow__question">${text}</span><ul class="c-flow__branches" role="list">${branches.map(
    ({ label, end }) =>
      html`<li class="c-flow__branch"><span class="c-flow__label">${label}</span> <span class="c-flow__answer">${end}</span></li>`,
  )}</ul>${onward !== undefined && html`<span class="c-flow__onward">${onward}</span>`}</div>`
}
