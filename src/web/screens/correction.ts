import { entryWords } from '../../domain/words/entry-words.ts'
import { html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import type { Asked } from './form-asked.ts'
import { lines } from './form-facts.ts'
import { wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'
import { entryByRef } from './refs.ts'

/** Correcting an own entry: the first wording stays, the correction stands beside it. Source: C-9. */
export const corrections = writing(['corrections', 'corrections/:entry'], 'to correct an entry', (asked) => page(asked))

function page({ ctx, view }: Asked): Writing | undefined {
  const entry = entryByRef(view, ctx.query.typed('entry') || (ctx.path.split('/').at(-1) ?? ''))
  if (!entry) return undefined
  const said = 'words' in entry.what ? entry.what.words : ''
  return {
    title: `Correct “${entryWords(entry, view).heading}”`,
    lead: 'What was written first is never taken away. Your correction stands beside it, for the same readers.',
    before: said === '' ? undefined : insetText(html`<p class="govuk-body">${lines(said)}</p>`),
    fields: [
      { kind: 'words', name: 'words', label: 'How should it read?', missing: 'Write the correction' },
      { kind: 'line', name: 'why', label: 'What was wrong?', missing: 'Say what was wrong' },
    ],
    button: 'Record the correction',
    example: { kind: 'correct', of: entry.seq, words: '.', why: '' },
    command: (values) => ({
      kind: 'correct',
      of: entry.seq,
      words: wordsOf(values, 'words'),
      why: wordsOf(values, 'why'),
    }),
  }
}
