import { allInFavour, panelHere } from '../../domain/case/panel-votes.ts'
import { insetText } from '../html/inset-text.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { voteFields, votesOf } from './panel-votes.ts'

/** Changing a decision: only whoever decided, and everybody told of the first is told of this one. */
export const decision = writing(['decision'], 'to change the decision', ({ view }) => {
  const panel = panelHere(view.world, view.c)
  return {
    title: 'Change the decision',
    lead: 'The first decision stays on the record. Everybody who was told of it is told of this one.',
    before: view.c.end && view.c.end.words !== '' ? insetText(view.c.end.words) : undefined,
    fields: [
      { kind: 'words', name: 'words', label: 'The new decision, and why', rows: 8, missing: 'Write the new decision' },
      ...(panel && view.c.end ? voteFields(view, panel, view.c.end.move) : []),
    ],
    button: 'Change the decision',
    example: { kind: 'change decision', words: '.', votes: allInFavour(view.c) },
    command: (values) => ({
      kind: 'change decision',
      words: wordsOf(values, 'words'),
      ...(panel ? { votes: votesOf(values, panel) } : {}),
    }),
  }
})
