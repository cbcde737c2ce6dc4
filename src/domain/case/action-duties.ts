/**
 * What was agreed to be done and is not done yet, as something owed by its day: shown, late and followed up like any duty.
 * Source: PG-4; language.md section 3 "Ends" ("`outstanding` actions with owner and date").
 */
import type { At } from '../people/directory.ts'
import type { Duty } from '../policy/policy.ts'
import type { Case, Outstanding } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import { calendarOf, dateDeadline } from './instance-deadline.ts'
import type { World } from './world.ts'

export const agreedAction = 'our-action'

export function actionDuties(world: World, c: Case, at: At): readonly DutyInstance[] {
  return c.outstanding.filter((o) => o.at <= at).map((o) => ofAction(world, c, o, at))
}

/** The item an instance is about: the entry that opened it, and its place there. */
export const actionOf = (i: Pick<DutyInstance, 'key'>): { readonly seq: number; readonly index: number } => {
  const [seq = '', index = ''] = (i.key.split('·')[2] ?? '').split('-')
  return { seq: Number(seq), index: Number(index) }
}

function ofAction(world: World, c: Case, o: Outstanding, at: At): DutyInstance {
  const owner = c.agencies.find((a) => a.agency === o.action.agency)
  const place = { line: 0, column: 0 }
  const duty: Duty = {
    id: agreedAction,
    who: { side: owner?.side ?? 'each', role: 'party', place },
    force: 'must',
    act: { verb: 'do', words: o.action.what },
    when: [],
    within: [],
    asks: [],
    before: [],
    cites: [],
    origin: 'ours',
    place,
  }
  const deadline = dateDeadline(o.action.by, calendarOf(world, owner?.agency))
  const dueAt = deadline.at.epochMilliseconds
  const done = o.done && o.done.at <= at ? o.done : undefined
  const lateAt = dueAt < (done?.at ?? at) ? dueAt + 1 : undefined
  return {
    key: `${agreedAction}·0·${o.seq}-${o.index}·${owner?.agency ?? 'both'}`,
    id: agreedAction,
    duty,
    force: 'must',
    visit: 0,
    scope: 'policy',
    ...(owner ? { agency: owner.agency, side: owner.side } : { side: 'both' as const }),
    arose: o.at,
    status: done ? 'done' : lateAt === undefined ? 'open' : 'late',
    due: {
      at: Math.max(dueAt, o.at),
      guide: false,
      atOnce: dueAt < o.at,
      candidates: [{ kind: 'set', at: dueAt, deadline, used: true }],
    },
    ...(lateAt === undefined ? {} : { lateAt }),
    ...(done ? { done: { at: done.at, seq: o.seq, by: done.by, recorded: done.at } } : {}),
  }
}
