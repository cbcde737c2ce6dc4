/** Properties of dates: something is always due, never on a closed day, and a protective date only shortens. Source: domain.md sections 3 and 5. */
import { dateAt } from '../src/domain/calendar/london.ts'
import type { Case } from '../src/domain/case/case.ts'
import { partOf } from '../src/domain/case/parts.ts'
import { everybody, holidays, minute, type Property } from './every-path.ts'

/** Open: something is due with a date. Ended: closed, or somebody still owes something. */
export const somethingIsDue: Property = (engine, s) => {
  if (s.c.closed) return []
  const owed = engine
    .due(s.world, s.c, s.at)
    .filter((i) => i.status === 'open' || i.status === 'late' || i.status === 'waiting')
  const counts = s.c.end ? owed.filter((i) => i.force === 'must') : owed.filter((i) => i.due !== undefined)
  return counts.length > 0 || s.c.outstanding.some((o) => !o.done) ? [] : [`${s.name}: nothing is due`]
}

/** A date counted in working days is a working day, by a look at the list and the week and nothing else. */
export const noDeadlineOnAClosedDay: Property = (engine, s) =>
  engine.due(s.world, s.c, s.at).flatMap((i) => {
    const used = i.due?.candidates.find((candidate) => candidate.used)
    if (!i.due || !used || used.kind !== 'limit' || i.due.atOnce || used.deadline.counted !== 'working-days') return []
    const date = dateAt(i.due.at)
    const closed =
      [0, 6].includes(new Date(`${date}T12:00Z`).getUTCDay()) || holidays.days.some((day) => day.date === date)
    return closed ? [`${s.name}: ${i.id} falls due on ${date}, which is closed`] : []
  })

/** A date that protects a child brings deadlines forward, and cannot be moved back. */
export const aProtectiveDateOnlyShortens: Property = (engine, s) => {
  if (s.c.end) return []
  const now = s.at + minute
  const day = (n: number) => dateAt(s.at + n * 24 * 60 * minute)
  const person = everybody(s).find((one) => partOf(s.world, s.c, one, now)?.level === 'party')
  const given =
    person === undefined
      ? undefined
      : engine.decide(s.world, s.c, { kind: 'protect', date: day(3), words: 'By then.' }, { person, at: now })
  if (!person || !given?.ok) return [`${s.name}: no date can be given that protects the child`]
  const c = given.value.reduce<Case>((so, entry) => engine.evolve(so, entry), s.c)
  const before = new Map(engine.due(s.world, s.c, now).map((i) => [i.key, i.due?.at ?? Number.POSITIVE_INFINITY]))
  const longer = engine
    .due(s.world, c, now)
    .filter((i) => (i.due?.at ?? Number.POSITIVE_INFINITY) > (before.get(i.key) ?? Number.POSITIVE_INFINITY))
  const later = engine.decide(
    s.world,
    c,
    { kind: 'protect', date: day(9), words: 'Later.' },
    { person, at: now + minute },
  )
  return [
    ...longer.map((i) => `${s.name}: ${i.id} is due later than before`),
    ...(later.ok ? [`${s.name}: the date moved back`] : []),
  ]
}
