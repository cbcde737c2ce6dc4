import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { CaseView } from '../../app/app.ts'
import { hiddenIn, type Site, site, wordsIn } from './form-site.testing.ts'

let it: Site

before(async () => {
  it = await site({ stories: true })
})
after(() => it.close())

async function asking(person: string) {
  const viewer = await it.app.sessions.find(await it.app.sessions.begin('exampleshire', person))
  assert.ok(viewer)
  return { viewer, route: 'test', request: 'test' }
}

/** A case of this person's by the child's name, as they see it now. */
async function caseOf(person: string, child: string): Promise<CaseView & { readonly url: string }> {
  const who = await asking(person)
  const found = (await it.app.access.home(who)).cases.find((one) => one.childName.startsWith(child))
  const view = found && (await it.app.access.caseFor(who, found.caseId, 'test'))
  assert.ok(view, `${person} has no case about ${child}`)
  return { ...view, url: `/exampleshire/cases/${view.caseId}` }
}

describe('C-9 writing into a case', () => {
  test('sent twice with the same key, it is written once', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const joanne = await it.as('joanne-pike')
    const page = await joanne.get(`${url}/discussions`)
    const typed = {
      ...hiddenIn(page.body),
      way: 'phone',
      'took-part': ['grace-adeyemi', 'tom-reddy'],
      words: 'We talked about Friday.',
      settled: 'no',
    }
    assert.equal((await joanne.post(`${url}/discussions`, typed)).statusCode, 303)
    assert.equal((await joanne.post(`${url}/discussions`, typed)).statusCode, 303)
    const view = await caseOf('joanne-pike', 'Leila')
    assert.equal(
      view.entries.filter((entry) => entry.what.kind === 'discussed' && entry.what.words === 'We talked about Friday.')
        .length,
      1,
    )
  })

  test('what is missing is said, and what was typed is kept', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const joanne = await it.as('joanne-pike')
    const wrong = await joanne.send(`${url}/discussions`, {
      words: 'Half an <answer>.',
      settled: 'no',
      'took-part': [],
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /<title>Error: Record a discussion/)
    assert.match(wrong.body, />Half an &lt;answer&gt;\.<\/textarea>/)
    assert.match(wordsIn(wrong.body), /Say how you talked/)
  })

  test('who will read the words stands there before they are sent', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const joanne = await it.as('joanne-pike')
    assert.match(wordsIn((await joanne.get(`${url}/replies`)).body), /Both sides will read these words/)
    assert.match(
      wordsIn((await joanne.get(`${url}/information`)).body),
      /Only the people of Bramble Lane Nursery in this case will read/,
    )
  })

  test('somebody else wrote first: what changed is shown over the form, with the words typed', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const [joanne, grace] = [await it.as('joanne-pike'), await it.as('grace-adeyemi')]
    const page = hiddenIn((await joanne.get(`${url}/risk`)).body)
    assert.equal((await grace.send(`${url}/replies`, { words: 'We bring the conference forward.' })).statusCode, 303)
    const late = await joanne.post(`${url}/risk`, { ...page, risk: 'serious', 'risk-words': 'Friday is still open.' })
    assert.equal(late.statusCode, 409)
    assert.match(wordsIn(late.body), /Somebody else wrote first.*Grace Adeyemi/)
    assert.match(late.body, />Friday is still open\.<\/textarea>/)
    const again = await joanne.post(`${url}/risk`, {
      ...hiddenIn(late.body),
      risk: 'serious',
      'risk-words': 'Friday is still open.',
    })
    assert.equal(again.statusCode, 303, wordsIn(again.body))
  })

  test('a form is kept for later, found again, and gone once it is sent', async () => {
    const { url } = await caseOf('tom-reddy', 'Leila')
    const tom = await it.as('tom-reddy')
    const kept = await tom.send(`${url}/notes`, { words: 'Ask about Sunday.', later: 'yes' })
    assert.equal(kept.headers.location, '/exampleshire')
    const home = await it.app.access.home(await asking('tom-reddy'))
    const draft = home.drafts.find((one) => one.kind === 'form')
    assert.ok(draft)
    const on = await tom.get(`/exampleshire/drafts/${draft.id}`)
    const page = await tom.get(String(on.headers.location))
    assert.match(page.body, />Ask about Sunday\.<\/textarea>/)
    assert.equal(
      (await it.as('joanne-pike').then((joanne) => joanne.get(`/exampleshire/drafts/${draft.id}`))).statusCode,
      404,
    )
    assert.equal(
      (await tom.send(String(on.headers.location), { words: 'Ask about Sunday.', for: 'private' })).statusCode,
      303,
    )
    assert.equal(
      (await it.app.access.home(await asking('tom-reddy'))).drafts.filter((one) => one.kind === 'form').length,
      0,
    )
  })

  test('somebody without a part finds no page', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const jack = await it.as('jack-temple')
    for (const noun of ['discussions', 'moves/up', 'notes', 'outcome', 'panel', 'shares?entry=1'])
      assert.equal((await jack.get(`${url}/${noun}`)).statusCode, 404, noun)
  })

  test('a program records with one request, and a field nobody reads is refused', async () => {
    const { url } = await caseOf('joanne-pike', 'Leila')
    const joanne = await it.as('joanne-pike')
    const body = { level: 'serious' }
    assert.equal((await joanne.json(`${url}/risk`, body, { 'idempotency-key': 'risk-key-1' })).statusCode, 422)
    const done = await joanne.json(
      `${url}/risk`,
      { risk: 'serious', 'risk-words': 'As before.' },
      { 'idempotency-key': 'risk-key-2' },
    )
    assert.equal(done.statusCode, 200, done.body)
  })
})

