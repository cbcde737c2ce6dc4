/**
 * A kind no: refused with its clause, the typed words kept, nothing written; once, however often it is sent; and of two at once, one.
 * Each through the page and through the API. Source: issue 2 “done when”; trust.md 61, 62; house.md “Three kinds of no”.
 */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { concernUnder, type InCase, raised, type SeenRefusal } from './clauses/in-case.ts'
import { type Body, type Exampleshire, exampleshire, freshKey, hiddenIn, type Typed, wordsIn } from './place.ts'

const amira = 'amira-hussain'
const joanne = 'joanne-pike'
const tom = 'tom-reddy'
const peter = 'peter-lindqvist'

let it: Exampleshire

before(async () => {
  it = await exampleshire({
    policies: ['policies/havering.yaml', 'policies/st-marychurch.yaml'],
    from: '2026-03-30T10:00',
  })
})
after(() => it.close())

const entries = async (c: InCase): Promise<number> => {
  const [row] = await it.t.admin<{ n: number }>('select count(*)::int as n from entry where case_id = $1', [c.id])
  return row?.n ?? 0
}

/** The same no through both doors: 409, its clause quoted, the words kept on the page, nothing written. */
async function refusedBothWays(
  c: InCase,
  person: string,
  noun: string,
  body: Body,
  typed: Typed,
  expected: { readonly code: string; readonly clause?: string; readonly kept?: string },
): Promise<SeenRefusal> {
  const before = await entries(c)
  const no = await c.refused(person, noun, body)
  assert.equal(no.code, expected.code)
  if (expected.clause)
    assert.ok(
      no.clauses.some(({ id, text }) => id === expected.clause && text !== ''),
      `${expected.clause} in ${no.clauses.map(({ id }) => id)}`,
    )
  const who = await it.as(person)
  // The token of any page of this session: the form itself may not be on offer.
  const hidden = hiddenIn((await who.page(`/cases/${c.id}/notes`)).body)
  const page = await who.submit(`/cases/${c.id}/${noun}`, { ...hidden, submission: freshKey(), expected: '', ...typed })
  assert.equal(page.statusCode, 409, wordsIn(page.body).slice(0, 300))
  const words = wordsIn(page.body)
  assert.ok(words.includes(no.title.replaceAll("'", '’')), `${no.title} in ${words.slice(0, 200)}`)
  if (expected.clause) assert.match(words, new RegExp(`clause ${expected.clause.replace('.', '\\.')}`))
  if (expected.kept) assert.ok(words.includes(expected.kept), `what was typed is on the page: ${words}`)
  assert.doesNotMatch(page.body, /<title>Error/)
  assert.equal(await entries(c), before, 'nothing was written')
  return no
}

