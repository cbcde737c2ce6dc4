import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { type Exampleshire, exampleshire, type Typed, type Visitor, wordsIn } from '../../../test/place.ts'

let it: Exampleshire
let ruth: Visitor
let helena: Visitor

before(async () => {
  it = await exampleshire({ policies: ['seeds/policies/exampleshire.yaml'], from: '2026-04-08T10:00' })
  ;[ruth, helena] = [await it.as('ruth-calder'), await it.as('helena-stroud')]
})
after(() => it.close())

const text = readFileSync(new URL('../../../seeds/policies/exampleshire.yaml', import.meta.url), 'utf8')

async function begin(words = text): Promise<string> {
  const begun = await ruth.send('/policy-drafts', { text: words })
  return `/policy-drafts/${begun.json<{ id: string }>().id}`
}

const saved = async (draft: string) => (await ruth.read(draft)).json<{ revision: number; text: string }>()

/** What a browser would send of a part's form as it stands, with some boxes changed. */
async function fill(person: Visitor, url: string, typed: Typed, pressed = 'save') {
  const { body } = await person.page(url)
  const form = /<form[^>]*data-check[^]*?<\/form>/.exec(body)?.[0] ?? assert.fail(wordsIn(body))
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), plain(value ?? '')]
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const is = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    if (!/radio|checkbox/.test(is('type') ?? '') || tag.includes(' checked')) add(is('name'), is('value'))
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g))
    add(name, value)
  for (const [, name, options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([^]*?)<\/select>/g))
    add(name, / value="([^"]*)" selected/.exec(options)?.[1] ?? '')
  return person.submit(url, { ...fields, do: pressed, ...typed })
}

const plain = (value: string): string =>
  value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')

