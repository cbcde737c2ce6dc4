/**
 * What is hidden must not show in what things are called: one case with entries that the other side may not read between those it may,
 * and the same case without them, are the same to it: page by page, address by address, field by field. Source: trust.md 6, 7.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Attacked, attacked, refsOf, sample } from './access-place.ts'
import { type InCase, raised, type SeenCase } from './clauses/in-case.ts'
import { type Visitor, wordsIn } from './place.ts'

const amira = 'amira-hussain'
let at: Attacked
let tom: Visitor
let hiding: InCase
let plain: InCase

before(async () => {
  at = await attacked()
  tom = await at.it.as('tom-reddy')
  hiding = await told(true)
  plain = await told(false)
})
after(() => at.it.close())

/** Amira raises, Tom replies, both talk, a gate is asked and answered, something is agreed to be done; with notes that are hers between, or without. */
async function told(isHiding: boolean): Promise<InCase> {
  const body = sample({ name: 'Wynn Harrow', to: 'childrens-services', person: 'tom-reddy' })
  const c = await raised(at.it, amira, body)
  const hide = async () => {
    if (!isHiding) return
    await c.does(amira, 'notes', { words: 'Hers alone.', for: 'private' })
    await c.does(amira, 'notes', { words: 'Her agency’s.', for: 'agency' })
  }
  await hide()
  await c.does('tom-reddy', 'replies', { words: 'We have read it.' })
  await hide()
  await c.talks(amira, 'tom-reddy')
  await hide()
  await c.does('tom-reddy', 'arrangement', { words: 'A visit each day.', 'answers-for': 'tom-reddy' })
  await hide()
  return c
}

interface Seen {
  readonly url: string
  readonly text: string
}

interface Shown {
  readonly as: readonly Seen[]
  /** With what differs by chance between any two cases given one name for both. */
  readonly alike: readonly Seen[]
  readonly names: readonly string[]
}

/** All that somebody is shown of a case; asked for once. */
function shown(who: Visitor, c: InCase): Promise<Shown> {
  const there = known.get(c) ?? look(who, c)
  known.set(c, there)
  return there
}
const known = new Map<InCase, Promise<Shown>>()

async function look(who: Visitor, c: InCase): Promise<Shown> {
  const json = (await who.read(`/cases/${c.id}`)).json<SeenCase>()
  const refs = json.entries.map((e) => e.ref)
  const keys = json.duties.map((d) => d.key)
  const addresses = [
    '',
    '?show=both',
    '/as-they-see-it',
    '/outcome',
    '/waivers',
    '/notes',
    '/moves/up',
    ...refs.flatMap((ref) =>
      ['shares', 'corrections', 'permissions', 'not-shared'].map((noun) => `/${noun}?entry=${ref}`),
    ),
    ...refs.map((ref) => `/replies/${ref}`),
    ...keys
      .slice(0, 4)
      .flatMap((key) => [`/acts/tell?duty=${encodeURIComponent(key)}`, `/dates/${encodeURIComponent(key)}`]),
  ]
  const as: Seen[] = []
  for (const url of addresses) {
    as.push({ url, text: (await who.page(`/cases/${c.id}${url}`)).body })
    if (!url.includes('=')) as.push({ url: `${url} JSON`, text: (await who.read(`/cases/${c.id}${url}`)).body })
  }
  const names = [c.id, json.number, ...refs, ...keys, ...keys.map(encodeURIComponent)]
  return { as, names, alike: as.map((seen) => ({ url: alike(seen.url, names), text: alike(seen.text, names) })) }
}

const alike = (text: string, names: readonly string[]): string =>
  names
    .reduce((all, name, n) => all.replaceAll(name, `name${n}`), text)
    .replace(/(name="(?:submission|_csrf)" value=")[^"]*/g, '$1')

const differing = (a: readonly Seen[], b: readonly Seen[]): readonly string[] =>
  a.flatMap((seen, n) => (seen.url === b[n]?.url && seen.text === b[n]?.text ? [] : [seen.url]))

describe('entries and duties are named so that nothing can be counted', () => {
  test('a case with hidden entries between and the same case without them look the same to the other side', async () => {
    const [one, other] = [await shown(tom, hiding), await shown(tom, plain)]
    assert.ok(one.as.length > 40 && one.as.some(({ text }) => /A visit each day/.test(text)))
    assert.equal((await refsOf(at.it, hiding.id)).size, (await refsOf(at.it, plain.id)).size + 8)
    assert.deepEqual(differing(one.alike, other.alike), [])
  })

  test('planted: named by their numbers, the two differ', async () => {
    const numbered = async (c: InCase) => {
      const refs = await refsOf(at.it, c.id)
      const { as, names } = await shown(tom, c)
      const byNumber = (text: string) => [...refs].reduce((all, [seq, ref]) => all.replaceAll(ref, `n${seq}`), text)
      return as.map(({ text }) => ({ url: '', text: alike(byNumber(text), names) }))
    }
    assert.ok(differing(await numbered(hiding), await numbered(plain)).length > 3)
  })

  test('the names of what is hidden are nowhere, and asking for them is asking for nothing', async () => {
    const seen = (await tom.read(`/cases/${hiding.id}`)).json<SeenCase>().entries.map((e) => e.ref)
    const hidden = [...(await refsOf(at.it, hiding.id)).values()].filter((ref) => !seen.includes(ref))
    assert.equal(hidden.length, 8)
    const { as } = await shown(tom, hiding)
    for (const ref of hidden) {
      assert.ok(!as.some(({ text }) => text.includes(ref)), ref)
      for (const noun of ['shares', 'corrections', 'permissions', 'not-shared']) {
        const [theirs, none] = [
          await tom.page(`/cases/${hiding.id}/${noun}?entry=${ref}`),
          await tom.page(`/cases/${hiding.id}/${noun}?entry=0000000000`),
        ]
        assert.deepEqual([theirs.statusCode, wordsIn(theirs.body)], [none.statusCode, wordsIn(none.body)], noun)
      }
    }
    // Numbers are no names, for nobody.
    for (const seq of [1, 2, 3])
      assert.equal((await (await at.it.as(amira)).page(`/cases/${hiding.id}/shares?entry=${seq}`)).statusCode, 404)
  })

  test('who writes is told the names of what they may read, the same when it is sent again, and a count of that alone', async () => {
    const [one, other] = await Promise.all(
      [hiding, plain].map(async (c, n) => {
        const key = { 'idempotency-key': `references-${n}` }
        const note = { words: 'A note of ours.', for: 'agency' }
        const first = (await tom.send(`/cases/${c.id}/notes`, note, key)).json<Answer>()
        const again = (await tom.send(`/cases/${c.id}/notes`, note, key)).json<Answer>()
        assert.deepEqual([again.entries, again.version], [first.entries, first.version])
        const seen = (await tom.read(`/cases/${c.id}`)).json<SeenCase>().entries.map((e) => e.ref)
        assert.ok(first.entries.length > 0 && first.entries.every((ref) => seen.includes(ref)))
        return first
      }),
    )
    assert.equal(one?.version, other?.version)
    assert.equal(one?.entries.length, other?.entries.length)
  })
})

interface Answer {
  readonly entries: readonly string[]
  readonly version: number
}
