/** What a concern may not name: an agency or a person that is not there, an answer that the policy does not offer. Source: C-1; language.md section 2 "fact". */
import type { At } from '../../people/directory.ts'
import { live } from '../../people/holders.ts'
import type { RaiseCommand } from '../command.ts'
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
