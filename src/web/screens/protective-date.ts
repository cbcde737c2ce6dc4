import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import { currentVisit, protectiveDate as knownDate } from '../../domain/case/case.ts'
import { stageOf } from '../../domain/case/due.ts'
import { wordsOf } from './form-read.ts'
import { subjectNoun } from './form-risk.ts'
import { writing } from './form-write.ts'

/** The date by which it has to be settled to protect this child: only ever sooner. Source: C-4. */
export const protectiveDate = writing(['protective-date'], 'to set the date that protects the child', ({ view }) => {
  const known = knownDate(view.c)
  const whom = subjectNoun(view.c.subject.kind)
  return {
    title: `Set the date that protects ${whom}`,
    lead: known
      ? `The date is ${dateWords(known)} now. It can become sooner, never later.`
      : 'Every deadline that comes after this date moves forward to it. None moves back.',
    cites: stageOf(view.world, currentVisit(view.c).stage)?.cites ?? [],
    fields: [
      {
        kind: 'one-of',
        name: 'needed',
        label: `Does ${whom} need it settled by a certain day?`,
        options: [
          { value: 'yes', text: 'Yes' },
          ...(known ? [] : [{ value: 'no', text: 'No, the policy’s own time is soon enough' }]),
        ],
        missing: 'Choose yes or no',
      },
      {
        kind: 'date',
        name: 'date',
        label: 'By which day?',
        hint: 'The day something happens that cannot be undone: a move, a birth, a hearing, the end of a stay.',
        optional: true,
        today: dateAt(view.at),
        not: 'past',
      },
      { kind: 'words', name: 'words', label: 'Why?', rows: 3, missing: 'Say why' },
    ],
    button: 'Record the answer',
    prefill: { needed: known ? 'yes' : '' },
    example: { kind: 'protect', date: dateAt(view.at), words: '' },
    command: (values, form) => {
      const words = wordsOf(values, 'words')
      if (wordsOf(values, 'needed') === 'no') return { kind: 'need no date', words }
      const date = wordsOf(values, 'date')
      if (date === '' && form.error('date') === undefined)
        form.fail('date', 'Give the day by which it has to be settled')
      return { kind: 'protect', date, words }
    },
  }
})
