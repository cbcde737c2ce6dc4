import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Recording that one's side disagrees with a decision. The decision stands. */
export const dissent = writing(['dissent'], 'to record a dissent', ({ view }) => ({
  title: 'Record that you disagree with the decision',
  lead: 'The decision stands, and your disagreement stands beside it. That is a proper thing to do.',
  cites: view.duties.find((i) => i.duty?.act.verb === 'record' && i.duty.act.words.includes('dissent'))?.duty?.cites,
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What do you disagree with, and why?',
      rows: 6,
      missing: 'Say what you disagree with',
    },
  ],
  button: 'Record the disagreement',
  example: { kind: 'dissent', words: '' },
  command: (values) => ({ kind: 'dissent', words: wordsOf(values, 'words') }),
}))
