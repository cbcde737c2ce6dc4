/** Properties of the record: it is the case, the raiser reads what is shared, nobody reads more than is theirs. Source: domain.md sections 4 and 5. */
import { isDeepStrictEqual } from 'node:util'
import type { Case } from '../src/domain/case/case.ts'
import { partOf } from '../src/domain/case/parts.ts'
import { type Engine, everybody, minute, type Property, type Situation } from './every-path.ts'

/** Whoever raised it reads the shared record, and the outcome once there is one. */
export const theRaiserKnows: Property = (engine, s) => {
  const seen = engine.sees(s.world, s.c, s.entries, s.cast.raiser, s.at)
  return s.entries
    .filter((entry) => entry.audience.to === 'parties' && !seen.has(entry.seq))
    .map((entry) => `${s.name}: the raiser cannot read ${entry.what.kind}`)
}

/** The record folded at once is the case as it grew. */
export const foldIsTheCase: Property = (engine, s) => {
  let c: Case | undefined
  for (const entry of s.entries) c = engine.evolve(c, entry)
  const gapless = s.entries.every((entry, n) => entry.seq === n + 1)
  return [
    ...(isDeepStrictEqual(c, s.c) ? [] : [`${s.name}: the record does not fold to the case`]),
    ...(gapless ? [] : [`${s.name}: the record has a gap`]),
  ]
}

/** Nobody reads what is not for them, said again here from the directory and the audience alone. */
export const nobodyReadsBeyondTheirAudience: Property = (engine, s) => {
  const { world, c, at } = s
  const record = withPrivateWords(engine, s)
  return [...everybody(s), 'nobody-at-all'].flatMap((person) => {
    const agencies = world.directory.posts
      .filter((post) => post.person === person)
      .flatMap((post) => [post.agency, ...post.speaksFor])
    const hasPart = partOf(world, record.c, person, at + minute) !== undefined
    const seen = engine.sees(world, record.c, record.entries, person, at + minute)
    return record.entries.flatMap((entry) => {
      if (!seen.has(entry.seq) || entry.by === person) return []
      const { audience } = entry
      const named = 'to' in entry.what && (entry.what.to ?? []).includes(person)
      const within =
        audience.to === 'agency'
          ? agencies.includes(audience.agency)
          : audience.to === 'people'
            ? audience.people.includes(person)
            : audience.to !== 'parties' || c.agencies.length > 0
      return hasPart && (named || within)
        ? []
        : [`${s.name}: ${person} reads ${entry.what.kind} for ${JSON.stringify(audience)}`]
    })
  })
}

/** Leaving a stage has an entry that says why: up, back, or an end. */
export const noStageIsLeftInSilence: Property = (_engine, s) => {
  const reasons = ['escalated', 'sent back', 'agreed', 'decided', 'went no further', 'withdrawn', 'handed over']
  const left = s.c.happenings.filter((happening) => happening.on === 'left')
  return left
    .filter((happening) => !reasons.includes(s.entries[happening.seq - 1]?.what.kind ?? ''))
    .map((happening) => `${s.name}: ${happening.of} was left by ${s.entries[happening.seq - 1]?.what.kind}`)
}

/** The record with a note of each side that the other must never read, and one that is somebody's own. */
function withPrivateWords(engine: Engine, s: Situation): { readonly c: Case; readonly entries: Situation['entries'] } {
  let c = s.c
  const entries = [...s.entries]
  for (const person of everybody(s)
    .filter((one) => partOf(s.world, c, one, s.at)?.level === 'party')
    .slice(0, 4)) {
    for (const isPrivate of [false, true]) {
      const answer = engine.decide(
        s.world,
        c,
        { kind: 'note', words: 'For us alone.', private: isPrivate },
        { person, at: s.at },
      )
      if (!answer.ok) continue
      entries.push(...answer.value)
      c = answer.value.reduce<Case>((so, entry) => engine.evolve(so, entry), c)
    }
  }
  return { c, entries }
}
