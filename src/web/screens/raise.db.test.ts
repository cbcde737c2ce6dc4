import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hiddenIn, type Site, site, type Visitor, wordsIn } from './form-site.testing.ts'

let it: Site
let amira: Visitor

before(async () => {
  it = await site({ policies: ['policies/havering.yaml'] })
  amira = await it.as('amira-hussain')
})
after(() => it.close())

/** Answers to every question of a concern under this policy, by the step that asks. */
const answers: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  'about-conduct': { 'fact-conduct': 'no' },
  subject: { 'subject-name': 'Leila R', 'subject-age': '3', title: 'plan not changed' },
  'about-reason': { 'fact-reason': ['action', 'plans'] },
  'about-exact': { 'fact-exact': 'Tom Reddy did not bring the review forward.' },
  'about-actions-to-date': { 'fact-actions-to-date': 'Told the duty team.' },
  'about-aim': { 'fact-aim': 'A review before Friday 10 April.' },
  'about-evidence': { 'fact-evidence': 'What Leila said.' },
  'about-evidence-source': { 'fact-evidence-source': 'Our notes.' },
  'about-on-plan': { 'fact-on-plan': 'yes' },
  'about-looked-after': { 'fact-looked-after': 'unsure' },
  risk: { risk: 'serious', 'risk-words': 'The stay ends.' },
  safe: {
    safe: 'yes',
    'safe-words': 'She stays with her grandmother.',
    'safe-until-day': '20',
    'safe-until-month': '4',
    'safe-until-year': '2026',
  },
  date: {
    'date-needed': 'yes',
    'date-day': '9',
    'date-month': 'April',
    'date-year': '2026',
    'date-words': 'The stay ends that day.',
  },
  agencies: { agencies: 'childrens-services' },
  'person-childrens-services': { 'person-childrens-services': 'tom-reddy' },
  manager: { manager: 'yes', 'manager-who': 'joanne-pike', 'manager-words': 'Go ahead.' },
  supporter: { supporter: 'yes', 'supporter-who': 'joanne-pike' },
}

/** Walks every page, as long as the next one is known: each takes what it asks of everything that is sent. */
async function walk(person: Visitor, from: string, seen: string[] = []): Promise<string> {
  const everything = Object.assign({}, ...Object.values(answers)) as Record<string, string | readonly string[]>
  let url = from
  for (let n = 0; n < 40; n++) {
    const step = url.split('/').at(-1)?.split('?')[0] ?? ''
    if (step === 'check') return url
    seen.push(step)
    const next = await person.send(url, everything)
    assert.equal(next.statusCode, 303, `${step}: ${wordsIn(next.body).slice(0, 400)}`)
    url = String(next.headers.location)
  }
  throw new Error('It never came to an end')
}

