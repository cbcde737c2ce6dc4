import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../../../calendars/shipped.ts'
import { londonInstant } from '../calendar/london.ts'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import { rehearseScript, type Step } from './rehearse-script.ts'

const at = (date: string, time: string) => londonInstant(date, time).epochMilliseconds

function told(steps: readonly Step[]) {
  const read = parsePolicy(exampleshire)
  assert.ok(read.ok)
  const holidays = shippedBankHolidays('england-and-wales')
  const done = rehearseScript(read.policy, { raisedAt: at('2026-04-07', '10:00'), facts: {}, steps, holidays })
  assert.ok(done.ok, 'why' in done ? done.why : '')
  return done.value
}

test('each step is asked of the engine: what is done is written, what is refused says why and changes nothing', () => {
  const value = told([
    { at: at('2026-04-07', '11:00'), does: { duty: 'talked' } },
    { at: at('2026-04-07', '12:00'), does: { move: 'back' } },
    { at: at('2026-04-07', '12:00'), does: { duty: 'no-such' } },
    { at: at('2026-04-08', '09:00'), does: { move: 'agree' } },
  ])
  assert.deepEqual(
    value.steps.map((step) => [step.step, step.ok, step.stage]),
    [
      ['do talked', true, 'talk'],
      ['move back', false, 'talk'],
      ['do no-such', false, 'talk'],
      ['move agree', true, 'talk'],
    ],
  )
  assert.match(value.steps[1]?.why ?? '', /not there/)
  assert.match(value.steps[2]?.why ?? '', /no such duty/)
  assert.equal(value.end, 'agreed')
})

test('time that passes makes late, in the order of the times and not of the file', () => {
  const value = told([{ at: at('2026-05-01', '10:00') }, { at: at('2026-04-07', '11:00'), does: { duty: 'talked' } }])
  assert.deepEqual(
    value.steps.map((step) => step.step),
    ['do talked', 'wait'],
  )
  assert.ok(value.steps[1]?.late.includes('talk'), JSON.stringify(value.steps[1]))
})
