/** An entry of the record in words: what happened, by whom, what was said, who can read it. One sentence for every kind. */
import type { Entry } from '../case/entry.ts'
import type { Telling } from './case-telling.ts'
import { momentWords } from './case-when.ts'
import { type AudienceWords, audienceWords } from './entry-audience.ts'
import { byLine } from './entry-by.ts'
import { entryHeading } from './entry-heading.ts'
import { entryLines } from './entry-lines.ts'
import { entryText } from './entry-text.ts'

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
  return {
    heading: entryHeading(entry, view),
    by: byLine(entry, view),
    when: momentWords(entry.happened, view.at),
    text: entryText(entry.what),
    lines: entryLines(entry, view),
    audience: audienceWords(entry, view),
  }
}
