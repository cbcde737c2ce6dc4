import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { concernOf, type Exampleshire, exampleshire, wordsIn } from '../../test/place.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'

/** A running case in which nothing falls due on the day on which a temporary change begins, or ends. */
let it: Exampleshire
let url = ''

before(async () => {
  it = await exampleshire({ policies: ['seeds/policies/exampleshire.yaml'], from: '2026-03-30T10:00' })
  const raised = await (await it.as('amira-hussain')).send('/raise', concernOf())
  assert.equal(raised.statusCode, 201, raised.body)
  url = `/cases/${raised.json<{ case: string }>().case}`
  await it.goTo('2026-03-30T18:00')
})
after(() => it.close())

const text = `id: by-phone\ntitle: By phone for two days\nversion: 1
changes: { policy: exampleshire, version: 3, from: 2026-03-31, until: 2026-04-01 }
stages: { talk: { contact: [phone] } }\n`

const record = async () => wordsIn((await (await it.as('tom-reddy')).page(`${url}?show=all`)).body)

test('adopted while the program runs, it begins and ends in every running case, though nothing else is due that day', async () => {
  const parents = await it.t.store.transaction({ program: true, partnership: 'exampleshire' }, (tx) =>
    tx.policies.list(),
  )
  const read = parsePolicy(text, (id) => parents.find((one) => one.id === id)?.text)
  assert.ok(read.ok, read.ok ? '' : read.problems[0]?.message)
  await it.t.store.transaction({ program: true, partnership: 'exampleshire' }, async (tx) => {
    await tx.policies.save({ id: 'by-phone', version: 1, hash: read.policy.hash, text })
    await tx.policies.adopt('by-phone', 1)
  })
  assert.doesNotMatch(await record(), /temporary change/)
  it.clock.set(Date.parse('2026-03-31T08:00Z'))
  assert.equal(await it.app.run.tick('exampleshire'), 1)
  assert.equal(await it.app.run.tick('exampleshire'), 0, 'once')
  assert.match(await record(), /A temporary change to the policy began/)
  assert.match(await record(), /By phone for two days , a temporary change, is in force until Wednesday 1 April/)
  await it.goTo('2026-04-01T20:00')
  it.clock.set(Date.parse('2026-04-02T07:30Z'))
  assert.equal(await it.app.run.tick('exampleshire'), 1)
  const ended = await record()
  assert.match(ended, /A temporary change to the policy ended/)
  assert.doesNotMatch(ended, /is in force until/)
})
