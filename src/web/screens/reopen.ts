import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Opening an ended case again at the stage it was in. */
export const reopening = writing(['reopening'], 'to reopen the case', () => ({
  title: 'Open this case again',
  lead: 'It opens at the stage where it ended, and that stage’s time starts anew.',
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'Why does it have to be opened again?',
      hint: 'What was agreed and is not done, or what is new.',
      missing: 'Say why it has to be opened again',
    },
  ],
  button: 'Open the case again',
  example: { kind: 'reopen', words: '.' },
  command: (values) => ({ kind: 'reopen', words: wordsOf(values, 'words') }),
}))
