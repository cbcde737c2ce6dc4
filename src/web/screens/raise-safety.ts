import { dateWords } from '../../domain/calendar/words.ts'
import { peopleAt, personWords } from './form-people.ts'
import { levelOf, levelWords, riskFields, subjectNoun } from './form-risk.ts'
import { type RaiseWorld, subjectOf } from './raise-at.ts'
import type { Step } from './raise-step.ts'

/** How great the risk is, what keeps the child safe meanwhile, and the date that protects. Source: C-3, C-4. */
export function safetySteps(r: RaiseWorld): readonly Step[] {
  const { kind } = subjectOf(r)
  return kind === 'theme' ? [] : [riskStep(r), safeStep(r), dateStep(r)]
}

function riskStep(r: RaiseWorld): Step {
  const { kind } = subjectOf(r)
  const level = levelOf(r.form.typed('risk'))
  const fields = riskFields(kind)
  return {
    id: 'risk',
    title: `What is the risk to ${subjectNoun(kind)} now?`,
    fields,
    lead: 'Both sides say how they see it. Your answer stands next to theirs.',
    summary: {
      group: 'dates',
      key: 'Risk now',
      value: level
        ? [levelWords[level], r.form.typed('risk-words')].filter((part) => part !== '').join('. ')
        : 'Not answered',
    },
  }
}

function safeStep(r: RaiseWorld): Step {
  const { world, form, at, from } = r
  const whom = subjectNoun(subjectOf(r).kind)
  const people = peopleAt(world, from, at).map((person) => ({
    value: person,
    text: personWords(world, person, at, from),
  }))
  const placed = form.typed('safe') === 'yes'
  return {
    id: 'safe',
    title: `What keeps ${whom} safe meanwhile?`,
    fields: [
      {
        kind: 'one-of',
        name: 'safe',
        label: 'Is something in place?',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'Nothing that I know of', hint: 'That is a proper answer. The other side is asked too' },
        ],
        missing: `Say whether something keeps ${whom} safe meanwhile`,
      },
      {
        kind: 'words',
        name: 'safe-words',
        label: 'If yes, what is in place?',
        rows: 4,
        optional: true,
        readers: bothRead,
      },
      {
        kind: 'one-of',
        name: 'safe-who',
        label: 'Who answers for it?',
        hint: 'You, unless you choose somebody else.',
        options: people,
        asList: true,
        optional: true,
      },
      {
        kind: 'date',
        name: 'safe-until',
        label: 'On which day does it end?',
        hint: 'Leave it empty if no day is set.',
        optional: true,
        today: r.today,
        not: 'past',
      },
    ],
    check: (given) => {
      if (given.typed('safe') === 'yes' && given.typed('safe-words') === '')
        given.fail('safe-words', 'Write what is in place')
    },
    summary: {
      group: 'dates',
      key: `What keeps ${whom} safe meanwhile`,
      value: placed
        ? form.typed('safe-words')
        : form.typed('safe') === 'no'
          ? 'Nothing that you know of'
          : 'Not answered',
    },
  }
}

function dateStep(r: RaiseWorld): Step {
  const { form } = r
  const whom = subjectNoun(subjectOf(r).kind)
  const date = form.typed('date-needed') === 'yes' ? form.date('date') : undefined
  return {
    id: 'date',
    title: `Is there a day by which it has to be settled to protect ${whom}?`,
    fields: [
      {
        kind: 'one-of',
        name: 'date-needed',
        label: 'Is there such a day?',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No, the policy’s own time is soon enough' },
        ],
        missing: 'Choose yes or no',
      },
      {
        kind: 'date',
        name: 'date',
        label: 'If yes, which day?',
        hint: 'The day something happens that cannot be undone: a move, a birth, a hearing, the end of a stay.',
        optional: true,
        today: r.today,
        not: 'past',
      },
      { kind: 'words', name: 'date-words', label: 'Why that day?', rows: 3, optional: true, readers: bothRead },
    ],
    lead: 'Deadlines that come later move forward to that day. None moves back.',
    check: (given) => {
      if (given.typed('date-needed') !== 'yes') return
      if (given.error('date') === undefined && given.date('date') === undefined)
        given.fail('date', 'Give the day by which it has to be settled')
      if (given.typed('date-words') === '') given.fail('date-words', 'Say why that day')
    },
    summary: {
      group: 'dates',
      key: `Date that protects ${whom}`,
      value: date
        ? `${dateWords(date)}${form.typed('date-words') === '' ? '' : `: ${form.typed('date-words')}`}`
        : 'None',
    },
  }
}

const bothRead = { isForBoth: true, text: 'Both sides will read these words' }
