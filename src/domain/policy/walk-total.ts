import type { BankHolidays } from '../calendar/calendar.ts'
import { dayNumber } from '../calendar/day-number.ts'
import { londonInstant } from '../calendar/london.ts'
import { dateWords } from '../calendar/words.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Policy } from './policy.ts'
import { rehearse } from './rehearse.ts'
import { walkDate } from './walk-facts.ts'

/** How long it takes when every stage is used to its last day and the case goes to the top. */
export function longestTotal(policy: Policy, holidays: BankHolidays): readonly Finding[] {
  const rehearsed = rehearse(policy, {
    raisedAt: londonInstant(walkDate, '10:00').epochMilliseconds,
    facts: {},
    holidays,
  })
  if (!rehearsed.ok) return []
  const { raised, stages } = rehearsed.value
  const ended = stages.at(-1)?.left
  if (!ended) return []
  const days = dayNumber(ended.slice(0, 10)) - dayNumber(raised.slice(0, 10))
  const assumed = stages.filter((stage) => stage.assumed).length
  const doubt =
    assumed === 0 ? '' : ` ${assumed} of its stages have no time, and ten working days are assumed for each.`
  const message = `Taken to the last day of every stage, a case reaches the top and ends ${days === 0 ? 'on the day it was raised' : `${days === 1 ? '1 day' : `${days} days`} after it was raised`}.${doubt}`
  const story = [
    `Raised on ${dateWords(raised.slice(0, 10))}.`,
    ...stages.map(
      (stage) =>
        `${stage.title}: until ${dateWords((stage.left ?? ended).slice(0, 10))}${stage.assumed ? ', which is assumed' : ''}.`,
    ),
  ]
  return [{ ...found('note', 'longest-total', undefined, message), story }]
}
