import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { decide } from '../case/decide.ts'
import { refuse } from '../case/refusal.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'
import type { Decide } from './walk-act.ts'
import { walkFindings } from './walk-findings.ts'

const holidays = shippedBankHolidays('england-and-wales')

const head = `id: small
title: Small
nation: england-and-wales
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Line manager, tier: 2 }
  chair: { is: Chair, at: board }
facts:
  grave: { ask: Is it grave? }
  fair: { ask: Is it fair?, by: raising manager }
raise: { asks: [grave] }
`

interface Parts {
  readonly talk?: string
  readonly line?: string
  readonly top?: string
  readonly more?: string
  readonly rest?: string
}

/** Three rungs that are right, with something planted in one of them. Lines below a stage are indented by four, below its pockets by six. */
function small({ talk = '', line = '', top = 'by: chair', more = '', rest = '' }: Parts): Policy {
  const text = `${head}stages:
  talk:
    is: Talk
    between: worker
    within: 2 working days
    ${talk}
  line:
    is: Line managers
    between: manager
    within: 5 working days
    ${line}
  top:
    is: The Chair
    within: 10 working days
    ${top}
${more}${rest}`
  const read = parsePolicy(text)
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.problems))
  return read.policy
}

const findings = (policy: Policy, with_: { decide?: Decide; most?: number } = {}) =>
  walkFindings(policy, { holidays, ...with_ }).findings
const grave = (policy: Policy, with_ = {}) =>
  findings(policy, with_)
    .filter((one) => one.level !== 'note')
    .map((one) => one.rule)
const only = (policy: Policy, rule: string, with_ = {}) => {
  assert.deepEqual(grave(policy, with_), [rule])
  const found = findings(policy, with_).find((one) => one.rule === rule)
  assert.ok(found)
  return found
}

test('a policy that is right has no errors and no warnings, and says how long it may take', () => {
  const policy = small({})
  assert.deepEqual(grave(policy), [])
  const total = findings(policy).find((one) => one.rule === 'longest-total')
  assert.equal(total?.story?.[0], 'Raised on Monday 21 December 2026.')
  assert.match(total?.story?.at(-1) ?? '', /^The Chair: until \w+ \d+ January 2027\.$/)
})

test('stuck: something that is only ever kept stands before every way on', () => {
  const found = only(
    small({ line: 'duties: { still: { who: each party, must: keep still, before: [agreed, top] } }' }),
    'stuck',
  )
  assert.match(found.message, /`line`/)
  assert.equal(found.story?.[0], 'Raised on Monday 21 December 2026.')
  assert.match(found.story?.at(-1) ?? '', /given up/)
  assert.deepEqual([found.line, found.column > 0], [18, true])
})

test('stuck: a last rung where nobody decides and nobody may agree', () => {
  const found = only(small({ top: 'between: manager\n    moves: { agree: null }' }), 'stuck')
  assert.match(found.message, /`top`/)
})

test('a stage that no case gets to', () => {
  const found = only(
    small({
      more: '  extra: { is: Extra, between: manager, within: 1 day, if: grave and not grave }\n',
      rest: 'tracks: { usual: { stages: [talk, line, extra, top] } }',
    }),
    'unreachable-stage',
  )
  assert.match(found.message, /`extra`/)
})

test('the other side alone may take it up: its silence holds the case up', () => {
  const found = only(small({ line: 'moves: { up: { by: responding manager } }' }), 'silence-holds-up')
  assert.match(found.story?.at(-1) ?? '', /time passes/)
})

test('a duty of the other side without a limit holds it up; with one, nobody is held up', () => {
  const duty = (within: string) =>
    small({ line: `duties: { answer: { who: responding manager, must: reply, before: top${within} } }` })
  const found = only(duty(''), 'silence-holds-up')
  assert.match(found.message, /line manager who was asked/)
  assert.deepEqual(found.line, 22)
  assert.deepEqual(grave(duty(', within: 2 working days')), [])
})

test('their silence is over when time moves the case on by itself', () => {
  const line = `duties: { answer: { who: responding manager, must: reply, within: 2 working days } }
    moves: { up: null, silence: { to: top, when: answer late }, on: { by: raising manager, to: top, when: answer } }`
  assert.deepEqual(grave(small({ line })), [])
})

test('a gate opens when it is not answered, and a no holds until it changes', () => {
  const all = findings(small({ talk: 'moves: { up: { if: fair } }' }))
  assert.deepEqual(
    all.filter((one) => one.level !== 'note'),
    [],
  )
  const no = all.find((one) => one.rule === 'goes-no-further')
  assert.ok(no?.story?.some((line) => /“Is it fair\?” is no/.test(line)))
})

test('only one person may go on: a note says where the case waits', () => {
  const all = findings(small({ line: 'moves: { up: { by: raising manager } }' }))
  const note = all.find((one) => one.rule === 'waits-for-one' && /line manager/.test(one.message))
  assert.match(note?.message ?? '', /`line`/)
})

