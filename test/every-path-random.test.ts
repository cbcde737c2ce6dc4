/** Random histories: people of the invented cast do whatever they are offered, at random times. Set SEED to repeat one. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readShipped, shippedIds } from '../policies/read-shipped.ts'
import { londonInstant } from '../src/domain/calendar/london.ts'
import type { Case } from '../src/domain/case/case.ts'
import { currentVisit } from '../src/domain/case/case.ts'
import type { Command } from '../src/domain/case/command.ts'
import { isLive } from '../src/domain/case/duty-instance.ts'
import { owersIn } from '../src/domain/case/holders-in-case.ts'
import { targetOf } from '../src/domain/case/moves.ts'
import { allInFavour } from '../src/domain/case/panel-votes.ts'
import { castOf } from '../src/domain/policy/walk-cast.ts'
import { raiseInvented } from '../src/domain/policy/walk-raise.ts'
import { type Engine, engine, everybody, holidays, type Situation } from './every-path.ts'
import { hopefulAnswer } from './every-path-answers.ts'
import { properties } from './every-path-properties.ts'
import { movedToSameText } from './every-path-version.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const hour = 3_600_000
const casts = shippedIds.map((id) => castOf(readShipped(id), holidays))

/** Who acts, which of the things they may do, and how many hours later. */
const step = fc.record({
  who: fc.nat(40),
  what: fc.nat(60),
  hours: fc.oneof({ weight: 3, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(400) }),
})
const histories = fc.record({
  policy: fc.nat(shippedIds.length - 1),
  steps: fc.array(step, { maxLength: 25 }),
  danger: fc.boolean(),
})

const cheap = [
  'foldIsTheCase',
  'theRaiserKnows',
  'noDeadlineOnAClosedDay',
  'noStageIsLeftInSilence',
  'somethingIsDue',
  'dangerOpensItsPath',
  'aProtectiveDateOnlyShortens',
] as const
const once = ['nobodyReadsBeyondTheirAudience', 'strangersDoNothing'] as const

/** What breaks a property on the way, a sentence each. */
function broken(
  used: Engine,
  history: { policy: number; steps: readonly { who: number; what: number; hours: number }[]; danger: boolean },
): readonly string[] {
  const cast = casts[history.policy]
  assert.ok(cast)
  const begun = londonInstant('2026-12-21', '10:00').epochMilliseconds
  const raised = raiseInvented(cast, begun, { facts: { 'immediate-harm': history.danger }, subject: 'child' })
  assert.ok(raised.ok)
  let s: Situation = {
    name: cast.world.policy.id,
    world: cast.world,
    cast,
    c: raised.c,
    at: begun,
    entries: raised.entries,
  }
  const found: string[] = []
  for (const one of history.steps) {
    const at = s.at + one.hours * hour + 60_000
    // Now and then somebody moves the case to another version with the same words.
    if (one.what % 10 === 9) {
      const [moved, otherwise] = movedToSameText(used, s, at)
      s = moved
      found.push(...otherwise)
      continue
    }
    const people = everybody(s)
    const person = people[one.who % people.length] ?? cast.raiser
    const choices = commandsFor(used, s, person, at)
    const command = choices[one.what % choices.length]
    if (!command) continue
    const answer = used.decide(s.world, s.c, command, { person, at })
    if (!answer.ok) continue
    const c = answer.value.reduce<Case>((so, entry) => engine.evolve(so, entry), s.c)
    s = { ...s, name: `${s.name} > ${command.kind}`, c, at, entries: [...s.entries, ...answer.value] }
    for (const name of cheap) found.push(...properties[name](used, s))
    if (found.length > 0) return found
  }
  return [...found, ...once.flatMap((name) => properties[name](used, s))]
}

function commandsFor(used: Engine, s: Situation, person: string, at: number): readonly Command[] {
  const { world, c } = s
  const made = used.moves(world, c, person, at).flatMap((offer): readonly Command[] => {
    if (offer.state === 'not yet') return []
    if (offer.state === 'ask') return [{ kind: 'ask gate', move: offer.move.id, words: 'Please.' }]
    const facts = Object.fromEntries(
      offer.asks.map((fact) => [fact.id, hopefulAnswer.to(world.policy, offer.move, fact.id)]),
    )
    return [
      {
        kind: 'move',
        move: offer.move.id,
        ...targetOf(offer.lands),
        words: 'Because.',
        facts,
        votes: allInFavour(c),
      },
    ]
  })
  const mine = used
    .due(world, c, at)
    .filter((i) => isLive(i) && i.duty && owersIn(world, c, i, at).some((holder) => holder.person === person))
  const done = mine.flatMap((i): readonly Command[] => {
    const act = i.duty?.act
    if (!act || act.verb === 'keep') return []
    if (act.verb === 'answer') return [{ kind: 'answer', fact: act.fact, answer: 'So.', words: '' }]
    if (act.verb === 'agree')
      return [
        { kind: 'propose', of: i.id, lines: ['We agree.'], outstanding: [] },
        { kind: 'not confirm', of: i.id, words: 'No.' },
      ]
    return [{ kind: 'act', verb: act.verb, keys: [i.key], act: { words: 'Done.', toWords: 'Somebody' } }]
  })
  const proposal = c.proposals.at(-1)
  const stage = currentVisit(c).stage
  return [
    ...made,
    ...made,
    ...done,
    ...(proposal ? [{ kind: 'confirm' as const, proposal: proposal.seq, facts: { 'our-listened': true } }] : []),
    { kind: 'tick' },
    { kind: 'note', words: `At ${stage}.` },
    { kind: 'review risk', level: 'immediate', words: 'Now.' },
    { kind: 'review risk', level: 'some', words: 'Better.' },
    { kind: 'protect', date: '2027-02-01', words: 'By then.' },
    { kind: 'dissent', words: 'No.' },
    { kind: 'reopen', words: 'Again.' },
    { kind: 'close', words: 'Enough.' },
  ]
}

test('random histories keep every property', (t) => {
  t.diagnostic(`SEED=${seed}`)
  fc.assert(
    fc.property(histories, (history) => {
      assert.deepEqual(broken(engine, history), [])
    }),
    { seed, numRuns: 60 },
  )
})

test('random histories find a fold that forgets what was agreed to be owed', () => {
  const forgetful: Engine = {
    ...engine,
    evolve: (c, entry) =>
      c && entry.what.kind === 'risk reviewed' ? { ...c, version: entry.seq } : engine.evolve(c, entry),
  }
  const result = fc.check(
    fc.property(histories, (history) => broken(forgetful, history).length === 0),
    { seed: 1, numRuns: 60 },
  )
  assert.ok(result.failed)
})
