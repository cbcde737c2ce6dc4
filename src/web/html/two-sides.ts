import { details } from './details.ts'
import { attributes, type Content, type Html, html } from './html.ts'
import { type MarkView, mark } from './mark.ts'
import { type Rung, rung } from './rung.ts'

/** Both sides, the ladder between them, and the clocks on the present rung. The side that raised is always left. */
export type TwoSides = {
  readonly raising: Side
  /** One, or several: each then has its own card under the others. */
  readonly answering: readonly Side[]
  /** One for each stage of the track, in order; a stage met twice stands twice. */
  readonly rungs: readonly Rung[]
}

export type Side = {
  readonly mark: MarkView
  readonly name: string
  /** Whether it is the reader's own side. */
  readonly isYou?: boolean | undefined
  /** Instead of "the side that raised this" or "the side that was asked". */
  readonly role?: Content | undefined
}

/** The heads of the sides, then an ordered list of rungs. More than six fold into details, never the present one. */
export function twoSides({ raising, answering, rungs }: TwoSides): Html {
  const { before, shown, after } = folded(rungs)
  return html`<div class="c-sides"><div class="c-sides__heads"><div class="c-sides__side c-sides__side--raising">${head(raising, 'side that raised this')}</div><div class="c-sides__side c-sides__side--answering">${answering.map(
    (side) => head(side, 'side that was asked'),
  )}</div></div>${fold('Earlier stages', before, 1)}${ladder(shown, before.length + 1)}${fold('Later stages', after, before.length + shown.length + 1)}</div>`
}

function head({ mark: its, name, isYou, role }: Side, usual: string): Html {
  const words = role ?? (isYou ? html`<strong>You</strong>, the ${usual}` : `The ${usual}`)
  return html`<div class="c-sides__head">${mark(its)}<div><h3 class="c-sides__name">${name}</h3><p class="c-sides__role">${words}</p></div></div>`
}

function ladder(rungs: readonly Rung[], start: number): Html {
  return html`<ol class="c-ladder" role="list"${attributes({ start: start === 1 ? undefined : start })}>${rungs.map(rung)}</ol>`
}

function fold(words: string, rungs: readonly Rung[], start: number): Html | false {
  return (
    rungs.length > 0 &&
    details({ summary: `${words} (${rungs.length})`, body: ladder(rungs, start), classes: 'c-ladder__fold' })
  )
}

const most = 6

function folded(rungs: readonly Rung[]) {
  if (rungs.length <= most) return { before: [], shown: rungs, after: [] }
  const present = Math.max(
    0,
    rungs.findIndex(({ phase }) => phase === 'now'),
  )
  const from = Math.min(Math.max(0, present - (most - 2)), rungs.length - most)
  return { before: rungs.slice(0, from), shown: rungs.slice(from, from + most), after: rungs.slice(from + most) }
}
