import { audienceLine } from './audience-line.ts'
import { button, buttonGroup } from './button.ts'
import { clause } from './clause.ts'
import { details } from './details.ts'
import { amira, cs, joanne, menu } from './gallery-people.ts'
import { heading } from './heading.ts'
import { type Html, html } from './html.ts'
import { insetText } from './inset-text.ts'
import { link } from './link.ts'
import { moveList } from './move-list.ts'
import { page } from './page.ts'
import { personCard } from './person-card.ts'
import { prose } from './prose.ts'
import { radios } from './radios.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { textarea } from './textarea.ts'
import { titleBlock } from './title-block.ts'
import { marked, twoWordings } from './two-wordings.ts'

const back = { text: 'Back', href: '/concerns/new' }
const raising = { path: '/concerns/new', menu, viewer: amira, back }
const later = link({ text: 'Save and come back later', href: '/home' })
const h2 = (words: string) => heading(2, words, { classes: 'govuk-heading-m' })

/** 04a, 04b, 04c: raise a concern. 05: a kind no. 10: confirm what was agreed. */
export function galleryForms() {
  const at009 = {
    title: 'Confirm what was agreed',
    path: '/cases/2026-009/confirmation',
    menu,
    viewer: joanne,
    back: { text: 'Case 2026-009', href: '/cases/2026-009' },
  }
  const at014 = {
    title: 'You cannot refer this to the Chair yet',
    path: '/cases/2026-014/referral',
    menu,
    viewer: joanne,
    back: { text: 'Case 2026-014', href: '/cases/2026-014' },
  }
  return [
    {
      name: '04a-raise-danger',
      html: page({ ...raising, title: 'Is the child in immediate danger now?', body: danger }),
    },
    {
      name: '04b-raise-question',
      html: page({ ...raising, title: 'What exactly do you disagree with?', body: question }),
    },
    { name: '04c-raise-check', html: page({ ...raising, title: 'Check your answers before you send', body: check }) },
    { name: '05-refusal', html: page({ ...at014, body: refusal }) },
    { name: '10-confirm', html: page({ ...at009, wide: true, body: confirm }) },
  ]
}

const danger: Html = html`<form method="post">${radios({
  name: 'danger',
  legend: { text: 'Is the child in immediate danger now?', classes: 'govuk-fieldset__legend--l', isPageHeading: true },
  hint: 'Immediate danger means the child could be seriously harmed today if nobody acts.',
  items: [
    { value: 'yes', text: 'Yes', hint: 'We show you who to call. You can raise the concern afterwards' },
    { value: 'unsure', text: 'I am not sure', hint: 'We show you who can help you decide, now' },
    { value: 'no', text: 'No', hint: 'Go on to raise the concern' },
  ],
})}${button({ text: 'Continue' })}</form>${insetText(
  'Asking is part of your job, whatever your post or theirs. Nobody at your agency can stop you raising a concern (clause EX-1.2). It takes about 5 minutes and nothing is sent until you say so.',
)}`

const question: Html = html`<form method="post"><span class="govuk-caption-l">Leila R. Question 4 of 9</span>${textarea(
  {
    name: 'decision',
    label: { text: 'What exactly do you disagree with?', classes: 'govuk-label--l', isPageHeading: true },
    hint: 'Name the decision, who made it, and when you heard. Your policy asks you to “say plainly which decision you disagree with and why it may leave the child unsafe” (clause EX-1.6).',
    rows: 7,
    value:
      'Tom Reddy decided not to bring Leila’s review conference forward. He told me by phone on Friday 27 March. Her mother’s former partner has been back in the home since 21 March and the plan was written before that.',
  },
)}${audienceLine({ isForBoth: true, text: 'Both sides will read these words' })}${details({
  summary: 'See the difference between vague and exact',
  open: true,
  body: table({
    head: ['Hard to answer', 'Can be answered'],
    rows: [
      [
        'Children’s services are not taking this seriously.',
        'On 4 March the duty team closed our referral without a visit. We reported two new bruises.',
      ],
    ],
  }),
})}${buttonGroup(button({ text: 'Save and continue' }), later)}${audienceLine({ isForBoth: false, text: 'Saved at 5:52pm. Only you can read it until you send it.' })}</form>`