describe('a policy as a form', () => {
  test('every part of the sample’s policy can be opened and saved again, and not a letter of its text changes', async () => {
    const draft = await begin()
    const { body } = await ruth.page(`${draft}/form`)
    const parts = [
      ...new Set(
        [...body.matchAll(/href="\/[^/]+(\/policy-drafts\/[^"]*\/form\/[^"]*)"/g)].map(([, href = '']) => plain(href)),
      ),
    ]
    const stage = (await ruth.page(`${draft}/form/stage?id=seniors`)).body
    parts.push(
      ...[...stage.matchAll(/href="\/[^/]+(\/policy-drafts\/[^"]*\/form\/duty[^"]*)"/g)].map(([, href = '']) =>
        plain(href),
      ),
    )
    const there = parts.filter((one) => /\/form\/[a-z]+$|[?&]id=(?!our-(?:risk|debrief|dissent))/.test(one))
    assert.ok(there.length > 60, `${there.length}`)
    const isNew = /\/form\/(?:role|question|stage|duty|move|track|clause)(?:\?stage=[a-z-]+)?$/
    const unwritten = /id=(?:up|again|agree|decide|withdraw|no-further)$/
    const written = there.filter((href) => !isNew.test(href) && !unwritten.test(href))
    // Every third: all of them take as long as the rest of this file.
    for (const one of written.filter((_, i) => i % 3 === 0)) {
      const answer = await fill(ruth, one, {})
      assert.equal(answer.statusCode, 303, `${one}: ${wordsIn(answer.body).slice(0, 500)}`)
    }
    assert.equal((await saved(draft)).text, text)
  })

  test('a limit is changed where it stands; a phrase that cannot be read is told at its box, with what was typed kept', async () => {
    const draft = await begin()
    const url = `${draft}/form/stage?id=line`
    const wrong = await fill(ruth, url, { within: '5 working dais' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /id="within-error"[^]*dais is not a unit of time[^]*>5 working dais<\/textarea>/)
    assert.match(wrong.body, /href="#within"/)
    assert.equal((await saved(draft)).revision, 1)
    const checked = await fill(ruth, url, { within: '4 working days' }, 'check')
    assert.match(wordsIn(checked.body), /What you typed is not saved yet/)
    assert.equal((await fill(ruth, url, { within: '4 working days' })).statusCode, 303)
    assert.equal(
      (await saved(draft)).text,
      text.replace(/(is: Line managers[^]*?within: )5 working days or sooner/, '$14 working days'),
    )
    const kept = await fill(ruth, url, { within: 'soon' }, 'keep')
    assert.equal(kept.statusCode, 303, 'a draft may be unsound, if one says so')
    assert.match(wordsIn((await ruth.page(`${draft}/form`)).body), /To mend/)
    assert.match((await ruth.page(url)).body, /id="within-error"/)
  })

  test('a stage, a notice and a role are added, each under a short name made of its words', async () => {
    const draft = await begin()
    const stage = await fill(ruth, `${draft}/form/stage`, {
      is: 'Heads of service',
      'between-1': 'senior',
      within: '3 working days',
      contact: ['phone', 'video'],
      after: 'seniors',
    })
    assert.match(stage.headers.location ?? '', /form\/stage\?id=heads-of-service&saved=yes$/)
    const notice = { who: 'raising senior', force: 'must', verb: 'tell', what: 'chair', within: 'same working day' }
    assert.equal((await fill(ruth, `${draft}/form/duty?stage=heads-of-service`, notice)).statusCode, 303)
    const written = (await saved(draft)).text
    assert.match(
      written,
      / {2}heads-of-service:\n {4}is: Heads of service\n {4}between: senior\n {4}within: 3 working days\n {4}contact: \[phone, video\]\n {4}duties:\n {6}tell-chair: \{ who: raising senior, must: tell chair, within: same working day \}\n {2}top:/,
    )
    assert.match(
      wordsIn((await ruth.page(`${draft}/form/stage?id=heads-of-service`)).body),
      /must tell the Chair of the Board/,
    )
    const empty = await fill(ruth, `${draft}/form/duty`, {})
    assert.equal(empty.statusCode, 422)
    assert.match(wordsIn(empty.body), /Choose who[^]*Choose must, should or may/)
    assert.equal((await fill(ruth, `${draft}/form/role`, { is: 'Worker', 'short-name': 'worker' })).statusCode, 422)
    assert.equal((await fill(ruth, `${draft}/form/role`, { is: 'Family', at: 'outside' })).statusCode, 303)
    assert.match((await saved(draft)).text, /\n {2}family: \{ is: Family, at: outside \}\n/)
  })

  test('stages change places; what is taken out and still named is saved, and said where it is named', async () => {
    const draft = await begin()
    const pressed = async (url: string, wanted: string) =>
      ruth.submit(url, { ...(await hidden(ruth, url)), do: wanted })
    assert.equal((await pressed(`${draft}/form/stage?id=seniors`, 'up')).statusCode, 303)
    assert.match((await saved(draft)).text, /\n {2}seniors:[^]*\n {2}line:[^]*\n {2}top:/)
    assert.equal((await pressed(`${draft}/form/role?id=iro`, 'remove')).statusCode, 303)
    assert.doesNotMatch((await saved(draft)).text, /Reviewing officer/)
    const page = await ruth.page(`${draft}/form/duty?id=told-iro&stage=line`)
    assert.match(page.body, /id="what-error"[^]*There is no role iro/)
    assert.match(wordsIn((await ruth.page(`${draft}/form`)).body), /What must happen told-iro :\s*There is no role iro/)
  })

  test('two who write at once: the second is told, keeps what was typed, and sees how the part was saved', async () => {
    const draft = await begin()
    const url = `${draft}/form/stage?id=line`
    const before = await hidden(helena, url)
    assert.equal((await fill(ruth, url, { within: '2 working days' })).statusCode, 303)
    const late = await fill(helena, url, { ...before, is: 'Line managers', within: '9 working days' })
    assert.equal(late.statusCode, 409)
    assert.match(
      wordsIn(late.body),
      /Somebody else wrote first[^]*Ruth Calder saved this draft[^]*within: 2 working days/,
    )
    assert.match(late.body, />9 working days<\/textarea>/)
    assert.match((await saved(draft)).text, /2 working days/)
    const again = {
      ...before,
      revision: '2',
      is: 'Line managers',
      'between-1': 'manager',
      within: '9 working days',
      do: 'save',
    }
    assert.equal((await helena.submit(url, again)).statusCode, 303)
    assert.match((await saved(draft)).text, /9 working days/)
  })

  test('a variation is changed like a whole policy: what it leaves out stays its parent’s', async () => {
    const variation = `id: ferry-road
title: Ferry Road
version: 1
changes: { policy: exampleshire, version: 3 }
stages:
  talk: { within: 3 working days }
moves:
  conduct-way: null
`
    const draft = await begin(variation)
    assert.match(wordsIn((await ruth.page(`${draft}/form`)).body), /only what differs[^]*Taken out here/)
    const url = `${draft}/form/stage?id=talk`
    assert.match((await ruth.page(url)).body, /<option value="senior">Senior manager<\/option>/)
    assert.equal((await fill(ruth, url, { within: '2 working days' })).statusCode, 303)
    assert.equal((await saved(draft)).text, variation.replace('3 working days', '2 working days'))
    assert.equal((await fill(ruth, `${draft}/form/stage?id=line`, { within: '1 working day' })).statusCode, 303)
    assert.match((await saved(draft)).text, /\n {2}line: \{ within: 1 working day \}\nmoves:/)
  })

  test('what no box can show is said so, and stays as it is when the rest is saved', async () => {
    const odd = 'id: odd\nstages:\n  talk: { is: Talk, within: { days: 5 }, between: [a, b, c] }\n'
    const draft = await begin(odd)
    const url = `${draft}/form/stage?id=talk`
    assert.match(wordsIn((await ruth.page(url)).body), /between It is written in a way that this form cannot show/)
    assert.equal((await fill(ruth, url, { is: 'Talk first' }, 'keep')).statusCode, 303)
    assert.equal((await saved(draft)).text, odd.replace('is: Talk', 'is: Talk first'))
  })

  test('a text that is not YAML is said to be so, with line and column, and leads to the text', async () => {
    const draft = await begin('id: x\ntitle: "not closed\n')
    const page = await ruth.page(`${draft}/form`)
    assert.match(
      wordsIn(page.body),
      /Line \d+, column \d+: Something opened here is not closed[^]*cannot show this draft/,
    )
    assert.match(page.body, /Mend it in the text/)
    assert.equal((await ruth.page(`${draft}/form/about`)).statusCode, 303)
  })

  test('a program sends only what it changes, and the check keeps nothing', async () => {
    const draft = await begin()
    const sent = await ruth.send(`${draft}/form/review`, { revision: 1, every: '2 years' })
    assert.equal(sent.json<{ revision: number }>().revision, 2)
    assert.match((await saved(draft)).text, /review: \{ every: 2 years, sooner: New information \}/)
    const checked = await ruth.send(`${draft}/form/review/check`, { every: 'now and then' })
    assert.match(JSON.stringify(checked.json()), /now/)
    const unknown = await ruth.send(`${draft}/form/stage/check?id=line`, { within: '' })
    assert.equal(unknown.statusCode, 200)
    assert.equal((await saved(draft)).revision, 2)
  })

  test('for anybody who does not keep policies there is no form', async () => {
    const draft = await begin()
    const amira = await it.as('amira-hussain')
    for (const url of [`${draft}/form`, `${draft}/form/about`]) assert.equal((await amira.page(url)).statusCode, 404)
    assert.equal((await amira.send(`${draft}/form/about`, { revision: 1, title: 'Mine' })).statusCode, 404)
    assert.equal((await amira.send(`${draft}/form/about/check`, {})).statusCode, 404)
  })
})

/** The hidden fields of a part's form. */
async function hidden(person: Visitor, url: string): Promise<Typed> {
  const { body } = await person.page(url)
  return Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      plain(value),
    ]),
  )
}
