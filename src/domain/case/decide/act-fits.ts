/** Whether an act does what a duty asks: the people it reaches, the questions it answers. Source: the table of acts in language.md section 2. */
import type { PersonId } from '../../people/directory.ts'
import type { Duty, Fact } from '../../policy/policy.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import type { DutyInstance } from '../duty-instance.ts'
import type { Act, Answers } from '../entry.ts'
import { unansweredOf } from '../forms.ts'
import { refuse } from '../refusal.ts'
import { addresseesByAgency } from './addressees.ts'
import type { Deciding } from './deciding.ts'

/** Duties of this verb that an act of these words to these people does. */
export function fitting(
  d: Deciding,
  own: readonly DutyInstance[],
  command: Extract<Command, { kind: 'act' }>,
): readonly DutyInstance[] {
  return own.filter((i) => {
    const duty = i.duty
    if (!duty || duty.act.verb !== command.verb || i.force === 'may') return false
    return reaches(d, duty, i, command.act) && unanswered(d, i, command.act.facts) === undefined
  })
}

/** A notice does its duty only when it reaches every role it names. */
export function reaches(d: Deciding, duty: Duty, i: DutyInstance, done: Act): boolean {
  if (!('to' in duty.act)) return true
  if (done.toWords !== undefined) return true
  // Whoever tells the others knows it themselves.
  const to = new Set<PersonId>([...(done.to ?? []), ...(done.to?.length ? [d.actor.person] : [])])
  return duty.act.to.every((who) => {
    const groups = addresseesByAgency(d, who, i).filter((group) => group.length > 0)
    return groups.length > 0 && groups.every((group) => group.some((p) => to.has(p)))
  })
}

/** A notice that does not reach those it is for, or a paper whose questions are open, is not yet done. */
export function lackingIn(
  d: Deciding,
  live: readonly DutyInstance[],
  command: Extract<Command, { kind: 'act' }>,
): ReturnType<typeof refuse> | undefined {
  for (const i of live) {
    const cites = i.duty?.cites ?? []
    if (i.duty && !reaches(d, i.duty, i, command.act))
      return refuse(
        'missing',
        'It does not reach everyone the policy names',
        'Choose them, or say in words whom you reached.',
        { cites },
      )
    const fact = unanswered(d, i, command.act.facts)
    if (fact)
      return refuse('missing', `Answer the question: ${fact.ask}`, 'The policy has it answered in doing this.', {
        cites,
      })
  }
  return undefined
}

/** A question of the duty's form that is neither answered now nor was before. */
const unanswered = (d: Deciding, i: DutyInstance, given: Answers | undefined): Fact | undefined =>
  unansweredOf(d.world.policy, i.duty?.asks ?? [], answersAt(d.c, d.actor.at, given))[0]
