import { type ClockView, clock } from './clock.ts'
import { attributes, type Content, type Html, html } from './html.ts'
import { type MarkView, mark } from './mark.ts'

/** One stage of the ladder: who faces whom, and how it stands. */
export type Rung = {
  /** As the policy counts: "2", "3a"; absent for a stage it does not number. */
  readonly number?: string | undefined
  readonly title: string
  /** In a few words: "Not settled, 31 March". */
  readonly state: Content
  readonly phase: 'done' | 'now' | 'later'
  /** Left out when one person holds this rung for both sides: then the state names that person. */
  readonly raising?: RungPerson | undefined
  readonly answering?: readonly RungPerson[] | undefined
}

export type RungPerson = {
  readonly mark: MarkView
  /** Said before the person to those who listen. */
  readonly agency: string
  readonly name: string
  /** "Key person". */
  readonly post: string
  /** For a vacant post, whose name is "Nobody": who acts instead, in place of the post. */
  readonly instead?: string | undefined
  readonly isYou?: boolean | undefined
  /** Only on the present rung. */
  readonly clock?: ClockView | undefined
}

/** A row of the ladder: the stage first, then the person of each side. */
export function rung(view: Rung): Html {
  const own = attributes({
    class: `c-rung c-rung--${view.phase}`,
    'aria-current': view.phase === 'now' ? 'step' : undefined,
  })
  return html`<li${own}><div class="c-rung__stage">${number(view.number)}<div class="c-rung__words"><p class="c-rung__title">${view.title}</p><p class="c-rung__state">${view.state}</p></div></div>${
    view.raising && html`<div class="c-rung__side c-rung__side--raising">${person(view.raising)}</div>`
  }${view.answering && view.answering.length > 0 && html`<div class="c-rung__side c-rung__side--answering">${view.answering.map(person)}</div>`}</li>`
}

/** A stage that the policy does not number has a dot to look at, and is called by its title alone. */
function number(of: string | undefined): Html {
  if (of === undefined) return html`<span class="c-rung__number" aria-hidden="true">•</span>`
  return html`<span class="c-rung__number"><span class="govuk-visually-hidden">Stage </span>${of}</span>`
}

function person(view: RungPerson): Html {
  return html`<div class="c-rung__person"><div class="c-rung__who">${mark(view.mark, 'small')}<p><span class="govuk-visually-hidden">${view.agency}: </span><span class="c-rung__name">${view.name}</span>${
    view.isYou && ' (you)'
  }<span class="c-rung__comma">, </span><span class="c-rung__post">${view.instead ?? inSentence(view.post)}</span></p></div>${view.clock && clock(view.clock)}</div>`
}

/** Lower case after the name on a phone; the style gives it a capital where it stands on its own line. */
function inSentence(post: string): string {
  return /^[A-Z][a-z]/.test(post) ? post.charAt(0).toLowerCase() + post.slice(1) : post
}
