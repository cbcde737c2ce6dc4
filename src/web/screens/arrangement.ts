import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import { personName } from '../../domain/case/world.ts'
import { html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { othersIn, personOption } from './form-people.ts'
import { wordsOf } from './form-read.ts'
import { subjectNoun } from './form-risk.ts'
import { writing } from './form-write.ts'

/** What keeps the child safe meanwhile, who answers for it, and until when. Source: C-3. */
export const arrangement = writing(['arrangement'], 'to say what keeps the child safe', (asked) => {
  const { view } = asked
  return {
    title: `What keeps ${subjectNoun(view.c.subject.kind)} safe meanwhile?`,
    lead: 'A disagreement does not make anybody safe. Write down what does, and who sees to it.',
    before: standing(asked),
    fields: arrangementFields(asked),
    button: 'Record what keeps the child safe',
    example: { kind: 'arrange', words: '', answersFor: view.reader },
    prefill: { 'answers-for': view.c.arrangement?.answersFor ?? view.reader },
    command: (values) => {
      const until = wordsOf(values, 'until')
      return {
        kind: 'arrange',
        words: wordsOf(values, 'words'),
        answersFor: wordsOf(values, 'answers-for'),
        ...(until === '' ? {} : { until }),
      }
    },
  }
})

/** Saying that it still holds. */
export const arrangementCheck = writing(
  ['arrangement/check', 'arrangement/checks'],
  'to check what keeps the child safe',
  (asked) => ({
    title: 'Check that it still holds',
    lead: 'Ask whoever sees to it, then say what you found. If it no longer holds, say so and record a new arrangement.',
    before: standing(asked),
    fields: [{ kind: 'words', name: 'words', label: 'What did you find?', missing: 'Write what you found' }],
    button: 'Record the check',
    example: { kind: 'check arrangement', words: '' },
    command: (values) => ({ kind: 'check arrangement', words: wordsOf(values, 'words') }),
  }),
)

function arrangementFields({ view }: Asked): readonly FormField[] {
  const people = [{ person: view.reader, agency: view.part.agency }, ...othersIn(view)]
  return [
    { kind: 'words', name: 'words', label: 'What is in place', missing: 'Write what is in place' },
    {
      kind: 'one-of',
      name: 'answers-for',
      label: 'Who answers for it?',
      options: people.map(({ person, agency }) => personOption(view.world, person, view.at, agency)),
      missing: 'Say who answers for it',
    },
    {
      kind: 'date',
      name: 'until',
      label: 'On which day does it end?',
      hint: 'Leave it empty if no day is set.',
      optional: true,
      today: dateAt(view.at),
      not: 'past',
    },
  ]
}

/** What is on record now. */
function standing({ view }: Asked) {
  const now = view.c.arrangement
  if (!now) return undefined
  const until = now.until === undefined ? '' : `, until ${dateWords(now.until)}`
  return insetText(
    html`<p class="govuk-body">${now.words}</p><p class="c-muted">${personName(view.world, now.answersFor)} answers for it${until}.</p>`,
  )
}
