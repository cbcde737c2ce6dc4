import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  as,
  entry,
  note,
  PARTS,
  PLACE,
  part,
  program,
  projection,
  raising,
  registerRow,
  SAMPLE_DIRECTORY,
  THEN,
  worker,
} from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'
import type { Entry, What } from '../domain/case/entry.ts'
import { VersionConflict } from './faults.ts'

let t: TestStore
const now = THEN + 1000
before(async () => {
  t = await testStore({ clock: () => now })
  await t.store.transaction(program, (tx) => tx.saveDirectory(SAMPLE_DIRECTORY, 'Exampleshire'))
})
after(() => t.close())

const amal = as('amal')
const bryn = as('bryn')
const raise = async (entries: readonly Entry[] = [note(1, 'amal', 'school', 'First words')], more = {}) => {
  const it = raising(entries, more)
  await t.store.transaction(amal, (tx) => tx.append(it))
  return it
}

describe('the record', () => {
  test('every shape of entry comes back as it was written', async () => {
    const start = {
      stage: 'talk',
      passed: ['early'],
      tier: 0,
      inside: false,
      people: [{ person: 'bryn', agency: 'council', side: 'responding', role: 'worker' }],
    } as const
    const whats: readonly What[] = [
      {
        kind: 'raised',
        number: 'EX-1',
        subject: { kind: 'child', name: 'Zoë O’Neill-Łukasz 🐝', age: '7' },
        title: 'Whether the threshold is met',
        facts: { 'on-plan': true, urgency: 'high', reasons: ['a', 'b'] },
        track: 'main',
        words: '',
        start,
        raisers: ['amal'],
        agencies: [{ agency: 'school', side: 'raising', person: 'amal', role: 'lead' }],
        late: false,
      },
      {
        kind: 'discussed',
        words: 'Line one\nline two\t"quoted" \\ \u2028 end',
        way: 'phone',
        tookPart: ['amal', 'bryn'],
        settled: false,
        facts: {},
      },
      { kind: 'written', title: 'Letter', words: '', to: [] },
      {
        kind: 'proposed',
        of: 'outcome',
        visit: 1,
        lines: ['one', 'two'],
        outstanding: [{ what: 'Visit', who: 'bryn', agency: 'council', by: '2026-04-09' }],
      },
      {
        kind: 'shared',
        entry: 2,
        words: 'w',
        with: { agencies: ['health'], people: [] },
        ground: 'own information',
        familyTold: 'not safe',
      },
      { kind: 'risk reviewed', level: 'serious', words: 'w' },
      { kind: 'escalated', move: 'up', start, words: 'w', facts: {} },
      { kind: 'closed', words: '', undone: [] },
    ]
    const heads = [
      {},
      { answers: ['reply · 1 · 1 · council', 'tell · 1 · 2 · school'], as: 'manager' },
      { audience: { to: 'agency', agency: 'school' }, inConfidence: true },
      { audience: { to: 'people', people: ['amal', 'bryn'] }, corrects: 2 },
      { audience: { to: 'board' } },
      { audience: { to: 'panel' }, owner: 'council' },
      { side: 'board', policy: { id: 'other', version: 12, hash: 'abc' } },
      { by: 'concordat', agency: 'concordat', side: 'concordat', owner: 'concordat', happened: THEN - 999_999_999 },
    ] as const
    const entries = whats.map((what, i) => entry(i + 1, 'amal', 'school', what, heads[i]))
    const it = await raise(entries)
    const loaded = await t.store.transaction(bryn, (tx) => tx.loadCase(it.caseId))
    assert.equal(loaded?.version, 8)
    assert.deepEqual(loaded?.entries, entries)
  })

  test('two who decided on the same version: one wins, nothing of the other is kept', async () => {
    const it = await raise()
    const both = await Promise.allSettled(
      [amal, bryn].map((who, i) =>
        t.store.transaction(who, async (tx) => {
          const loaded = await tx.loadCase(it.caseId)
          await new Promise((go) => setTimeout(go, 20))
          const next = note((loaded?.version ?? 0) + 1, who.person, i ? 'council' : 'school', `from ${who.person}`)
          await tx.append({
            ...it,
            expected: 1,
            entries: [next],
            deadlines: [],
            outbox: [{ id: `${it.caseId}-${i}`, kind: 'k', to: 'amal', body: {} }],
          })
        }),
      ),
    )
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    assert.ok(lost?.reason instanceof VersionConflict)
    assert.equal((await t.store.transaction(amal, (tx) => tx.loadCase(it.caseId)))?.version, 2)
    assert.equal((await t.admin('select from outbox where id like $1', [`${it.caseId}%`])).length, 1)
  })

  test('a conflict that is caught leaves the stored projection alone', async () => {
    const it = await raise()
    await t.store.transaction(amal, async (tx) => {
      await assert.rejects(
        tx.append({ ...it, expected: 7, entries: [note(8, 'amal', 'school', 'x')], deadlines: [] }),
        VersionConflict,
      )
    })
    assert.equal((await t.store.transaction(amal, (tx) => tx.deadlinesOf(it.caseId))).length, 1)
  })

  test('a case raised twice under the same id is a conflict', async () => {
    const it = await raise()
    await assert.rejects(
      t.store.transaction(amal, (tx) => tx.append(it)),
      VersionConflict,
    )
  })

  test('work that fails leaves nothing, and its key is not kept for later', async () => {
    const it = raising([note(1, 'amal', 'school', 'x')])
    await assert.rejects(
      t.store.transaction(amal, async (tx) => {
        await tx.append(it)
        throw new Error('after all not')
      }),
      /after all not/,
    )
    assert.equal(await t.store.transaction(amal, (tx) => tx.loadCase(it.caseId)), undefined)
    await t.store.transaction(amal, (tx) => tx.append(it))
    assert.equal((await t.store.verify()).faults.length, 0)
  })
})

