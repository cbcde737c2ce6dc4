import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from '../parse-policy.ts'
import type { Policy } from '../policy.ts'
import { type InForce, reminders } from './reminders.ts'

const parent = (version: number): string => `id: parent
title: The parent
version: ${version}
nation: england-and-wales
roles: { worker: { is: Worker, tier: 1 }, chair: { is: Chair, at: board } }
stages:
  talk: { is: Talk, between: worker, within: 3 working days }
  top: { is: The Chair, by: chair, within: 5 working days }
`
const varied = (more = ''): string =>
  `id: varied\ntitle: The variation\nchanges: { policy: parent, version: 1${more} }\nstages: { talk: { within: 2 working days } }\n`

function read(text: string): Policy {
  const found = parsePolicy(text, () => parent(1))
  assert.ok(found.ok, found.ok ? '' : JSON.stringify(found.problems))
  return found.policy
}

const kinds = (all: readonly InForce[], today: string) => reminders(all, today).map(({ kind, on }) => [kind, on])

test('a review is spoken of sixty days ahead, is past the day after, and a call comes before both', () => {
  const one: InForce = { policy: read(parent(1)), starts: '2026-01-05', reviewOn: '2026-06-30' }
  assert.deepEqual(kinds([one], '2026-04-30'), [])
  assert.deepEqual(kinds([one], '2026-05-01'), [['review soon', '2026-06-30']])
  assert.deepEqual(kinds([one], '2026-06-30'), [['review soon', '2026-06-30']])
  assert.deepEqual(kinds([one], '2026-07-01'), [['review past', '2026-06-30']])
  const called = { ...one, called: { on: '2026-02-02', reason: 'A case showed a gap.' } }
  assert.deepEqual(kinds([called], '2026-07-01'), [['review called', '2026-02-02']])
})

test('an addendum is announced a fortnight before it begins and before it ends, and then no more', () => {
  const one: InForce = { policy: read(varied(', from: 2026-05-01, until: 2026-05-31')), starts: '2026-04-01' }
  const about = (today: string) => kinds([one], today)
  assert.deepEqual(about('2026-04-16'), [])
  assert.deepEqual(about('2026-04-17'), [['addendum begins', '2026-05-01']])
  assert.deepEqual(about('2026-05-16'), [])
  assert.deepEqual(about('2026-05-17'), [['addendum ends', '2026-05-31']])
  assert.deepEqual(about('2026-06-01'), [])
})

test('a variation is told of when its parent has a newer version in force, with both versions to compare', () => {
  const one: InForce = { policy: read(varied()), starts: '2026-01-05' }
  const before: InForce = { policy: read(parent(1)), starts: '2026-01-05' }
  const after: InForce = { policy: read(parent(2)), starts: '2026-03-01' }
  assert.deepEqual(kinds([before, one], '2026-04-01'), [])
  assert.deepEqual(
    reminders([after, one], '2026-04-01').map(({ kind, on, parent: moved }) => ({ kind, on, moved })),
    [{ kind: 'parent moved on', on: '2026-03-01', moved: { policy: 'parent', from: 1, to: 2 } }],
  )
})

test('a report of the register is spoken of a month ahead, and goes on from the last one', () => {
  const policy = read(
    parent(1)
      .replace('chair: { is: Chair, at: board }', 'chair: { is: Chair, at: board }, office: { is: Office, at: board }')
      .concat('register: { kept-by: office, from: talk, report: every 1 year, counts: [reason] }\n'),
  )
  const since = (registerSince: string): InForce => ({ policy, starts: '2026-01-05', registerSince })
  assert.deepEqual(kinds([since('2026-01-05')], '2026-12-05'), [])
  assert.deepEqual(kinds([since('2026-01-05')], '2026-12-06'), [['report due', '2027-01-05']])
  assert.deepEqual(kinds([since('2026-01-05')], '2027-03-01'), [['report due', '2027-01-05']])
  assert.deepEqual(kinds([since('2026-12-20')], '2027-03-01'), [])
  assert.deepEqual(
    kinds([{ policy: read(parent(1)), starts: '2026-01-05', registerSince: '2020-01-05' }], '2027-03-01'),
    [],
  )
})
