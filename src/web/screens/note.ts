import { agencyName } from '../../domain/case/world.ts'
import { agencyOptions } from './form-people.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** A note for one's own agency, or for oneself and one's supporter alone. */
export const notes = writing(['notes'], 'to write a note', ({ view }) => ({
  title: 'Write a note',
  lead: 'A note never goes to the other side.',
  fields: [
    { kind: 'words', name: 'words', label: 'Your note', rows: 7, missing: 'Write the note' },
    {
      kind: 'one-of',
      name: 'for',
      label: 'Who may read it?',
      options: [
        { value: 'agency', text: `People of ${agencyName(view.world, view.part.agency)} in this case` },
        { value: 'private', text: 'Only you, and whoever supports you' },
      ],
      missing: 'Say who may read it',
    },
  ],
  button: 'Keep the note',
  example: { kind: 'note', words: '.' },
  readers: [],
  command: (values) => ({
    kind: 'note',
    words: wordsOf(values, 'words'),
    private: wordsOf(values, 'for') === 'private',
  }),
}))

/** What another agency told us in confidence: kept as theirs, passed on only as they allow. Source: SM-7. */
export const information = writing(['information'], 'to keep another agency’s information', ({ view }) => {
  const others = Object.keys(view.world.directory.agencies).filter((agency) => agency !== view.part.agency)
  return {
    title: 'Keep what another agency told you in confidence',
    lead: 'It stays theirs. Only your agency reads it here, and it goes no further without their yes, or without a reason for the child’s safety that they are told of.',
    fields: [
      {
        kind: 'one-of',
        name: 'from',
        label: 'Whose information is it?',
        options: agencyOptions(view.world, others),
        asList: true,
        missing: 'Say whose information it is',
      },
      {
        kind: 'line',
        name: 'from-words',
        label: 'Who told you, and how?',
        hint: 'Name and post, and whether by phone, in writing or in person.',
        missing: 'Say who told you',
      },
      { kind: 'words', name: 'words', label: 'What did they tell you?', rows: 7, missing: 'Write what they told you' },
    ],
    button: 'Keep it in confidence',
    example: { kind: 'keep information', words: '.', from: others[0] ?? '', fromWords: '' },
    command: (values) => ({
      kind: 'keep information',
      words: wordsOf(values, 'words'),
      from: wordsOf(values, 'from'),
      fromWords: wordsOf(values, 'from-words'),
    }),
  }
})
