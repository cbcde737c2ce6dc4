import { dateWords } from '../../domain/calendar/words.ts'
import type { Fact } from '../../domain/policy/policy.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { details } from '../html/details.ts'
import { table } from '../html/table.ts'
import { answerWords, factField } from './form-facts.ts'
import type { FormField } from './form-field.ts'
import { peopleAt, personWords } from './form-people.ts'
import { levelOf, levelWords, riskFields, subjectNoun } from './form-risk.ts'
import { dangerOf, factsSoFar, type RaiseWorld, subjectOf } from './raise-at.ts'
import type { Step } from './raise-step.ts'

const bothRead = { isForBoth: true, text: 'Both sides will read these words' }

/** Whom it is about: what the policy is for, a name, an age, one's own reference. */
export function subjectStep(r: RaiseWorld): Step {
  const kinds = r.world.policy.for
  const several = kinds.length > 1
  const names = { child: 'A child', adult: 'An adult', theme: 'A theme: several children or people' }
  const only = subjectNoun(kinds[0] ?? 'child')
  const s = subjectOf(r)
  const person = kinds.some((kind) => kind !== 'theme')
  const fields: readonly (FormField | false)[] = [
    several && {
      kind: 'one-of',
      name: 'subject-kind',
      label: 'Is it about a child, an adult, or a theme?',
      options: kinds.map((kind) => ({ value: kind, text: names[kind] })),
      missing: 'Say whom it is about',
    },
    person && {
      kind: 'line',
      name: 'subject-name',
      label: several ? 'Name, for a child or an adult' : `What is ${only}’s name?`,
      hint: 'First name and the first letter of the family name are enough, if the other side knows whom you mean.',
      optional: several,
      missing: `Give ${only}’s name`,
    },
    person && {
      kind: 'line',
      name: 'subject-age',
      label: 'Age',
      hint: 'Like “3”, or “due in May”.',
      width: 'govuk-input--width-10',
      optional: true,
    },
    person && {
      kind: 'line',
      name: 'subject-reference',
      label: 'Your own reference',
      hint: 'The number your agency’s file has, so that you find it again.',
      width: 'govuk-input--width-20',
      optional: true,
    },
    {
      kind: 'line',
      name: 'title',
      label: 'In a few words, what is it about?',
      hint: 'Like “plan not changed after new information”. Leave out names.',
      optional: true,
      readers: bothRead,
    },
  ]
  return {
    id: 'subject',
    title: 'Whom is this about?',
    fields: fields.filter((field) => field !== false),
    check: (form) => {
      const kind = several ? form.typed('subject-kind') : kinds[0]
      if (kind !== 'theme' && kind !== '' && form.typed('subject-name') === '') form.fail('subject-name', 'Give a name')
    },
    summary: {
      group: 'concern',
      key: s.kind === 'child' ? 'Child' : s.kind === 'adult' ? 'Adult' : 'About',
      value:
        s.kind === 'theme'
          ? 'A theme'
          : [s.name, s.age && `aged ${s.age}`, s.reference && `your reference ${s.reference}`]
              .filter((part) => part)
              .join(', ') || 'Not answered',
    },
  }
}

/** One page for each question of the policy, in its words and with its clause: mock-up 04b. */
export function factStep(r: RaiseWorld, fact: Fact): Step {
  const { policy } = r.world
  const urgent = dangerOf(r.form) === 'yes'
  const isFirst = policy.raise.asks.find((id) => policy.facts[id]?.kind.type === 'words') === fact.id
  return {
    id: `about-${fact.id}`,
    title: curly(fact.ask),
    fields: [
      factField(fact, policy, {
        unsure: true,
        today: r.today,
        readers: bothRead,
        ...(urgent ? { optional: true } : {}),
      }),
    ],
    after: isFirst ? vagueAndExact : undefined,
    summary: { group: 'concern', key: curly(fact.ask), value: answerWords(fact, factsSoFar(r)[fact.id]) },
  }
}

const vagueAndExact = details({
  summary: 'See the difference between vague and exact',
  body: table({
    head: ['Hard to answer', 'Can be answered'],
    rows: [
      [
        'Children’s services are not taking this seriously.',
        'On 4 March the duty team closed our referral without a visit. We reported two new bruises.',
      ],
    ],
    stacked: true,
  }),
})

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
