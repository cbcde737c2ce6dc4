/** Every no and every entry has a sentence. Source: domain.md section 5. */
import { partOf } from '../src/domain/case/parts.ts'
import type { Refusal } from '../src/domain/case/refusal.ts'
import { entryWords } from '../src/domain/words/entry-words.ts'
import { everybody, minute, type Property } from './every-path.ts'
import { commands } from './every-path-commands.ts'

/** Every no says what and why; every entry has words. */
export const everythingHasASentence: Property = (engine, s) => {
  const { world, c, at } = s
  const reader = s.cast.raiser
  const part = partOf(world, c, reader, at) ?? { agency: 'raising', side: 'raising' as const, level: 'party' }
  const duties = engine.due(world, c, at)
  const wordless = s.entries.flatMap((entry) => {
    const words = entryWords(entry, { world, c, at, reader, part, entries: s.entries, duties })
    return words.heading.length > 5 && words.by !== '' && !/undefined|\[object/.test(JSON.stringify(words))
      ? []
      : [`${s.name}: entry ${entry.what.kind} says "${words.heading}" by "${words.by}"`]
  })
  // One of each kind of part, and somebody without one: what is said depends on no more than that.
  const kinds = Map.groupBy(everybody(s), (person) => {
    const own = partOf(world, c, person, at + minute)
    return own ? `${own.side} ${own.level}` : 'none'
  })
  const some = [...kinds.values()].flatMap((people) => people.slice(0, 1))
  const refused = some.flatMap((person) =>
    commands(s).flatMap((command) => {
      const answer = engine.decide(world, c, command, { person, at: at + minute })
      return answer.ok || isSaid(answer.refusal)
        ? []
        : [`${s.name}: the no to ${command.kind} says "${answer.refusal.title}" "${answer.refusal.because}"`]
    }),
  )
  return [...wordless, ...refused]
}

const isSaid = (no: Refusal): boolean => /^\p{Lu}.{8,}[^.]$/u.test(no.title) && /^\p{Lu}.{8,}[.?!”]$/u.test(no.because)
