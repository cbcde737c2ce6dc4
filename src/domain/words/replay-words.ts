import { Temporal } from 'temporal-polyfill'
import { whenWords } from '../calendar/words.ts'
import type { Difference } from '../case/replay/differences.ts'
import type { At } from '../people/directory.ts'
import type { Id, Policy } from '../policy/policy.ts'
import { dutyPhrase } from './phrase-duty.ts'
import { curly } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

/** The differences of one case as sentences, each once: what two sides owe alike reads the same. */
export const differencesWords = (all: readonly Difference[], draft: Policy): readonly string[] => [
  ...new Set(all.map((one) => differenceWords(one, draft))),
]

/** One difference as a sentence, in the words of the draft where it has the thing, else by its id. */
function differenceWords(one: Difference, draft: Policy): string {
  switch (one.kind) {
    case 'date':
      return `${nameOf(one.what, draft)}: ${one.would === undefined ? 'no date' : `due ${when(one.would)}`} instead of ${one.was === undefined ? 'no date' : when(one.was)}${inStage(one.stage, one.what, draft)}`
    case 'duty':
      return one.only === 'would'
        ? `${nameOf(one.what, draft)}: would be owed${one.at === undefined ? '' : ` by ${when(one.at)}`}${inStage(one.stage, one.what, draft)}`
        : `${nameOf(one.what, draft)}: would not be owed${inStage(one.stage, one.what, draft)}`
    case 'notice':
      return `${rolesOf(one.to, draft)} would ${one.only === 'would' ? 'be told' : 'not be told'}${inStage(one.stage, one.what, draft)}`
    case 'late':
      return `${nameOf(one.what, draft)}: ${one.only === 'would' ? 'would have been late' : 'would not have been late'}${inStage(one.stage, one.what, draft)}`
    case 'outcome':
      return `It would have ${one.would === undefined ? 'not ended' : `ended: ${one.would}`}, and it ${one.was === undefined ? 'did not end' : `ended: ${one.was}`}`
    case 'panel':
      return `The panel that sat on ${when(one.at)} would have been refused. ${one.because}`
    case 'refusal':
      return `What was done on ${when(one.at)} (${one.what}) would have been refused. ${one.because}`
  }
}

const when = (at: At): string => whenWords(Temporal.Instant.fromEpochMilliseconds(at))

/** A stage, or a duty as the policy has it. */
export function nameOf(id: Id, policy: Policy): string {
  const stage = policy.stages.find((one) => one.id === id)
  if (stage) return `Stage “${stage.is}”`
  const duty = [...policy.duties, ...policy.stages.flatMap((one) => one.duties)].find((one) => one.id === id)
  if (!duty) return `“${id}”`
  const phrase = curly(`${whoPhrase(duty.who, policy)} ${duty.force} ${dutyPhrase(duty, policy)}`)
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}`
}

function rolesOf(roles: readonly Id[], policy: Policy): string {
  const words = roles.map((role) => policy.roles[role]?.is ?? role).join(' and ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

function inStage(stage: Id, what: Id, policy: Policy): string {
  const found = policy.stages.find((one) => one.id === stage)
  return found && stage !== what ? ` (at “${found.is}”)` : ''
}