describe('refused with its clause', () => {
  test('a panel that its policy forbids', async () => {
    const c = await raised(
      it,
      amira,
      concernUnder(
        'havering',
        {},
        { danger: 'yes', risk: 'immediate', 'risk-words': 'Now.', start: 'top', 'start-words': 'It cannot wait.' },
      ),
    )
    await c.does(peter, 'moves/convene', { words: 'A panel should hear them.' })
    const members = ['fiona-marsh', 'karen-oduya', 'miriam-costello']
    const before = await entries(c)
    const no = await c.refused(peter, 'panel', { members, 'left-out': 'The nursery’s member is away until May.' })
    assert.deepEqual([no.code, no.clauses.map(({ id }) => id)], ['panel', ['HV-2.12', 'C-12']])
    assert.match(no.because, /Bramble Lane Nursery not yet/)
    // On the page the rule stands beside the choices: sent back with them, to be put right at once.
    const page = await (await it.as(peter)).press(`/cases/${c.id}/panel`, { members })
    assert.equal(page.statusCode, 422)
    assert.match(wordsIn(page.body), /This panel breaks the policy’s rule[\s\S]*clause HV-2\.12/)
    for (const member of members)
      assert.match(page.body, new RegExp(`value="${member}" checked|checked[^>]*value="${member}"`), member)
    assert.equal(await entries(c), before)
  })

  test('skipping a stage without the reason it needs', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    const typed = { 'fact-our-why': 'We want the Chair to hear it at once.', risk: 'some' }
    await refusedBothWays(c, amira, 'moves/up?stage=top', typed, typed, { code: 'no such move', clause: 'C-5' })
    await refusedBothWays(c, amira, 'moves/urgent?stage=top', typed, typed, { code: 'condition' })
    // Straight at raising: the question is not even there.
    const sent = await (await it.as(amira)).send(
      '/raise',
      concernUnder('havering', {}, { start: 'top', 'start-words': 'Quicker.' }),
    )
    assert.equal(sent.statusCode, 400)
  })

  test('moving a deadline back', async () => {
    const c = await raised(
      it,
      amira,
      concernUnder('havering', {}, { 'date-needed': 'yes', date: '2026-04-02', 'date-words': 'He goes home.' }),
    )
    const later = { needed: 'yes', words: 'The ward says Wednesday after all.' }
    const no = await refusedBothWays(
      c,
      amira,
      'protective-date',
      { ...later, date: '2026-04-08' },
      { ...later, 'date-day': '8', 'date-month': '4', 'date-year': '2026' },
      { code: 'never later', clause: 'C-4', kept: 'The ward says Wednesday after all.' },
    )
    assert.match(no.because, /It can only become sooner/)
  })

  test('acting on a case one has no part in: the same answer as for a case that is not there', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    for (const person of ['nadia-brook', 'jack-temple', 'dilys-owen', 'priya-nair']) {
      const who = await it.as(person)
      for (const noun of ['notes', 'moves/up', 'discussions', 'risk', 'panel', 'closure', 'acts/reply']) {
        const [own, none] = [
          await who.send(`/cases/${c.id}/${noun}`, { words: 'x', for: 'agency' }),
          await who.send(`/cases/${'0'.repeat(32)}/${noun}`, { words: 'x', for: 'agency' }),
        ]
        assert.deepEqual([own.statusCode, own.body], [404, none.body], `${person} ${noun}`)
      }
    }
    // With a part, but not for this: refused with its clause.
    await c.up(amira)
    assert.equal((await c.refused(tom, 'moves/withdraw', { 'fact-our-why': 'I end it.' })).code, 'not yours')
    await refusedBothWays(
      c,
      tom,
      'moves/up',
      { 'fact-our-why': 'To the top, we say.', risk: 'some' },
      { 'fact-our-why': 'To the top, we say.', risk: 'some' },
      { code: 'not yours' },
    )
  })
})

describe('once', () => {
  test('the same form sent twice is answered once: the same key and words again, and both at the same moment', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    const who = await it.as(amira)
    // Page: a double click.
    const hidden = hiddenIn((await who.page(`/cases/${c.id}/notes`)).body)
    const before = await entries(c)
    const clicks = await Promise.all(
      [1, 2, 3, 4].map(() => who.submit(`/cases/${c.id}/notes`, { ...hidden, words: 'Rang at nine.', for: 'agency' })),
    )
    assert.deepEqual(
      clicks.map((one) => one.statusCode),
      [303, 303, 303, 303],
    )
    assert.equal(await entries(c), before + 1)
    const late = await who.submit(`/cases/${c.id}/notes`, { ...hidden, words: 'Rang at nine.', for: 'agency' })
    assert.equal(late.statusCode, 303)
    assert.equal(await entries(c), before + 1)
    // API.
    const key = { 'idempotency-key': freshKey() }
    const sent = await Promise.all(
      [1, 2, 3, 4].map(() => who.send(`/cases/${c.id}/risk`, { risk: 'serious', 'risk-words': 'He came back.' }, key)),
    )
    assert.deepEqual(
      sent.map((one) => one.statusCode),
      [200, 200, 200, 200],
    )
    assert.equal(sent.filter((one) => one.json<{ again: boolean }>().again).length, 3)
    assert.equal(await entries(c), before + 2)
    // A concern: one case, however often it is pressed.
    const body = concernUnder('havering', {}, { subject: { name: 'Once Only', age: '3' } })
    const once = { 'idempotency-key': freshKey() }
    const raisings = await Promise.all([1, 2, 3].map(() => who.send('/raise', body, once)))
    assert.equal(new Set(raisings.map((one) => one.json<{ case: string }>().case)).size, 1)
  })

  test('the same key with other words is told so, and keeps what was typed', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    const who = await it.as(amira)
    const hidden = hiddenIn((await who.page(`/cases/${c.id}/notes`)).body)
    await who.submit(`/cases/${c.id}/notes`, { ...hidden, words: 'Rang at nine.', for: 'agency' })
    const before = await entries(c)
    const other = await who.submit(`/cases/${c.id}/notes`, {
      ...hidden,
      words: 'Rang at ten, and nobody answered.',
      for: 'agency',
    })
    assert.equal(other.statusCode, 422)
    assert.match(wordsIn(other.body), /You have sent this form before[\s\S]*Rang at ten, and nobody answered\./)
    assert.notEqual(
      hiddenIn(other.body)['submission'],
      hidden['submission'],
      'a new key, so that it can be sent as well',
    )
    const key = { 'idempotency-key': freshKey() }
    await who.send(`/cases/${c.id}/notes`, { words: 'a', for: 'agency' }, key)
    assert.equal((await who.send(`/cases/${c.id}/notes`, { words: 'b', for: 'agency' }, key)).statusCode, 422)
    assert.equal(await entries(c), before + 1)
  })

  test('a move made twice is made once: the second is a kind no', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    await c.does(amira, 'moves/agree', { words: 'A visit on Friday.' })
    const again = await c.refused(amira, 'moves/agree', { words: 'A visit on Friday, as I said.' })
    assert.equal(again.code, 'already done')
  })
})

