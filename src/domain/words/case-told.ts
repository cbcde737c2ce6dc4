/** Who was told of what when, and has read it; and who is still to be told. Made of entries this reader may read. */
import { addressees } from '../case/decide/acts.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import type { Entry } from '../case/entry.ts'
import type { Part } from '../case/parts.ts'
import { agencyName } from '../case/world.ts'
import type { At, PersonId } from '../people/directory.ts'
import { agencyOfPerson, nameOf, postOf, type Telling } from './case-telling.ts'
import { byWords, momentWords } from './case-when.ts'

export interface ToldRow {
  readonly person: PersonId
  readonly name: string
  /** "Team manager, Exampleshire Children’s Services". */
  readonly about: string
  readonly told: string
  readonly read: string
  /** To act on: told, and not read. */
  readonly isUnread: boolean
}

export interface ToldTelling extends Telling {
  readonly parts: readonly Part[]
  readonly reads: readonly { readonly person: PersonId; readonly seq: number; readonly at: At }[]
}

export function toldRows(view: ToldTelling): readonly ToldRow[] {
  const told = tellings(view)
  const rows = [...told].map(([person, { entry, how }]) => toldRow(view, person, entry, how))
  const waiting = notYet(view).filter(({ person }) => !told.has(person))
  return [
    ...rows,
    ...waiting.map(({ person, when }) => ({
      ...of(view, person),
      told: `Not told yet. ${when}`,
      read: '–',
      isUnread: false,
    })),
  ]
}

const of = (view: ToldTelling, person: PersonId) => {
  const agency = agencyOfPerson(view, person)
  return {
    person,
    name: nameOf(view, person),
    about: [postOf(view, person, agency), agency ? agencyName(view.world, agency) : '']
      .filter((x) => x !== '')
      .join(', '),
  }
}

interface Telt {
  readonly entry: Entry
  readonly how: 'raised' | 'told'
}

/** The first entry that told each person; whoever raised it told the others. */
function tellings(view: ToldTelling): ReadonlyMap<PersonId, Telt> {
  const found = new Map<PersonId, Telt>()
  const add = (person: PersonId, entry: Entry, how: Telt['how']) => {
    if (!found.has(person)) found.set(person, { entry, how })
  }
  for (const entry of view.entries) {
    const { what } = entry
    if (what.kind === 'raised') for (const r of what.raisers) add(r, entry, 'raised')
    if ('start' in what && what.start !== undefined) {
      for (const p of what.start.people) if (p.person !== entry.by) add(p.person, entry, 'told')
    }
    if (what.kind === 'raised')
      for (const a of what.agencies)
        if (a.person && !(what.start.inside && a.side === 'responding')) add(a.person, entry, 'told')
    if (what.kind === 'supporter joined' || what.kind === 'raiser joined') add(what.person, entry, 'told')
    if (what.kind === 'panel composed') for (const m of what.members) add(m.person, entry, 'told')
    if ('to' in what && Array.isArray(what.to)) for (const p of what.to as readonly PersonId[]) add(p, entry, 'told')
  }
  const known = new Set(view.parts.map((p) => p.person))
  return new Map(
    [...found].filter(
      ([person, t]) =>
        known.has(person) ||
        t.entry.what.kind === 'told' ||
        t.entry.what.kind === 'written' ||
        t.entry.what.kind === 'referred',
    ),
  )
}

function toldRow(view: ToldTelling, person: PersonId, entry: Entry, how: Telt['how']): ToldRow {
  const base = of(view, person)
  if (how === 'raised')
    return {
      ...base,
      about: `Raised the concern${base.about === '' ? '' : `. ${base.about}`}`,
      told: '–',
      read: '–',
      isUnread: false,
    }
  const newest =
    view.entries.findLast(
      (e) => 'to' in e.what && Array.isArray(e.what.to) && (e.what.to as readonly PersonId[]).includes(person),
    ) ?? entry
  const read = view.reads.filter((r) => r.person === person && r.seq >= newest.seq).toSorted((a, b) => a.at - b.at)[0]
  const wrote = view.entries.some((e) => e.by === person && e.seq > newest.seq)
  if (person === view.reader)
    return { ...base, told: momentWords(newest.happened, view.at), read: 'You are reading it', isUnread: false }
  return {
    ...base,
    told: momentWords(newest.happened, view.at),
    read: read ? momentWords(read.at, view.at) : wrote ? 'Has written since' : 'Not read yet',
    isUnread: !read && !wrote,
  }
}

/** People a live notice is for. */
function notYet(view: ToldTelling): readonly { readonly person: PersonId; readonly when: string }[] {
  const d = { world: view.world, c: view.c, actor: { person: view.reader, at: view.at } }
  const open = view.duties.filter(
    (i) => isLive(i) && view.c.closed === undefined && i.force !== 'may' && i.duty?.act.verb === 'tell',
  )
  const all = open.flatMap((i) => {
    const act = i.duty?.act
    return act?.verb === 'tell'
      ? act.to.flatMap((who) => addressees(d, who, i).map((person) => ({ person, when: whenTold(view, i) })))
      : []
  })
  return all.filter((x, n) => all.findIndex((y) => y.person === x.person) === n)
}

function whenTold(view: ToldTelling, i: DutyInstance): string {
  if (!i.due) return 'To be told'
  return i.due.at < view.at
    ? `Was to be told by ${byWords(i.due.at, view.at)}`
    : `To be told by ${byWords(i.due.at, view.at)}`
}
