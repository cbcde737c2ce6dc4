/**
 * Six shapes of policy, each written by somebody who had read `docs/writing-a-policy.md` and nothing else, and put through the
 * engine with a script: the dates that make the shape. The same six are driven by hand in `shapes.browser.test.ts`.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { londonInstant } from '../src/domain/calendar/london.ts'
import type { Answers } from '../src/domain/case/entry.ts'
import { check } from '../src/domain/policy/check.ts'
import { parsePolicy } from '../src/domain/policy/parse-policy.ts'
import type { Policy } from '../src/domain/policy/policy.ts'
import { rehearseScript, type ScriptTold, type Step } from '../src/domain/policy/rehearse-script.ts'

const shapes = ['six-stages', 'dissent-window', 'own-lines', 'meeting', 'urgency', 'parent', 'variation'] as const
type Shape = (typeof shapes)[number]

const textOf = (shape: Shape): string => readFileSync(new URL(`./shapes/${shape}.yaml`, import.meta.url), 'utf8')
const library = (id: string): string | undefined => (id === 'wickenshire' ? textOf('parent') : undefined)

function policy(shape: Shape, edit: (text: string) => string = (text) => text): Policy {
  const read = parsePolicy(edit(textOf(shape)), library)
  assert.ok(read.ok, JSON.stringify(read))
  return read.policy
}

const holidays = shippedBankHolidays('england-and-wales')
const at = (moment: string) => londonInstant(moment.slice(0, 10), moment.slice(11)).epochMilliseconds
const on = (moment: string, does?: Step['does']): Step => ({ at: at(moment), ...(does ? { does } : {}) })

const rehearsal = (of: Policy, raised: string, facts: Answers, steps: readonly Step[]) =>
  rehearseScript(of, { raisedAt: at(raised), facts, steps, holidays })

/** Every step was done. */
function played(of: Policy, raised: string, facts: Answers, steps: readonly Step[]): ScriptTold {
  const told = rehearsal(of, raised, facts, steps)
  assert.ok(told.ok, JSON.stringify(told))
  for (const step of told.value.steps) assert.ok(step.ok, JSON.stringify(step))
  return told.value
}

const agreed = { move: 'agree' } as const
const up = { move: 'up' } as const

/** Dates of a duty, one for each who owes it, to the minute. */
const due = (told: ScriptTold, duty: string): readonly string[] =>
  told.stages.flatMap((stage) =>
    stage.duties.filter((one) => one.id === duty).map((one) => (one.due ?? 'no date').slice(0, 16)),
  )

const limit = (told: ScriptTold, stage: string): string | undefined =>
  told.stages.find((one) => one.id === stage)?.limit?.due.slice(0, 16)