describe('moves', () => {
  test('HV-2.8 what comes first is said with its clause and with what can be done instead, and a draft keeps the words', async () => {
    const { url, offers } = await caseOf('ruby-castell', 'Jaden')
    const up = offers.find((offer) => offer.state === 'not yet')
    assert.ok(up && up.lands.to === 'stage')
    const ruby = await it.as('ruby-castell')
    const no = await ruby.get(`${url}/moves/${up.move.id}?stage=${up.lands.stage}`)
    assert.equal(no.statusCode, 409)
    const words = wordsIn(no.body)
    assert.match(words, /You cannot .* yet/)
    assert.match(words, /The Board members of the agencies concerned are asked to help.*clause EX-3\.4/)
    assert.match(words, /What you can do now.*This comes first/)
  })

  test('C-3 C-5 a step asks for the risk, goes up one stage, and quotes the clause', async () => {
    const { url, offers } = await caseOf('joanne-pike', 'Leila')
    const up = offers.find((offer) => offer.move.id === 'up' && offer.state === 'may')
    assert.ok(up && up.lands.to === 'stage')
    const address = `${url}/moves/up?stage=${up.lands.stage}`
    const joanne = await it.as('joanne-pike')
    assert.match(
      wordsIn((await joanne.get(address)).body),
      /Take this to senior managers.*Dilys Owen and Malcolm Frith.*clause EX-3\.1/,
    )
    const bare = await joanne.send(address, { 'fact-our-why': 'Nothing is agreed for Friday.' })
    assert.equal(bare.statusCode, 422)
    assert.match(wordsIn(bare.body), /Say what the risk to the child is now/)
    const done = await joanne.send(address, { 'fact-our-why': 'Nothing is agreed for Friday.', risk: 'serious' })
    assert.equal(done.statusCode, 303, wordsIn(done.body))
    const view = await caseOf('joanne-pike', 'Leila')
    assert.equal(view.c.visits.at(-1)?.stage, up.lands.stage)
    const escalated = view.entries.findLast((entry) => entry.what.kind === 'escalated')
    assert.equal(escalated?.what.kind === 'escalated' && escalated.what.words, 'Nothing is agreed for Friday.')
  })

  test('a duty is done from its own page, which says who has to do what by when', async () => {
    const view = await caseOf('dilys-owen', 'Leila')
    const told = view.duties.find(
      (i) => i.duty?.act.verb === 'tell' && i.status === 'open' && i.agency === 'bramble-lane',
    )
    assert.ok(told)
    const address = `${view.url}/acts/tell?duty=${encodeURIComponent(view.refs.duties.get(told.key) ?? '')}`
    const dilys = await it.as('dilys-owen')
    assert.match(wordsIn((await dilys.get(address)).body), /Tell Ruth Calder.*clause EX-3\.2/)
    const done = await dilys.send(address, { to: 'ruth-calder', how: 'here' })
    assert.equal(done.statusCode, 303, wordsIn(done.body))
    const later = await caseOf('dilys-owen', 'Leila')
    assert.equal(later.duties.find((i) => i.key === told.key)?.status, 'done')
    const again = await dilys.get(address)
    assert.equal(again.statusCode, 409)
  })
})

describe('SM-7 sharing', () => {
  test('another agency’s information needs their yes, or a reason that they are told of', async () => {
    const view = await caseOf('joanne-pike', 'Leila')
    const kept = view.entries.find((entry) => entry.what.kind === 'information')
    assert.ok(kept)
    const address = `${view.url}/shares?entry=${view.refs.entries.get(kept.seq)}`
    const joanne = await it.as('joanne-pike')
    const typed = { agencies: 'childrens-services', 'family-told': 'yes', words: 'They decide about the stay.' }
    const no = await joanne.send(address, { ...typed, override: 'no' })
    assert.equal(no.statusCode, 409)
    assert.match(wordsIn(no.body), /without Exampleshire Community Health/)
    assert.match(wordsIn(no.body), /They decide about the stay\..*Saved at/)
    const yes = await joanne.send(address, { ...typed, override: 'yes' })
    assert.equal(yes.statusCode, 303, wordsIn(yes.body))
    const tom = await caseOf('tom-reddy', 'Leila')
    assert.ok(tom.entries.some((entry) => entry.seq === kept.seq))
  })
})

