import type { Command } from 'commander'
import type { Temporal } from 'temporal-polyfill'
import { bankHolidays } from '../app/bank-holidays.ts'
import { type Calendar, type Closure, type Nation, nationWords, ourDaySettings } from '../domain/calendar/calendar.ts'
import { isDate } from '../domain/calendar/day-number.ts'
import { type Deadline, deadline, fromDate, protectiveDeadline } from '../domain/calendar/deadline.ts'
import { earliest } from '../domain/calendar/earliest.ts'
import { type Length, lengthWords, parseLength } from '../domain/calendar/length.ts'
import { whenWords } from '../domain/calendar/words.ts'
import { closureOf, londonTime, momentOf } from './moments.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { UsageError } from './usage-error.ts'
import { workingText } from './working-text.ts'

interface Options {
  readonly from?: string
  readonly nation: string
  readonly closed: readonly Closure[]
  readonly protect?: string
  readonly json?: boolean
}

export function addDeadline(program: Command, done: Done): void {
  program
    .command('deadline <length>')
    .description('Works out when a length of time ends, and shows how: "1 working day", "48 hours", "immediately".')
    .requiredOption('--from <time>', 'when it starts, in London: 2026-04-02T10:00, or a date')
    .option('--nation <nation>', `whose bank holidays: ${Object.keys(nationWords).join(', ')}`, 'england-and-wales')
    .option(
      '--closed <dates>',
      'closed days of the organisation: 2026-04-08:2026-04-10, or one date; may be given again',
      closed,
      [],
    )
    .option('--protect <date>', 'a date by which this child needs it settled: the sooner of the two counts')
    .option(...jsonOption)
    .addHelpText(
      'after',
      '\nExample:\n  concordat deadline "1 working day" --from 2026-04-02T10:00 --nation england-and-wales',
    )
    .action((length: string, options: Options) => tell(workOut(length, options), options, done))
}

function workOut(text: string, options: Options): Outcome {
  const length = lengthOf(text)
  const nation = nationOf(options.nation)
  const calendar: Calendar = { holidays: bankHolidays(nation), closures: options.closed, settings: ourDaySettings }
  const from = startOf(options.from ?? '', length, calendar)
  const counted = deadline(from, length, calendar)
  const { chosen, why } = earliest([
    { label: 'The time counted', deadline: counted },
    ...(options.protect
      ? [{ label: 'The date that protects the child', deadline: protectiveDeadline(dateOf(options.protect), calendar) }]
      : []),
  ])
  const used = chosen?.deadline ?? counted
  const json = {
    date: used.date,
    at: londonTime(used.at),
    length: lengthWords(length),
    from: londonTime(from),
    nation,
    working: used.working.map(({ date, counts, why, number }) => ({
      date,
      counts,
      why,
      ...(number === undefined ? {} : { number }),
    })),
    rule: used.rule,
    defaults: used.defaults,
    basis: used.basis,
    ...(options.protect
      ? { protected: { date: options.protect, used: used !== counted, counted: londonTime(counted.at) } }
      : {}),
    ...(used.problem ? { problem: used.problem } : {}),
  }
  return { ok: true, json, text: textOf(used, options.protect ? why : undefined) }
}

function textOf(due: Deadline, why: string | undefined): string {
  return [
    `Due by ${whenWords(due.at)}`,
    ...(why ? [why] : []),
    '',
    due.rule,
    '',
    workingText(due.working),
    '',
    ...due.defaults.map((one) => `Our default: ${one}`),
    due.basis,
    ...(due.problem ? ['', due.problem] : []),
  ].join('\n')
}

function lengthOf(text: string): Length {
  const length = parseLength(text)
  if ('problem' in length) throw new UsageError(length.problem)
  return length
}

function nationOf(text: string): Nation {
  if (Object.hasOwn(nationWords, text)) return text as Nation
  throw new UsageError(
    `"${text}" is not a nation whose bank holidays are known. Write ${Object.keys(nationWords).join(', ')}.`,
  )
}

function startOf(text: string, length: Length, calendar: Calendar): Temporal.Instant {
  return isDate(text) ? fromDate(text, length, calendar) : momentOf(text)
}

function dateOf(text: string): string {
  if (isDate(text)) return text
  throw new UsageError(`"${text}" is not a date. Write it as 2026-04-09.`)
}

function closed(text: string, before: readonly Closure[]): readonly Closure[] {
  return [...before, closureOf(text)]
}