describe('lists', () => {
  test('my cases carry their label; the register does not, and is read by the Board office and by those with a part', async () => {
    const it = await raise(undefined, { parts: [...PARTS, part('esme', 'board', 'board')] })
    const mine = (await t.store.transaction(amal, (tx) => tx.myCases())).find((c) => c.caseId === it.caseId)
    assert.deepEqual(mine?.label, { title: 'A sample disagreement', subject: 'A sample child' })
    const office = await t.store.transaction(as('esme'), async (tx) => ({
      lines: await tx.register({}, { limit: 500 }),
      mine: await tx.myCases(),
    }))
    assert.ok(office.lines.some((line) => line.caseId === it.caseId))
    assert.equal(office.mine.find((c) => c.caseId === it.caseId)?.label, undefined)
    assert.deepEqual(await t.store.transaction(as('cora'), (tx) => tx.register({}, { limit: 500 })), [])
  })

  test('the register pages by date and id, each row once, and filters', async () => {
    for (let i = 0; i < 7; i++) {
      const due = i < 5 ? { due: THEN + (i % 3) * 1000 } : {}
      const { due: _, ...dateless } = registerRow(`PG-${i}`)
      await raise(undefined, {
        register: {
          ...dateless,
          ...due,
          stage: 'paged',
          flags: i === 3 ? ['on-plan'] : [],
          respondingAgencies: i === 2 ? ['health'] : [],
        },
      })
    }
    const seen: string[] = []
    await t.store.transaction(as('esme'), async (tx) => {
      for (let after = undefined as Parameters<typeof tx.register>[1]['after']; ; ) {
        const page = await tx.register({ stage: 'paged' }, { limit: 3, ...(after ? { after } : {}) })
        seen.push(...page.map((line) => line.number))
        const last = page.at(-1)
        if (!last) break
        after = { caseId: last.caseId, ...(last.due === undefined ? {} : { due: last.due }) }
      }
      assert.deepEqual(
        (await tx.register({ stage: 'paged', agency: 'health' }, { limit: 9 })).map((l) => l.number),
        ['PG-2'],
      )
      assert.deepEqual(
        (await tx.register({ flag: 'on-plan' }, { limit: 9 })).map((l) => l.number),
        ['PG-3'],
      )
      assert.equal((await tx.register({ stage: 'paged', rehearsal: true }, { limit: 9 })).length, 0)
    })
    assert.equal(seen.length, 7)
    assert.equal(new Set(seen).size, 7)
    assert.deepEqual(new Set(seen.slice(5)), new Set(['PG-5', 'PG-6']))
  })

  test('my deadlines are those that fall on me; a sweep takes each once and lets go after its lease', async () => {
    const it = await raise()
    const due = await t.store.transaction(bryn, (tx) => tx.myDeadlines())
    assert.ok(due.some((d) => d.caseId === it.caseId && d.number === it.register.number))
    assert.ok(!(await t.store.transaction(amal, (tx) => tx.myDeadlines())).some((d) => d.caseId === it.caseId))
    const take = (at: number) => t.store.transaction(worker, (tx) => tx.dueBefore(THEN + 100_000_000, 1000), { at })
    const [one, two] = await Promise.all([take(now), take(now)])
    const taken = [...one, ...two].filter((d) => d.caseId === it.caseId)
    assert.equal(taken.length, 1)
    assert.ok(!(await take(now + 1000)).some((d) => d.caseId === it.caseId))
    assert.ok((await take(now + 400_000)).some((d) => d.caseId === it.caseId))
  })
})

