import { availableMoves, blocksOf } from '../case/available.ts'
import { dutyPhrase } from '../words/phrase-duty.ts'
import { whoPhrase } from '../words/phrase-who.ts'
import type { Duty } from './policy.ts'
import type { State, Walk } from './walk.ts'

/** Duties of the other side that stand before a way on from this state, those before a stage first. */
export function blockersOf(walk: Walk, state: State): readonly Duty[] {
  const { world } = walk
  const all = state.duties
  const moves = availableMoves(world, state.c, state.at, all).toSorted((a, b) => rank(a.lands.to) - rank(b.lands.to))
  const blocks = moves.flatMap((a) => blocksOf(world, state.c, a, 'raising', all, state.at))
  return [...new Set(blocks.filter((i) => i.side !== 'raising').flatMap((i) => (i.duty ? [i.duty] : [])))]
}

const rank = (to: 'stage' | 'end') => (to === 'stage' ? 0 : 1)

/** What stands in the way, as a sentence and a space; nothing where nothing does. */
export function whyHere(walk: Walk, state: State): string {
  const moves = availableMoves(walk.world, state.c, state.at, state.duties)
  const [first] = moves.flatMap((a) => blocksOf(walk.world, state.c, a, undefined, state.duties, state.at))
  if (!first?.duty) return ''
  if (first.duty.act.verb === 'keep')
    return `\`${first.duty.id}\` stands before every way on, and what is only kept is never done. `
  return `First ${whoPhrase(first.duty.who, walk.policy)} would have to ${dutyPhrase(first.duty, walk.policy)}. `
}
