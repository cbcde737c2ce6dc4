import { type DaySettings, nationWords, ourDaySettings } from './calendar.ts'
import { isoDate } from './day-number.ts'
import { type Length, lengthWords } from './length.ts'
import type { Counted, Sum } from './sum.ts'
import { dateWords, dayMonthWords, listWords, plainDate, timeWords } from './words.ts'
import type { DayReason } from './working-days.ts'

/** Why the clock counts from the day it does. */
export function startedWords(sum: Sum): string {
  const time = timeWords(sum.from)
  if (sum.startDay === sum.givenDay) return `Starts at ${time}`
  const day = dayMonthWords(isoDate(sum.startDay))
  const reason = sum.table.numbers.why(sum.givenDay)
  if (reason.kind === 'working' || reason.kind === 'unknown') {
    return `Starts at ${time}, after the working day ends: counts as starting on ${day}`
  }
  return `Starts at ${time} on a closed day (${reasonWords(reason)}): counts as starting on ${day}`
}

/** The rule in one sentence: "5 working days from Wednesday 1 April 2026; Good Friday and Easter Monday do not count." */
export function ruleOf(sum: Sum): string {
  const { counted, length, calendar } = sum
  const name = capital(nameWithMeaning(length, counted))
  const start = dateWords(isoDate(sum.startDay))
  const end = timeWords(calendar.settings.workingDay.to)
  switch (counted.by) {
    case 'hours':
      return `${name} by the clock from ${timeWords(sum.from)}, ${start}, through nights, weekends and bank holidays.`
    case 'working-days': {
      const skipped = skippedNames(sum)
      const skips =
        skipped.length === 0 ? '' : `; ${listWords(skipped)} ${skipped.length === 1 ? 'does' : 'do'} not count`
      return counted.n === 0 ? `${name}: by ${end} on ${start}${skips}.` : `${name} from ${start}${skips}.`
    }
    case 'dates': {
      const moved =
        sum.dueDay === sum.countedDay
          ? ''
          : `; ${dayMonthWords(isoDate(sum.countedDay))} is a closed day, so the date moves on`
      return `${name} from ${start}, weekends and bank holidays counted, to ${end} on the last day${moved}.`
    }
  }
}

/** Which parts of this deadline are Concordat's default. Only those that made a difference to it. */
export function defaultsOf(sum: Sum): readonly string[] {
  const { counted, length, calendar } = sum
  const { settings } = calendar
  const ours = (name: SettingName): boolean => isOurs(settings, name)
  const says: string[] = []
  if (length.unit === 'immediately' && ours('immediately'))
    says.push(`"Immediately" is read as within ${lengthWords(settings.immediately)}.`)
  if (length.unit === 'without-delay' && ours('withoutDelay'))
    says.push(`"Without delay" is read as ${lengthWords(settings.withoutDelay)}.`)
  if (counted.by === 'hours') {
    if (ours('twentyFourHours')) says.push('Hours run by the clock, through nights, weekends and bank holidays.')
    return says
  }
  if (ours('workingDay')) says.push(`The working day ends at ${timeWords(settings.workingDay.to)}.`)
  says.push('The day it starts is day 0.')
  if (sum.startDay !== sum.givenDay) {
    says.push(`What starts after ${timeWords(settings.workingDay.to)} or on a closed day starts the next working day.`)
  }
  if (counted.by === 'dates' && ours('closedDates') && !sum.table.numbers.works(sum.dueDay)) {
    says.push('A date that falls on a closed day stays where it is.')
  }
  return says
}

/** Whose bank holidays, of which version; whose closed days. */
export function basisOf(sum: Sum): string {
  if (sum.counted.by === 'hours')
    return 'Hours run by the clock in London. Bank holidays and closed days make no difference.'
  const { holidays, closures, closedDaysOf } = sum.calendar
  const how = holidays.fetched ? `fetched on ${plainDate(holidays.fetched)}` : 'worked out from the published rules'
  const list = `Bank holidays of ${nationWords[holidays.nation]}, ${how}, version ${holidays.version}.`
  const [from, to] = [isoDate(sum.givenDay), isoDate(sum.dueDay)]
  const inside = [
    ...new Set(closures.filter((closure) => closure.from <= to && closure.to >= from).map(({ why }) => why)),
  ]
  const whose = closedDaysOf ?? 'The organisation'
  if (inside.length > 0) return `${list} Closed days of ${closedDaysOf ?? 'the organisation'}: ${listWords(inside)}.`
  if (closures.length > 0 || closedDaysOf !== undefined) return `${list} ${whose} has no closed days in this time.`
  return `${list} No organisation's closed days are counted.`
}

/** "Good Friday, a bank holiday", "Weekend", "Closed: Inset day". Empty for a working day. */
export function reasonWords(reason: DayReason): string {
  switch (reason.kind) {
    case 'working':
    case 'unknown':
      return ''
    case 'weekend':
      return 'Weekend'
    case 'bank-holiday':
      return /bank holiday/i.test(reason.name) ? reason.name : `${reason.name}, a bank holiday`
    case 'closed':
      return `Closed: ${reason.why}`
  }
}

/** Names of the bank holidays and closed days between start and end that are not weekends, each once. */
function skippedNames({ table, givenDay, dueDay }: Sum): readonly string[] {
  const names = new Set<string>()
  for (let day = givenDay; day <= dueDay; day++) {
    const reason = table.numbers.why(day)
    if (reason.kind === 'bank-holiday') names.add(reason.name)
    if (reason.kind === 'closed') names.add(reason.why)
  }
  return [...names]
}

/** The length as written, and what it was read as where the two differ. */
function nameWithMeaning(length: Length, counted: Counted): string {
  const written = lengthWords(length)
  const meant = countedWords(counted)
  return written === meant ? written : `${written} (${meant})`
}

function countedWords(counted: Counted): string {
  switch (counted.by) {
    case 'hours':
      return lengthWords({ unit: 'hours', n: counted.n })
    case 'working-days':
      return lengthWords(counted.n === 0 ? { unit: 'same-working-day' } : { unit: 'working-days', n: counted.n })
    case 'dates':
      return lengthWords({ unit: counted.unit, n: counted.n })
  }
}

type SettingName = 'workingDay' | 'closedDates' | 'twentyFourHours' | 'withoutDelay' | 'immediately'

const asWritten: Readonly<Record<SettingName, string>> = {
  workingDay: 'working-day',
  closedDates: 'closed-dates',
  twentyFourHours: '24-hours',
  withoutDelay: 'without-delay',
  immediately: 'immediately',
}

function isOurs(settings: DaySettings, name: SettingName): boolean {
  const set = settings.setByPolicy ?? []
  if (set.includes(name) || set.includes(asWritten[name])) return false
  return JSON.stringify(settings[name]) === JSON.stringify(ourDaySettings[name])
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
