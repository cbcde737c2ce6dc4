import type { Case } from '../case/case.ts'
import { decide as realDecide } from '../case/decide.ts'
import type { Answers, Entry } from '../case/entry.ts'
import { evolve } from '../case/evolve.ts'
import type { Refusal } from '../case/refusal.ts'
import type { At } from '../people/directory.ts'
import type { SubjectKind } from './policy.ts'
import type { Decide } from './walk-act.ts'
import { completed } from './walk-answers.ts'
import { type Cast, colleagueOf, raisingAgencyId, respondingAgencyId } from './walk-cast.ts'

export type Raised =
  | { readonly ok: true; readonly c: Case; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** An invented concern, raised by the invented raiser with the other agency, or with the raiser's own. */
export function raiseInvented(
  cast: Cast,
  at: At,
  given: { readonly facts: Answers; readonly subject: SubjectKind; readonly inside?: boolean },
  decide: Decide = realDecide,
): Raised {
  const to = [given.inside ? insideOf(cast) : { agency: respondingAgencyId }]
  const answer = decide(
    cast.world,
    undefined,
    {
      kind: 'raise',
      number: 'invented',
      title: 'An invented concern',
      subject: { kind: given.subject, name: 'Somebody' },
      facts: { 'immediate-harm': false, ...completed(cast.world.policy, given.facts, at) },
      from: raisingAgencyId,
      to,
    },
    { person: cast.raiser, at },
  )
  if (!answer.ok) return answer
  let c: Case | undefined
  for (const entry of answer.value) c = evolve(c, entry)
  return c ? { ok: true, c, entries: answer.value } : { ok: false, refusal: nothingHappened }
}

/** Inside one agency: whoever answers where the two sides first meet, as somebody else than the one who raises. */
function insideOf({ world }: Cast) {
  const { stages, roles } = world.policy
  const role = stages.find((s) => s.between && !s.inside && s.between.every((w) => roles[w.role]?.at === 'agency'))
    ?.between?.[1].role
  return { agency: raisingAgencyId, ...(role === undefined ? {} : { person: colleagueOf(role) }) }
}

/** A refusal in one line, with the clauses it rests on: "It is too late ... [CS-1]". */
export const whyNotRaised = ({ title, because, cites }: Refusal): string =>
  `${title}. ${because}${cites.length === 0 ? '' : ` [${cites.join(', ')}]`}`

const nothingHappened: Refusal = {
  code: 'missing',
  title: 'Nothing was raised',
  because: 'The engine wrote no entry.',
  cites: [],
  first: [],
}