describe('what is sent twice', () => {
  test('same key and body: the same answer; other body: told so; another person: their own', async () => {
    const claim = (who: typeof amal, body: string) =>
      t.store.transaction(who, (tx) => tx.submission.claim('key-1', body))
    await t.store.transaction(amal, async (tx) => {
      assert.deepEqual(await tx.submission.claim('key-1', 'body'), { is: 'new' })
      await tx.submission.store('key-1', { location: '/cases/1' })
    })
    assert.deepEqual(await claim(amal, 'body'), { is: 'same', answer: { location: '/cases/1' } })
    assert.deepEqual(await claim(amal, 'body 2'), { is: 'other body' })
    assert.deepEqual(await claim(bryn, 'body'), { is: 'new' })
  })

  test('while the first is at work the second waits, and is new when the first is undone', async () => {
    const send = (fail: boolean) =>
      t.store.transaction(amal, async (tx) => {
        const claim = await tx.submission.claim('key-2', 'b')
        if (claim.is === 'new') {
          await new Promise((go) => setTimeout(go, 30))
          if (fail) throw new Error('undone')
          await tx.submission.store('key-2', 'done')
        }
        return claim.is
      })
    const first = send(true).catch(() => 'undone')
    await new Promise((go) => setTimeout(go, 5))
    assert.deepEqual(await Promise.all([first, send(false)]), ['undone', 'new'])
    const [a, b] = await Promise.all([send(false), send(false)])
    assert.deepEqual([a, b], ['same', 'same'])
  })
})

