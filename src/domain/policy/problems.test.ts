import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from './parse-policy.ts'
import { act, duty, inTalk, move, start, talk, testBroken } from './small-policy.testing.ts'

testBroken([
  // A misspelt key is told once, and what it holds is read as what was meant.
  ['unknown-key', `id: small\n▸titel: Small\n${talk}roles: { worker: { is: Worker } }\n`],
  ['unknown-key', duty('{ ▸wo: raising worker, must: meet }')],
  ['unknown-key', `${start}▸stagess: { talk: { is: Talk, between: worker } }\n`],

  // The file as such
  ['empty-file', '▸'],
  ['empty-file', '▸# nothing here\n'],
  ['not-a-policy', '▸- id\n- title\n'],
  ['not-a-policy', '▸just words'],
  ['tab', `${start}stages:\n▸\ttalk: { is: Talk, between: worker }\n`],
  ['quote-needed', `${start}title: ▸Small: and short\n${talk}`],
  ['quote-needed', `${start}stages:\n  talk: { is: ▸Talk: now, between: worker }\n`],
  ['one-file-one-policy', `${start}${talk}▸---\nid: other\n`],
  ['not-closed', `${start}clauses: { A: "one }\n▸`],
  ['anchor', `${start}read-with: ▸&a [x]\n${talk}`],
  ['alias', `${start}read-with: ▸*a\n${talk}`],
  ['tag', `${start}read-with: ▸!!seq [x]\n${talk}`],
  ['merge-key', `${start}▸<<: { nation: scotland }\n${talk}`],
  ['duplicate-key', `${start}${talk}▸title: Again\n`],
  ['duplicate-key', inTalk('duties: { a: { who: each worker, must: meet, ▸must: reply } }')],
  ['key-not-a-word', `${start}${talk}? ▸[a, b]\n: c\n`],
  ['too-deep', `${start}${talk}gaps: [[[[[[[[[[[[[[[[▸[x]]]]]]]]]]]]]]]]]\n`],

  // Keys and kinds of values
  ['unknown-key', `${start}▸stagez: { a: b }\n${talk}`],
  ['unknown-key', duty('{ who: raising worker, must: meet, ▸withn: 1 day }')],
  ['unknown-key', duty('{ who: raising worker, must: meet, within: 3 days, ▸as a guide }')],
  ['missing-key', `▸id: small\n${talk}roles: { worker: { is: Worker } }\n`],
  ['missing-key', `▸id: small\ntitle: Small\n`],
  ['missing-key', `▸title: Small\nroles: { worker: { is: Worker } }\n${talk}`],
  ['missing-key', duty('▸{ who: raising worker }').replace('told: ▸', '▸told: ')],
  ['missing-key', duty('{ must: meet }').replace('told:', '▸told:')],
  ['missing-key', move('{ by: raising worker }').replace('go:', '▸go:')],
  ['missing-key', move('{ to: top }').replace('go:', '▸go:')],
  ['wrong-kind', `${start}${talk}`.replace('title: Small\n', 'title: ▸[a, b]\n')],
  [
    'wrong-kind',
    `${start}stages: ▸[talk]\n`.replace(
      'stages: ▸[talk]',
      'stages: { talk: { is: Talk, between: worker } }\nclauses: ▸[a]',
    ),
  ],
  ['wrong-value', `${start}nation: ▸england\n${talk}`],
  ['wrong-value', `${start}version: ▸two\n${talk}`],
  ['wrong-value', `${start}history: [{ date: ▸2026-02-30, what: Written }]\n${talk}`],
  ['wrong-value', inTalk('aside: ▸maybe')],
  ['wrong-value', inTalk('contact: [phone, ▸email]')],
  ['wrong-value', `${start}settings: { working-day: ▸9 to 5 }\n${talk}`],
  ['bad-id', inTalk('duties: { ▸Told IRO: { who: each worker, must: meet } }')],
  ['bad-id', inTalk('cites: ▸"EX 1"')],
  ['empty-list', inTalk('within: ▸[]')],
  ['removes-nothing', inTalk('▸with:')],
  ['removes-nothing', `${start}${talk}duties: { ▸our-dissnt: null }\n`],

  // Names
  ['name-twice', inTalk('duties: { ▸on-plan: { who: each worker, must: meet } }')],
  [
    'name-twice',
    `${start}stages:\n  talk: { is: Talk, between: worker, duties: { met: { who: each worker, must: meet } } }\n  top: { is: Top, by: chair, duties: { ▸met: { who: chair, must: meet } } }\n`,
  ],
  ['reserved-word', inTalk('duties: { ▸agreed: { who: each worker, must: meet } }')],
  ['reserved-word', `${start}${talk}`.replace('  expert', '  ▸raiser')],
  ['our-reserved', `${start}${talk}duties: { ▸our-dance: { who: each party, may: meet } }\n`],
  ['our-reserved', inTalk('duties: { ▸our-file: { cites: EX-1 } }')],
  [
    'ambiguous-name',
    `${start}stages:\n  talk: { is: Talk, between: worker, duties: { met: { who: each worker, must: meet, before: ▸top } }, moves: { top: { by: raising worker, to: top } } }\n  top: { is: Top, by: chair }\n`,
  ],

  // Stages, facts, forms
  ['nobody-in-stage', `${start}stages:\n  ▸talk: { is: Talk }\n`],
  ['wrong-value', `${start}stages: { talk: { is: Talk, between: ▸[worker, worker, worker] } }\n`],
  ['two-kinds', `${start}${talk}`.replace('kind: date', 'kind: date, ▸asks: [on-plan]')],
  ['unknown-fact', `${start}raise: { asks: [▸onplan] }\n${talk}`],
  ['derived-fact', `${start}raise: { asks: [▸subject] }\n${talk}`],
  ['derived-fact', `${start}  ▸same-agency: { by: raising manager }\n${talk}`],
  ['circle', `${start}  form: { ask: Form, asks: [on-plan, ▸form] }\n${talk}`],
  ['unknown-stage', `${start}${talk}register: { kept-by: chair, from: ▸line }\n`],
  ['unknown-stage', `${start}${talk}tracks: { usual: { stages: [talk, ▸line] } }\n`],
  ['after-not-here', inTalk('▸after: top')],

  // The whole
  [
    'circle',
    inTalk(
      'duties:\n      a: { who: each worker, must: meet, before: ▸b }\n      b: { who: each worker, must: discuss, before: a }',
    ),
  ],
  [
    'circle',
    inTalk(
      'duties:\n      a: { who: each worker, must: meet, when: ▸b }\n      b: { who: each worker, must: discuss, when: a late }',
    ),
  ],
  ['circle', inTalk('duties:\n      a: { who: each worker, must: meet, within: 2 days of ▸a due }')],
  ['event-outside-stage', duty('{ who: raising worker, must: meet, when: ▸raised }')],
  ['event-outside-stage', duty('{ who: raising worker, must: meet, when: [talk left, ▸top] }')],
  ['event-outside-stage', move('{ by: raising worker, to: top, when: ▸top late }')],
  ['gate-of-other-side', move('{ by: raising worker, to: top, if: on-plan and ▸ok-there }')],
  [
    'next-off-track',
    `${start}stages: { talk: { is: Talk, between: worker, moves: { up: { by: raising manager, to: ▸next } } } }\n`,
  ],
  [
    'next-off-track',
    `${start}stages: { talk: { is: Talk, between: worker, moves: { ▸up: { by: raising manager } } } }\n`,
  ],
  ['same-without-repeats', move('{ by: raising worker, to: ▸same }')],
  ['no-decider', move('{ by: ▸decider, to: top }')],
  ['no-decider', act('tell ▸decider')],
  [
    'unreachable-stage',
    `${start}stages:\n  talk: { is: Talk, between: worker }\n  ▸odd: { is: Odd, by: chair, aside: true }\n`,
  ],
  [
    'unreachable-stage',
    `${start}stages:\n  talk: { is: Talk, between: worker }\n  ▸odd: { is: Odd, by: chair }\ntracks: { usual: { stages: [talk] } }\n`,
  ],
  [
    'aside-on-track',
    `${start}stages:\n  talk: { is: Talk, between: worker, moves: { go: { by: chair, to: odd } } }\n  odd: { is: Odd, by: chair, aside: true }\ntracks: { usual: { stages: ▸[talk, odd] } }\n`,
  ],
  ['stage-twice', `${start}${talk}tracks: { usual: { stages: ▸[talk, talk] } }\n`],
  ['last-track', `${start}${talk}tracks: { ▸usual: { if: on-plan, stages: [talk] } }\n`],
  ['track-without-if', `${start}${talk}tracks: { ▸a: { stages: [talk] }, b: { stages: [talk] } }\n`],

  // Taking away what is still named
  ['unknown-fact', `${start}  ▸our-why: null\n${talk}`],
  ['removes-nothing', inTalk('moves: { ▸nowhere: null }')],
])