describe('six shapes of policy', () => {
  for (const shape of shapes)
    test(`${shape} may be adopted, and nothing is warned of but what it says of itself`, () => {
      const of = policy(shape)
      const { findings, ok } = check(of, { holidays, library })
      assert.ok(ok, JSON.stringify(findings))
      const warned = findings.filter((one) => one.level === 'warning').map((one) => one.rule)
      assert.deepEqual(warned, shape === 'dissent-window' ? ['gap-in-source'] : [])
      for (const duty of [...of.duties, ...of.stages.flatMap((stage) => stage.duties)])
        assert.ok(duty.origin === 'ours' || duty.cites.length > 0, `${duty.id} cites nothing`)
    })

  test('six stages: hours of whoever is asked beside working days of whoever raised it', () => {
    const facts = { unsafe: false }
    const told = played(policy('six-stages'), '2026-04-02T10:00', facts, [
      on('2026-04-02T11:00', up),
      on('2026-04-02T12:00', { duty: 'received' }),
      on('2026-04-02T13:00', { duty: 'answer' }),
      on('2026-04-02T14:00', up),
      on('2026-04-07T10:00', up),
      on('2026-04-08T10:00', up),
      on('2026-04-09T10:00', up),
      on('2026-04-10T10:00', { move: 'decide' }),
    ])
    // From 11am on the Thursday before Easter: the hours run into Good Friday, the working days pass over to Wednesday.
    assert.deepEqual(due(told, 'received'), ['2026-04-02T13:00'])
    assert.deepEqual(due(told, 'answer'), ['2026-04-03T11:00'])
    assert.deepEqual(due(told, 'evidence'), ['2026-04-08T17:00'])
    assert.deepEqual(due(told, 'weighed'), ['2026-04-09T17:00'])
    assert.equal(limit(told, 'team-leaders'), '2026-04-13T17:00')
    assert.equal(told.stages.length, 6)
    assert.equal(told.end, 'decided')
    const unsafe = played(policy('six-stages'), '2026-04-02T10:00', { unsafe: true }, [on('2026-04-02T11:00', up)])
    assert.deepEqual(due(unsafe, 'answer'), ['2026-04-02T17:00'])
  })

  test('a dissent: taken to the last minute of 72 hours, refused after it with its clause, and recorded as its end', () => {
    const of = policy('dissent-window')
    const facts = { 'conference-on': '2026-04-07' }
    const told = played(of, '2026-04-10T23:59', facts, [on('2026-04-13T10:00', { move: 'for-the-record' })])
    assert.equal(told.end, 'recorded')
    // Sent after the close on Friday: the working days begin with Monday.
    assert.deepEqual(due(told, 'answered'), ['2026-04-16T17:00'])
    const late = rehearsal(of, '2026-04-11T00:01', facts, [])
    assert.ok(!late.ok)
    assert.match(late.why, /too late .*\[F1\]$/)
  })

  test('own lines: every side reports at once, one working day each, whose Easter is not counted', () => {
    const told = played(policy('own-lines'), '2026-04-02T10:00', {}, [
      on('2026-04-02T12:00', { duty: 'report-1' }),
      on('2026-04-07T11:00', up),
      on('2026-04-07T11:30', { duty: 'report-2' }),
      on('2026-04-07T12:00', up),
      on('2026-04-07T13:00', up),
      on('2026-04-08T10:00', agreed),
    ])
    assert.deepEqual(due(told, 'report-1'), ['2026-04-07T17:00', '2026-04-07T17:00'])
    assert.deepEqual(due(told, 'report-2'), ['2026-04-08T17:00', '2026-04-08T17:00'])
    assert.deepEqual(due(told, 'report-3'), ['2026-04-08T17:00', '2026-04-08T17:00'])
    assert.equal(told.end, 'agreed')
  })

  for (const [status, chair, others] of [
    ['care', 'met-care', ['met-plan', 'met-other']],
    ['plan', 'met-plan', ['met-care', 'met-other']],
    ['neither', 'met-other', ['met-care', 'met-plan']],
  ] as const)
    test(`a meeting within five days, its chair by the child’s status (${status}), its minutes within two of it`, () => {
      const told = played(policy('meeting'), '2026-04-01T10:00', { status }, [
        on('2026-04-02T10:00', up),
        on('2026-04-02T11:00', { duty: 'invited' }),
        on('2026-04-07T15:00', { duty: chair }),
        on('2026-04-08T10:00', { duty: 'minutes' }),
        on('2026-04-08T11:00', agreed),
      ])
      assert.deepEqual(due(told, chair), ['2026-04-07T17:00'])
      for (const other of others) assert.deepEqual(due(told, other), [], other)
      assert.deepEqual(due(told, 'minutes'), ['2026-04-09T17:00'])
      assert.equal(told.end, 'agreed')
    })

  test('urgency: another date for each answer, and for the most urgent another way', () => {
    const of = policy('urgency')
    const talk = (urgency: string) => limit(played(of, '2026-04-08T10:00', { urgency }, []), 'talk')
    assert.equal(talk('usual'), '2026-04-15T17:00')
    assert.equal(talk('soon'), '2026-04-10T17:00')
    const answer = (urgency: string) =>
      due(played(of, '2026-04-08T10:00', { urgency }, [on('2026-04-08T11:00', up)]), 'answer')
    assert.deepEqual([answer('usual'), answer('soon')], [['2026-04-10T17:00'], ['2026-04-08T19:00']])
    const hot = played(of, '2026-04-08T10:00', { urgency: 'now' }, [
      on('2026-04-08T13:00', up),
      on('2026-04-09T10:00', { move: 'decide' }),
    ])
    assert.deepEqual(
      hot.stages.map((stage) => stage.id),
      ['ring', 'top'],
    )
    assert.deepEqual([limit(hot, 'ring'), limit(hot, 'top')], ['2026-04-08T14:00', '2026-04-09T17:00'])
    assert.deepEqual([due(hot, 'rang'), due(hot, 'why-now')], [['2026-04-08T11:00'], ['2026-04-08T11:00']])
    assert.equal(hot.end, 'decided')
  })

  test('a variation: one number changed, one notice added, everything else its parent’s', () => {
    const [whole, varied] = (['parent', 'variation'] as const).map((shape) =>
      played(policy(shape), '2026-04-08T10:00', {}, [
        on('2026-04-09T10:00', up),
        on('2026-04-10T10:00', up),
        on('2026-04-13T10:00', { move: 'decide' }),
      ]),
    )
    assert.ok(whole && varied)
    assert.deepEqual([limit(whole, 'talk'), limit(varied, 'talk')], ['2026-04-15T17:00', '2026-04-10T17:00'])
    assert.deepEqual(
      [due(whole, 'lead-told'), due(varied, 'lead-told')],
      [[], ['2026-04-09T14:00', '2026-04-09T14:00']],
    )
    for (const same of ['line', 'top']) assert.equal(limit(whole, same), limit(varied, same))
    assert.deepEqual(due(whole, 'answer'), due(varied, 'answer'))
    assert.deepEqual(policy('variation').changes?.policy, 'wickenshire')
    assert.equal(varied.end, 'decided')
  })

  test('a number planted in a shape is noticed', () => {
    const planted = policy('meeting', (text) =>
      text.replace(
        'to everyone, when: [met-care, met-plan, met-other], within: 2 days',
        'to everyone, when: [met-care, met-plan, met-other], within: 3 days',
      ),
    )
    const told = played(planted, '2026-04-01T10:00', { status: 'care' }, [
      on('2026-04-02T10:00', up),
      on('2026-04-07T15:00', { duty: 'met-care' }),
    ])
    assert.deepEqual(due(told, 'minutes'), ['2026-04-10T17:00'])
  })
})
