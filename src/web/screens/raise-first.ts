import { html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import { link } from '../html/link.ts'
import { quotedClauses } from './form-clause.ts'
import { agencyOptions } from './form-people.ts'
import { dangerOf, policyOf, type RaiseAt } from './raise-at.ts'
import type { Step } from './raise-step.ts'

/** Immediate danger first, nothing before it: mock-up 04a. Yes and "I am not sure" lead to people and lose nothing. Source: C-6. */
export function dangerStep(r: RaiseAt): Step {
  const policy = policyOf(r)
  return {
    id: 'danger',
    title: 'Is the child in immediate danger now?',
    fields: [
      {
        kind: 'one-of',
        name: 'danger',
        label: 'Is the child in immediate danger now?',
        hint: 'Immediate danger means the child could be seriously harmed today if nobody acts.',
        options: [
          { value: 'yes', text: 'Yes', hint: 'We show you who to call. You can raise the concern afterwards' },
          { value: 'unsure', text: 'I am not sure', hint: 'We show you who can help you decide, now' },
          { value: 'no', text: 'No', hint: 'Go on to raise the concern' },
        ],
        missing: 'Say whether the child is in immediate danger now',
      },
    ],
    button: 'Continue',
    after: html`${insetText(
      'Asking is part of your job, whatever your post or theirs. You have a right and a duty to challenge, and nobody at your agency can stop you raising a concern. It takes about 10 minutes and nothing is sent until you say so.',
    )}${policy && quotedClauses(policy, policy.raise.cites, r.ctx.partnership)}`,
    summary: {
      group: 'concern',
      key: 'Immediate danger',
      value: { yes: 'Yes', unsure: 'Not sure', no: 'No' }[dangerOf(r.form) ?? 'no'],
    },
  }
}

/** What to do now, when the answer was yes or not sure. What was typed is kept. */
export function nowStep(r: RaiseAt): readonly Step[] {
  const danger = dangerOf(r.form)
  if (danger !== 'yes' && danger !== 'unsure') return []
  const sure = danger === 'yes'
  return [
    {
      id: 'now',
      title: sure ? 'Call 999 now' : 'Talk to somebody now',
      lead: sure
        ? 'The child comes first. Your draft is kept, and you can go on as soon as the child is safe.'
        : 'You do not have to be sure. Your draft is kept while you ask.',
      fields: [],
      before: html`<ul class="govuk-list govuk-list--bullet">${
        sure
          ? html`<li>${link({ text: 'Call 999', href: 'tel:999' })} and say that a child is in danger</li><li>Then ring children’s social care for the place where the child is</li><li>Tell your agency’s safeguarding lead at once</li>`
          : html`<li>Ring your agency’s safeguarding lead, or whoever is on duty for children’s social care</li><li>If it gets worse while you wait, ${link({ text: 'call 999', href: 'tel:999' })}</li>`
      }</ul><p class="govuk-body">${link({ text: 'Everything you can do now', href: '/danger' })}</p>`,
      button: sure ? 'Go on to raise the concern' : 'Go on with the concern',
    },
  ]
}

/** Which policy, only where there are several, those of one's own agency first. */
export function policyStep(r: RaiseAt, own: readonly string[]): readonly Step[] {
  if (r.policies.length < 2) return []
  const rank = (id: string) => (own.includes(id) ? own.indexOf(id) : own.length)
  const sorted = [...r.policies].sort((a, b) => rank(a.policy.id) - rank(b.policy.id))
  const chosen = policyOf(r)
  return [
    {
      id: 'policy',
      title: 'Which policy does this go under?',
      fields: [
        {
          kind: 'one-of',
          name: 'policy',
          label: 'Which policy does this go under?',
          hint: 'If you do not know, take the first. It says who talks to whom, and by when.',
          options: sorted.map(({ policy }) => ({
            value: policy.id,
            text: policy.title,
            ...(own.includes(policy.id) ? { hint: 'Your agency’s own' } : {}),
          })),
          missing: 'Choose the policy',
        },
      ],
      summary: {
        group: 'concern',
        key: 'Policy',
        value: chosen ? `${chosen.title}, version ${chosen.version}` : 'Not chosen',
      },
    },
  ]
}

/** For which agency, only for somebody with posts in several. */
export function fromStep(r: RaiseAt): readonly Step[] {
  if (r.agencies.length < 2 || !r.world) return []
  return [
    {
      id: 'from',
      title: 'For which agency do you raise this?',
      fields: [
        {
          kind: 'one-of',
          name: 'from',
          label: 'For which agency do you raise this?',
          options: agencyOptions(r.world, r.agencies),
          missing: 'Choose the agency',
        },
      ],
      summary: { group: 'concern', key: 'Raised for', value: r.world.directory.agencies[r.from]?.name ?? '' },
    },
  ]
}
