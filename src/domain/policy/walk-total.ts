import type { BankHolidays } from '../calendar/calendar.ts'
import { dayNumber } from '../calendar/day-number.ts'
import { londonInstant } from '../calendar/london.ts'
import { dateWords } from '../calendar/words.ts'
import { calendarOf, counted } from '../case/instance-deadline.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Limit, Policy } from './policy.ts'
import { type Rehearsal, rehearse } from './rehearse.ts'
import { dutiesOf } from './static/of-policy.ts'
import { castOf } from './walk-cast.ts'
import { walkDate } from './walk-facts.ts'

const raisedAt = londonInstant(walkDate, '10:00').epochMilliseconds

/** How long it takes when every stage is used to its last day and the case goes to the top. */
export function longestTotal(policy: Policy, holidays: BankHolidays): readonly Finding[] {
  const rehearsed = rehearse(policy, {
    raisedAt,
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
  return [
    { ...found('note', 'longest-total', undefined, message), story },
    ...abovePromise(policy, holidays, rehearsed.value, ended).map((one) => ({
      ...one.finding,
      story: [...story, `The promise was ${dateWords(one.date)}.`],
    })),
  ]
}

/** What is counted from the raising promises when it is over: a later stage, or a duty that only the end brings about. */
function abovePromise(policy: Policy, holidays: BankHolidays, rehearsed: Rehearsal, ended: string): readonly Broken[] {
  const { world } = castOf(policy, holidays)
  const promised = (limits: readonly Limit[]) =>
    limits.flatMap((limit) => {
      if (limit.of?.on !== 'raised' || limit.length.unit === 'as-agreed' || limit.length.unit === 'as-set-by') return []
      return [{ limit, date: counted(raisedAt, limit.length, calendarOf(world)).date }]
    })
  const late = rehearsed.stages.slice(1).flatMap((stage): readonly Broken[] => {
    const there = stage.entered.slice(0, 10)
    const [broken] = promised(policy.stages.find(({ id }) => id === stage.id)?.within ?? []).filter(
      ({ date }) => date < there,
    )
    if (!broken) return []
    const message = `\`${stage.id}\` is to be over by ${dateWords(broken.date)}, \`${broken.limit.text}\`, and a case that takes all the time of the stages before it only gets there on ${dateWords(there)}. Shorten those, or count this one from its own beginning.`
    return [{ date: broken.date, finding: found('warning', 'total-above-promise', broken.limit.place, message) }]
  })
  const promises = dutiesOf(policy).flatMap(({ duty }) =>
    duty.when.some(({ on }) => on === 'end' || on === 'ended') ? [duty] : [],
  )
  const duties = promises.flatMap((duty): readonly Broken[] => {
    const [broken] = promised(duty.within).filter(({ date }) => date < ended.slice(0, 10))
    if (!broken) return []
    const message = `\`${duty.id}\` is due by ${dateWords(broken.date)}, \`${broken.limit.text}\`, and only the end brings it about: the stages together may take until ${dateWords(ended.slice(0, 10))}. Shorten them, or count this from the end.`
    return [{ date: broken.date, finding: found('warning', 'total-above-promise', broken.limit.place, message) }]
  })
  return [...late, ...duties]
}

interface Broken {
  readonly date: string
  readonly finding: Finding
}
