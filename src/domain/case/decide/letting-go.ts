/** Letting a duty go, and giving the date of a limit that is agreed or set. Source: language.md section 3 "Life of an instance", "Deadline". */
import { agreedAction } from '../action-duties.ts'
import { settingsAsOf } from '../addenda.ts'
import type { Command } from '../command.ts'
import { isLive } from '../duty-instance.ts'
import { holdersInCase } from '../holders-in-case.ts'
import { type Decision, refuse } from '../refusal.ts'
import { addressees } from './addressees.ts'
import { type Deciding, type Draft, dutiesNow, isMine } from './deciding.ts'

export function waive(d: Deciding, key: string, words: string): Decision<readonly Draft[]> {
  const i = dutiesNow(d).find((x) => x.key === key)
  if (!i?.duty || i.id === agreedAction || !isLive(i))
    return refuse('already done', 'This is done, or no longer needed', 'There is nothing to let go.')
  if (words.trim() === '')
    return refuse('missing', 'Say why it is not needed', 'Letting a duty go is recorded with its reason.')
  const { waive: by } = settingsAsOf(d.world, d.actor.at)
  // A role held in an agency lets go what that agency owes.
  const where = d.world.policy.roles[by]?.at === 'agency' ? i.agency : undefined
  const board =
    by === 'board'
      ? d.part.side === 'board'
      : holdersInCase(d.world, d.c, by, where, d.actor.at).some((h) => h.person === d.actor.person)
  if (i.force === 'must' ? !board : !isMine(d, i) && !board)
    return refuse(
      'not yours',
      'You cannot let this duty go',
      i.force === 'must'
        ? 'The policy says it must be done. Only the Board can let it go, with a reason.'
        : 'Whoever owes it may let it go, with a reason.',
      { cites: i.duty.cites },
    )
  return { ok: true, value: [{ what: { kind: 'waived', key, words, samePerson: false } }] }
}

export function setDate(d: Deciding, command: Extract<Command, { kind: 'set date' }>): Decision<readonly Draft[]> {
  const i = dutiesNow(d).find((x) => x.key === command.key)
  const limits = i?.duty?.within ?? i?.stage?.within ?? []
  const asked = limits.find((l) => l.length.unit === 'as-agreed' || l.length.unit === 'as-set-by')
  if (!i || !isLive(i) || !asked)
    return refuse('missing', 'No date is to be set here', 'The policy fixes this time itself.')
  if (asked.length.unit === 'as-agreed' && d.part.level !== 'party')
    return refuse('not yours', 'This date is agreed by the two sides', 'Either of them records it.', {
      cites: i.duty?.cites ?? i.stage?.cites ?? [],
    })
  if (asked.length.unit === 'as-set-by') {
    const { who } = asked.length
    if (!addressees(d, who, i).includes(d.actor.person))
      return refuse('not yours', 'This date is set by somebody else', 'The policy says who sets it.', {
        cites: i.duty?.cites ?? i.stage?.cites ?? [],
      })
  }
  const known = d.c.dateSet[command.key]
  if (known && command.date >= known.date)
    return refuse(
      'never later',
      'A deadline can be brought forward, never back',
      `It is set already for ${known.date}. It can only become sooner.`,
      { cites: i.duty?.cites ?? i.stage?.cites ?? [] },
    )
  return {
    ok: true,
    value: [{ what: { kind: 'date set', key: command.key, date: command.date, words: command.words } }],
  }
}
