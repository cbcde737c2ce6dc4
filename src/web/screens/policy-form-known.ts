import type { TextRead } from '../../app/policy-life.ts'
import { valueAt } from '../../domain/policy/edit/change.ts'
import { textValue } from '../../domain/policy/edit/tree-value.ts'
import { ends } from '../../domain/policy/names.ts'
import { derivedFacts, ours } from '../../domain/policy/ours.ts'
import { isMap, type Value, type ValueMap } from '../../domain/policy/write/value.ts'

/** A name of the policy with the words that people know it by. */
export interface Named {
  readonly value: string
  readonly text: string
}

/** Everything a form can offer by name: what the text writes, and where it can be read what it takes over. */
export interface Known {
  readonly roles: readonly (Named & { readonly at: string })[]
  readonly questions: readonly (Named & {
    readonly answers: readonly string[]
    readonly asked: boolean
    readonly yesNo: boolean
  })[]
  readonly stages: readonly Named[]
  /** Ids of duties and of moves, wherever they stand. */
  readonly duties: readonly string[]
  readonly moves: readonly string[]
}

const own = textValue(ours) ?? new Map<string, Value>()

/** Names from the text as it stands, sound or not; from parents too, where it can be read. */
export function knownIn(root: ValueMap, read: TextRead): Known {
  const policy = read.ok ? read.policy : undefined
  const roles = new Map(entries(root, 'roles').map(([id, role]) => [id, roleOf(id, role)]))
  for (const { id, is, at } of Object.values(policy?.roles ?? {})) roles.set(id, { value: id, text: is, at })
  const questions = new Map(
    [...entries(own, 'facts'), ...entries(root, 'facts')].map(([id, fact]) => [id, questionOf(id, fact)]),
  )
  for (const fact of Object.values(policy?.facts ?? {})) {
    const answers = 'options' in fact.kind ? Object.keys(fact.kind.options) : []
    questions.set(fact.id, {
      value: fact.id,
      text: fact.ask,
      answers,
      asked: !derivedFacts.has(fact.id),
      yesNo: fact.kind.type === 'yes-no',
    })
  }
  const written = entries(root, 'stages')
  const stages = new Map(written.map(([id, stage]) => [id, { value: id, text: wordsAt(stage, 'is') ?? id }]))
  for (const { id, is } of policy?.stages ?? []) stages.set(id, { value: id, text: is })
  const ids = (pocket: string) => [
    ...new Set([
      ...written.flatMap(([, stage]) => entries(stage, pocket).map(([id]) => id)),
      ...entries(root, pocket).map(([id]) => id),
      ...entries(own, pocket).map(([id]) => id),
    ]),
  ]
  return {
    roles: [...roles.values()],
    questions: [...questions.values()],
    stages: [...stages.values()],
    duties: ids('duties'),
    moves: ids('moves'),
  }
}

/** Ids of Concordat's own duties or moves, which hold unless a policy changes them. */
export const ownIds = (pocket: 'duties' | 'moves'): readonly string[] => entries(own, pocket).map(([id]) => id)

/** Whether Concordat asks it by itself. */
export const ownQuestion = (id: string): boolean => entries(own, 'facts').some(([known]) => known === id)

/** The keys and values below one key. */
export function entries(value: Value | undefined, key: string): readonly (readonly [string, Value])[] {
  const below = valueAt(value, [key])
  return isMap(below) ? [...below] : []
}

/** The words under a key, where it holds words. */
export function wordsAt(value: Value | undefined, key: string): string | undefined {
  const words = valueAt(value, [key])
  return typeof words === 'string' && words.trim() !== '' ? words : undefined
}

const roleOf = (id: string, role: Value) => ({
  value: id,
  text: wordsAt(role, 'is') ?? id,
  at: wordsAt(role, 'at') ?? 'agency',
})

const questionOf = (id: string, fact: Value) => ({
  value: id,
  text: wordsAt(fact, 'ask') ?? id,
  answers: [...entries(fact, 'one-of'), ...entries(fact, 'any-of')].map(([answer]) => answer),
  asked: !derivedFacts.has(id),
  yesNo: !['one-of', 'any-of', 'kind', 'asks'].some((key) => valueAt(fact, [key]) !== undefined),
})

const sideWords = {
  raising: 'of the side that raises it',
  responding: 'of the side that is asked',
  each: 'of each agency',
  any: 'of whichever side comes first',
} as const
type Side = keyof typeof sideWords

/** Who may stand in one place of the language, as it is written and as people say it. */
export function whoChoices(
  { roles }: Known,
  sides: readonly Side[],
  builtIn: readonly string[] = [],
): readonly Named[] {
  const inAgency = [
    ...roles.filter(({ at }) => at === 'agency'),
    { value: 'party', text: 'Anybody who acts for the agency' },
  ]
  return [
    ...inAgency.flatMap(({ value, text }) =>
      sides.map((side) => ({ value: `${side} ${value}`, text: `${text}, ${sideWords[side]}` })),
    ),
    ...roles.filter(({ at }) => at !== 'agency').map(({ value, text }) => ({ value, text })),
    ...builtIn.map((value) => ({ value, text: builtInWords[value] ?? value })),
  ]
}

const builtInWords: Readonly<Record<string, string>> = {
  raiser: 'Whoever raised it',
  decider: 'Whoever decides at this stage',
}

const endWords: Readonly<Record<(typeof ends)[number], string>> = {
  agreed: 'The end: agreed',
  decided: 'The end: decided',
  recorded: 'The end: the disagreement is recorded',
  withdrawn: 'The end: withdrawn',
  'handed over': 'The end: handed over to another procedure',
}

/** Where a move may lead. */
export const targets = ({ stages }: Known): readonly Named[] => [
  { value: 'next', text: 'The next stage' },
  { value: 'same', text: 'The same stage again, one tier higher' },
  { value: 'any stage', text: 'Any later stage' },
  ...stages.map(({ value, text }) => ({ value, text: `To: ${text}` })),
  ...ends.map((value) => ({ value, text: endWords[value] })),
]
