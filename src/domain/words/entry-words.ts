/** An entry of the record in words: what happened, by whom, what was said, who can read it. One sentence for every kind. */
import type { Entry } from '../case/entry.ts'
import type { Telling } from './case-telling.ts'
import { momentWords } from './case-when.ts'
import { type AudienceWords, audienceWords } from './entry-audience.ts'
import { byLine } from './entry-by.ts'
import { entryHeading } from './entry-heading.ts'
import { entryLines } from './entry-lines.ts'
import { entryText } from './entry-text.ts'
import { asThen } from './entry-then.ts'

export interface EntryWords {
  /** What happened: "Talked by phone. Not settled". No full stop at the end. */
  readonly heading: string
  /** "Joanne Pike, to Grace Adeyemi". */
  readonly by: string
  /** "Today, 9:10am". */
  readonly when: string
  /** What people wrote; empty where nothing was. */
  readonly text: string
  /** What else is so, a sentence or an answer each. */
  readonly lines: readonly string[]
  readonly audience: AudienceWords
}

export function entryWords(entry: Entry, view: Telling): EntryWords {
  const then = asThen(entry, view)
  const text = saidAlready(entry, view) ? '' : entryText(entry.what)
  return {
    heading: entryHeading(entry, then),
    by: byLine(entry, then),
    when: momentWords(entry.happened, view.at),
    text,
    lines: entryLines(entry, then).filter((line) => !answersWith(line, text)),
    audience: audienceWords(entry, view),
  }
}

/** "Why? " and the very words that stand above it. */
const answersWith = (line: string, text: string): boolean =>
  text.trim() !== '' && line.endsWith(text) && line.slice(0, -text.length).trimEnd().endsWith('?')

/** The last signature makes the agreement: its words stand with the signature. */
function saidAlready({ what, by, happened }: Entry, view: Telling): boolean {
  return (
    what.kind === 'agreed' &&
    view.entries.some(
      (e) => e.what.kind === 'move signed' && e.by === by && e.happened === happened && e.what.words === what.words,
    )
  )
}
