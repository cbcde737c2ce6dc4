import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { checkApart } from './check-apart.ts'

const directory = { version: '', agencies: {}, people: {}, posts: [] }
const file = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')

test('a policy that explodes keeps nobody else waiting, and the check says where it was cut off', async () => {
  const order: string[] = []
  const text = file('test/broken-policies/too-many-states.yaml')
  const asked = checkApart({ text, library: [], directory, today: '2026-04-08' }).then((checked) => {
    order.push('checked')
    return checked
  })
  for (let n = 0; n < 3; n++) {
    await new Promise((done) => setTimeout(done, 1))
    order.push('somebody else')
  }
  const checked = await asked
  assert.deepEqual(order, ['somebody else', 'somebody else', 'somebody else', 'checked'])
  assert.ok(checked.findings.some((one) => one.rule === 'too-many-states'))
})

test('the same question has the same answer, and another day is another question', async () => {
  const text = file('policies/ladybirds.yaml')
  const [a, b, later] = await Promise.all(
    ['2020-04-08', '2020-04-08', '2030-04-08'].map((today) => checkApart({ text, library: [], directory, today })),
  )
  assert.deepEqual(a, b)
  assert.notDeepEqual(later?.findings, a?.findings, 'by then its review is past')
})

test('what cannot be checked is said, and the next check is answered', async () => {
  await assert.rejects(checkApart({ text: 'id: [', library: [], directory, today: '2026-04-08' }), /cannot be read/)
  const text = file('policies/ladybirds.yaml')
  assert.ok((await checkApart({ text, library: [], directory, today: '2026-04-09' })).states > 0)
})
