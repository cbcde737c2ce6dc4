import type { Fact } from '../../domain/policy/policy.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { details } from '../html/details.ts'
import { table } from '../html/table.ts'
import { answerWords, factField } from './form-facts.ts'
import type { FormField } from './form-field.ts'
import { subjectNoun } from './form-risk.ts'
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
