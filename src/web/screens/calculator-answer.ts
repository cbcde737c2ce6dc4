import type { Temporal } from 'temporal-polyfill'
import { type Deadline, deadline, fromDate, protectiveDeadline } from '../../domain/calendar/deadline.ts'
import { earliest } from '../../domain/calendar/earliest.ts'
import { lengthWords } from '../../domain/calendar/length.ts'
import { londonInstant } from '../../domain/calendar/london.ts'
import { textOf } from '../../domain/calendar/text-of.ts'
import type { WorkingRow } from '../../domain/calendar/working-row.ts'
import { calendarOf, type Question } from './calculator-question.ts'

export interface Worked {
  readonly question: Question
  readonly start: Temporal.Instant
  /** The time counted. */
  readonly counted: Deadline
  /** The one that counts: the sooner, where a date protects the child. */
  readonly used: Deadline
  /** Both dates as sentences, and which counts; only where two compete. */
  readonly competing?: { readonly why: string; readonly all: readonly string[] }
  /** The days, up to the later of the two. */
  readonly rows: readonly WorkingRow[]
}

/** Throws `OutsideCalendar` years away from any list of bank holidays. */
export function workOut(question: Question, nation = question.nation): Worked {
  const calendar = calendarOf(question, nation)
  const start =
    question.time === undefined
      ? fromDate(question.from, question.length, calendar)
      : londonInstant(question.from, question.time)
  const counted = deadline(start, question.length, calendar)
  if (question.protect === undefined) return { question, start, counted, used: counted, rows: counted.working }
  const given = protectiveDeadline(question.protect, calendar, 'The date that protects the child')
  const { chosen, all, why } = earliest([
    { label: 'The time counted', deadline: counted },
    { label: 'The date that protects the child', deadline: given },
  ])
  const used = chosen?.deadline ?? counted
  return {
    question,
    start,
    counted,
    used,
    competing: { why, all: all.map(({ words }) => words) },
    rows: used === counted ? counted.working : rowsUntil(counted.working, given),
  }
}

/** The days counted, ending early on the date that protects; what comes after it is shown and not used. */
function rowsUntil(rows: readonly WorkingRow[], given: Deadline): readonly WorkingRow[] {
  const [own] = given.working
  const [first] = rows
  if (!own || !first || own.date < first.date) return given.working
  const there = rows.some(({ date }) => date === own.date)
  const before = rows.filter(({ date }) => date < own.date)
  const on = rows.filter(({ date }) => date === own.date).map((row) => ({ ...row, why: `${row.why}. ${own.why}` }))
  const later = rows
    .filter(({ date }) => date > own.date)
    .map(({ due, ...row }) => (due ? { ...row, why: `${row.why}, not used`, ordinary: false } : row))
  return [...before, ...(there ? on : [own]).map((row) => ({ ...row, due: true, ordinary: false })), ...later]
}

/** The same shape as `concordat deadline --json`. */
export function workedJson({ question, start, counted, used }: Worked): unknown {
  return {
    date: used.date,
    at: londonTime(used.at),
    length: lengthWords(question.length),
    from: londonTime(start),
    nation: question.nation,
    working: used.working.map(({ date, counts, why, number }) => ({
      date,
      counts,
      why,
      ...(number === undefined ? {} : { number }),
    })),
    rule: used.rule,
    defaults: used.defaults,
    basis: used.basis,
    ...(question.protect === undefined
      ? {}
      : { protected: { date: question.protect, used: used !== counted, counted: londonTime(counted.at) } }),
    ...(used.problem === undefined ? {} : { problem: used.problem }),
  }
}

/** For e-mail and the child's file: dates and reasons, nothing else. */
export function workedText({ used, competing }: Worked): string {
  return competing ? `${textOf(used)}\n${competing.all.join('\n')}\n${competing.why}\n` : textOf(used)
}

/** One event for a calendar program, in UTC, without a word about anybody. */
export function workedCalendar({ used, question }: Worked, now: number): string {
  const at = stamp(used.at.epochMilliseconds)
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concordat//Deadline//EN',
    'BEGIN:VEVENT',
    `UID:${at}-${question.from}@concordat`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${at}`,
    `DTEND:${at}`,
    'SUMMARY:Deadline',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}

const stamp = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replaceAll(/[-:]/g, '')

const londonTime = (at: Temporal.Instant): string => at.toString({ timeZone: 'Europe/London', smallestUnit: 'second' })
