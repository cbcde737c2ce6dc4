import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { exampleshire } from '../../domain/policy/exampleshire.ts'
import { type Site, site, wordsIn } from './form-site.testing.ts'

/** A policy in which going up needs somebody's answer first, and a case with two agencies that were asked. */
let it: Site
let url = ''

before(async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'concordat-gate-')), 'policy.yaml')
  await writeFile(file, exampleshire)
  it = await site({ policies: [pathToFileURL(file).href] })
  const amira = await it.as('amira-hussain')
  const raised = await amira.json(
    '/exampleshire/raise',
    {
      danger: 'no',
      fact: { reason: ['threshold'], exact: 'The referral was closed.', 'on-plan': false, conduct: false },
      subject: { name: 'Mia K' },
      risk: 'some',
      safe: 'no',
      'date-needed': 'no',
      agencies: ['childrens-services', 'community-health'],
      person: { 'childrens-services': 'tom-reddy', 'community-health': 'sunita-rao' },
      supporter: 'no',
    },
    { 'idempotency-key': 'raise-mia-1' },
  )
  assert.equal(raised.statusCode, 201, raised.body)
  url = `/exampleshire/cases/${raised.json().case}`
})
after(() => it.close())

describe('C-5 a step that waits for an answer', () => {
  test('whoever may ask is led to ask, and says whom', async () => {
    const amira = await it.as('amira-hussain')
    const move = await amira.get(`${url}/moves/up`)
    assert.equal(move.headers.location, `${url}/moves/up/gate`)
    const page = await amira.get(`${url}/moves/up/gate`)
    assert.match(wordsIn(page.body), /Is the concern justified\? Asked of the line manager of the side that raised it/)
    assert.equal((await amira.send(`${url}/moves/up/gate`, { words: 'Please say.' })).statusCode, 303)
    const again = await amira.get(`${url}/moves/up/gate`)
    assert.equal(again.statusCode === 409 || again.statusCode === 404, true, String(again.statusCode))
  })

  test('a no needs its reason, and only the person asked may answer', async () => {
    const [joanne, tom] = [await it.as('joanne-pike'), await it.as('tom-reddy')]
    assert.equal((await tom.get(`${url}/facts/justified`)).statusCode, 409)
    const no = await joanne.send(`${url}/questions/justified`, { 'fact-justified': 'no' })
    assert.equal(no.statusCode, 422)
    assert.match(wordsIn(no.body), /Say why not/)
    assert.equal((await joanne.send(`${url}/facts/justified`, { 'fact-justified': 'yes' })).statusCode, 303)
  })
})

describe('SM-3 a case with several agencies', () => {
  test('one of them alone is agreed with, and the case goes on with the other', async () => {
    const [amira, tom] = [await it.as('amira-hussain'), await it.as('tom-reddy')]
    const address = `${url}/moves/agree?end=agreed`
    assert.match(wordsIn((await amira.get(address)).body), /With whom is it agreed\?/)
    const unsaid = await amira.send(address, { words: 'They assess again.' })
    assert.equal(unsaid.statusCode, 422)
    for (const person of [amira, tom]) {
      const said = await person.send(address, { words: 'They assess again.', with: 'alone' })
      assert.equal(said.statusCode, 303, wordsIn(said.body))
    }
    const viewer = await it.app.sessions.find(await it.app.sessions.begin('exampleshire', 'amira-hussain'))
    assert.ok(viewer)
    const view = await it.app.access.caseFor(
      { viewer, route: 'test', request: 'test' },
      url.split('/').at(-1) ?? '',
      'test',
    )
    assert.equal(view?.c.end, undefined)
    assert.ok(view?.c.agencies.find((one) => one.agency === 'childrens-services')?.settledAt)
  })
})
