import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import { type FindingsAbout, staticFindings } from './static-findings.ts'

function findings(text: string, about: FindingsAbout = {}) {
  const result = parsePolicy(text, about.library)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return staticFindings(result.policy, about)
}

/** Rules of warnings and notes with where they are, but for the notes that every policy here has: it is a stage or two, and nobody decides. */
function told(text: string, about: FindingsAbout = {}) {
  return findings(text, about)
    .filter(({ rule }) => !rule.startsWith('defaults-') && rule !== 'nobody-decides-at-top')
    .map(({ level, rule, line, column }) => [level, rule, line, column])
}

const start = `id: small
title: Small
roles:
  worker: { is: Worker, tier: 1 }
  lead: { is: Lead, tier: 2, or: [manager, team head] }
  manager: { is: Manager, tier: 3 }
  chair: { is: Chair, at: board, contact: { phone: 01632 960123 } }
facts:
  on-plan: { ask: On a plan? }
  kind: { ask: What kind?, one-of: { a: A, b: B } }
`
const calm = 'stages: { talk: { is: Talk, between: worker, within: 1 day } }\n'

/** Each has one finding, at the mark; the mark stands on a line of its own numbering. */
const cases: readonly (readonly [level: string, rule: string, marked: string])[] = [
  ['warning', 'stage-without-limit', `${start}stages: { ▸talk: { is: Talk, between: worker } }\n`],
  [
    'warning',
    'stage-only-without-delay',
    `${start}stages: { talk: { is: Talk, between: worker, within: ▸without delay } }\n`,
  ],
  [
    'warning',
    'shared-limit',
    `${start}stages:\n  talk: { is: Talk, between: worker, within: ▸5 days of raised }\n  line: { is: Line, between: manager, within: 5 days of raised }\n`,
  ],
  [
    'warning',
    'blocking-without-limit',
    `${start}stages:\n  talk: { is: Talk, between: worker, within: 1 day, duties: { answer: { who: responding worker, must: reply, before: ▸agreed } } }\n`,
  ],
  [
    'warning',
    'never-late',
    `${start}stages:\n  talk: { is: Talk, between: worker, within: 1 day, duties: { answer: { who: responding worker, must: reply }, chase: { who: chair, may: tell raiser, when: ▸answer late } } }\n`,
  ],
  ['warning', 'tells-itself', `${start}${calm}duties: { told: { who: raising manager, must: tell ▸own manager } }\n`],
  ['warning', 'tells-itself', `${start}${calm}duties: { told: { who: raising lead, must: tell ▸raising manager } }\n`],
  ['warning', 'tells-itself', `${start}${calm}duties: { told: { who: each manager, must: tell ▸own lead } }\n`],
  ['warning', 'tells-itself', `${start}${calm}duties: { told: { who: chair, must: tell ▸chair } }\n`],
  [
    'warning',
    'not-yet-asked',
    `${start}${calm}duties: { told: { who: raising worker, must: tell chair, if: not ▸on-plan } }\n`,
  ],
  [
    'warning',
    'track-not-asked',
    `${start}${calm}tracks: { first: { if: ▸kind is a, stages: [talk] }, usual: { stages: [talk] } }\n`,
  ],
  [
    'warning',
    'role-without-contact',
    `${start}  odd: { ask: x }\n${calm}`.replace('  chair', '  ▸police: { is: Police, at: outside }\n  chair'),
  ],
  ['warning', 'gap-in-source', `${start}${calm}gaps:\n  - ▸cites: EX-1\n    says: It breaks off\n`],
  ['warning', 'our-question-dropped', `${start}${calm}moves: { ▸withdraw: { asks: [on-plan] } }\n`],
  ['note', 'clause-uncited', `${start}${calm}clauses: { ▸EX-1: A rule }\n`],
  [
    'note',
    'clause-uncited',
    `${start}${calm}clauses: { EX-1: A rule, ▸EX-2: Another }\nregister: { kept-by: chair, from: talk, cites: EX-1 }\n`,
  ],
  [
    'warning',
    'citation-of-nothing',
    `${start}${calm}clauses: { EX-1: A rule }\ngaps: [{ cites: EX-1, says: x }]\nraise: { by: worker }\nduties: { ▸met: { who: each worker, may: meet, cites: EX-2 } }\n`.replace(
      'gaps: [{ cites: EX-1, says: x }]\nraise: { by: worker }',
      'raise: { by: worker, cites: EX-1 }',
    ),
  ],
  [
    'note',
    'jump-misses',
    `${start}stages:\n  talk: { is: Talk, between: worker, within: 1 day, duties: { ▸letter: { who: raising worker, must: write letter to chair } } }\n  top: { is: Top, by: chair, within: 1 day }\n`,
  ],
]