describe('two at once', () => {
  test('of two people who write on the same page at the same moment one wins; the other sees what changed, and what they typed is kept', async () => {
    for (let round = 0; round < 10; round++) {
      const c = await raised(it, amira, concernUnder('havering'))
      const two = await Promise.all([amira, tom].map((person) => it.as(person)))
      const forms = await Promise.all(two.map(async (who) => hiddenIn((await who.page(`/cases/${c.id}/risk`)).body)))
      const typed = (n: number) => ({ risk: 'serious', 'risk-words': `Mine is number ${n}, typed with care.` })
      const before = await entries(c)
      const answers = await Promise.all(
        two.map((who, n) => who.submit(`/cases/${c.id}/risk`, { ...forms[n], ...typed(n) })),
      )
      const codes = answers.map((one) => one.statusCode)
      assert.deepEqual(
        codes.toSorted((a, b) => a - b),
        [303, 409],
        `round ${round}`,
      )
      assert.equal(await entries(c), before + 1)
      const loser = codes.indexOf(409)
      const page = answers[loser]?.body ?? ''
      assert.match(wordsIn(page), /Somebody else wrote first[\s\S]*Written meanwhile:[\s\S]*(Amira Hussain|Tom Reddy)/)
      assert.ok(page.includes(`Mine is number ${loser}, typed with care.`), `round ${round}: what was typed is kept`)
    }
  })

  test('what changed being read, the same form is sent again once, and is taken', async () => {
    let twice = 0
    for (let round = 0; round < 6; round++) {
      const c = await raised(it, amira, concernUnder('havering'))
      const two = await Promise.all([amira, tom].map((person) => it.as(person)))
      const forms = await Promise.all(two.map(async (who) => hiddenIn((await who.page(`/cases/${c.id}/risk`)).body)))
      const typed = { risk: 'serious', 'risk-words': 'Typed with care.' }
      const answers = await Promise.all(
        two.map((who, n) => who.submit(`/cases/${c.id}/risk`, { ...forms[n], ...typed })),
      )
      const loser = answers.findIndex((one) => one.statusCode === 409)
      const again = await two[loser]?.submit(`/cases/${c.id}/risk`, {
        ...hiddenIn(answers[loser]?.body ?? ''),
        ...typed,
      })
      if (again?.statusCode !== 303) twice++
    }
    assert.equal(twice, 0)
  })

  test('of two people who take it further at the same moment one does: it goes up once', async () => {
    for (let round = 0; round < 6; round++) {
      const c = await raised(it, amira, concernUnder('havering'))
      await c.up(amira)
      const two = await Promise.all([amira, joanne].map((person) => it.as(person)))
      const forms = await Promise.all(
        two.map(async (who) => hiddenIn((await who.page(`/cases/${c.id}/moves/up`)).body)),
      )
      const up = { 'fact-our-why': 'Not settled.', risk: 'some' }
      const answers = await Promise.all(
        two.map((who, n) => who.submit(`/cases/${c.id}/moves/up`, { ...forms[n], ...up })),
      )
      assert.deepEqual(
        answers.map((one) => one.statusCode).toSorted((a, b) => a - b),
        [303, 409],
        `round ${round}`,
      )
      assert.equal((await c.seen(amira)).stage.id, 'seniors', 'exactly one stage up')
    }
  })

  test('a page opened before the other wrote, and sent after: what was typed is kept, also where the move itself is gone', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    await c.up(amira)
    const who = await it.as(amira)
    const hidden = hiddenIn((await who.page(`/cases/${c.id}/moves/up`)).body)
    await c.up(joanne)
    const page = await who.submit(`/cases/${c.id}/moves/up`, {
      ...hidden,
      'fact-our-why': 'A long reason, typed with care.',
      risk: 'some',
    })
    assert.equal(page.statusCode, 409)
    assert.ok(page.body.includes('A long reason, typed with care.'))
  })

  test('by program: the loser gets 409 with what changed and the version to go by, and may send again', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    const { version } = await c.seen(amira)
    const seenByTom = (await c.seen(tom)).version
    const sent = await Promise.all([
      (await it.as(amira)).send(
        `/cases/${c.id}/risk`,
        { risk: 'serious', 'risk-words': 'From Amira.' },
        { 'if-match': `"${version}"` },
      ),
      (await it.as(tom)).send(
        `/cases/${c.id}/risk`,
        { risk: 'none', 'risk-words': 'From Tom.' },
        { 'if-match': `"${seenByTom}"` },
      ),
    ])
    assert.deepEqual(
      sent.map((one) => one.statusCode).toSorted((a, b) => a - b),
      [200, 409],
    )
    const loser = sent.findIndex((one) => one.statusCode === 409)
    const { changed } = sent[loser]?.json<{ changed: { version: number; since: readonly string[] } }>() ?? {
      changed: { version: 0, since: [] },
    }
    assert.equal(changed.since.length, 1)
    assert.match(changed.since[0] ?? '', /Risk checked/)
    const again = await (await it.as(loser === 0 ? amira : tom)).send(
      `/cases/${c.id}/risk`,
      { risk: 'some', 'risk-words': 'Seen both.' },
      { 'if-match': `"${changed.version}"` },
    )
    assert.equal(again.statusCode, 200)
  })

  test('forty racing writes on one case: none is lost, none doubled, the order has no gap, and nothing fails', async () => {
    const c = await raised(it, amira, concernUnder('havering'))
    const before = await entries(c)
    const people = await Promise.all([amira, tom].map((person) => it.as(person)))
    const sent = await Promise.all(
      Array.from({ length: 40 }, async (_, n) =>
        people[n % 2]?.send(`/cases/${c.id}/notes`, { words: `note ${n}`, for: 'agency' }),
      ),
    )
    assert.deepEqual([...new Set(sent.map((one) => one?.statusCode))], [200])
    const rows = await it.t.admin<{ seq: number }>('select seq from entry where case_id = $1 order by seq', [c.id])
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      Array.from({ length: before + 40 }, (_, n) => n + 1),
    )
    assert.deepEqual((await it.t.store.verify()).faults, [])
  })
})

