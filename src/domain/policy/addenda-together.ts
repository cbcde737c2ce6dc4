import { everyDuty, sameLimits, settingsChanged } from '../case/addenda.ts'
import type { Id, Policy } from './policy.ts'

/** Two addenda that nobody can tell apart: they begin on one day and change one thing. Adopting the second is refused. */
export interface AddendaClash {
  /** The two policy ids, in their order. */
  readonly addenda: readonly [Id, Id]
  /** What both change: a stage, a duty, a setting. */
  readonly what: string
  /** Names both files, and says what to do. */
  readonly message: string
}

/**
 * Addenda of one policy that overlap. The one that begins later holds where both change the same thing, so only two of the same
 * first day are wrong. `addenda` are the merged policies, each with its `changes`. Source: decision 14.
 */
export function addendaTogether(policy: Policy, addenda: readonly Policy[]): readonly AddendaClash[] {
  const own = addenda.filter(
    ({ changes }) => changes?.from !== undefined && changes.policy === policy.id && changes.version === policy.version,
  )
  return own.flatMap((first, n) =>
    own
      .slice(n + 1)
      .filter((second) => second.changes?.from === first.changes?.from)
      .flatMap((second): readonly AddendaClash[] => {
        const also = new Set(changedBy(second, policy))
        return changedBy(first, policy)
          .filter((what) => also.has(what))
          .map((what) => ({
            addenda: [first.id, second.id],
            what,
            message: `\`${first.id}\` and \`${second.id}\` begin on the same day, ${first.changes?.from}, and both change ${what}. Let one begin later, which then holds, or write them as one.`,
          }))
      }),
  )
}

/** Everything an addendum says otherwise than its policy, as words. */
function changedBy(addendum: Policy, policy: Policy): readonly string[] {
  const duties = everyDuty(addendum)
    .filter((duty) => {
      const was = everyDuty(policy).find((one) => one.id === duty.id)
      return was === undefined || !sameLimits(duty, was) || duty.says !== was.says
    })
    .map(({ id }) => `the duty \`${id}\``)
  const stages = addendum.stages.flatMap((stage) => {
    const was = policy.stages.find((one) => one.id === stage.id)
    if (!was) return []
    return [
      ...(sameLimits(stage, was) ? [] : [`the limit of \`${stage.id}\``]),
      ...(stage.contact.join() === was.contact.join() ? [] : [`the ways of contact of \`${stage.id}\``]),
      ...(stage.says === was.says ? [] : [`the words of \`${stage.id}\``]),
    ]
  })
  const roles = Object.values(addendum.roles)
    .filter((role) => JSON.stringify(role.contact) !== JSON.stringify(policy.roles[role.id]?.contact))
    .map(({ id }) => `the contact of \`${id}\``)
  const settings = Object.keys(settingsChanged(addendum, policy))
    .filter((key) => key !== 'setByPolicy')
    .map((key) => `the setting \`${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\``)
  return [...new Set([...stages, ...duties, ...roles, ...settings])]
}