describe('raising a concern', () => {
  test('the first question is immediate danger, with nothing before it', async () => {
    const page = await amira.get('/exampleshire/raise')
    assert.match(wordsIn(page.body), /^ ?Is the child in immediate danger now\?/)
    assert.match(wordsIn(page.body), /You have a right and a duty to challenge, and nobody at your agency can stop you/)
  })

  test('yes leads to who to call, and the concern goes on', async () => {
    const now = await amira.send('/exampleshire/raise', { danger: 'yes' })
    assert.match(String(now.headers.location), /\/now$/)
    const page = await amira.get(String(now.headers.location))
    assert.match(wordsIn(page.body), /Call 999 now/)
    const on = await amira.send(String(now.headers.location), {})
    assert.equal(on.statusCode, 303)
  })

  test('every question is asked, counted, and kept as it is typed', async () => {
    const first = await amira.send('/exampleshire/raise', { danger: 'no' })
    const pages: string[] = []
    const url = await walk(amira, String(first.headers.location), pages)
    // With the first question and the answers, ten pages and one for sending.
    assert.ok(pages.length <= 10, pages.join(', '))
    const check = await amira.get(url)
    const words = wordsIn(check.body)
    assert.match(words, /Who will get this.*Tom Reddy.*you named this person’s decision/)
    assert.match(words, /5pm on Thursday 9 April 2026/)
    assert.match(words, /How is this date worked out\?/)
    assert.match(words, /Tom Reddy did not bring the review forward\./)
    const typed = await amira.get(url.replace('check', 'about-exact'))
    assert.match(typed.body, /Tom Reddy did not bring the review forward\.<\/textarea>/)
    assert.match(wordsIn(typed.body), /Leila R\. Page 4 of 1\d/)
    assert.doesNotMatch(typed.body, /name="fact-reason"/, 'changing one answer asks one question')

    const sent = await amira.post(url, hiddenIn(check.body))
    assert.equal(sent.statusCode, 303, wordsIn(sent.body))
    const again = await amira.post(url, hiddenIn(check.body))
    assert.equal(again.headers.location, '/exampleshire/cases')
    const home = await it.app.access.home({ viewer: await viewerOf('amira-hussain'), route: 'test', request: 'test' })
    assert.equal(home.cases.length, 1)
    const caseId = String(sent.headers.location).split('/').at(-1) ?? ''
    const view = await it.app.access.caseFor(
      { viewer: await viewerOf('amira-hussain'), route: 'test', request: 'test' },
      caseId,
      'test',
    )
    const kinds = view?.entries.map((entry) => entry.what.kind) ?? []
    for (const kind of [
      'raised',
      'protective date',
      'interim arrangement',
      'risk reviewed',
      'supporter joined',
      'consulted',
    ])
      assert.ok(kinds.includes(kind as never), `${kind} in ${kinds.join(', ')}`)
    const unsure = view?.c.answers['looked-after']?.at(-1)?.answer
    assert.ok(unsure !== true && unsure !== false, 'not sure is neither yes nor no')
    assert.deepEqual(
      home.drafts.filter((one) => one.kind === 'raise' && one.fields['fact-exact']),
      [],
    )
  })

  test('nothing typed is lost when an answer is wrong, and later is later', async () => {
    const first = await amira.send('/exampleshire/raise', { danger: 'no' })
    const url = String(first.headers.location).replace(/[^/]+$/, 'date')
    const wrong = await amira.send(url, {
      'date-needed': 'yes',
      'date-day': '31',
      'date-month': '2',
      'date-year': '2026',
      'date-words': 'Because.',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /<title>Error: /)
    assert.match(wrong.body, /value="31"/)
    const kept = await amira.get(url)
    assert.match(kept.body, />Because\.<\/textarea>/)
    const later = await amira.send(url.replace('/date', '/about-exact'), { 'fact-exact': 'Half a sen', later: 'yes' })
    assert.equal(later.headers.location, '/exampleshire')
    const list = await amira.get('/exampleshire/drafts')
    assert.match(wordsIn(list.body), /A concern you have not sent/)
  })

  test('a page of several questions says what is wrong with each, and keeps the others', async () => {
    const first = await amira.send('/exampleshire/raise', { danger: 'no' })
    const url = String(first.headers.location).replace(/[^/]+$/, 'about-1')
    const page = await amira.get(url)
    for (const name of ['fact-reason', 'fact-exact']) assert.match(page.body, new RegExp(`name="${name}"`))
    const wrong = await amira.send(url, { 'fact-exact': 'Half of it.' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wordsIn(wrong.body), /There is a problem Choose at least one/)
    assert.match(wrong.body, />Half of it\.<\/textarea>/)
    const check = await amira.get(url.replace('about-1', 'check'))
    assert.match(check.body, /\/about-reason\?back=check/)
    assert.doesNotMatch(check.body, /\/about-exact\?back=check">What/)
  })

  test('what another procedure is for is said before anything is sent', async () => {
    const first = await amira.send('/exampleshire/raise', { danger: 'no' })
    const on = await amira.send(String(first.headers.location), { 'fact-conduct': 'yes' })
    const page = await amira.get(String(on.headers.location))
    assert.match(wordsIn(page.body), /Another procedure may be the right one.*whistleblowing/)
  })

  test('somebody else’s draft is not there', async () => {
    const first = await amira.send('/exampleshire/raise', { danger: 'no' })
    const tom = await it.as('tom-reddy')
    assert.equal((await tom.get(String(first.headers.location))).statusCode, 404)
  })

  test('a program raises with one request, once', async () => {
    const body = {
      danger: 'no',
      fact: {
        conduct: false,
        reason: ['roles'],
        exact: 'Who visits.',
        'actions-to-date': 'None.',
        aim: 'A visit.',
        evidence: 'Weight.',
        'evidence-source': 'The clinic.',
        'on-plan': false,
        'looked-after': false,
      },
      subject: { name: 'Theo B', age: '2' },
      title: 'who visits',
      risk: 'some',
      safe: 'no',
      'date-needed': 'no',
      agencies: ['community-health'],
      person: { 'community-health': 'unknown' },
      manager: 'no',
      supporter: 'no',
    }
    const once = await amira.json('/exampleshire/raise', body, { 'idempotency-key': 'raise-theo-1' })
    assert.equal(once.statusCode, 201, once.body)
    const twice = await amira.json('/exampleshire/raise', body, { 'idempotency-key': 'raise-theo-1' })
    assert.equal(twice.json().case, once.json().case)
  })
})

/** Every policy's questions are its own: answered by whatever stands on the page, each leads to a case. */
describe('raising under every policy', () => {
  let all: Site
  before(async () => {
    all = await site()
  })
  after(() => all.close())

  for (const policy of ['exampleshire', 'havering', 'ready-steady-grow', 'st-marychurch', 'playgroup', 'ladybirds'])
    test(policy, async () => {
      const worker = await all.as('amira-hussain')
      const first = await worker.send('/exampleshire/raise', { danger: policy === 'ladybirds' ? 'yes' : 'no' })
      let url = String(first.headers.location)
      for (let n = 0; n < 40 && !url.endsWith('/check'); n++) {
        const page = (await worker.get(url)).body
        const next = await worker.post(url, {
          ...hiddenIn(page),
          ...anyAnswers(page),
          ...(url.endsWith('/policy') ? { policy } : {}),
        })
        assert.equal(next.statusCode, 303, `${url}: ${wordsIn(next.body).slice(0, 300)}`)
        url = String(next.headers.location)
      }
      const check = await worker.get(url)
      assert.match(wordsIn(check.body), /Who will get this.*What happens when you send/)
      const sent = await worker.post(url, hiddenIn(check.body))
      assert.equal(sent.statusCode, 303, wordsIn(sent.body))
      assert.match(String(sent.headers.location), /^\/exampleshire\/cases\//)
    })
})

/** An answer to everything a page asks: no where that can be said, else the first. */
function anyAnswers(page: string): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [tag] of page.matchAll(/<(?:input|textarea)[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1]
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (name === undefined || /type="hidden"|-(day|month|year|time)"/.test(tag)) continue
    if (!/type="(radio|checkbox)"/.test(tag)) given[name] = 'Something exact.'
    else if (given[name] === undefined || value === 'no') given[name] = value
  }
  return given
}

async function viewerOf(person: string) {
  const found = await it.app.sessions.find(await it.app.sessions.begin('exampleshire', person))
  assert.ok(found)
  return found
}
