import { barTable } from './bar-table.ts'
import { button, buttonGroup } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { filterBar } from './filter-bar.ts'
import { boardMenu, ruth } from './gallery-people.ts'
import { heading } from './heading.ts'
import { type Html, html } from './html.ts'
import { columns, reasonList } from './layout.ts'
import { link } from './link.ts'
import { page } from './page.ts'
import { pagination } from './pagination.ts'
import { type RegisterRow, registerTable } from './register-table.ts'
import { ruleList } from './rule-list.ts'
import { tag } from './tag.ts'
import { titleBlock } from './title-block.ts'

/** 06 and 07: the Board manager's register, and choosing a panel. */
export function galleryChair() {
  const back = { text: 'Case 2026-003', href: '/cases/2026-003' }
  return [
    {
      name: '06-register',
      html: page({
        title: 'Register of disagreements',
        path: '/register',
        menu: boardMenu,
        viewer: ruth,
        wide: true,
        body: register,
      }),
    },
    {
      name: '07-panel',
      html: page({
        title: 'Choose the panel',
        path: '/panels/2026-003',
        menu: boardMenu,
        viewer: ruth,
        back,
        wide: true,
        body: panel,
      }),
    },
  ]
}

const h2 = (words: string) => heading(2, words, { classes: 'govuk-heading-m' })
const cs = 'with Children’s Services'

function row(
  number: string,
  child: string,
  parties: readonly [string, string],
  stage: string,
  about: string,
  waitingFor: string,
  due: string,
  late?: string,
): RegisterRow {
  return {
    number,
    href: `/cases/${number}`,
    child,
    raisedBy: parties[0],
    with: parties[1],
    stage,
    about,
    waitingFor,
    due,
    late,
  }
}

const rows: readonly RegisterRow[] = [
  row(
    '2026-008',
    'Aged 11 to 13',
    ['Hillside School', cs],
    '3. Senior managers',
    'Level of need',
    'A reply',
    'Thursday 2 April',
    'Late by 3 working days',
  ),
  row(
    '2026-014',
    'Aged 2 to 4, on a plan',
    ['Bramble Lane Nursery', cs],
    '2. Line managers',
    'Moving a plan forward',
    'A reply',
    'Tuesday 7 April',
    'Late by 1 working day',
  ),
  row(
    '2026-012',
    'Aged 14 to 16',
    ['Exampleshire Police', 'with Northgate Housing'],
    '2. Line managers',
    'Whether action is needed',
    'A reply',
    'Tuesday 7 April',
    'Late by 1 working day',
  ),
  row(
    '2026-016',
    'Aged under 2',
    ['Community Health', cs],
    '1. Talk to each other',
    'Communication',
    'Both, to settle it',
    'Thursday 9 April',
  ),
  row(
    '2026-009',
    'Aged 2 to 4',
    ['Bramble Lane Nursery', 'with Community Health'],
    '2. Line managers',
    'Roles',
    'Both, to confirm the outcome',
    'Friday 10 April',
  ),
  row(
    '2026-003',
    'Aged 5 to 10, in care',
    ['Fernley School', cs],
    '4. The Chair or a panel',
    'Level of need',
    'You, to convene a panel',
    'Monday 13 April',
  ),
  row(
    '2026-017',
    'Aged 5 to 10',
    ['Northgate Housing', 'with Exampleshire Education'],
    '1. Talk to each other',
    'Roles',
    'Both, to settle it',
    'Wednesday 15 April',
  ),
]

const register: Html = html`${titleBlock({
  size: 'xl',
  caption: 'Exampleshire, Wednesday 8 April 2026',
  title: 'Register of disagreements',
  actions: [
    { text: 'Download as CSV', href: '/register.csv' },
    { text: 'Print', href: '/register/print' },
  ],
})}<p class="govuk-body-l">14 are open. 3 are waiting for a reply that is late, 2 of them from the same agency.</p>${columns(
  {
    main: html`${h2('Open, by stage')}${barTable({
      caption: 'Open disagreements by stage',
      of: 'Stage',
      rows: [
        { label: '1. Talk to each other', open: 4, late: 0 },
        { label: '2. Line managers', open: 6, late: 2 },
        { label: '3. Senior managers', open: 3, late: 1 },
        { label: '4. The Chair or a panel', open: 1, late: 0 },
      ],
    })}`,
    aside: html`${h2('Silent agencies')}<p class="govuk-body"><strong>Exampleshire Children’s Services</strong><br>2 replies late, the longest by 3 working days</p><p class="govuk-body"><strong>Northgate Housing</strong><br>1 reply late, by 1 working day</p><p class="govuk-body">${link({ text: 'Everything late, by agency', href: '/register/silent' })}</p>`,
  },
)}${h2('All cases')}${filterBar({
  action: '/register',
  label: 'Choose cases',
  selects: [
    { name: 'status', label: 'Status', items: [{ text: 'Open' }, { text: 'Closed' }] },
    { name: 'stage', label: 'Stage', items: [{ text: 'Any stage' }] },
    { name: 'agency', label: 'Agency', items: [{ text: 'Any agency' }] },
    { name: 'about', label: 'What it is about', items: [{ text: 'Anything' }] },
  ],
})}<p class="c-muted">14 cases, late first. Children are shown by case number only: you are told the name when stage 3 starts (clause EX-3.2).</p>${registerTable(
  {
    caption: 'Cases, late first',
    rows,
  },
)}${pagination({
  items: [
    { number: 1, href: '/register', current: true },
    { number: 2, href: '/register?page=2' },
  ],
  next: { href: '/register?page=2' },
})}`