const row = (key: string, value: string) => ({
  key,
  value,
  actions: [{ text: 'Change', href: '#change', hidden: key.toLowerCase() }],
})

const check: Html = html`${titleBlock({ title: 'Check your answers before you send' })}${audienceLine({ isForBoth: false, text: 'Nothing has been sent. Only you can read this.' })}${h2('Who will get this')}${personCard(
  {
    mark: cs,
    name: 'Tom Reddy, social worker',
    place: 'Assessment Team North, Exampleshire Children’s Services',
    reasons: [
      {
        label: 'Why Tom Reddy:',
        words: 'you named this person’s decision, and stage 1 is between the people who disagree (clause EX-2.1).',
      },
      { label: 'If away:', words: 'Nadia Brook covers until Thursday 9 April.' },
      { label: 'At stage 2:', words: 'your manager, Joanne Pike, talks to Tom Reddy’s manager, Grace Adeyemi.' },
    ],
    action: { text: 'Choose someone else', href: '#choose' },
  },
)}${h2('What happens when you send')}<ul class="govuk-list govuk-list--bullet"><li>Tom Reddy is asked to talk with you as soon as possible, by phone or face to face</li><li>You both try to settle it by <strong>5pm on Wednesday 8 April 2026</strong>. ${link({ text: 'How is this date worked out?', href: '#working' })}</li><li>If it is not settled, or nobody answers, Joanne Pike takes it to stage 2</li><li>You hear the outcome, whatever it is</li></ul>${h2('About the concern')}${summaryList(
  [
    row('Child', 'Leila R, aged 3. On a child protection plan'),
    row('Immediate danger', 'No'),
    { ...row('What it is about', ''), value: html`Whether action is needed<br>Moving a plan forward` },
    row(
      'What you disagree with',
      'Tom Reddy decided not to bring Leila’s review conference forward. He told me by phone on Friday 27 March. Her mother’s former partner has been back in the home since 21 March and the plan was written before that.',
    ),
    row(
      'What you saw, and how you know',
      'Leila told me on 24 March who “is living at ours again”. Her grandmother said the same on 25 March.',
    ),
    row('What has been done so far', 'Told the duty team on 25 March. Spoke to Joanne Pike on 26 March.'),
    row('What you want', 'Bring the review conference forward to before Friday 10 April.'),
    row('How it could be settled', 'A strategy discussion this week would also do.'),
  ],
)}${h2('Dates and support')}${summaryList([
  row('Date that protects Leila', 'Thursday 9 April 2026, because the stay with her grandmother ends that day'),
  row('What keeps Leila safe meanwhile', 'She stays with her grandmother. We see her every weekday'),
  row('Your manager', 'You talked with Joanne Pike on Thursday 26 March'),
  row('Someone to support you', 'Joanne Pike, who can read everything you can'),
])}${h2('Who can read it once you send')}${audienceLine({ isForBoth: true, text: 'Both sides: every answer above, except the support you asked for' })}${audienceLine({ isForBoth: false, text: 'Only you and Joanne Pike: your private notes' })}<form method="post" class="govuk-!-margin-top-5">${buttonGroup(button({ text: 'Send the concern' }), later)}</form>`

