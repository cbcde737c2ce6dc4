import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import { checkApart } from './check-apart.ts'

const directory = { version: '', agencies: {}, people: {}, posts: [] }
const file = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

test('a policy that explodes keeps nobody else waiting, and the check says where it was cut off', async () => {
  const order: string[] = []
  const text = file('test/broken-policies/too-many-states.yaml')
  const asked = checkApart({ text, library: [], directory, today: '2026-04-08' }).then((read) => {
    order.push('checked')
    return read
  })
  for (let n = 0; n < 3; n++) {
    await new Promise((done) => setTimeout(done, 1))
    order.push('somebody else')
  }
  const read = await asked
  assert.deepEqual(order, ['somebody else', 'somebody else', 'somebody else', 'checked'])
  assert.ok(read.ok && read.checked.findings.some((one) => one.rule === 'too-many-states'))
})

test('the same question has the same answer, and another day is another question', async () => {
  const text = file('policies/ladybirds.yaml')
  const [a, b, later] = await Promise.all(
    ['2020-04-08', '2020-04-08', '2030-04-08'].map((today) => checkApart({ text, library: [], directory, today })),
  )
  assert.deepEqual(a, b)
  assert.ok(a?.ok && later?.ok)
  assert.notDeepEqual(later.checked.findings, a.checked.findings, 'by then its review is past')
})

test('what cannot be read is said, and what reads is the same policy as is read here', async () => {
  const broken = await checkApart({ text: 'id: [', library: [], directory, today: '2026-04-08' })
  assert.ok(!broken.ok && broken.problems.length > 0)
  const text = file('policies/ladybirds.yaml')
  const [there, here] = [await checkApart({ text, library: [], directory, today: '2026-04-09' }), parsePolicy(text)]
  assert.ok(there.ok && here.ok && there.checked.states > 0)
  assert.deepEqual(there.policy, structuredClone(here.policy))
})

test('a text that takes long to read keeps nobody waiting either, and of very many at once the last are told so', async () => {
  const hostile = `id: x\n${Array.from({ length: 5000 }, (_, k) => `k-${k}: v`).join('\n')}`
  const ask = (n: number) =>
    checkApart({ text: n === 0 ? hostile : `id: [${n}`, library: [], directory, today: '2026-04-08' })
  let longest = 0
  let before = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 5)
  const answers = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => ask(n % 55)))
  clearInterval(beat)
  assert.ok(longest < 250, `${longest} ms`)
  const refused = answers.filter((one) => one.status === 'rejected')
  // One is being read, 50 wait, four are sent away; five ask again what waits already.
  assert.equal(refused.length, 4)
  assert.ok(answers.slice(0, 51).every((one) => one.status === 'fulfilled' && !one.value.ok))
})
