import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import { insetText } from '../html/inset-text.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { entryByRef } from './refs.ts'

/** Something agreed that is still to be done: what, who, by when. Source: PG-4. */
export const outstanding = writing(['outstanding'], 'to add something outstanding', ({ view }) => ({
  title: 'Add something that is still to be done',
  lead: 'It is followed up until somebody says that it is done.',
  fields: [
    { kind: 'line', name: 'what', label: 'What is to be done?', missing: 'Say what is to be done' },
    { kind: 'line', name: 'who', label: 'Who does it?', missing: 'Say who does it' },
    { kind: 'date', name: 'by', label: 'By when?', today: dateAt(view.at), not: 'past', missing: 'Give the date' },
  ],
  button: 'Add it',
  example: { kind: 'open action', action: { what: '.', who: '.', by: dateAt(view.at) } },
  command: (values) => ({
    kind: 'open action',
    action: { what: wordsOf(values, 'what'), who: wordsOf(values, 'who'), by: wordsOf(values, 'by') },
  }),
}))

/** Saying that it is done. */
export const outstandingDone = writing(
  ['outstanding/:entry/:index'],
  'to say that something is done',
  ({ ctx, view }) => {
    const entry = entryByRef(view, ctx.param('entry'))
    if (!entry) return undefined
    const opened = { seq: entry.seq, index: Number(ctx.param('index')) }
    const item = view.c.outstanding.find((o) => o.seq === opened.seq && o.index === opened.index)
    if (!item) return undefined
    return {
      title: 'Say that this is done',
      before: insetText(`${item.action.what}: ${item.action.who}, by ${dateWords(item.action.by)}`),
      fields: [{ kind: 'words', name: 'words', label: 'What was done, and when?', missing: 'Say what was done' }],
      button: 'Record that it is done',
      example: { kind: 'finish action', opened, words: '' },
      command: (values) => ({ kind: 'finish action', opened, words: wordsOf(values, 'words') }),
    }
  },
)