test('a stage that only immediate danger leads to', () => {
  const more = '  quick: { is: Quick, aside: true, by: chair, within: 1 day }\n'
  const found = only(
    small({ talk: 'moves: { hurry: { by: raising worker, to: quick, if: immediate-harm } }', more }),
    'only-on-harm',
  )
  assert.match(found.story?.join(' ') ?? '', /immediate danger/)
})

test('no way and no duty for immediate danger', () => {
  only(small({ rest: 'moves: { urgent: null }' }), 'no-urgent-path')
  assert.deepEqual(
    grave(
      small({
        rest: 'moves: { urgent: null }\nduties: { now: { who: raising worker, must: tell chair, if: immediate-harm } }',
      }),
    ),
    [],
  )
})

test('an end that a move names and no case comes to', () => {
  only(
    small({ talk: 'moves: { away: { by: raising worker, to: handed over, if: grave and not grave } }' }),
    'unreachable-end',
  )
})

test('a notice that a case may go round', () => {
  const line = 'if: grave\n    duties: { told: { who: raising manager, must: tell chair } }'
  const note = findings(small({ line })).find((one) => one.rule === 'notice-missed')
  assert.match(note?.message ?? '', /`told`/)
})

test('nothing is due: no time, no duty, and our own taken away', () => {
  const rest = 'duties: { our-risk-now: null, our-safe-meanwhile: null, our-file: null }'
  const text = `${head}stages:\n  talk: { is: Talk, between: worker }\n  top: { is: The Chair, by: chair }\n${rest}`
  const read = parsePolicy(text)
  assert.ok(read.ok)
  only(read.policy, 'nothing-due')
})

test('too many states: the walk ends and names what multiplies them', () => {
  const duties = Array.from(
    { length: 13 },
    (_, n) => `step-${n}: { who: raising worker, must: do step ${n}, before: line }`,
  ).join(', ')
  const found = only(small({ talk: `duties: { ${duties} }` }), 'too-many-states', { most: 300 })
  assert.match(found.message, /`step-\d+` multiplies/)
})

/** Two clocks of `line`: in the week before Christmas the second runs out first, over a weekend the first. */
const twoClocks = (odd: string) =>
  small({
    line: `duties:
      word: { who: responding manager, must: reply, within: 3 days }
      seen: { who: responding manager, must: meet, within: 2 working days }
    moves:
      on: { to: top, when: seen late }
      lapse: { to: odd, when: word late }`,
    more: `  odd: { is: Odd, aside: true, between: manager, within: 1 working day${odd} }\n`,
  })

test('what lapses by itself only when the deadlines fall in the other order is walked too', () => {
  assert.deepEqual(grave(twoClocks(', by: chair')), [])
  const found = only(twoClocks(', moves: { agree: null, up: null }'), 'stuck')
  assert.match(found.message, /`odd`/)
  assert.match(
    found.story?.join(' ') ?? '',
    /does not reply to the other side by Sunday 27 December 2026\. By itself it goes to “Odd”/,
  )
})

test('that the order of deadlines decides where it goes is a note, and where it decides nothing there is none', () => {
  const notes = (policy: Policy) => findings(policy).filter((one) => one.rule === 'depends-on-the-day')
  const [note, ...others] = notes(twoClocks(', by: chair'))
  assert.deepEqual([note?.level, others.length > 1], ['note', false])
  assert.match(note?.message ?? '', /`(word|seen)`/)
  const alone = 'duties: { word: { who: responding manager, must: reply, within: 3 days } }'
  assert.deepEqual(notes(small({ line: `${alone}\n    moves: { on: { to: top, when: word late } }` })), [])
})

test('circles are refused before any walk', () => {
  const talk =
    'duties: { one: { who: raising worker, must: discuss, when: two }, two: { who: raising worker, must: discuss, when: one } }'
  const read = parsePolicy(
    `${head}stages:\n  talk:\n    is: Talk\n    between: worker\n    ${talk}\n  top: { is: The Chair, by: chair }\n`,
  )
  assert.ok(!read.ok)
  assert.deepEqual([...new Set(read.problems.map((one) => one.rule))], ['circle'])
})

test('the walk asks the real engine: one that refuses to go up is found out', () => {
  const noWayUp: Decide = (world, c, command, actor) =>
    command.kind === 'move' && command.move === 'up'
      ? refuse('blocked', 'Planted', 'Planted.')
      : decide(world, c, command, actor)
  assert.deepEqual([...new Set(grave(small({}), { decide: noWayUp }))].toSorted(), ['silence-holds-up'])
})

test('K41: inside one agency a colleague answers, so nobody is stuck where the two sides talk', () => {
  const rest = (stages: string) =>
    `tracks:\n  own: { if: same-agency, stages: [${stages}] }\n  usual: { stages: [talk, line, top] }\n`
  for (const stages of ['talk', 'line', 'talk, line'])
    assert.deepEqual(
      grave(small({ rest: rest(stages) })).filter((rule) => rule === 'stuck'),
      [],
      stages,
    )
  const nobody = small({ talk: 'moves: { agree: null }', rest: rest('talk') })
  assert.ok(grave(nobody).includes('stuck'))
})
