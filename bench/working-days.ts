/**
 * P9: working-day sums. Three ways to the same answer in one interleaved run, medians of five rounds:
 *   table    `workingDays(calendar).add`: ISO date in, ISO date out, checked against the years covered
 *   naive    day by day over a Set of holidays, as one would write it with Date and ISO dates
 *   ceiling  one look in a bare array by whole numbers: what no table can beat
 * and a whole `deadline` (instant in, instant out) against the same walk with Temporal. The answers are compared first.
 * Run: node_modules/.bin/node bench/working-days.ts
 */
import { strict as assert } from 'node:assert'
import { Temporal } from 'temporal-polyfill'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { type Calendar, ourDaySettings } from '../src/domain/calendar/calendar.ts'
import { deadline } from '../src/domain/calendar/deadline.ts'
import { workingDays } from '../src/domain/calendar/working-days.ts'

const calendar: Calendar = {
  holidays: shippedBankHolidays('england-and-wales'),
  closures: [],
  settings: ourDaySettings,
}
const holidays = new Set(calendar.holidays.days.map(({ date }) => date))
const table = workingDays(calendar)
const dates = everyDate('2018-01-01', '2028-11-01')
const lengths = [1, 2, 3, 5, 10, 15]
const starts = dates.map((date) =>
  Temporal.PlainDateTime.from(`${date}T10:00`).toZonedDateTime('Europe/London').toInstant(),
)
const bare = bareTable()

for (const [i, date] of dates.entries()) {
  const n = lengths[i % lengths.length] ?? 1
  assert.equal(table.add(date, n), naive(date, n), `${date} + ${n}`)
}

const rounds = 5
const rates = {
  table: [] as number[],
  naive: [] as number[],
  ceiling: [] as number[],
  deadline: [] as number[],
  walk: [] as number[],
}
let sink = 0
for (let round = 0; round <= rounds; round++) {
  const one = {
    table: rate(200, (i, n) => table.add(dates[i] ?? '', n).length),
    naive: rate(3, (i, n) => naive(dates[i] ?? '', n).length),
    ceiling: rate(1000, (i, n) => bare.nth[(bare.upTo[i] ?? 0) + n] ?? 0),
    deadline: rate(
      30,
      (i, n) => deadline(starts[i] as Temporal.Instant, { unit: 'working-days', n }, calendar).date.length,
    ),
    walk: rate(1, (i, n) => walk(starts[i] as Temporal.Instant, n).epochMilliseconds),
  }
  // The first round warms up and is not counted.
  if (round > 0) for (const name of Object.keys(rates) as (keyof typeof rates)[]) rates[name].push(one[name])
}

const r = Object.fromEntries(Object.entries(rates).map(([name, all]) => [name, median(all)])) as Record<
  keyof typeof rates,
  number
>
const show = (name: string, perSecond: number): void =>
  console.log(`${name.padEnd(34)}${Math.round(perSecond).toLocaleString('en-GB').padStart(14)} /s`)
console.log(
  `Working days, ${dates.length} dates x ${lengths.length} lengths, medians of ${rounds} interleaved rounds (${sink % 10})`,
)
show('table, ISO dates', r.table)
show('naive, day by day + Set', r.naive)
show('ceiling, bare array', r.ceiling)
show('whole deadline', r.deadline)
show('naive deadline, Temporal + Set', r.walk)
console.log(
  `table / naive       ${(r.table / r.naive).toFixed(1)}x   (P9: floor 10x, goal 100x, against date-fns + Set)`,
)
console.log(`deadline / naive    ${(r.deadline / r.walk).toFixed(1)}x`)
console.log(`table / ceiling     ${((100 * r.table) / r.ceiling).toFixed(1)} %`)

function rate(times: number, one: (i: number, n: number) => number): number {
  const from = performance.now()
  for (let t = 0; t < times; t++)
    for (let i = 0; i < dates.length; i++) sink += one(i, lengths[(i + t) % lengths.length] ?? 1)
  return (times * dates.length * 1000) / (performance.now() - from)
}

function naive(date: string, n: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  for (let left = n; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    const week = day.getUTCDay()
    if (week !== 0 && week !== 6 && !holidays.has(day.toISOString().slice(0, 10))) left--
  }
  return day.toISOString().slice(0, 10)
}

function walk(from: Temporal.Instant, n: number): Temporal.Instant {
  const start = from.toZonedDateTimeISO('Europe/London')
  let day = start.toPlainDate()
  const works = (): boolean => day.dayOfWeek < 6 && !holidays.has(day.toString())
  const late = Temporal.PlainTime.compare(start.toPlainTime(), '17:00') > 0
  if (late) day = day.add({ days: 1 })
  while (!works()) day = day.add({ days: 1 })
  for (let left = n; left > 0; ) {
    day = day.add({ days: 1 })
    if (works()) left--
  }
  return day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '17:00' }).toInstant()
}

function bareTable(): { upTo: Uint16Array; nth: Uint16Array } {
  const upTo = new Uint16Array(dates.length)
  const nth = new Uint16Array(dates.length + 64)
  let seen = 0
  for (const [i, date] of dates.entries()) {
    if (table.isWorkingDay(date)) nth[seen++] = i
    upTo[i] = seen
  }
  return { upTo, nth }
}

function everyDate(from: string, to: string): string[] {
  const all: string[] = []
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    all.push(day.toString())
  return all
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