const refusal: Html = html`${titleBlock({
  caption: 'Case 2026-014, Leila R',
  title: 'You cannot refer this to the Chair yet',
  lead: 'Senior managers and the agencies’ Board members have to try first. Nothing has been sent, and what you typed is saved.',
})}${clause({
  words:
    'The Board members of the agencies concerned are asked to help settle the matter before it is put to the Chair.',
  policy: 'Exampleshire policy, version 3',
  clause: { text: 'clause EX-3.4', href: '#clause' },
})}${h2('What you can do now')}<p class="govuk-body">Stage 3 may start today, because their reply is late. Dilys Owen would talk to Malcolm Frith.</p>${button({ text: 'Take this to senior managers', href: '/cases/2026-014/escalation' })}<p class="govuk-body govuk-!-margin-bottom-2">Or:</p>${moveList(
  {
    columns: 1,
    moves: [
      {
        text: 'Ask your Board member to help',
        href: '#member',
        what: 'Marion Yeo speaks for early years on the Board. 01632 960 114, weekdays 9am to 5pm.',
      },
      {
        text: 'Say the risk to Leila is now immediate',
        href: '#risk',
        what: 'Then any stage may start at once, the Chair included (clause EX-1.5).',
      },
    ],
  },
)}<p class="govuk-body">The Chair becomes possible when both Board members have replied, or when the 5 working days of stage 3 are over.</p>${details(
  {
    summary: 'What you typed',
    open: true,
    body: html`<p class="govuk-body c-typed">I have waited a week for an answer about a child on a plan. Please look at this yourself.</p><p class="c-muted">Saved as your private draft today at 5:58pm.</p>`,
  },
)}<p class="govuk-body">If you think the policy is wrong about this, ${link({ text: 'tell the Board manager', href: '#tell' })}. You can also ${link({ text: 'read the whole of stage 3', href: '#stage-3' })}.</p>`

const differs = 'Differs:'

const confirm: Html = html`${titleBlock({
  caption: 'Case 2026-009, Theo B',
  title: 'Confirm what was agreed',
  lead: html`Each side wrote down what was agreed on Thursday 2 April. <strong>They differ in two places.</strong> The case closes when both sides confirm the same words.`,
})}<p class="govuk-body-s">${marked('Marked words')}${prose(' are not the same on both sides. Confirm by 5pm on Friday 10 April (clause EX-5.4).')}</p>${twoWordings(
  {
    raising: {
      mark: { owner: 'raising', initials: 'BL' },
      name: 'Bramble Lane Nursery (you)',
      by: 'Written by Joanne Pike, 2 April, 3:15pm',
      lines: [
        { pieces: ['A health visitor sees Theo at home ', { marked: 'by Friday 17 April', hidden: differs }, '.'] },
        { pieces: ['The nursery sends its weekly notes to the health visitor every Friday.'] },
        {
          pieces: [
            { marked: 'The health visitor rings Joanne Pike on the day of the visit.', hidden: 'Only in your words:' },
          ],
        },
      ],
      foot: 'Not signed yet',
    },
    answering: {
      mark: { owner: 'answering', initials: 'CH' },
      name: 'Exampleshire Community Health',
      by: 'Written by Sunita Rao, 7 April, 11:20am',
      lines: [
        { pieces: ['A health visitor sees Theo at home ', { marked: 'by the end of April', hidden: differs }, '.'] },
        { pieces: ['The nursery sends its weekly notes to the health visitor every Friday.'] },
        { missing: 'Not in their words' },
      ],
      foot: 'Not signed yet',
    },
  },
)}<div class="c-readable">${h2('Theo’s safety meanwhile')}<p class="govuk-body">The nursery weighs Theo every Monday and rings the duty health visitor if he has lost weight. Joanne Pike answers for it, until the first visit.</p><form method="post">${radios(
  {
    name: 'choice',
    legend: {
      text: html`<h2 class="govuk-fieldset__heading">What do you want to do?</h2>`,
      classes: 'govuk-fieldset__legend--m',
    },
    items: [
      {
        value: 'propose',
        text: 'Propose one text for both sides to confirm',
        hint: 'Starts from your words. They are asked to confirm it or change it',
      },
      {
        value: 'confirm',
        text: 'Confirm their words',
        hint: 'Both sides then hold the same words, and the case closes with two things to follow up',
      },
      { divider: 'or' },
      {
        value: 'no',
        text: 'We do not agree what we agreed',
        hint: 'That is a proper answer. The case stays open, the deadline still counts, and you may take it to stage 3',
      },
    ],
  },
)}${buttonGroup(button({ text: 'Continue' }), later)}</form></div>`
