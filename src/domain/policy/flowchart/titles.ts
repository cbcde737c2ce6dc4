import { endName } from '../../words/phrase-move.ts'
import { stageNumber } from '../../words/phrase-stage.ts'
import { curly } from '../../words/phrase-text.ts'
import type { End, Id, Policy, Stage, Track } from '../policy.ts'

/** A box's id: unlike any other of the chart, though tracks share their stages. */
export const boxId = (track: Track, part: string): Id => `${track.id}-${part}`

/** "2. Line managers"; a stage without a number is its words alone. */
export function stageTitle(stage: Stage, policy: Policy): string {
  const number = stageNumber(policy, stage.id)
  return curly(number === undefined ? stage.is : `${number}. ${stage.is}`)
}

/** Where an end's box says more than its name: only a policy (or ours) in which both sides sign the same words may say so. */
export function endTitle(end: End, policy: Policy): string {
  if (end !== 'agreed') return endName(end)
  const signed = policy.duties.some(
    (duty) => duty.act.verb === 'agree' && duty.when.some((event) => event.on === 'end' && event.end === 'agreed'),
  )
  return signed ? 'Both sides confirm in writing' : endName(end)
}

/** What a stage links to: its first clause, else the first of what must be done there, else its own words on the page. */
export function stageHref(stage: Stage): string {
  const cited = [stage, ...stage.duties, ...stage.moves].flatMap((one) => one.cites)[0]
  return cited === undefined ? `#stage-${stage.id}` : clauseHref(cited)
}

/** The address of a clause on the policy's page. */
export const clauseHref = (clause: Id): string => `#clause-${encodeURIComponent(clause)}`

/** "Clause HV-2.2", "Clauses HV-2.2, HV-1.4". Empty without any. */
export function clausesLine(cites: readonly Id[]): string {
  if (cites.length === 0) return ''
  return `${cites.length === 1 ? 'Clause' : 'Clauses'} ${cites.join(', ')}`
}
