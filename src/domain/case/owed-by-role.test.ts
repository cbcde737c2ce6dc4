import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { londonInstant } from '../calendar/london.ts'
import { parsePolicy } from '../policy/parse-policy.ts'
import { castOf } from '../policy/walk-cast.ts'
import { raiseInvented } from '../policy/walk-raise.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { due } from './due.ts'
import { evolve } from './evolve.ts'
import { partOf } from './parts.ts'

const text = `id: small
title: Small
roles:
  worker:  { is: Worker, tier: 1 }
  manager: { is: Line manager, tier: 2 }
  lead:    { is: Lead }
  chair:   { is: Chair, at: board }
facts:
  fair: { ask: Is it fair?, by: raising manager }
stages:
  talk:
    is: Talk
    between: worker
    within: 2 working days
    duties: { noted: { who: responding lead, must: reply, within: 1 working day } }
    moves: { up: { if: fair }, quick: { by: raising lead, to: top } }
  top: { is: The Chair, by: chair, within: 5 working days }
duties:
  asked: { who: raising worker, must: consult chair, before: top }
`
const read = parsePolicy(text)
assert.ok(read.ok)
const cast = castOf(read.policy, shippedBankHolidays('england-and-wales'))
const { world } = cast
const noon = londonInstant('2026-12-21', '12:00').epochMilliseconds
const minute = 60_000

function raised(): Case {
  const answer = raiseInvented(cast, noon, { facts: {}, subject: 'child' })
  assert.ok(answer.ok)
  return answer.c
}

function after(c: Case, command: Command, person: string, at: number): Case {
  const answer = decide(world, c, command, { person, at })
  assert.ok(answer.ok, answer.ok ? '' : `${answer.refusal.title}. ${answer.refusal.because}`)
  return answer.value.reduce<Case>((so, entry) => evolve(so, entry), c)
}

test('whoever owes a duty has a part from the moment it arises, and nobody else has', () => {
  const c = raised()
  assert.equal(partOf(world, c, 'responding-lead', noon)?.level, 'party')
  assert.equal(partOf(world, c, 'responding-manager', noon), undefined)
  const noted = due(world, c, noon).find((i) => i.id === 'noted')
  assert.ok(noted)
  after(
    c,
    { kind: 'act', verb: 'reply', keys: [noted.key], act: { words: 'Noted.' } },
    'responding-lead',
    noon + minute,
  )
})

test('whoever may make a move of the stage has a part in it', () => {
  assert.equal(partOf(world, raised(), 'raising-lead', noon)?.level, 'party')
})

test('somebody asked to open a gate can answer, and can change the answer later', () => {
  let c = raised()
  assert.equal(partOf(world, c, 'raising-manager', noon), undefined)
  c = after(c, { kind: 'ask gate', move: 'up', words: 'Please look.' }, 'raising-worker', noon + minute)
  c = after(c, { kind: 'answer', fact: 'fair', answer: false, words: 'Not yet.' }, 'raising-manager', noon + 2 * minute)
  c = after(
    c,
    { kind: 'answer', fact: 'fair', answer: true, words: 'I was wrong.' },
    'raising-manager',
    noon + 3 * minute,
  )
  assert.equal(c.answers['fair']?.length, 2)
})

test('what a policy wants done once is owed again when an agreement is opened again', () => {
  let c = raised()
  const status = (at: number) => due(world, c, at).find((i) => i.id === 'asked')?.status
  for (const person of ['raising-worker', 'responding-worker'])
    c = after(c, { kind: 'move', move: 'agree', end: 'agreed', words: 'Settled.', facts: {} }, person, noon + minute)
  assert.equal(status(noon + 2 * minute), 'overtaken')
  c = after(c, { kind: 'not confirm', of: 'our-same-words', words: 'Not so.' }, 'responding-worker', noon + 3 * minute)
  assert.equal(status(noon + 4 * minute), 'open')
})
