import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hiddenIn, type Site, site, type Typed, wordsIn } from './form-site.testing.ts'

/** One case from its first talk to its reopening, each act on its own page. */
let it: Site
let url = ''

before(async () => {
  it = await site({ policies: ['seeds/policies/exampleshire.yaml'] })
  const amira = await it.as('amira-hussain')
  const raised = await amira.json(
    '/exampleshire/raise',
    {
      danger: 'no',
      fact: {
        conduct: false,
        reason: ['action'],
        exact: 'No visit.',
        evidence: 'Weight.',
        'so-far': 'Rang.',
        wanted: 'A visit.',
        how: 'This week.',
        'on-plan': false,
        'in-care': false,
      },
      subject: { name: 'Theo B' },
      risk: 'some',
      safe: 'no',
      'date-needed': 'no',
      agencies: ['community-health'],
      person: { 'community-health': 'sunita-rao' },
      manager: 'no',
      supporter: 'no',
    },
    { 'idempotency-key': 'raise-theo-9' },
  )
  assert.equal(raised.statusCode, 201, raised.body)
  url = `/exampleshire/cases/${raised.json().case}`
})
after(() => it.close())

async function view(person = 'amira-hussain') {
  const viewer = await it.app.sessions.find(await it.app.sessions.begin('exampleshire', person))
  assert.ok(viewer)
  const found = await it.app.access.caseFor(
    { viewer, route: 'test', request: 'test' },
    url.split('/').at(-1) ?? '',
    'test',
  )
  assert.ok(found)
  return found
}

/** Sends a page's form and says which entry it made. */
async function made(person: string, noun: string, typed: Typed): Promise<string | undefined> {
  const visitor = await it.as(person)
  const sent = await visitor.send(`${url}/${noun}`, typed)
  assert.equal(sent.statusCode, 303, `${noun}: ${wordsIn(sent.body).slice(0, 400)}`)
  return (await view(person)).entries.findLast((entry) => entry.by === person)?.what.kind
}

test('C-8 C-9 SM-7 what is written while a stage is open', async () => {
  assert.equal(await made('amira-hussain', 'supporters', { person: 'joanne-pike' }), 'supporter joined')
  assert.equal(await made('amira-hussain', 'notes', { words: 'Mine.', for: 'private' }), 'note')
  assert.equal(
    await made('amira-hussain', `corrections?entry=${(await view()).refs.entries.get(1)}`, {
      words: 'A visit at home.',
      why: 'Too short.',
    }),
    'corrected',
  )
  assert.equal(
    await made('amira-hussain', 'information', {
      from: 'police',
      'from-words': 'Jack Temple, by phone',
      words: 'A call-out.',
    }),
    'information',
  )
  assert.equal(
    await made('amira-hussain', 'permissions', { of: 'family', step: 'given', words: 'Theo’s mother, today.' }),
    'permission',
  )
  assert.equal(
    await made('amira-hussain', 'not-shared', { asked: 'The school', words: 'They have no part in it.' }),
    'not shared',
  )
  assert.equal(
    await made('sunita-rao', 'arrangement', { words: 'Weighed every Monday.', 'answers-for': 'sunita-rao' }),
    'interim arrangement',
  )
  assert.equal(await made('amira-hussain', 'arrangement/check', { words: 'It holds.' }), 'arrangement checked')
  assert.equal(await made('amira-hussain', 'advice', { to: 'joanne-pike', words: 'Go on.' }), 'consulted')
  assert.equal(
    await made('amira-hussain', 'agencies', { agency: 'housing', person: 'lorna-speight', words: 'The flat is damp.' }),
    'joined',
  )
})

test('C-4 the date that protects becomes sooner, never later, and the words are kept', async () => {
  const sooner = { needed: 'yes', 'date-day': '20', 'date-month': '4', 'date-year': '2026', words: 'A hearing.' }
  assert.equal(await made('amira-hussain', 'protective-date', sooner), 'protective date')
  const amira = await it.as('amira-hussain')
  const later = await amira.post(`${url}/protective-date`, {
    ...(await hidden(amira, 'protective-date')),
    ...sooner,
    'date-day': '21',
    words: 'It moved.',
  })
  assert.equal(later.statusCode, 409)
  assert.match(wordsIn(later.body), /never back.*It moved\./)
})

test('PG-4 PG-5 C-16 what is written after the end, and opening it again', async () => {
  for (const person of ['amira-hussain', 'sunita-rao', 'lorna-speight'])
    await made(person, 'moves/agree?end=agreed', { words: 'A visit on Friday.', with: 'all' })
  assert.equal((await view()).c.end?.end, 'agreed')
  assert.equal(
    await made('amira-hussain', 'outstanding', {
      what: 'Weekly notes',
      who: 'Amira Hussain',
      'by-day': '17',
      'by-month': '4',
      'by-year': '2026',
    }),
    'outstanding opened',
  )
  const item = (await view()).c.outstanding.at(-1)
  assert.ok(item)
  assert.equal(
    await made('amira-hussain', `outstanding/${(await view()).refs.entries.get(item.seq)}/${item.index}`, {
      words: 'Sent.',
    }),
    'outstanding done',
  )
  assert.equal(await made('amira-hussain', 'debrief', { words: 'It helped to talk.' }), 'debriefed')
  assert.equal(await made('amira-hussain', 'learning', { words: 'Nobody knew who visits.' }), 'learning point')
  const joanne = await it.as('amira-hussain')
  assert.match(wordsIn((await joanne.get(`${url}/closure`)).body), /This is still undone/)
  assert.equal(await made('sunita-rao', 'reopening', { words: 'There was no visit.' }), 'reopened')
  assert.equal((await view()).c.end, undefined)
})

async function hidden(person: Awaited<ReturnType<Site['as']>>, noun: string): Promise<Typed> {
  return hiddenIn((await person.get(`${url}/${noun}`)).body)
}
