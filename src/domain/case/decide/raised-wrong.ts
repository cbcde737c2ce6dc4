/** What a concern may not name, and what it may not leave out. Source: C-1, C-6; language.md section 2 "fact", "raise", section 3 "Themes". */
import type { At, PersonId } from '../../people/directory.ts'
import { holders, live } from '../../people/holders.ts'
import type { RaiseCommand } from '../command.ts'
import type { AnswerAt } from '../condition.ts'
import { unansweredOf } from '../forms.ts'
import { placeOf } from '../holders-in-case.ts'
import { type Decision, refuse } from '../refusal.ts'
import { agencyOf, personOf, type World } from '../world.ts'

export function wrongIn(
  world: World,
  command: RaiseCommand,
  at: At,
): Extract<Decision<never>, { ok: false }> | undefined {
  const posts = live({ directory: world.directory, at })
  for (const to of command.to) {
    const agency = agencyOf(world, to.agency)
    if (!agency || agency.kind === 'board')
      return refuse('missing', 'That agency is not in the directory', 'Choose an agency from the directory.')
    const { person } = to
    if (
      person !== undefined &&
      !posts.some((p) => p.person === person && (p.agency === to.agency || p.speaksFor.includes(to.agency)))
    )
      return refuse(
        'missing',
        'That person does not work there',
        `Choose somebody of ${agency.name}, or leave it open.`,
      )
  }
  if (command.protective && command.subject.kind === 'theme') return noDateForTheme()
  if (command.arrangement && !personOf(world, command.arrangement.answersFor))
    return refuse('missing', 'Name who answers for it', 'What keeps the child safe needs a person who answers for it.')
  for (const [id, given] of Object.entries(command.facts)) {
    const fact = Object.hasOwn(world.policy.facts, id) ? world.policy.facts[id] : undefined
    if (!fact) return refuse('missing', 'The policy does not ask that', 'Answer the questions of the form.')
    const { kind } = fact
    if (kind.type !== 'one-of' && kind.type !== 'any-of') continue
    const chosen: readonly unknown[] = Array.isArray(given) ? given : [given]
    if (chosen.some((c) => typeof c !== 'string' || !Object.hasOwn(kind.options, c)))
      return refuse('missing', `Choose from the answers: ${fact.ask}`, 'The policy lists them.', { cites: fact.cites })
  }
  return undefined
}

/** There is no child whom a date could protect. */
export const noDateForTheme = (): Extract<Decision<never>, { ok: false }> =>
  refuse(
    'condition',
    'A theme has no date that protects a child',
    'It is about no single child. The policy’s own times hold, and whatever concerns one child is raised for that child.',
  )

/**
 * Questions that the policy asks on raising and that are still open. A child in immediate danger is never kept waiting by a form:
 * then they are asked afterwards. What somebody else is to answer holds nobody up. Source: C-6; rule kind K54.
 */
export function unasked(
  world: World,
  command: RaiseCommand,
  person: PersonId,
  answer: AnswerAt,
  at: At,
): Extract<Decision<never>, { ok: false }> | undefined {
  const { policy } = world
  if (answer('immediate-harm') === true) return undefined
  const open = unansweredOf(policy, policy.raise.asks, answer).filter(
    ({ id, by }) =>
      !(command.subject.kind === 'theme' && protective.has(id)) &&
      (by === undefined || holders(placeOf(world, at), by.role, command.from).some((h) => h.person === person)),
  )
  const [first] = open
  if (!first) return undefined
  const cites = [...new Set([...policy.raise.cites, ...open.flatMap((fact) => fact.cites)])]
  return open.length === 1
    ? refuse('missing', `Answer the question: ${first.ask}`, 'The policy asks it of whoever raises a concern.', {
        cites,
      })
    : refuse(
        'missing',
        `Answer ${open.length} more questions first`,
        `The policy asks them of whoever raises a concern: ${open.map((fact) => `“${fact.ask}”`).join(', ')}.`,
        { cites },
      )
}

/** Questions about one child’s safety; of a theme nobody is asked them. */
const protective: ReadonlySet<string> = new Set(['immediate-harm', 'our-risk'])
