import type { CaseView } from '../../app/app.ts'
import type { Command } from '../../domain/case/command.ts'
import { decide } from '../../domain/case/decide.ts'
import { due } from '../../domain/case/due.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import type { Audience } from '../../domain/case/entry.ts'
import type { Refusal, RefusalCode } from '../../domain/case/refusal.ts'
import { agencyName, personName, type World } from '../../domain/case/world.ts'
import { isReaders } from '../../domain/words/duty-names.ts'
import { andList } from '../../domain/words/phrase-text.ts'

/** Who will read words that are not sent yet. */
export interface Readers {
  readonly isForBoth: boolean
  readonly text: string
}

/** Asks `decide` what it would do with such a command: who would read it, or why it would be refused. Nothing is written. */
export function rehearsed(
  view: CaseView,
  example: Command,
): { readonly readers?: Readers; readonly refusal?: Refusal } {
  const answer = decide(view.world, view.c, example, { person: view.reader, at: view.at })
  if (!answer.ok) return shuts.has(answer.refusal.code) && !owes(view, example) ? { refusal: answer.refusal } : {}
  const written = answer.value.find((entry) => entry.by === view.reader)
  return written ? { readers: readersOf(view.world, written.audience, view.reader) } : {}
}

/**
 * Somebody who reads only a part of the record owes by the whole of it, and their duties are worked out from that: what this part
 * of the case would refuse, `decide` judges when it is sent.
 */
const owes = (view: CaseView, example: Command): boolean =>
  example.kind === 'act' &&
  example.keys !== undefined &&
  example.keys.every(
    (key) =>
      view.duties.some((i) => i.key === key && isLive(i) && isReaders(view, i)) &&
      !due(view.world, view.c, view.at).some((i) => i.key === key),
  )

/** "Both sides will read these words", "Only Bramble Lane Nursery will read this". */
export function readersOf(world: World, audience: Audience, reader: string): Readers {
  switch (audience.to) {
    case 'parties':
      return { isForBoth: true, text: 'Both sides will read these words' }
    case 'agency':
      return {
        isForBoth: false,
        text: `Only the people of ${agencyName(world, audience.agency)} in this case will read these words`,
      }
    case 'people': {
      const others = audience.people.filter((person) => person !== reader).map((person) => personName(world, person))
      return { isForBoth: false, text: `Only ${andList(['you', ...others])} will read these words` }
    }
    case 'board':
      return { isForBoth: false, text: 'Only the Board’s people in this case will read these words' }
    case 'panel':
      return { isForBoth: false, text: 'Only the panel will read these words' }
  }
}

/** Refusals that no words typed could change: they are said before anybody types. */
const shuts: ReadonlySet<RefusalCode> = new Set([
  'no part',
  'not yours',
  'both sides',
  'ended',
  'closed',
  'already done',
  'no such move',
  'blocked',
  'gate',
  'condition',
])