const sitting = (value: string, text: string, hint: string) => ({ value, text: html`<strong>${text}</strong>`, hint })

const panel: Html = html`${titleBlock({
  caption: 'Case 2026-003, stage 4',
  title: 'Choose the panel',
  lead: 'One more member is needed, from Exampleshire Education, which speaks for Fernley School. Convene the panel by 5pm on Monday 13 April 2026.',
})}${columns({
  first: 'aside',
  aside: html`${ruleList({
    title: 'The rule',
    source: html`Exampleshire policy, ${link({ text: 'clause EX-4.3', href: '#clause' })}`,
    conditions: [
      { text: 'All are senior officers', isMet: true },
      { text: 'All are full members of the Board', isMet: true },
      { text: 'Three different agencies', isMet: false, how: '2 of 3 chosen' },
      { text: 'Both agencies concerned', isMet: false, how: 'Children’s Services chosen. Education not yet' },
      { text: 'Nobody took part earlier or has a conflict', isMet: true },
    ],
  })}${heading(2, 'If it is not convened in time', { classes: 'govuk-heading-s govuk-!-margin-bottom-1' })}<p class="govuk-body">From 5pm on Monday 13 April the vice-chair, Helena Stroud, may choose the members (clause EX-4.6).</p><p class="govuk-body">${link({ text: 'How is this date worked out?', href: '#working' })}</p>`,
  main: html`${h2('People who may sit')}<p class="govuk-body c-secondary">Senior officers who are full members of the Board and have no part in this case.</p><form method="post">${checkboxes(
    {
      name: 'concerned',
      legend: { text: 'Agencies concerned: one from each', classes: 'govuk-fieldset__legend--s' },
      values: ['marsh'],
      items: [
        sitting('marsh', 'Fiona Marsh', 'Director of quality, Exampleshire Children’s Services'),
        sitting('whitcombe', 'Alan Whitcombe', 'Head of inclusion, Exampleshire Education, for Fernley School'),
        sitting('okafor', 'Bea Okafor', 'Assistant head of schools, Exampleshire Education, for Fernley School'),
      ],
    },
  )}${checkboxes({
    name: 'other',
    legend: { text: 'Other agencies: at least one', classes: 'govuk-fieldset__legend--s' },
    values: ['oduya'],
    items: [
      sitting('oduya', 'Detective Chief Inspector Karen Oduya', 'Exampleshire Police'),
      sitting('pryce', 'Gareth Pryce', 'Head of probation delivery, Exampleshire Probation'),
    ],
  })}${buttonGroup(button({ text: 'Convene the panel' }), link({ text: 'Save and come back later', href: '/home' }))}</form>${h2('People who may not sit, and why')}${reasonList(
    [
      {
        name: 'Miriam Costello',
        about: 'Named nurse, Exampleshire NHS Trust',
        reason: html`${tag('Conflict declared', 'orange')}<p>“I supervised the school nurse in this case until January.” Declared on Tuesday 7 April.</p><p>The Chair agreed that Miriam Costello stands aside. Either side may answer until 5pm tomorrow.</p>`,
      },
      {
        name: 'Malcolm Frith',
        about: 'Service manager, Exampleshire Children’s Services',
        reason: 'Took part at stage 3 of this case (clause EX-4.4).',
      },
      {
        name: 'Lorna Speight',
        about: 'Support manager, Northgate Housing',
        reason: 'Northgate Housing is an associate, not a full member of the Board (clause EX-4.3).',
      },
      {
        name: 'Idris Vaughan',
        about: 'Team leader, Exampleshire Probation',
        reason: 'Not a senior officer. Gareth Pryce is, and may sit (clause EX-4.3).',
      },
    ],
  )}`,
})}`
