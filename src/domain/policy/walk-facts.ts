/** Answers that make a difference to the walk: one for each way the conditions of a policy can turn out. */
import { factsIn } from '../case/condition.ts'
import type { Answer, Answers } from '../case/entry.ts'
import type { Condition, Fact, Id, Policy, SubjectKind } from './policy.ts'
import { dutiesOf, movesOf } from './static/of-policy.ts'
import { type Atom, atomsIn } from './walk-steering.ts'

/** The answers to one question that its atoms tell apart. */
export function answersTo(fact: Fact | undefined, atoms: readonly Atom[]): readonly Answer[] {
  const named = [...new Set(atoms.flatMap((atom) => atom.answer ?? []))]
  switch (fact?.kind.type) {
    case 'one-of': {
      const other = Object.keys(fact.kind.options).find((option) => !named.includes(option))
      return [...(other === undefined ? [] : [other]), ...named]
    }
    case 'any-of': {
      const other = Object.keys(fact.kind.options).find((option) => !named.includes(option))
      return [other === undefined ? [] : [other], ...subsets(named).filter((set) => set.length > 0)]
    }
    case 'yes-no':
      return [false, true]
    case undefined:
    case 'words':
    case 'date':
    case 'actions':
    case 'form':
      return []
  }
}

/** The same without the answer that stands. */
export function otherAnswers(
  fact: Fact | undefined,
  atoms: readonly Atom[],
  now: Answer | undefined,
): readonly Answer[] {
  const stands = JSON.stringify(now ?? (fact?.kind.type === 'yes-no' ? false : undefined))
  return answersTo(fact, atoms).filter((answer) => JSON.stringify(answer) !== stands)
}

/** Ways to raise a case that may begin differently: by track, by the first stage's `if`, by whom it is about. */
export function beginnings(
  policy: Policy,
): readonly { readonly facts: Answers; readonly subject: SubjectKind; readonly inside: boolean }[] {
  const atoms = [...policy.tracks.map((track) => track.if), ...policy.stages.map((stage) => stage.if)].flatMap(atomsIn)
  const asked = [...new Set(atoms.map((atom) => atom.fact))].filter(
    (fact) => !policy.facts[fact]?.derived && policy.facts[fact]?.by === undefined,
  )
  let found: Answers[] = [dates(policy)]
  for (const fact of asked) {
    const answers = answersTo(
      policy.facts[fact],
      atoms.filter((atom) => atom.fact === fact),
    )
    if (found.length * answers.length > mostBeginnings) continue
    found = found.flatMap((facts) => answers.map((answer) => ({ ...facts, [fact]: answer })))
  }
  const everywhere = new Set(conditionsOf(policy).flatMap(factsIn))
  const byAgency = isOfOneAgency(policy) ? [false, true] : [false]
  if (everywhere.has('cross-area')) found = found.flatMap((facts) => [facts, { ...facts, 'cross-area': true }])
  return policy.for.flatMap((subject) =>
    byAgency.flatMap((inside) => found.map((facts) => ({ facts, subject, inside }))),
  )
}

/** Whether anything of a policy hangs on both sides being one agency: then both need people there. */
export const isOfOneAgency = (policy: Policy): boolean => conditionsOf(policy).flatMap(factsIn).includes('same-agency')

/** What is worked out from the case itself may steer anywhere, and never changes. */
const conditionsOf = (policy: Policy): readonly (Condition | undefined)[] => [
  ...policy.tracks.map((track) => track.if),
  ...policy.stages.map((stage) => stage.if),
  ...movesOf(policy).map(({ move }) => move.if),
  ...dutiesOf(policy).map(({ duty }) => duty.if),
]

const mostBeginnings = 256

/** Dates that a window of raising or a clock counts from: the day on which the walk begins. */
function dates(policy: Policy): Answers {
  const asked = policy.raise.asks.filter((fact: Id) => policy.facts[fact]?.kind.type === 'date')
  return Object.fromEntries(asked.map((fact) => [fact, walkDate]))
}

export const walkDate = '2026-12-21'

function subsets(options: readonly Id[]): readonly (readonly Id[])[] {
  if (options.length > 4) return options.map((option) => [option])
  return options.reduce<readonly (readonly Id[])[]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  )
}
