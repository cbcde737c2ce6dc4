/** Each property of every-path is seen to fail: a defect is planted, and the property must find it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { readShipped } from '../policies/read-shipped.ts'
import { refuse } from '../src/domain/case/refusal.ts'
import { walkFindings } from '../src/domain/policy/walk-findings.ts'
import { type Engine, engine, holidays, type Situation, situationsOf } from './every-path.ts'
import { properties } from './every-path-properties.ts'

const policy = readShipped('ladybirds')
const situations = situationsOf(policy)
const { decide, due, evolve, moves, sees } = engine

const christmasSaturday = Temporal.Instant.from('2026-12-26T17:00Z').epochMilliseconds

/** Everybody acts as if they were the one who raised it: no guard of who may. */
const guardless: Engine['decide'] = (world, c, command, actor) =>
  decide(world, c, command, { ...actor, person: c?.raisers[0]?.person ?? actor.person })

const planted: Readonly<
  Record<
    keyof typeof properties,
    { readonly defect: string; readonly spoiled?: Partial<Engine>; readonly among?: readonly Situation[] }
  >
> = {
  somethingIsDue: { defect: 'duties are forgotten', spoiled: { due: () => [] } },
  movesAreWhatDecideAccepts: { defect: 'a dropped guard', spoiled: { decide: guardless } },
  everythingHasASentence: {
    defect: 'a no without a reason',
    spoiled: {
      decide: (world, c, command, actor) =>
        command.kind === 'reopen' ? refuse('ended', 'No.', '') : decide(world, c, command, actor),
    },
  },
  theRaiserKnows: {
    defect: 'the newest entry is kept from everybody',
    spoiled: {
      sees: (world, c, entries, person, at) =>
        new Set([...sees(world, c, entries, person, at)].filter((seq) => seq !== c.version)),
    },
  },
  dangerOpensItsPath: {
    defect: 'no way on danger',
    spoiled: { moves: (...args) => moves(...args).filter((offer) => offer.move.id !== 'urgent') },
  },
  noDeadlineOnAClosedDay: {
    defect: 'a deadline on the Saturday after Christmas',
    spoiled: {
      due: (...args) => due(...args).map((i) => (i.due ? { ...i, due: { ...i.due, at: christmasSaturday } } : i)),
    },
  },
  aProtectiveDateOnlyShortens: {
    defect: 'a date moved back',
    spoiled: {
      decide: (world, c, command, actor) => {
        const answer = decide(world, c, command, actor)
        return !answer.ok && answer.refusal.code === 'never later' ? { ok: true, value: [] } : answer
      },
    },
  },
  foldIsTheCase: {
    defect: 'signatures are not folded',
    spoiled: {
      evolve: (c, entry) => (c && entry.what.kind === 'move signed' ? { ...c, version: entry.seq } : evolve(c, entry)),
    },
  },
  nobodyReadsBeyondTheirAudience: {
    defect: 'everybody reads everything',
    spoiled: { sees: (_world, _c, entries) => new Set(entries.map((entry) => entry.seq)) },
  },
  noStageIsLeftInSilence: {
    defect: 'a stage left by a note',
    among: situations.map((s) => ({
      ...s,
      entries: s.entries.map((entry) => ({ ...entry, what: { kind: 'note' as const, words: 'Gone.' } })),
    })),
  },
  strangersDoNothing: { defect: 'a dropped guard', spoiled: { decide: guardless } },
}

for (const [name, { defect, spoiled, among }] of Object.entries(planted)) {
  test(`${name} finds ${defect}`, () => {
    const property = properties[name as keyof typeof planted]
    const sound = situations.flatMap((situation) => property(engine, situation))
    const found = (among ?? situations).flatMap((situation) => property({ ...engine, ...spoiled }, situation))
    assert.deepEqual(sound, [])
    assert.ok(found.length > 0)
  })
}

test('never stuck finds an engine that lets nobody agree, decide or go up', () => {
  const shut: Engine['decide'] = (world, c, command, actor) =>
    command.kind === 'move' && ['agree', 'decide', 'up', 'urgent'].includes(command.move)
      ? refuse('blocked', 'Planted', 'Planted.')
      : decide(world, c, command, actor)
  const rules = walkFindings(policy, { holidays, decide: shut })
    .findings.filter((one) => one.level === 'error')
    .map((one) => one.rule)
  assert.ok(rules.includes('stuck'))
})