describe('PG-4 C-15 the outcome', () => {
  test('both wordings stand side by side; only words on the page are signed, and both are asked whether they were listened to', async () => {
    const view = await caseOf('iris-fontaine', 'Theo')
    const [theirs] = view.c.proposals.filter((one) => one.agency === 'bramble-lane')
    assert.ok(theirs)
    const [iris, joanne] = [await it.as('iris-fontaine'), await it.as('joanne-pike')]
    const both = wordsIn((await iris.get(`${view.url}/outcome`)).body)
    assert.match(both, /They differ in 3 places/)
    assert.match(both, /We do not agree what we agreed That is a proper answer/)
    const nothing = await iris.send(`${view.url}/outcome`, {})
    assert.equal(nothing.statusCode, 422)
    const chosen = await iris.send(`${view.url}/outcome`, { choice: `sign-${view.refs.entries.get(theirs.seq)}` })
    const sign = String(chosen.headers.location)
    assert.match(wordsIn((await iris.get(sign)).body), /Confirm their words.*by Friday 17 April/)
    assert.equal((await iris.send(sign, {})).statusCode, 422)
    assert.equal((await iris.send(sign, { 'fact-our-listened': 'yes' })).statusCode, 303)
    const own = await joanne.send(sign, { 'fact-our-listened': 'yes', 'fact-our-difference': 'A visit.' })
    assert.equal(own.statusCode, 303, wordsIn(own.body))
    const now = await caseOf('joanne-pike', 'Theo')
    assert.ok(now.c.outstanding.some((one) => one.action.what === 'See Theo at home'))
    assert.equal((await iris.get(`${view.url}/outcome/our-same-words/signature?proposal=9999`)).statusCode, 404)
  })
})

describe('C-12 the panel', () => {
  test('a panel that breaks the rule is answered with the choices kept; one that keeps it is convened', async () => {
    const { url } = await caseOf('ruth-calder', 'Noah')
    const ruth = await it.as('ruth-calder')
    const page = wordsIn((await ruth.get(`${url}/panel`)).body)
    assert.match(page, /People who may not sit, and why.*Northgate Housing is not a full member/)
    const few = await ruth.send(`${url}/panel`, { members: ['fiona-marsh', 'karen-oduya'] })
    assert.equal(few.statusCode, 422)
    assert.match(
      wordsIn(few.body),
      /breaks the policy’s rule\.[^“]+\(clause [A-Z]+-[\d.]+: “/,
      'the error carries its clause',
    )
    assert.match(few.body, /value="karen-oduya" checked/)
    const done = await ruth.send(`${url}/panel`, { members: ['fiona-marsh', 'karen-oduya', 'alan-whitcombe'] })
    assert.equal(done.statusCode, 303, wordsIn(done.body))
    assert.equal((await ruth.get(`${url}/panel`)).statusCode, 409)
  })

  test('C-13 each side writes to the panel, and the panel decides by the votes of its members', async () => {
    const view = await caseOf('ruby-castell', 'Noah')
    const heard = view.duties.find(
      (one) =>
        one.duty?.act.verb === 'write' &&
        one.status === 'open' &&
        one.agency === 'fernley-school' &&
        one.visit === view.c.visits.at(-1)?.n,
    )
    assert.ok(heard)
    const ruby = await it.as('ruby-castell')
    const paper = `${view.url}/acts/write?duty=${encodeURIComponent(view.refs.duties.get(heard.key) ?? '')}`
    const page = await ruby.get(paper)
    assert.match(wordsIn(page.body), /Whom is it for\?.*Karen Oduya/)
    const sent = await ruby.send(paper, {
      title: 'What the school wants heard',
      words: 'Noah sleeps badly.',
      to: ['fiona-marsh', 'karen-oduya', 'alan-whitcombe'],
    })
    assert.equal(sent.statusCode, 303, wordsIn(sent.body))
    const fiona = await it.as('fiona-marsh')
    const decide = `${view.url}/moves/decide?end=decided`
    const some = await fiona.send(decide, {
      words: 'The old plan until the review.',
      'fact-our-why': 'The pace is too fast.',
      'vote-fiona-marsh': 'for',
      'vote-karen-oduya': 'took-no-part',
      'vote-alan-whitcombe': 'took-no-part',
    })
    assert.equal(some.statusCode, 409)
    assert.match(wordsIn(some.body), /every member who sits takes part/)
    const all = await fiona.send(decide, {
      words: 'The old plan until the review.',
      'fact-our-why': 'The pace is too fast.',
      'vote-fiona-marsh': 'for',
      'vote-karen-oduya': 'for',
      'vote-alan-whitcombe': 'for',
    })
    assert.equal(all.statusCode, 303, wordsIn(all.body))
    const told = wordsIn((await (await it.as('priya-nair')).get(view.url)).body)
    assert.match(told, /Fiona Marsh \([^)]+\) voted for it\./, 'each vote stands in the record')
    const priya = await it.as('priya-nair')
    assert.equal((await priya.send(`${view.url}/dissent`, { words: 'The pace was right.' })).statusCode, 303)
  })
})
