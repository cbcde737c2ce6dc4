import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '../../domain/case/decide.ts'
import { exampleshire } from '../../domain/policy/exampleshire.ts'
import { type History, history, viewOf } from '../../domain/words/case-example.ts'
import { at, exampleWorld, readExample } from '../../domain/words/case-example-place.ts'
import { offerText } from '../../domain/words/case-offers.ts'
import { canStillStart } from '../../domain/words/duty-later.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { sorted } from './case-duties.ts'

const facts = { reason: ['plan'], exact: 'x', 'on-plan': false, conduct: false }

/** With a duty of the whole policy that waits for the line managers' stage. */
const waits = exampleWorld(
  readExample(
    exampleshire.replace(
      'duties:\n  lead-now',
      'duties:\n  checked: { who: raising manager, must: consult coordinator, within: 2 working days of line, cites: EX-4 }\n  lead-now',
    ),
  ),
)

const raised = (more: object = {}): History =>
  history(
    [
      {
        by: 'amira',
        on: at('2026-03-30', '14:20'),
        gives: {
          kind: 'raise',
          number: '1',
          subject: { kind: 'child', name: 'Leila R' },
          title: 'x',
          facts: { ...facts, 'immediate-harm': true },
          from: 'nursery',
          to: [{ agency: 'services' }],
          ...more,
        },
      },
    ],
    waits,
  )

test('what waits for a stage that was passed over is not said to come later', () => {
  const now = at('2026-03-30', '15:00')
  const start = (stage: string) => viewOf(raised({ start: { move: 'urgent', stage, words: 'Today.' } }), 'amira', now)
  const lower = viewOf(raised(), 'amira', now)
  const waiting = lower.duties.find((i) => i.id === 'checked')
  assert.ok(waiting && waiting.status === 'waiting' && canStillStart(lower, waiting))
  const top = start('top')
  const passed = top.duties.find((i) => i.id === 'checked')
  assert.ok(passed === undefined || !canStillStart(top, passed))
  assert.ok(!sorted(top).open.some((i) => i.id === 'checked'))
  assert.ok(sorted(lower).open.some((i) => i.id === 'checked'))
})

/** The line managers' stage is repeated, tier by tier. */
const tiers = exampleWorld(
  readExample(
    exampleshire
      .replace('    is: Line managers\n', '    is: Line managers\n    repeats: tiers\n')
      .replace('up: { by: raising manager, if: justified, cites: EX-2 }', 'up: { by: raising party, cites: EX-2 }')
      .replace('      chase:', '      reported: { who: raising worker, must: tell own manager }\n      chase:'),
  ),
)
const climbing = (steps: number): History =>
  history(
    [
      {
        by: 'amira',
        on: at('2026-03-30', '14:20'),
        gives: {
          kind: 'raise',
          number: '1',
          subject: { kind: 'child', name: 'Leila R' },
          title: 'x',
          facts: { ...facts, 'immediate-harm': false },
          from: 'nursery',
          to: [{ agency: 'services' }],
        },
      },
      {
        by: 'amira',
        on: at('2026-03-31', '10:00'),
        gives: {
          kind: 'act',
          verb: 'discuss',
          act: { words: 'No.', way: 'phone', tookPart: ['amira', 'tom'], settled: false },
        },
      },
      { by: 'amira', on: at('2026-04-01', '10:00'), gives: up('up') },
      { by: 'grace', on: at('2026-04-01', '11:00'), gives: { kind: 'act', verb: 'reply', act: { words: 'No.' } } },
      { by: 'joanne', on: at('2026-04-02', '10:00'), gives: up('again') },
    ].slice(0, steps) as Parameters<typeof history>[0],
    tiers,
  )
const up = (move: string) => ({ kind: 'move', move, words: 'Not settled.', facts: { 'our-why': 'Not settled.' } })

test('at the next tier, what was for the tier before is still named with whom it was for', () => {
  const view = viewOf(climbing(5), 'amira', at('2026-04-02', '11:00'))
  assert.equal(view.c.visits.at(-1)?.tier, 1)
  const [first, second] = view.duties.filter((i) => i.id === 'reported')
  assert.ok(first && second)
  assert.equal(instanceOrder(view, first), 'Tell Joanne Pike')
  assert.equal(instanceOrder(view, second), 'Tell Dilys Owen')
})

test('one tier higher says who it goes to', () => {
  const view = viewOf(climbing(4), 'joanne', at('2026-04-02', '09:30'))
  const offer = view.offers.find((o) => o.lands.to === 'stage' && o.lands.tier === 1)
  assert.ok(offer)
  assert.equal(offerText(view, offer), 'Take this one tier higher, to Dilys Owen and Malcolm Frith')
})

test('a refusal to skip quotes what forbids it: the stage it stands at, not the one that was wanted', () => {
  const text = exampleshire
    .replace('between: worker\n', 'between: worker\n    cites: EX-2\n')
    .replace('by: chair\n', 'by: chair\n    cites: EX-5\n')
  const world = exampleWorld(readExample(text))
  const { c } = history(
    [
      {
        by: 'amira',
        on: at('2026-03-30', '14:20'),
        gives: {
          kind: 'raise',
          number: '1',
          subject: { kind: 'child', name: 'Leila R' },
          title: 'x',
          facts: { ...facts, 'immediate-harm': false },
          from: 'nursery',
          to: [{ agency: 'services' }],
        },
      },
    ],
    world,
  )
  const skip = { kind: 'move', move: 'up', stage: 'top', words: 'x', facts: {} } as const
  const answer = decide(world, c, skip, { person: 'joanne', at: at('2026-03-30', '15:00') })
  assert.ok(!answer.ok)
  assert.equal(answer.refusal.code, 'no such move')
  assert.deepEqual(answer.refusal.cites, ['EX-2'])
})