describe('a broken policy file', () => {
  test('is refused with line, column and a sentence, and nothing changes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'concordat-broken-'))
    const good = readFileSync(new URL('../policies/havering.yaml', import.meta.url), 'utf8')
    const broken: Readonly<Record<string, string>> = {
      'wrong-unit': good.replace('within: 1 working week or sooner, as a guide', 'within: 1 working fortnight'),
      'unknown-role': good.replace('between: manager', 'between: headmaster'),
      'unreachable-stage': good.replace(
        '      convene: { by: chair, to: panel-stage',
        '      convene: { by: chair, to: top',
      ),
      'duplicate-key': `${good}\ntitle: Another title\n`,
      'two-megabytes': `${good}\n# ${'x'.repeat(2_000_000)}\n`,
      'yaml-bomb': `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n${good}`,
      'not-yaml': 'id: [havering\n',
    }
    try {
      for (const [name, text] of Object.entries(broken)) {
        const file = join(dir, `${name}.yaml`)
        writeFileSync(file, text)
        const run = spawnSync(
          process.execPath,
          [new URL('../bin/concordat.mjs', import.meta.url).pathname, 'policy', 'check', file, '--json'],
          { encoding: 'utf8', env: { ...process.env, CONCORDAT_DATA: dir } },
        )
        assert.equal(run.status, 1, `${name}: ${run.status} ${run.stderr}`)
        const [checked] = JSON.parse(run.stdout) as readonly {
          readonly ok: boolean
          readonly findings: readonly { level: string; message: string; line: number; column: number }[]
        }[]
        assert.equal(checked?.ok, false, name)
        const first = checked?.findings.find((one) => one.level === 'error')
        assert.ok(first && first.line >= 1 && first.column >= 1, `${name}: ${JSON.stringify(first)}`)
        assert.match(first.message, /^[A-Z`“"].{10,}/, name)
        assert.equal(readFileSync(file, 'utf8'), text, `${name}: the file is as it was`)
      }
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