describe('drafts, sessions, policies, directory, outbox', () => {
  test('a draft is read by its author alone', async () => {
    await t.store.transaction(amal, (tx) => tx.drafts.save({ id: 'd1', kind: 'raise', body: { words: 'half a sen' } }))
    await t.store.transaction(amal, (tx) =>
      tx.drafts.save({ id: 'd1', kind: 'raise', body: { words: 'half a sentence' } }),
    )
    assert.deepEqual(
      (await t.store.transaction(amal, (tx) => tx.drafts.list())).map((d) => d.body),
      [{ words: 'half a sentence' }],
    )
    assert.equal(await t.store.transaction(bryn, (tx) => tx.drafts.get('d1')), undefined)
    await t.store.transaction(bryn, (tx) => tx.drafts.delete('d1'))
    assert.ok(await t.store.transaction(amal, (tx) => tx.drafts.get('d1')))
    await t.store.transaction(amal, (tx) => tx.drafts.delete('d1'))
    assert.equal(await t.store.transaction(amal, (tx) => tx.drafts.get('d1')), undefined)
  })

  test('a session is found by its token until it ends, and no stored value is a token', async () => {
    const nobody = { nobody: true, partnership: PLACE } as const
    const { token } = await t.store.transaction(nobody, (tx) => tx.sessions.create('amal', now + 60_000))
    const find = (it: string, at = now) => t.store.transaction(nobody, (tx) => tx.sessions.find(it), { at })
    assert.equal((await find(token))?.person, 'amal')
    assert.equal(await find(token, now + 60_001), undefined)
    const [row] = await t.admin<{ h: Buffer }>('select token_hash as h from session')
    for (const form of ['base64url', 'hex', 'base64'] as const)
      assert.equal(await find(row?.h.toString(form) ?? ''), undefined)
    await t.store.transaction(nobody, (tx) => tx.sessions.endAll('amal'))
    assert.equal(await find(token), undefined)
  })

  test('a policy version is kept once; the adopted one is given', async () => {
    const save = (version: number, text: string, hash = text) =>
      t.store.transaction(program, (tx) => tx.policies.save({ id: 'p', version, hash, text }))
    await save(1, 'one')
    await save(1, 'one')
    await assert.rejects(save(1, 'changed'), /next version number/)
    await save(2, 'two')
    await t.store.transaction(program, (tx) => tx.policies.adopt('p', 1))
    const got = await t.store.transaction(amal, async (tx) => ({
      now: await tx.policies.get('p'),
      two: await tx.policies.get('p', 2),
      all: await tx.policies.list(),
    }))
    assert.equal(got.now?.text, 'one')
    assert.equal(got.two?.adoption, undefined)
    assert.equal(got.all.length, 2)
  })

  test('the directory comes back as saved, also after a change, and a person is found by e-mail', async () => {
    const read = () => t.store.transaction(amal, (tx) => tx.directory())
    assert.deepEqual(await read(), SAMPLE_DIRECTORY)
    const changed = { ...SAMPLE_DIRECTORY, version: 'sample-2', posts: SAMPLE_DIRECTORY.posts.slice(1) }
    await t.store.transaction(program, (tx) => tx.saveDirectory(changed))
    assert.deepEqual(await read(), changed)
    await t.store.transaction(program, (tx) => tx.saveDirectory(SAMPLE_DIRECTORY))
    assert.equal(await t.store.transaction(amal, (tx) => tx.personIdByEmail(' Amal@Sample.example')), 'amal')
    assert.deepEqual(await t.store.partnerships(), [PLACE])
  })

  test('a notice is taken by one worker, and is in the outbox only with its cause', async () => {
    await raise(undefined, { outbox: [{ id: 'notice-1', kind: 'told', to: 'bryn', body: { link: '/x' } }] })
    const take = () => t.store.transaction(worker, (tx) => tx.outbox.take(100))
    const [one, two] = await Promise.all([take(), take()])
    const mine = [...one, ...two].filter((notice) => notice.id === 'notice-1')
    assert.deepEqual(
      mine.map(({ body, to, tries }) => ({ body, to, tries })),
      [{ body: { link: '/x' }, to: 'bryn', tries: 1 }],
    )
    await t.store.transaction(worker, (tx) => tx.outbox.later('notice-1', now + 5))
    assert.equal((await t.store.transaction(worker, (tx) => tx.outbox.take(9), { at: now + 6 })).length, 1)
    await t.store.transaction(worker, (tx) => tx.outbox.done('notice-1'))
    const later = await t.store.transaction(worker, (tx) => tx.outbox.take(100), { at: now + 9_999_999 })
    assert.ok(!later.some((notice) => notice.id === 'notice-1'))
  })

  test('a reading is recorded with what was shown', async () => {
    const it = await raise()
    await t.store.transaction(bryn, (tx) =>
      tx.audit({ what: 'read', caseId: it.caseId, purpose: 'case page', seqs: [1], agency: 'council' }),
    )
    assert.deepEqual(await t.store.transaction(amal, (tx) => tx.reads(it.caseId)), [
      { person: 'bryn', agency: 'council', at: now, seqs: [1], purpose: 'case page' },
    ])
    assert.deepEqual(await t.store.transaction(as('cora'), (tx) => tx.reads(it.caseId)), [])
  })
})

test('the stored projections are what the entries make; a difference is told and put right', async () => {
  const it = await raise()
  const project = (entries: readonly Entry[], caseId: string) =>
    caseId === it.caseId ? { ...it, shares: [] } : projection(`EX-${entries.length}`)
  const mine = async (write = false) =>
    (await t.store.rebuild(PLACE, project, { write })).filter((d) => d.caseId === it.caseId)
  assert.deepEqual(await mine(), [])
  await t.admin('update deadline set due = now() where case_id = $1', [it.caseId])
  await t.admin('delete from part where case_id = $1 and person = $2', [it.caseId, 'bryn'])
  assert.deepEqual((await mine(true)).map((d) => d.table).sort(), ['deadline', 'part'])
  assert.deepEqual(await mine(), [])
})
