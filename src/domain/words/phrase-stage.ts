import type { Id, Policy, Stage } from '../policy/policy.ts'
import { orList, quoted } from './phrase-text.ts'
import { isLowestTier, roleName, roleNames, whoPhrase } from './phrase-who.ts'

/**
 * The number people call a stage by, or none: a stage aside has none, nor one that two tracks place differently,
 * nor one whose own words begin with "Before" (a step before the numbering: K02), which does not count either.
 */
export function stageNumber(policy: Policy, id: Id): number | undefined {
  const numbers = new Set(policy.tracks.flatMap((track) => placeIn(policy, track.stages, id) ?? []))
  return numbers.size === 1 ? [...numbers][0] : undefined
}

function placeIn(policy: Policy, track: readonly Id[], id: Id): number | undefined {
  const numbered = track.filter((stage) => !/^before\b/i.test(stageOf(policy, stage)?.is ?? ''))
  const index = numbered.indexOf(id)
  return index < 0 ? undefined : index + 1
}

/** The next rung of each track that the stage stands on; more than one only where tracks differ. */
export function nextStages(policy: Policy, id: Id): readonly Id[] {
  const next = policy.tracks.flatMap(({ stages }) => {
    const index = stages.indexOf(id)
    return index < 0 ? [] : (stages[index + 1] ?? [])
  })
  return [...new Set(next)]
}

export function stageOf(policy: Policy, id: Id): Stage | undefined {
  return policy.stages.find((stage) => stage.id === id)
}

/** A stage inside a sentence: "stage 2", or its words in quotation marks where it has no number. */
export function stageName(policy: Policy, id: Id): string {
  const number = stageNumber(policy, id)
  return number === undefined ? quoted(stageOf(policy, id)?.is ?? '') : `stage ${number}`
}

/** Going to a stage as an order: "Take this to senior managers", "Take this to the Chair of the Board". */
export function takeThisTo(policy: Policy, id: Id): string {
  const stage = stageOf(policy, id)
  if (stage === undefined) return ''
  const goOn = `Go on to ${quoted(stage.is)}`
  if (stage.between === undefined) return stage.by ? `Take this to ${whoPhrase(stage.by, policy)}` : goOn
  const [left, right] = stage.between
  if (stage.inside || isLowestTier(policy, left.role) || isLowestTier(policy, right.role)) return goOn
  if (left.role === right.role) return `Take this to ${roleNames(policy, left.role)}`
  return `Take this to the ${roleName(policy, left.role)} and the ${roleName(policy, right.role)}`
}

/** A stage's ways of contact: "by phone or face to face". Empty when any way will do. */
export function contactPhrase(contact: Stage['contact']): string {
  if (contact.length === 0 || contact.length === 6) return ''
  return orList(contact.map((way) => ways[way]))
}

const ways: Readonly<Record<Stage['contact'][number], string>> = {
  phone: 'by phone',
  'face to face': 'face to face',
  video: 'by video',
  'e-mail': 'by email',
  writing: 'in writing',
  meeting: 'in a meeting',
}
