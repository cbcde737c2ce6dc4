/**
 * `check` of each shipped policy: what an author waits for. Ceiling 100 ms each (issue 3), as processor time of this process, the best
 * of fifteen interleaved rounds: whatever else the machine does only adds. The median stands beside it, and the first check of a cold process.
 * And a policy whose situations explode: how long until the walk gives up.
 * Run: node_modules/.bin/node bench/policy-check.ts
 */
import { strict as assert } from 'node:assert'
import { readFileSync } from 'node:fs'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { readShipped, shippedIds } from '../policies/read-shipped.ts'
import { type Checked, check, checkText } from '../src/domain/policy/check.ts'

const ceiling = 100
const rounds = 15
const holidays = shippedBankHolidays('england-and-wales')
const policies = shippedIds.map((id) => ({ id, policy: readShipped(id), first: 0, taken: [] as number[], states: 0 }))

for (let round = 0; round <= rounds; round++)
  for (const one of policies) {
    const { ms, value } = timed(() => check(one.policy, { holidays }))
    assert.ok(value.ok && value.states >= 10, one.id)
    one.states = value.states
    if (round === 0) one.first = ms
    else one.taken.push(ms)
  }

console.log(`check of a policy, best and median of ${rounds} interleaved rounds, processor time`)
for (const { id, first, taken, states } of policies) {
  const best = Math.min(...taken)
  const verdict = best <= ceiling ? '' : `   over the ceiling of ${ceiling} ms`
  if (verdict) process.exitCode = 1
  const shown = [best, median(taken), first].map((ms) => `${ms.toFixed(0).padStart(6)} ms`)
  console.log(`${id.padEnd(22)}${shown.join('')}${`${states}`.padStart(6)} situations${verdict}`)
}

const exploding = readFileSync(new URL('../test/broken-policies/too-many-states.yaml', import.meta.url), 'utf8')
const cut = timed(() => checkText(exploding, { holidays: shippedBankHolidays }))
assert.ok(cut.value.findings.some((one) => one.rule === 'too-many-states'))
console.log(
  `\na policy that explodes ${cut.ms.toFixed(0).padStart(5)} ms   given up after ${cut.value.states} situations`,
)

function timed(work: () => Checked): { readonly ms: number; readonly value: Checked } {
  const from = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(from)
  return { ms: (user + system) / 1000, value }
}

function median(all: readonly number[]): number {
  return [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
