/** `sees`: which entries a person may read. The whole rule of need to know, in one place. Source: domain.md section 4 and section 5, last line. */
import type { At, PersonId } from '../people/directory.ts'
import type { Case } from './case.ts'
import type { Entry } from './entry.ts'
import { isRaiser, type Part, partsOf } from './parts.ts'
import type { World } from './world.ts'

/** The seqs that this person may read as of a moment; none for somebody without a part. */
export function sees(world: World, c: Case, entries: readonly Entry[], person: PersonId, at: At): ReadonlySet<number> {
  const parts = partsOf(world, c, at).filter((p) => p.person === person)
  if (parts.length === 0) return new Set()
  return new Set(entries.filter((e) => admits(c, e, person, parts)).map((e) => e.seq))
}

function admits(c: Case, entry: Entry, person: PersonId, parts: readonly Part[]): boolean {
  if (entry.by === person) return true
  if ('to' in entry.what && Array.isArray(entry.what.to) && entry.what.to.includes(person)) return true
  const shared = c.shares.filter((s) => s.entry === entry.seq)
  if (
    shared.some(
      (s) => s.people.includes(person) || parts.some((p) => s.agencies.includes(p.agency) && p.level === 'party'),
    )
  )
    return true
  return parts.some((part) => admitsPart(c, entry, person, part))
}

function admitsPart(c: Case, entry: Entry, person: PersonId, part: Part): boolean {
  const { audience } = entry
  switch (audience.to) {
    case 'people':
      return audience.people.includes(person)
    case 'agency':
      return audience.agency === part.agency && (part.level === 'party' || part.level === 'supporter')
    case 'parties':
      return (
        part.level === 'party' ||
        part.level === 'supporter' ||
        part.level === 'decider' ||
        part.level === 'panel' ||
        isRaiser(c, person)
      )
    case 'board':
      return part.level === 'board' || part.level === 'decider'
    case 'panel':
      return part.level === 'panel' || part.level === 'decider'
  }
}
