import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleshire } from '../policy/exampleshire.ts'
import { fresh, history, lateReply, silentEnough, viewOf } from './case-example.ts'
import { at, exampleWorld, readExample } from './case-example-place.ts'
import { dueWords } from './duty-due.ts'
import { laterDuties } from './duty-later.ts'
import { dutyWords } from './duty-words.ts'
import { dutyWorking } from './duty-working.ts'

const view = viewOf(lateReply(), 'joanne', silentEnough)
const duty = (id: string, of = view) => {
  const found = of.duties.findLast((i) => i.id === id)
  assert.ok(found, id)
  return found
}

test('a late reply: near word, date, order, who, clause, lateness', () => {
  assert.deepEqual(dutyWords(view, duty('answer')), {
    when: 'Tuesday 7 April',
    date: 'Was due by 5pm',
    order: 'Reply to you',
    who: 'Grace Adeyemi, Exampleshire Children’s Services',
    clause: 'Clause EX-3',
    state: { text: 'Late by 1 working day', is: 'late' },
    isMine: false,
  })
})

test('a stage’s own limit is an order to both sides', () => {
  const words = dutyWords(view, duty('line'))
  assert.equal(words.order, 'Settle this, or take it to the independent chair')
  assert.equal(words.who, 'Both sides')
})

test('a gate reads as the question put', () => {
  const asked = history([
    {
      by: 'amira',
      on: at('2026-03-30', '14:20'),
      gives: {
        kind: 'raise',
        number: '1',
        subject: { kind: 'child', name: 'Leila R' },
        title: 'x',
        facts: { reason: ['plan'], exact: 'x', 'on-plan': false, conduct: false, 'immediate-harm': false },
        from: 'nursery',
        to: [{ agency: 'services' }],
      },
    },
    { by: 'amira', on: at('2026-03-30', '14:30'), gives: { kind: 'ask gate', move: 'up', words: '' } },
  ])
  const asking = viewOf(asked, 'amira', at('2026-03-30', '15:00'))
  const gate = asking.duties.find((i) => i.gate)
  assert.ok(gate)
  const words = dutyWords(asking, gate)
  assert.equal(words.order, 'Answer “Is the concern justified?”')
  assert.equal(words.date, 'Tuesday 31 March, by 5pm')
})

test('a guide is never late', () => {
  const world = exampleWorld(
    readExample(
      exampleshire.replace('within: 3 working days or sooner', 'within: 3 working days or sooner, as a guide'),
    ),
  )
  const guided = viewOf(
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
            facts: { reason: ['plan'], exact: 'x', 'on-plan': false, conduct: false, 'immediate-harm': false },
            from: 'nursery',
            to: [{ agency: 'services' }],
          },
        },
      ],
      world,
    ),
    'amira',
    at('2026-04-08', '10:00'),
  )
  const limit = duty('talk', guided)
  const words = dutyWords(guided, limit)
  assert.equal(words.date, 'As a guide, by 5pm')
  assert.equal(words.state.text, 'Past the guide')
  assert.deepEqual(dueWords(limit, guided.at), {
    by: 'As a guide, by 5pm on',
    date: 'Thursday 2 April 2026',
    past: 'Past the guide by 2 working days',
  })
  assert.doesNotMatch(JSON.stringify(words), /[Ll]ate/)
})

test('the working names every date that competed, and says which one counts', () => {
  const working = dutyWorking(view, duty('line'))
  assert.ok(working)
  assert.equal(working.sooner, true)
  assert.deepEqual(working.dates, [
    'The policy’s limit: within 5 working days, which is Friday 10 April 2026, not used',
    'The date that protects Leila: Tuesday 7 April 2026',
  ])
  assert.deepEqual(
    working.rows.map((r) => r.is),
    ['start', 'counted', 'closed', 'closed', 'closed', 'due', 'late', 'unused'],
  )
  assert.match(working.notes, /Concordat’s default, not your policy’s rule/)
})

test('one limit: its rule with its clause', () => {
  assert.equal(
    dutyWorking(view, duty('answer'))?.rule,
    '2 working days from Wednesday 1 April 2026; Good Friday and Easter Monday do not count (clause EX-3).',
  )
})

test('what comes later is said with when', () => {
  const later = laterDuties(viewOf(fresh(), 'amira', at('2026-03-30', '15:00')))
  assert.ok(
    later.some((l) => l.when === 'When stage 1 ends' && l.order === 'Record the stage on Leila’s file'),
    JSON.stringify(later),
  )
  assert.ok(
    later.some((l) => l.when === 'When stage 2 starts' && l.order === 'Tell the reviewing officer'),
    JSON.stringify(later),
  )
})

test('a closed case leaves nothing to do, and does not call it late', () => {
  const c = { ...view.c, closed: { at: silentEnough, seq: 99 } }
  const words = dutyWords({ ...view, c }, duty('told-iro'))
  assert.equal(words.isMine, false)
  assert.equal(words.state.text, 'Left undone')
})

test('what keeps the child safe is extended while something does, and said where nothing does', () => {
  const raised = viewOf(fresh(), 'tom', at('2026-03-30', '15:20'))
  const asked = duty('our-safe-meanwhile', raised)
  assert.equal(dutyWords(raised, asked).order, 'Extend or replace what keeps Leila safe')
  const { arrangement: _, ...bare } = raised.c
  assert.equal(dutyWords({ ...raised, c: bare }, asked).order, 'Say what keeps Leila safe meanwhile')
})

test('telling that an end starts is telling the outcome', () => {
  const later = laterDuties(viewOf(fresh(), 'amira', at('2026-03-30', '15:00')))
  assert.ok(
    later.some((l) => l.order === 'Tell the person who raised it the outcome'),
    JSON.stringify(later),
  )
})