for (const [level, rule, marked] of cases) {
  test(`${level} ${rule}: ${marked.slice(marked.indexOf('▸'), marked.indexOf('▸') + 40).replaceAll('\n', '⏎')}`, () => {
    const before = marked.slice(0, marked.indexOf('▸')).split('\n')
    assert.deepEqual(told(marked.replace('▸', '')), [[level, rule, before.length, (before.at(-1)?.length ?? 0) + 1]])
  })
}

test('a policy with nothing amiss has nothing told but which defaults hold', () => {
  assert.deepEqual(told(`${start}${calm}`), [])
})

test('what looks alike and is not amiss is not told', () => {
  const quiet = [
    // Its own limit beside the shared one.
    `${start}stages:\n  talk: { is: Talk, between: worker, within: 5 days of raised }\n  line: { is: Line, between: manager, within: [2 days, 5 days of raised] }\n`,
    // The other side, hence another person.
    `${start}${calm}duties: { told: { who: raising manager, must: tell responding manager } }\n`,
    // A notice has the setting's limit, so it can be late.
    `${start}stages:\n  talk: { is: Talk, between: worker, within: 1 day, duties: { told: { who: responding worker, must: tell raiser, before: agreed } } }\n`,
    // The policy says itself what without delay means.
    `${start}settings: { without-delay: 2 hours }\nstages: { talk: { is: Talk, between: worker, within: without delay } }\n`,
    // Asked on raising, so no is a real no.
    `${start}${calm}raise: { asks: [on-plan] }\nduties: { told: { who: raising worker, must: tell chair, if: not on-plan } }\n`,
  ]
  for (const text of quiet) assert.deepEqual(told(text), [], text)
})

test('the defaults in use and those overridden are named', () => {
  const message = (rule: string) =>
    findings(
      exampleshire
        .replace('duties:\n  lead-now', 'duties:\n  our-dissent: null\n  lead-now')
        .concat('settings: { gate: 2 working days }\n'),
    ).find((one) => one.rule === rule)?.message ?? ''
  assert.match(message('defaults-in-use'), /`our-file`/)
  assert.doesNotMatch(message('defaults-in-use'), /`our-dissent`|`our-same-words`|`gate`/)
  assert.match(
    message('defaults-overridden'),
    /its own: `our-same-words`\. It takes these away: `our-dissent`\. It sets `gate`\./,
  )
})

test('a review is past from the day after', () => {
  const text = `${start}${calm}history: [{ date: 2025-01-31, what: Written }, { date: 2024-01-01, what: Drafted }]\nreview: { every: 1 month }\n`
  assert.deepEqual(told(text, { today: '2025-02-28' }), [])
  assert.deepEqual(told(text, { today: '2025-03-01' }), [['warning', 'review-past', 13, 9]])
})

test('a parent that moved on is told with what differs', () => {
  const next = exampleshire
    .replace('version: 3', 'version: 4')
    .replace('within: 5 working days\n', 'within: 6 working days\n')
  const library = (_id: string, version?: number) => (version === 3 ? exampleshire : next)
  const text = 'id: local\nchanges: { policy: exampleshire, version: 3 }\n'
  const [moved] = findings(text, { library }).filter(({ rule }) => rule === 'parent-moved-on')
  assert.match(moved?.message ?? '', /in version 4 now; this varies version 3\. What differs: `line`\./)
  assert.deepEqual(
    findings(text, { library: () => exampleshire }).filter(({ rule }) => rule === 'parent-moved-on'),
    [],
  )
})

test('a panel that the directory cannot seat is told', () => {
  const post = (agency: string) => ({
    id: agency,
    person: agency,
    agency,
    role: 'head',
    title: 'Head of service',
    speaksFor: [],
    away: [],
  })
  const directory = (...agencies: string[]) => ({ version: '1', agencies: {}, people: {}, posts: agencies.map(post) })
  const rules = (...agencies: string[]) =>
    findings(exampleshire, { directory: directory(...agencies) }).map(({ rule }) => rule)
  assert.ok(rules('a', 'b', 'a').includes('panel-not-seatable'))
  assert.ok(!rules('a', 'b', 'c').includes('panel-not-seatable'))
  const apart = exampleshire.replace('parties: must', 'parties: never')
  const seatedApart = (...agencies: string[]) =>
    !findings(apart, { directory: directory(...agencies) }).some(({ rule }) => rule === 'panel-not-seatable')
  assert.deepEqual([seatedApart('a', 'b', 'c', 'd'), seatedApart('a', 'b', 'c', 'd', 'e')], [false, true])
})
