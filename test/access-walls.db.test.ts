/**
 * The second wall: with the program's own rule taken away (`sees` never asked), PostgreSQL still hides what is not for the person asking.
 * And a session is somebody only while it, and the post behind it, last. Source: trust.md 4, 5, 11, 12, 14.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { principalOf } from '../src/app/principal-of.ts'
import type { Tx } from '../src/store/tx.ts'
import { type Attacked, attacked, partnership } from './access-place.ts'

const amira = 'amira-hussain'
let at: Attacked

before(async () => {
  at = await attacked()
})
after(() => at.it.close())

/** Asks the database as somebody, as `access` does, and asks nothing else. */
async function as<T>(person: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { app, t, clock } = at.it
  const viewer = await app.sessions.find(await app.sessions.begin(partnership, person))
  assert.ok(viewer)
  return t.store.transaction(principalOf({ viewer, route: 'test', request: 'test' }), work, { at: clock.now() })
}

const kindsVisible = async (person: string): Promise<readonly string[]> => {
  const seqs = await as(person, (tx) => tx.visible(at.a.id))
  const rows = await at.it.t.admin<{ seq: number; kind: string; audience: string; who: string[] }>(
    'select seq, kind, audience, audience_people as who from entry where case_id = $1 order by seq',
    [at.a.id],
  )
  return rows.filter((row) => seqs.has(row.seq)).map((row) => `${row.kind} ${row.audience}`)
}

describe('trust 4: with `sees` allowing everything', () => {
  test('whoever has no part reads nothing at all of the case, in any table', async () => {
    for (const person of [
      'wren-tolley',
      'sara-lindgren',
      'karen-oduya',
      'nadia-brook',
      'ana-petrov',
      'dilys-owen',
      'peter-lindqvist',
    ]) {
      assert.equal(await as(person, (tx) => tx.loadCase(at.a.id)), undefined, person)
      assert.equal((await as(person, (tx) => tx.visible(at.a.id))).size, 0, person)
      assert.deepEqual(await as(person, (tx) => tx.deadlinesOf(at.a.id)), [], person)
      assert.deepEqual(await as(person, (tx) => tx.reads(at.a.id)), [], person)
      assert.ok(!(await as(person, (tx) => tx.myCases())).some(({ caseId }) => caseId === at.a.id), person)
      const { number } = await at.a.seen(amira)
      assert.equal(await as(person, (tx) => tx.caseIdOf(number)), undefined, `${person} by its number`)
    }
  })

  test('whoever has a part reads what its level admits: not the other side’s own, nor somebody’s private note', async () => {
    const [raiser, manager, other, told, board] = await Promise.all(
      [amira, 'joanne-pike', 'tom-reddy', 'helen-baptiste', 'ruth-calder'].map(kindsVisible),
    )
    assert.ok(
      raiser?.includes('note people') && raiser.includes('note agency') && raiser.includes('information agency'),
    )
    assert.ok(manager?.includes('note agency') && !manager.includes('note people'))
    assert.deepEqual(
      other?.filter((kind) => kind === 'note agency'),
      ['note agency'],
      'their own note, and not the nursery’s',
    )
    assert.ok(!other?.some((kind) => kind.startsWith('information') || kind === 'note people'))
    assert.ok(!told?.some((kind) => !kind.startsWith('told')), `told: ${told}`)
    assert.deepEqual(board, [], 'whoever keeps the register')
  })

  test('a grant that begins later, and one that is over, give nothing: the database goes by the program’s clock', async () => {
    await at.it.t.admin(
      `insert into part (partnership, case_id, person, agency, level, starts, ends) values ('${partnership}', '${at.a.id}', 'dev-anand', 'housing', 'party', '2026-03-01', '2026-03-30T08:59:59Z'), ('${partnership}', '${at.a.id}', 'dev-anand', 'housing', 'party', '2026-03-30T09:00:01Z', null)`,
    )
    assert.equal(
      (await as('dev-anand', (tx) => tx.visible(at.a.id))).size,
      0,
      'at 9:00:00 UTC, one second after and one before',
    )
    await at.it.t.admin(`delete from part where person = 'dev-anand'`)
  })

  test('planted: with row security off, the same questions are answered', async () => {
    await at.it.t.admin('alter table entry disable row level security')
    const open = await kindsVisible('tom-reddy')
    const outside = (await as('sara-lindgren', (tx) => tx.visible(at.a.id))).size
    await at.it.t.admin('alter table entry enable row level security')
    assert.ok(open.includes('note people') && outside > 0)
    assert.ok(!(await kindsVisible('tom-reddy')).includes('note people'))
  })

  test('planted: not forced, a table shows its owner everything', async () => {
    const forced = async () =>
      (
        await at.it.t.admin<{ name: string }>(
          `select relname as name from pg_class where relname in ('entry', 'part', 'cases', 'register', 'deadline', 'entry_share', 'draft', 'submission', 'audit', 'outbox', 'case_key', 'session', 'checkpoint') and relrowsecurity and relforcerowsecurity`,
        )
      ).length
    assert.equal(await forced(), 13)
    await at.it.t.admin('alter table entry no force row level security')
    assert.equal(await forced(), 12)
    await at.it.t.admin('alter table entry force row level security')
  })
})

