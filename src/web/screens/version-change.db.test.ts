import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { concernOf, type Exampleshire, exampleshire, wordsIn } from '../../../test/place.ts'
import { verifyRecord } from '../../app/verify.ts'
import { parsePolicy } from '../../domain/policy/parse-policy.ts'

/** A running case, and a version of its policy that is adopted meanwhile: other limits, and one stage under another name. */
let it: Exampleshire
let url = ''
const file = new URL('../../../seeds/policies/exampleshire.yaml', import.meta.url)

before(async () => {
  it = await exampleshire({ policies: ['seeds/policies/exampleshire.yaml'], from: '2026-03-30T10:00' })
  const raised = await (await it.as('amira-hussain')).send('/raise', concernOf())
  assert.equal(raised.statusCode, 201, raised.body)
  url = `/cases/${raised.json<{ case: string }>().case}`
  const text = (await readFile(file, 'utf8'))
    .replace('version: 3', 'version: 4')
    .replace('\n  talk:\n', '\n  first:\n')
    .replace('from: talk,', 'from: first,')
  const read = parsePolicy(text)
  assert.ok(read.ok, read.ok ? '' : read.problems.map((p) => `${p.line} ${p.message}`).join('\n'))
  await it.t.store.transaction({ program: true, partnership: 'exampleshire' }, async (tx) => {
    await tx.policies.save({ id: read.policy.id, version: 4, hash: read.policy.hash, text })
    await tx.policies.adopt(read.policy.id, 4)
  })
})
after(() => it.close())

test('neither side is offered it, and is told no with the reason', async () => {
  const amira = await it.as('amira-hussain')
  assert.doesNotMatch((await amira.page(url)).body, /\/version\?/)
  const page = await amira.page(`${url}/version`)
  assert.equal(page.statusCode, 409)
  assert.match(wordsIn(page.body), /Whoever keeps the register/)
})

test('a case under a version with other stages stays on the register', async () => {
  assert.match(wordsIn((await (await it.as('ruth-calder')).page('/register')).body), /One is open/)
})

test('whoever keeps the register is shown what would change, says which stage is which, and why; then the case goes by it', async () => {
  const ruth = await it.as('ruth-calder')
  assert.match((await ruth.page(url)).body, /\/version\?to=4/)
  const asked = wordsIn((await ruth.page(`${url}/version?to=4`)).body)
  assert.match(asked, /of version 3 is/)
  assert.doesNotMatch(asked, /Why is it moved/)
  const mapped = `${url}/version?to=4&stage-talk=first`
  assert.match(wordsIn((await ruth.page(mapped)).body), /What would change in this case.*Why is it moved/)
  const unsaid = await ruth.press(mapped, { words: '' })
  assert.equal(unsaid.statusCode, 422)
  const done = await ruth.press(mapped, { words: 'The new stages fit this child.' })
  assert.equal(done.statusCode, 303, wordsIn(done.body))
  const page = wordsIn((await (await it.as('tom-reddy')).page(`${url}?show=all`)).body)
  assert.match(page, /version 4/)
  assert.match(page, /Goes on under version 4 of the policy/)
  assert.match(page, /The new stages fit this child\./)
  assert.match(page, /Concern raised/)
})

test('afterwards it is written under the new version, and what is kept beside the record is what the record makes', async () => {
  const tom = await it.as('tom-reddy')
  const note = await tom.send(`${url}/notes`, { words: 'Noted.', for: 'agency' })
  assert.ok(note.statusCode < 400, note.body)
  assert.deepEqual((await verifyRecord({ app: it.app, store: it.t.store })).faults, [])
})
