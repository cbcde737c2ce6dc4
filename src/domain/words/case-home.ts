/** The sentence and the lines of home: what needs this person, what others owe, who has the next step. */
import type { Case } from '../case/case.ts'
import { raisingAgency } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { World } from '../case/world.ts'
import { agencyName } from '../case/world.ts'
import type { At, PersonId } from '../people/directory.ts'
import { agencyOfPerson, nameOf, type Telling } from './case-telling.ts'
import { byWords, daysTo } from './case-when.ts'
import { isLate } from './duty-due.ts'
import { owersOf, whoOwes } from './duty-names.ts'
import { notDone } from './duty-order.ts'
import { bySoonest } from './duty-words.ts'

/** A duty of one of the reader's cases. */
export interface HomeLine {
  readonly c: Case
  readonly world: World
  readonly instance: DutyInstance
}

export interface HomeTelling {
  readonly at: At
  readonly reader: PersonId
  readonly mine: readonly HomeLine[]
  readonly owed: readonly HomeLine[]
  readonly open: number
}

export interface HomeWords {
  readonly title: string
  readonly lead: string
}

export function homeWords(view: HomeTelling): HomeWords {
  const { mine, owed } = view
  if (mine.length === 0) return { title: 'Nothing needs you today', lead: nothingWords(view) }
  return {
    title: 'What needs you',
    lead: [mineWords(view, mine), lateWords(view, owed)].filter((x) => x !== '').join(' '),
  }
}

/** The reader's view of one line: enough for words about its duty. */
export function tellingOf(view: Pick<HomeTelling, 'at' | 'reader'>, line: HomeLine): Telling {
  const agency = agencyOfPerson({ ...view, ...line }, view.reader) ?? raisingAgency(line.c)
  const side = line.c.agencies.find((a) => a.agency === agency)?.side ?? 'board'
  return {
    world: line.world,
    c: line.c,
    at: view.at,
    reader: view.reader,
    part: { agency, side, level: 'party' },
    entries: [],
    duties: [line.instance],
  }
}

function mineWords(view: HomeTelling, mine: readonly HomeLine[]): string {
  const count = (test: (i: DutyInstance) => boolean) => mine.filter((l) => test(l.instance)).length
  const late = count((i) => isLate(i, view.at))
  const days = (n: number) =>
    count((i) => i.due !== undefined && !i.due.guide && !isLate(i, view.at) && daysTo(i.due.at, view.at) === n)
  const today = days(0)
  const tomorrow = days(1)
  const parts = [
    late > 0 ? `${things(late)} of yours ${is(late)} late.` : '',
    today > 0 ? `${things(today)} ${is(today)} due from you today.` : '',
    tomorrow > 0 && late + today === 0 ? `${things(tomorrow)} ${is(tomorrow)} due from you tomorrow.` : '',
  ].filter((x) => x !== '')
  if (parts.length > 0) return parts.join(' ')
  const next = mine.find((l) => l.instance.due && !l.instance.due.guide)?.instance.due
  if (next)
    return `${things(mine.length)} ${is(mine.length)} yours to do, ${mine.length === 1 ? '' : 'the next '}by ${byWords(next.at, view.at)}.`
  return `${things(mine.length)} ${is(mine.length)} yours to do. ${mine.length === 1 ? 'It has' : 'They have'} no limit that can be late.`
}

function lateWords(view: HomeTelling, owed: readonly HomeLine[]): string {
  const late = owed.filter((l) => isLate(l.instance, view.at))
  if (late.length === 0) return ''
  const replies = late.every((l) => l.instance.duty?.act.verb === 'reply')
  if (replies) return late.length === 1 ? 'One reply to you is late.' : `${late.length} replies to you are late.`
  return late.length === 1 ? 'One thing owed to you is late.' : `${late.length} things owed to you are late.`
}

function nothingWords(view: HomeTelling): string {
  const [first] = view.owed.toSorted((a, b) => bySoonest(view.at)(a.instance, b.instance))
  if (view.open === 0) return 'You have no open case.'
  if (!first)
    return view.open === 1
      ? 'You have one open case. Nobody waits for you in it.'
      : `You have ${view.open} open cases. Nobody waits for you in them.`
  const line = tellingOf(view, first)
  const raisedByReader = first.c.raisers.some((r) => r.person === view.reader && r.withdrew === undefined)
  if (isLate(first.instance, view.at))
    return `${ower(line, first.instance)} has not ${notDone(line, first.instance)} yet. ${raisedByReader ? 'You will hear the outcome.' : ''}`.trim()
  return `${ower(line, first.instance)} has the next step${raisedByReader ? ' in the concern you raised. You will hear the outcome.' : '.'}`
}

function ower(view: Telling, i: DutyInstance): string {
  const people = owersOf(view, i)
  const [only] = people
  if (people.length === 1 && only) return nameOf(view, only)
  return i.agency ? agencyName(view.world, i.agency) : whoOwes(view, i)
}

const things = (n: number): string => (n === 1 ? 'One thing' : `${n} things`)
const is = (n: number): string => (n === 1 ? 'is' : 'are')