describe('trust 5: without a context', () => {
  test('no person and no partnership, unset or empty, is no rows and no error', async () => {
    for (const table of [
      'entry',
      'cases',
      'part',
      'register',
      'deadline',
      'draft',
      'submission',
      'audit',
      'case_key',
      'entry_share',
    ]) {
      assert.deepEqual(await at.it.t.as('concordat_app', `select * from ${table}`), [], table)
      await at.it.t.as(
        'concordat_app',
        `select set_config('app.partnership', '', false), set_config('app.person', '', false), set_config('app.mode', '', false)`,
      )
      assert.deepEqual(await at.it.t.as('concordat_app', `select * from ${table}`), [], `${table}, empty`)
    }
  })
})

describe('trust 12: a session', () => {
  test('ends when it is signed out, after a working day, and with the post', async () => {
    const { it } = at
    const who = await it.as('noor-ali')
    assert.equal((await who.read('')).statusCode, 200)
    await it.app.sessions.end(who.session)
    assert.equal((await who.read('')).statusCode, 401)
    const again = await it.app.sessions.begin(partnership, 'noor-ali')
    const read = () =>
      it.server.inject({
        url: `/${partnership}`,
        headers: { authorization: `Bearer ${again}`, accept: 'application/json' },
      })
    assert.equal((await read()).statusCode, 200)
    const now = it.clock.now()
    it.clock.set(now + 8 * 3_600_000 + 1000)
    assert.equal((await read()).statusCode, 401, 'after a working day')
    await it.goTo('2026-04-30T23:59')
    const last = await it.app.sessions.begin(partnership, 'noor-ali')
    await it.goTo('2026-05-01T00:01')
    const gone = await it.server.inject({
      url: `/${partnership}`,
      headers: { authorization: `Bearer ${last}`, accept: 'application/json' },
    })
    assert.equal(gone.statusCode, 401, 'two minutes later, in May, the post is over')
    await assert.rejects(it.app.sessions.begin(partnership, 'noor-ali'), /post/)
    it.clock.set(now)
  })

  test('trust 14: when the audit cannot be written, nothing is shown', async () => {
    const { it } = at
    const who = await it.as(amira)
    await it.t.admin('revoke insert on audit from concordat_app')
    const shown: string[] = []
    for (const url of [`/cases/${at.a.id}`, `/cases/${at.a.id}/as-they-see-it`, `/cases/${at.a.id}/notes`, ''])
      for (const seen of [await who.page(url), await who.read(url)]) {
        if (seen.statusCode < 500 || /Quillon|zinnia|marigold|foxglove/.test(seen.body))
          shown.push(`${url}: ${seen.statusCode}`)
      }
    await it.t.admin('grant insert on audit to concordat_app')
    assert.deepEqual(shown, [])
    assert.equal((await who.read(`/cases/${at.a.id}`)).statusCode, 200)
  })
})
