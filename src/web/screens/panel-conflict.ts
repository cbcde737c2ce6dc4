import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Declaring a conflict: whoever has one steps aside, in their own words. */
export const panelConflict = writing(['panel/conflict', 'panel/conflicts'], 'to declare a conflict', () => ({
  title: 'Declare a conflict of interest',
  lead: 'Say it if anybody could doubt that you would judge this fairly. Then you do not sit on the panel. That is no blame.',
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What is the conflict?',
      hint: 'One sentence that both sides may read, like “I supervised the school nurse in this case until January”.',
      rows: 3,
      missing: 'Say what the conflict is',
    },
  ],
  button: 'Declare the conflict',
  example: { kind: 'declare conflict', words: '' },
  command: (values) => ({ kind: 'declare conflict', words: wordsOf(values, 'words') }),
}))
