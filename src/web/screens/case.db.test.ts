import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Site, site, wordsIn } from './form-site.testing.ts'

let it: Site

before(async () => {
  it = await site({ stories: true })
})
after(() => it.close())

const home = '/exampleshire'
const casesIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/href="(\/exampleshire\/cases\/[0-9a-f]{32})[?#"]/g)].map((m) => m[1] ?? '')),
]
const mainOf = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const children = /Leila|Theo B|Ada M|Noah|Zara|Jaden/

async function page(person: string, url: string, accept = 'text/html') {
  const session = await it.app.sessions.begin('exampleshire', person)
  return it.server.inject({ method: 'GET', url, headers: { cookie: `concordat=${session}`, accept } })
}

/** The case of this child as somebody's home names it. */
async function caseOf(person: string, child: string): Promise<string> {
  const html = (await page(person, `${home}/cases`)).body
  const row = html.split('<tr').find((r) => r.includes(child))
  const [url] = casesIn(row ?? '')
  assert.ok(url, `${person} has no case about ${child}`)
  return url
}

describe('reading', () => {
  for (const person of ['joanne-pike', 'grace-adeyemi', 'ruth-calder', 'peter-lindqvist', 'helen-baptiste']) {
    test(`${person}: every page of theirs opens, and so does every link on it`, async () => {
      const visitor = await it.as(person)
      const own = casesIn((await visitor.get(home)).body + (await visitor.get(`${home}/cases`)).body)
      assert.ok(own.length > 0)
      for (const url of own) {
        const { statusCode, body } = await visitor.get(url)
        assert.equal(statusCode, 200, url)
        assert.doesNotMatch(body.slice(0, body.indexOf('<body')), children, 'a name outside the body')
        assert.doesNotMatch(wordsIn(body), /undefined|\[object|NaN/)
        for (const [, href = ''] of mainOf(body).matchAll(/href="(\/[^"#]*)/g)) {
          const answer = await visitor.get(href.replaceAll('&amp;', '&'))
          assert.ok(
            answer.statusCode === 200 || answer.statusCode === 409,
            `${href} on ${url} answers ${answer.statusCode}`,
          )
        }
      }
    })
  }

  test('a case is missing for whoever has no part in it, exactly like one that does not exist', async () => {
    const url = await caseOf('joanne-pike', 'Leila')
    const other = await page('jack-temple', url)
    const none = await page('jack-temple', `${home}/cases/${'0'.repeat(32)}`)
    assert.equal(other.statusCode, 404)
    assert.equal(none.statusCode, 404)
    assert.equal(wordsIn(mainOf(other.body)), wordsIn(mainOf(none.body)))
  })

  test('JSON on the same address: the same entries as the page, none besides', async () => {
    const url = await caseOf('grace-adeyemi', 'Leila')
    const html = (await page('grace-adeyemi', url)).body
    const json: {
      readonly entries: readonly { readonly ref: string; readonly corrects?: string }[]
      readonly number: string
    } = (await page('grace-adeyemi', url, 'application/json')).json()
    const shown = [...html.matchAll(/id="entry-([^"]+)"/g)].map((m) => m[1] ?? '')
    assert.deepEqual(
      json.entries
        .filter((e) => e.corrects === undefined)
        .map((e) => e.ref)
        .toSorted(),
      shown.toSorted(),
    )
    assert.match(html, new RegExp(json.number))
  })

  test('as they see it: nothing of ours inside the frame, nothing to press', async () => {
    const url = await caseOf('joanne-pike', 'Leila')
    const { statusCode, body } = await page('joanne-pike', `${url}/as-they-see-it`)
    assert.equal(statusCode, 200)
    assert.match(body, /<title>Case [^<]* as Grace Adeyemi sees it – Concordat<\/title>/)
    const inside = body.slice(body.indexOf('c-seen__page'), body.indexOf('</main>'))
    assert.doesNotMatch(inside, /<a |<form|<button|Note to ourselves/)
  })

  test('the register is there for whoever keeps it and for nobody else', async () => {
    const kept = await page('ruth-calder', `${home}/register`)
    assert.equal(kept.statusCode, 200)
    assert.doesNotMatch(mainOf(kept.body), children)
    const csv = await page('ruth-calder', `${home}/register.csv`)
    assert.equal(csv.statusCode, 200)
    assert.match(String(csv.headers['content-type']), /text\/csv/)
    assert.doesNotMatch(csv.body, children)
    for (const person of ['joanne-pike', 'helen-baptiste']) {
      const answers = [await page(person, `${home}/register`), await page(person, `${home}/register.csv`)]
      for (const answer of answers) assert.equal(answer.statusCode, 404, person)
    }
  })

  test('sorting and filtering the register by address', async () => {
    const all = await page('ruth-calder', `${home}/register?status=all&sort=number`)
    const numbers = [...mainOf(all.body).matchAll(/>(\d{4}-[A-Z0-9]{5})</g)].map((m) => m[1] ?? '')
    assert.ok(numbers.length > 3)
    assert.deepEqual(numbers, numbers.toSorted())
    const closed = await page('ruth-calder', `${home}/register?status=closed`)
    assert.ok([...mainOf(closed.body).matchAll(/<tr class="govuk-table__row" role="row"><th/g)].length < numbers.length)
  })
})
