/** Asking somebody else to open a gate, and opening an ended case again. Source: language.md section 3 "Moves", "Ends". */
import { settingsAsOf } from '../addenda.ts'
import { availableMoves, gateFacts, isOfSide } from '../available.ts'
import { currentVisit } from '../case.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import type { DutyInstance } from '../duty-instance.ts'
import { holdersInCase } from '../holders-in-case.ts'
import { calendarOf, counted, dateDeadline } from '../instance-deadline.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { Deciding, Draft } from './deciding.ts'
import { startOf } from './landing.ts'
import { refusedMove, stageTitle } from './refused-move.ts'

export function asking(
  d: Deciding,
  command: Extract<Command, { kind: 'ask gate' }>,
  all: readonly DutyInstance[],
): Decision<readonly Draft[]> {
  const a = availableMoves(d.world, d.c, d.actor.at, all).find((x) => x.move.id === command.move)
  if (!a) return refusedMove(d, command.move, {})
  if (d.part.level === 'observer' || !isOfSide(a.move.by, d.part.side))
    return refuse('not yours', `You cannot ${stageTitle(d, a)}`, 'The policy gives this move to another side.', {
      cites: a.move.cites,
    })
  const answer = answersAt(d.c, d.actor.at)
  const facts = gateFacts(d.world.policy, a.move.if).filter((f) => answer(f) === undefined)
  if (facts.length === 0)
    return refuse('already done', 'It has been answered already', 'There is nothing left to ask.', {
      cites: a.move.cites,
    })
  const asked = d.c.gates.some((g) => g.move === a.move.id && g.visit === currentVisit(d.c).n)
  if (asked)
    return refuse(
      'already done',
      'They have been asked already',
      'If they do not answer in time, the way to the next stage opens.',
      { cites: a.move.cites },
    )
  return {
    ok: true,
    value: [
      {
        what: { kind: 'gate asked', move: a.move.id, facts, side: d.part.side, words: command.words },
        audience: { to: 'agency', agency: d.part.agency },
      },
    ],
  }
}

/** An agreement is reopened by any party within `reopen` or when an action is late; a withdrawal by its raiser; a decision stands. */
export function reopening(d: Deciding, words: string): Decision<readonly Draft[]> {
  const { end } = d.c
  if (!end) return refuse('already done', 'This case is open', 'There is nothing to reopen.')
  if (words.trim() === '')
    return refuse('missing', 'Say why it has to be opened again', 'The reason goes into the record.')
  if (d.part.level !== 'party') return refuse('not yours', 'You cannot reopen this case', 'One of the two sides may.')
  const raiser =
    holdersInCase(d.world, d.c, 'raiser', undefined, d.actor.at).some((h) => h.person === d.actor.person) ||
    d.c.raisers.some((r) => r.person === d.actor.person)
  if (end.end === 'decided')
    return refuse('ended', 'A decision stands', 'You can record that you disagree. Only whoever decided may change it.')
  if ((end.end === 'withdrawn' || end.end === 'recorded' || end.end === 'handed over') && !raiser)
    return refuse('not yours', 'You cannot reopen this case', 'Only the person who raised it may.')
  const calendar = calendarOf(d.world)
  const until = counted(end.at, settingsAsOf(d.world, end.at).reopen, calendar).at.epochMilliseconds
  const actionLate = d.c.outstanding.some(
    (o) => !o.done && dateDeadline(o.action.by, calendar).at.epochMilliseconds < d.actor.at,
  )
  if (end.end === 'agreed' && d.actor.at > until && !actionLate)
    return refuse(
      'out of time',
      'It is too late to reopen this agreement',
      'An agreement may be opened again for a time, or when something agreed is not done. You can raise a new concern.',
    )
  const left = currentVisit(d.c)
  return {
    ok: true,
    value: [
      {
        what: {
          kind: 'reopened',
          words,
          start: startOf(
            d.world,
            d.c,
            { to: 'stage', stage: left.stage, tier: left.tier, passed: [], back: false },
            d.actor.at,
          ),
        },
      },
    ],
  }
}
