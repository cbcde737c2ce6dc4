import { bankHolidays } from '../../app/bank-holidays.ts'
import type { Nation } from '../../domain/calendar/calendar.ts'
import { dateWords, dayMonthWords, listWords, timeWords } from '../../domain/calendar/words.ts'
import { type Worked, workOut } from './calculator-answer.ts'
import { nations, type Question } from './calculator-question.ts'

export const nationPlaces: Readonly<Record<Nation, string>> = {
  'england-and-wales': 'England or Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** What the answer would be elsewhere, where it differs, a sentence each with its reason. */
export function differences(question: Question, here: Worked): readonly string[] {
  return nations
    .filter((nation) => nation !== question.nation)
    .flatMap((nation) => {
      const there = workOut(question, nation)
      if (there.used.at.epochNanoseconds === here.used.at.epochNanoseconds) return []
      return [
        `In ${nationPlaces[nation]} the answer is ${said(there, here)}, ${because(question, nation, here, there)}.`,
      ]
    })
}

function said({ used }: Worked, here: Worked): string {
  const date = used.date.slice(0, 4) === here.used.date.slice(0, 4) ? dayMonthWords(used.date) : dateWords(used.date)
  const [time, ours] = [timeWords(used.at), timeWords(here.used.at)]
  return time === ours ? date : `${time} on ${date}`
}

/** Days between the start and the later of the two answers that are a bank holiday in one place and not in the other. */
function because(question: Question, nation: Nation, here: Worked, there: Worked): string {
  const until = here.used.date > there.used.date ? here.used.date : there.used.date
  const within = (of: Nation) => bankHolidays(of).days.filter(({ date }) => date >= question.from && date <= until)
  const ours = within(question.nation)
  const theirs = within(nation)
  const only = (list: typeof ours, others: typeof ours) =>
    list.filter(({ date }) => !others.some((one) => one.date === date)).map(({ name }) => name)
  const worked = only(ours, theirs)
  const closed = only(theirs, ours)
  return [
    ...(worked.length > 0
      ? [`because ${listWords(worked)} ${worked.length > 1 ? 'are working days' : 'is a working day'} there`]
      : []),
    ...(closed.length > 0
      ? [`because ${listWords(closed)} ${closed.length > 1 ? 'are bank holidays' : 'is a bank holiday'} there`]
      : []),
  ].join(' and ')
}
