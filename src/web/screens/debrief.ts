import { mineOf } from './form-duty.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Talking it through afterwards: optional, one's own agency's. Source: PG-5. */
export const debrief = writing(['debrief'], 'to record a debrief', ({ view }) => ({
  title: 'Record a debrief',
  lead: 'Nobody has to. It can help those who went through it, and whoever meets the next one.',
  cites: mineOf(view, 'do').find((i) => i.id.includes('debrief'))?.duty?.cites,
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What came of it?',
      hint: 'How people are, what helped, what would help next time.',
      rows: 6,
      missing: 'Write what came of it',
    },
  ],
  button: 'Record the debrief',
  example: { kind: 'debrief', words: '' },
  command: (values) => ({ kind: 'debrief', words: wordsOf(values, 'words') }),
}))

/** What others can learn: unclear ground, a protocol that did not help. Source: C-16. */
export const learning = writing(['learning'], 'to record something to learn', ({ view }) => ({
  title: 'Record something to learn from this',
  lead: 'Write it so that somebody who knows nothing of this case can use it. Leave out names.',
  cites: mineOf(view, 'record').find((i) => i.duty?.act.verb === 'record' && i.duty.act.words.includes('learning'))
    ?.duty?.cites,
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What was unclear, and what would have helped?',
      rows: 6,
      missing: 'Write what there is to learn',
    },
  ],
  button: 'Record it',
  example: { kind: 'learn', words: '' },
  command: (values) => ({ kind: 'learn', words: wordsOf(values, 'words') }),
}))
