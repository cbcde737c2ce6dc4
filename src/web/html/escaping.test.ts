import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layOut } from '../../domain/policy/flowchart/layout.ts'
import { answer } from './answer.ts'
import { asTheySeeIt } from './as-they-see-it.ts'
import { audienceLine } from './audience-line.ts'
import { barTable } from './bar-table.ts'
import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { clause } from './clause.ts'
import { clock } from './clock.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { dutyList } from './duty-list.ts'
import { errorSummary } from './error-summary.ts'
import { flowchartFigure } from './flowchart.ts'
import { type Html, html } from './html.ts'
import { input } from './input.ts'
import { reasonList } from './layout.ts'
import { mark } from './mark.ts'
import { moveList } from './move-list.ts'
import { notificationBanner } from './notification-banner.ts'
import { now } from './now.ts'
import { personCard } from './person-card.ts'
import { record } from './record.ts'
import { registerTable } from './register-table.ts'
import { ruleList } from './rule-list.ts'
import { safetyBand } from './safety-band.ts'
import { select } from './select.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { textarea } from './textarea.ts'
import { titleBlock } from './title-block.ts'
import { twoSides } from './two-sides.ts'
import { twoWordings } from './two-wordings.ts'
import { working } from './working.ts'

const bad = `"><img src=x onerror=alert(1)>'</textarea><script>`
const its = { owner: 'raising', initials: bad } as const
const link = { text: bad, href: `javascript:${bad}`, hidden: bad }
const days = {
  caption: bad,
  rule: bad,
  dates: [bad],
  rows: [{ is: 'due', dates: [bad], number: 1, words: bad }],
  notes: bad,
} as const
const duty = {
  side: 'answering',
  what: bad,
  by: bad,
  date: bad,
  tag: { text: bad, colour: 'red' },
  why: bad,
  working: days,
  others: [bad],
} as const
const box = { id: 'a-start', kind: 'stage', title: bad, lines: [bad], small: bad, href: bad } as const
const person = { mark: its, agency: bad, name: bad, post: bad, clock: duty }
const wording = {
  mark: its,
  name: bad,
  by: bad,
  lines: [{ pieces: [bad, { marked: bad, hidden: bad }] }, { missing: bad }],
  foot: bad,
}

/** Each component with a hostile string in every place a string can stand. */
const filled: { readonly [name: string]: () => Html } = {
  button: () => html`${button({ text: bad, href: bad, id: bad })}${button({ text: bad, name: bad, value: bad })}`,
  checkboxes: () =>
    checkboxes({
      name: bad,
      legend: bad,
      hint: bad,
      error: bad,
      items: [{ value: bad, text: bad, hint: bad }, { divider: bad }],
      values: [bad],
    }),
  dateInput: () => dateInput({ id: bad, legend: bad, namePrefix: bad, values: { day: bad }, error: bad }),
  details: () => details({ summary: bad, body: bad }),
  errorSummary: () => errorSummary({ title: bad, errors: [link], description: bad }),
  input: () => input({ name: bad, label: bad, value: bad, hint: bad, error: bad, prefix: bad, suffix: bad }),
  notificationBanner: () => notificationBanner({ body: bad, title: bad }),
  select: () => select({ name: bad, label: bad, items: [{ value: bad, text: bad }], value: bad }),
  summaryList: () => summaryList([{ key: bad, value: bad, actions: [link, link] }]),
  table: () => table({ caption: bad, head: [bad], rows: [[bad]], stacked: true }),
  textarea: () => textarea({ name: bad, label: bad, value: bad }),
  answer: () => answer({ by: bad, date: bad, words: bad }),
  asTheySeeIt: () =>
    asTheySeeIt(
      { title: bad, side: 'raising', mark: its, yours: [{ text: bad, href: bad, when: bad }], theirs: bad, back: bad },
      html``,
    ),
  audienceLine: () => audienceLine({ isForBoth: false, text: bad }),
  barTable: () => barTable({ caption: bad, of: bad, rows: [{ label: bad, open: 2, late: 1 }] }),
  clause: () => clause({ words: bad, policy: bad, clause: link }),
  clock: () => clock(duty),
  dutyList: () =>
    dutyList([{ when: bad, date: bad, duty: bad, href: bad, detail: bad, about: bad, state: { text: bad } }]),
  flowchart: () =>
    flowchartFigure((width) =>
      layOut(
        { title: bad, columns: [{ id: 'a', title: bad, blocks: [{ box, notes: [], ways: [] }], rails: [] }] },
        width,
      ),
    ),
  mark: () => mark(its),
  moveList: () => moveList({ moves: [{ ...link, what: bad }], notYet: [bad] }),
  now: () => now({ sentence: bad, button: link, secondary: link, anchors: [link] }),
  personCard: () =>
    personCard({ mark: its, name: bad, place: bad, reasons: [{ label: bad, words: bad }], action: link }),
  reasonList: () => reasonList([{ name: bad, about: bad, reason: bad }]),
  record: () =>
    record({
      filters: [{ text: bad, href: bad }],
      entries: [
        {
          id: bad,
          mark: its,
          agency: bad,
          heading: bad,
          when: bad,
          by: bad,
          body: bad,
          corrections: [{ by: bad, words: bad }],
          audience: { isForBoth: true, text: bad },
        },
      ],
    }),
  registerTable: () =>
    registerTable({
      caption: bad,
      sort: { due: { href: bad, is: 'ascending' } },
      rows: [
        {
          number: bad,
          href: bad,
          child: bad,
          raisedBy: bad,
          with: bad,
          stage: bad,
          about: bad,
          waitingFor: bad,
          due: bad,
          late: bad,
        },
      ],
    }),
  ruleList: () => ruleList({ title: bad, source: bad, conditions: [{ text: bad, isMet: false, how: bad }] }),
  safetyBand: () =>
    safetyBand({
      title: bad,
      id: bad,
      state: { is: 'in place', ends: bad, arrangement: { inPlace: bad, answers: bad, check: link } },
      risk: [bad],
    }),
  titleBlock: () => titleBlock({ title: bad, caption: bad, facts: [bad], actions: [link], lead: bad }),
  twoSides: () =>
    twoSides({
      raising: { mark: its, name: bad, role: bad },
      answering: [{ mark: its, name: bad }],
      rungs: [{ number: bad, title: bad, state: bad, phase: 'now', raising: person, answering: [person] }],
    }),
  twoWordings: () => twoWordings({ raising: wording, answering: wording }),
  working: () => working(days),
}

for (const [name, draw] of Object.entries(filled)) {
  test(`${name} lets no hostile string out`, () => {
    const out = draw().toString()
    assert.ok(out.includes('&lt;img'))
    assert.doesNotMatch(out, /<img|<script|href="javascript|<\/textarea><script/i)
    assert.doesNotMatch(out.replace(/"[^"]*"/g, ''), /onerror=[^&]*>\s*<img/)
  })
}
