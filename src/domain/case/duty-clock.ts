/** The deadline of one instance, as it stood when the instance was settled, or as it stands now. Source: language.md section 3 "Deadline". */
import type { At } from '../people/directory.ts'
import type { Event, Limit, LimitLength } from '../policy/policy.ts'
import { answersAt } from './condition.ts'
import type { Due } from './duty-instance.ts'
import type { InstanceKey } from './entry.ts'
import { dueOf } from './instance-deadline.ts'
import { dateOf, type Listening, occurrences } from './occurrences.ts'
import { calendarAgency, type Ower } from './owers.ts'

export interface Counting {
  readonly key: InstanceKey
  readonly arose: At
  /** When it was done or fell away: nothing later moves its date. */
  readonly settledAt: At | undefined
  readonly ower?: Ower
}

export function deadlineFor(limits: readonly Limit[], i: Counting, l: Listening): Due | undefined {
  const { world, c } = l
  const moment = Math.min(i.settledAt ?? l.at, l.at)
  // The entry by which it was settled may start the same clock anew: going back enters the stage that a shared limit counts from.
  const asOf = i.settledAt !== undefined && i.settledAt <= l.at ? Math.max(i.arose, i.settledAt - 1) : moment
  const protective = c.protective.findLast((p) => p.at <= moment)
  const set = c.dateSet[i.key]
  const agency = i.ower ? calendarAgency(world, i.ower) : undefined
  return dueOf(limits, {
    world,
    ...(agency ? { agency } : {}),
    arose: i.arose,
    answer: answersAt(c, moment),
    latest: (event, unit) => latest(event, unit, l, moment, asOf),
    ...(set && set.at <= moment ? { dateSet: set.date } : {}),
    ...(protective ? { protective: protective.date } : {}),
    isStage: i.ower === undefined,
  })
}

/** A date and a deadline may lie ahead; everything else counts once it has happened. */
function latest(event: Event, unit: LimitLength['unit'], l: Listening, moment: At, asOf: At): At | undefined {
  if (event.on === 'date') return dateOf(answersAt(l.c, moment)(event.fact), unit === 'hours')
  const heard = occurrences(event, { ...l, asOf })
  return heard.length === 0 ? undefined : Math.max(...heard.map((o) => o.at))
}
