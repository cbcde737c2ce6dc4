/** By whom an entry is, to whom, and when it was recorded if that was another time. */

import { dateAt } from '../calendar/london.ts'
import type { Entry, What } from '../case/entry.ts'
import { agencyName } from '../case/world.ts'
import type { PersonId } from '../people/directory.ts'
import { nameOf, namesOf, type Telling } from './case-telling.ts'
import { shortDayOf, timeOf } from './case-when.ts'
import { sourceWords } from './duty-clause.ts'
import { whoOwes } from './duty-names.ts'
import { stageOf } from './phrase-stage.ts'

export function byLine(entry: Entry, view: Telling): string {
  return [who(entry, view), recordedLater(entry, view)].filter((x) => x !== '').join('. ')
}

function who(entry: Entry, view: Telling): string {
  const { what } = entry
  if (entry.by === 'concordat')
    return what.kind === 'deadline passed' ? `Recorded by Concordat${forWhom(what, view)}` : 'Recorded by Concordat'
  const name = nameOf(view, entry.by)
  const from =
    entry.owner !== 'concordat' && entry.owner !== entry.agency ? `, from ${agencyName(view.world, entry.owner)}` : ''
  const met = withWhom(entry, view)
  const to = toWhom(entry, view)
  if (what.kind === 'information') return `${what.fromWords || agencyName(view.world, what.from)}. Kept by ${name}`
  if (met !== '') return `${name} with ${met}`
  if (to !== '') return `${name}, to ${to}`
  return `${name}${entry.agency === 'concordat' ? '' : `, ${agencyName(view.world, entry.agency)}`}${from}`
}

/** Whose it was, and the clause. */
function forWhom(what: Extract<What, { kind: 'deadline passed' }>, view: Telling): string {
  const i = view.duties.find((d) => d.key === what.key)
  if (!i || (!i.duty && !i.gate)) return ''
  const clause = sourceWords(i)
  return `. It was for ${whoOwes({ ...view, reader: '' }, i)}${clause === '' ? '' : ` (${clause.replace(/^Clause/, 'clause')})`}`
}

function withWhom(entry: Entry, view: Telling): string {
  const { what } = entry
  if (what.kind !== 'discussed' && what.kind !== 'met') return ''
  return namesOf(
    view,
    (what.tookPart ?? []).filter((p) => p !== entry.by),
  )
}

function toWhom(entry: Entry, view: Telling): string {
  const { what } = entry
  if (what.kind === 'raised' || what.kind === 'escalated' || what.kind === 'sent back')
    return namesOf(view, startPeople(entry, view))
  if ('to' in what && Array.isArray(what.to) && what.to.length > 0)
    return [
      namesOf(view, what.to.slice(0, 4)),
      ...(what.to.length > 4 ? [what.to.length === 5 ? '1 other' : `${what.to.length - 4} others`] : []),
    ].join(' and ')
  if ('toWords' in what && what.toWords) return what.toWords
  return ''
}

/** The people a stage starts with on the other side; of a stage that one role holds, that role. */
function startPeople(entry: Entry, view: Telling): readonly PersonId[] {
  const { what } = entry
  if (!('start' in what)) return []
  const stage = stageOf(view.world.policy, what.start.stage)
  if (what.kind === 'raised' && what.start.inside)
    return what.start.people.filter((p) => p.person !== entry.by).map((p) => p.person)
  const holders =
    stage?.by && !stage.between
      ? what.start.people.filter((p) => p.role === stage.by?.role)
      : what.start.people.filter(
          (p) =>
            p.side === (entry.side === 'responding' ? 'raising' : 'responding') &&
            (stage?.between ?? []).some((w) => w.role === p.role),
        )
  return [...new Set(holders.map((p) => p.person))].filter((p) => p !== entry.by)
}

function recordedLater(entry: Entry, view: Telling): string {
  if (entry.by === 'concordat' || entry.recorded - entry.happened < 60_000) return ''
  const sameDay = dateAt(entry.recorded) === dateAt(entry.happened)
  return `Recorded at ${timeOf(entry.recorded)}${sameDay ? ' the same day' : ` on ${shortDayOf(entry.recorded, view.at)}`}`
}
