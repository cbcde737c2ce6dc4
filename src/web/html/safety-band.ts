import { button } from './button.ts'
import { attributes, type Content, classes, type Html, html } from './html.ts'
import { type Link, link } from './link.ts'
import { tag } from './tag.ts'

/** The child's safety meanwhile. It stands above the two sides and above every clock. */
export type SafetyBand = {
  /** "Leila’s safety meanwhile", or "Nobody has said what keeps Leila safe meanwhile". */
  readonly title: string
  readonly state: SafetyState
  /** How each side sees the risk, each dated, side by side, never averaged. */
  readonly risk: readonly Content[]
  readonly id?: string | undefined
}

export type SafetyState =
  | { readonly is: 'in place'; readonly ends?: Content | undefined; readonly arrangement: Arrangement }
  /** `ended` is the red tag: "Ended on Thursday 9 April". */
  | {
      readonly is: 'ended'
      readonly ended: string
      readonly arrangement: Arrangement
      readonly action?: Link | undefined
    }
  /** Nobody has said: the first cell is a button, when this reader may say it. */
  | { readonly is: 'none'; readonly action?: Link | undefined; readonly words?: Content | undefined }
  /** Immediate risk: `call` says who to call, first of all. */
  | { readonly is: 'immediate'; readonly call: Content; readonly arrangement?: Arrangement | undefined }

export type Arrangement = {
  readonly inPlace: Content
  /** A person and an agency, and when it was last checked by whom. */
  readonly answers: Content
  readonly check?: Link | undefined
}

/** The band in all its states. It is purple because it belongs to neither side; red only when the risk is immediate. */
export function safetyBand(view: SafetyBand): Html {
  const { state } = view
  const cells = cellsOf(state)
  const own = attributes({
    class: classes('c-safety', state.is === 'immediate' && 'c-safety--immediate'),
    id: view.id,
    'aria-label': view.title,
  })
  return html`<section${own}><div class="c-safety__head"><h2 class="c-safety__title">${view.title}</h2>${headNote(state)}</div>${
    state.is === 'immediate' && html`<p class="c-safety__call">${state.call}</p>`
  }<div class="c-safety__cells"><div class="c-safety__cell"><h3 class="c-safety__ask">What is in place</h3>${cells.inPlace}</div><div class="c-safety__cell"><h3 class="c-safety__ask">Who answers for it</h3>${cells.answers}</div><div class="c-safety__cell"><h3 class="c-safety__ask">How each side sees the risk</h3>${
    view.risk.length === 0 ? html`<p>Nobody has said yet</p>` : view.risk.map((one) => html`<p>${one}</p>`)
  }</div></div></section>`
}

function headNote(state: SafetyState): Html | false {
  switch (state.is) {
    case 'in place':
      return state.ends !== undefined && html`<p class="c-safety__ends">${state.ends}</p>`
    case 'ended':
      return html`<p class="c-safety__ends">${tag(state.ended, 'red')}</p>`
    case 'none':
    case 'immediate':
      return false
  }
}

function cellsOf(state: SafetyState): { readonly inPlace: Html; readonly answers: Html } {
  switch (state.is) {
    case 'none':
      return {
        inPlace: html`${state.words !== undefined && html`<p>${state.words}</p>`}${state.action && button({ ...state.action, kind: 'secondary', classes: 'c-safety__button' })}`,
        answers: html`<p>Nobody yet</p>`,
      }
    case 'ended':
      return filled(state.arrangement, state.action)
    case 'in place':
      return filled(state.arrangement)
    case 'immediate':
      return state.arrangement
        ? filled(state.arrangement)
        : { inPlace: html`<p>Nothing is recorded</p>`, answers: html`<p>Nobody yet</p>` }
  }
}

function filled({ inPlace, answers, check }: Arrangement, action?: Link) {
  return {
    inPlace: html`<p>${inPlace}</p>${action && html`<p>${link(action)}</p>`}`,
    answers: html`<p>${answers}</p>${check && html`<p>${link(check)}</p>`}`,
  }
}