test('the unbroken file is accepted, so that each broken one is broken by its mark alone', () => {
  for (const text of [`${start}${talk}`, act('meet'), move('{ by: raising worker, to: top }')]) {
    const result = parsePolicy(text)
    assert.deepEqual(result.ok ? [] : result.problems, [])
  }
})

test('every problem is told, by line, and no more than a hundred', () => {
  const two = parsePolicy(
    duty('{ who: raising boss, must: inform chair, if: nothing, within: 5 daze, before: nowhere }'),
  )
  assert.ok(!two.ok)
  assert.deepEqual(
    two.problems.map(({ rule }) => rule),
    ['unknown-role', 'unknown-verb', 'unknown-fact', 'wrong-unit', 'unknown-target'],
  )
  const many = Array.from({ length: 150 }, (_, index) => `    d${index}: { who: nobody, must: meet }`).join('\n')
  const result = parsePolicy(`${start}stages:\n  talk: { is: Talk, between: worker }\nduties:\n${many}\n`)
  assert.ok(!result.ok)
  assert.equal(result.problems.length, 100)
  assert.deepEqual(
    result.problems.map(({ line }) => line),
    result.problems.map(({ line }) => line).toSorted((a, b) => a - b),
  )
})

test('a misspelling is told with the word that was meant', () => {
  const message = (text: string) => {
    const result = parsePolicy(text)
    assert.ok(!result.ok)
    return result.problems[0]?.message ?? ''
  }
  assert.match(message(act('tell raising managr')), /Did you mean `manager`\?/)
  assert.match(message(duty('{ who: raising worker, must: meet, within: 5 workig days }')), /Did you mean `working`\?/)
  assert.match(message(duty('{ who: raising worker, must: meet, when: on-plan }')), /write `if: on-plan`/)
  assert.match(message(duty('{ who: raising worker, must: meet, when: risk }')), /write `if: risk is red`/)
  assert.match(message(act('tell raising supervisor')), /write `manager`/)
  assert.match(message(`${start}  our-why: null\n${talk}`), /taken away here/)
})

test('what stands under a misspelt key is checked as what was meant', () => {
  const result = parsePolicy(duty('{ who: raising worker, must: meet, witin: 5 daze }'))
  assert.ok(!result.ok)
  assert.deepEqual(
    result.problems.map(({ rule }) => rule),
    ['unknown-key', 'wrong-unit'],
  )
})
