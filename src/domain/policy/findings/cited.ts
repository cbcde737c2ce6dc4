import { Temporal } from 'temporal-polyfill'
import type { Finding } from '../finding.ts'
import type { CountedLength, Id, Place, Policy } from '../policy.ts'
import { dutiesOf, movesOf } from '../static/of-policy.ts'
import { found } from './found.ts'

/** How the policy stands to its source: gaps, clauses and citations without one another, a review that is past. */
export function cited(policy: Policy, today: string | undefined): readonly Finding[] {
  return [
    ...policy.gaps.map((gap) => {
      const stands = gap.ours === undefined ? 'Nothing stands in for it.' : `In its place: ${sentence(gap.ours)}`
      return found('warning', 'gap-in-source', gap.place, `${sentence(gap.says)} ${stands}`)
    }),
    ...loose(policy),
    ...(today === undefined ? [] : overdue(policy, today)),
  ]
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`
}

function loose(policy: Policy): readonly Finding[] {
  const citations = citationsOf(policy)
  const named = new Set(citations.map(({ id }) => id))
  const clauses = Object.keys(policy.clauses)
  const unused = clauses
    .filter((id) => !named.has(id))
    .map((id) => {
      const message = `Nothing cites the clause \`${id}\`. Cite it where it is carried out, or list it under \`gaps\`.`
      return found('note', 'clause-uncited', policy.clausePlaces?.[id], message)
    })
  if (clauses.length === 0) return unused
  const unknown = citations.filter(({ id }) => !Object.hasOwn(policy.clauses, id))
  return [
    ...unused,
    ...unknown.map(({ id, place }) => {
      const message = `There is no clause \`${id}\` under \`clauses\`. Add its words there, or correct the citation.`
      return found('warning', 'citation-of-nothing', place, message)
    }),
  ]
}

interface Citation {
  readonly id: Id
  readonly place?: Place
}

interface Citing {
  readonly cites?: readonly Id[]
  readonly place?: Place
}

function citationsOf(policy: Policy): readonly Citation[] {
  const parts: readonly (Citing | undefined)[] = [
    ...Object.values(policy.roles).flatMap((role) => [role, role.seats]),
    ...Object.values(policy.facts),
    policy.raise,
    ...policy.stages,
    ...policy.tracks,
    ...dutiesOf(policy).map(({ duty }) => duty),
    ...movesOf(policy).map(({ move }) => move),
    policy.register,
    policy.review,
    ...policy.gaps,
  ]
  return parts.flatMap((part) =>
    (part?.cites ?? []).map((id) => (part?.place === undefined ? { id } : { id, place: part.place })),
  )
}

function overdue(policy: Policy, today: string): readonly Finding[] {
  const last = policy.history
    .map(({ date }) => date)
    .toSorted()
    .at(-1)
  if (!policy.review || last === undefined) return []
  const due = Temporal.PlainDate.from(last).add(spanOf(policy.review.every)).toString()
  if (due >= today) return []
  const message = `This policy was to be reviewed by ${due}. Review it, and add to its \`history\` what came of it.`
  return [found('warning', 'review-past', policy.review.place, message)]
}

// A review is a matter of months: working days are near enough by the calendar.
function spanOf({ unit, n }: CountedLength): Temporal.DurationLike {
  switch (unit) {
    case 'hours':
      return { days: Math.ceil(n / 24) }
    case 'working-days':
      return { days: Math.ceil((n * 7) / 5) }
    case 'days':
      return { days: n }
    case 'weeks':
    case 'working-weeks':
      return { weeks: n }
    case 'months':
      return { months: n }
    case 'years':
      return { years: n }
  }
}
