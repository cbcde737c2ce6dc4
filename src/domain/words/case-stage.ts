/** Stages as a case calls them: "stage 2, line managers", "stage 3b", and what they are asked to do. */
import type { Case, Visit } from '../case/case.ts'
import { answersAt, holds } from '../case/condition.ts'
import type { World } from '../case/world.ts'
import type { At } from '../people/directory.ts'
import type { Id } from '../policy/policy.ts'
import { stageNumber, stageOf, takeThisTo } from './phrase-stage.ts'
import { small } from './phrase-text.ts'

/** "2", "3a" where its tiers were climbed; nothing for a stage without a number, which is called by its title alone. */
export function numberOf(world: World, c: Case, stage: Id, tier: number): string | undefined {
  const number = stageNumber(world.policy, stage)
  if (number === undefined) return undefined
  const climbed = c.visits.some((v) => v.stage === stage && v.tier > 0)
  return `${number}${climbed ? String.fromCharCode(97 + tier) : ''}`
}

/** Inside a sentence: "stage 2, line managers"; "“Resolution panel”" where it has no number. */
export function stageWords(world: World, c: Case, stage: Id, tier = 0): string {
  const title = stageOf(world.policy, stage)?.is ?? ''
  const number = numberOf(world, c, stage, tier)
  return number === undefined ? unnumbered(title) : `stage ${number}, ${small(title)}`
}

/** "stage 2", or its title in quotation marks. */
export function shortStage(world: World, c: Case, stage: Id, tier = 0): string {
  const number = numberOf(world, c, stage, tier)
  return number === undefined ? unnumbered(stageOf(world.policy, stage)?.is ?? '') : `stage ${number}`
}

/** A title with an article reads as it is: "a panel". Any other is quoted: "“Resolution panel”". */
const unnumbered = (title: string): string => (/^(A|An|The) /.test(title) ? small(title) : `“${title}”`)

/** The rungs of this case's track that exist for it, in order. */
export function rungsOf(world: World, c: Case, at: At): readonly Id[] {
  const track = world.policy.tracks.find((t) => t.id === c.track)
  return (track?.stages ?? []).filter((id) => holds(stageOf(world.policy, id)?.if, answersAt(c, at)))
}

/** The rungs still above: after the highest place reached by the stay the case is in. */
export function rungsAbove(world: World, c: Case, at: At): readonly Id[] {
  const rungs = rungsOf(world, c, at)
  for (const visit of [...c.visits].reverse()) {
    const place = rungs.indexOf(visit.stage)
    if (place >= 0) return rungs.slice(place + 1)
  }
  return rungs
}

/** What a stage's own limit asks: "Settle this, or take it to senior managers"; of whoever decides: "Decide this". */
export function stageOrder(world: World, c: Case, visit: Visit, at: At): string {
  const stage = stageOf(world.policy, visit.stage)
  if (stage?.by) return 'Decide this'
  const rungs = rungsOf(world, c, at)
  const next = rungs[rungs.indexOf(visit.stage) + 1]
  if (next === undefined || rungs.indexOf(visit.stage) < 0) return 'Settle this'
  return `Settle this, or ${small(takeThisTo(world.policy, next)).replace(/^take this/, 'take it')}`
}
