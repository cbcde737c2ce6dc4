import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { as, note, PLACE, part, program, raising, SAMPLE_DIRECTORY, THEN } from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'

let t: TestStore
let caseId = ''
let otherCase = ''
const now = THEN + 1000
const end = now + 10_000
before(async () => {
  t = await testStore({ clock: () => now, connections: 1 })
  await t.store.transaction(program, (tx) => tx.saveDirectory(SAMPLE_DIRECTORY, 'Exampleshire'))
  const first = raising(
    [
      note(1, 'amal', 'school', 'for the parties'),
      note(2, 'amal', 'school', 'for the school', { to: 'agency', agency: 'school' }),
      note(3, 'amal', 'school', 'for Amal alone', { to: 'people', people: ['amal'] }),
      note(4, 'amal', 'school', 'for the Board', { to: 'board' }),
      note(5, 'amal', 'school', 'for the panel', { to: 'panel' }),
      note(6, 'amal', 'school', 'for the council', { to: 'agency', agency: 'council' }),
    ],
    {
      parts: [
        part('amal', 'school'),
        part('bryn', 'council'),
        part('cora', 'health', 'observer'),
        part('esme', 'board', 'board'),
        part('pat', 'health', 'panel', end),
        part('chair', 'board', 'decider'),
      ],
      shares: [
        { seq: 2, person: 'cora' },
        { seq: 5, agency: 'council' },
      ],
    },
  )
  caseId = first.caseId
  await t.store.transaction(as('amal'), (tx) => tx.append(first))
  const second = raising([note(1, 'dele', 'school', 'another case')], { parts: [part('dele', 'school')] })
  otherCase = second.caseId
  await t.store.transaction(as('dele'), (tx) => tx.append(second))
})
after(() => t.close())

describe('who may read which entry of the case', () => {
  const expected: Readonly<Record<string, readonly number[]>> = {
    amal: [1, 2, 3, 4, 5, 6],
    bryn: [1, 5, 6],
    cora: [2],
    esme: [4],
    pat: [1, 5],
    chair: [1, 4, 5],
    dele: [],
    stranger: [],
  }
  for (const [person, seqs] of Object.entries(expected))
    test(`${person}: ${seqs.length > 0 ? seqs.join(', ') : 'nothing'}`, async () => {
      const seen = await t.store.transaction(as(person), (tx) => tx.visible(caseId))
      assert.deepEqual(sorted(seen), seqs)
    })

  test('a grant ends on the store’s clock, for reading and for deciding', async () => {
    const pat = (at: number) =>
      t.store.transaction(
        as('pat'),
        async (tx) => [(await tx.visible(caseId)).size, (await tx.loadCase(caseId))?.version],
        { at },
      )
    assert.deepEqual(await pat(end - 1), [2, 6])
    assert.deepEqual(await pat(end), [0, undefined])
  })

  test('whoever covers a post reads what its holder may, but not what was written to them by name', async () => {
    const dele = (day: string) =>
      t.store.transaction(as('dele'), (tx) => tx.visible(caseId), { at: Date.parse(`${day}T10:00:00Z`) })
    assert.deepEqual(sorted(await dele('2026-05-08')), [1, 2])
    assert.deepEqual([...(await dele('2026-05-09'))], [])
  })
})

describe('the wall', () => {
  const tables = [
    'entry',
    'cases',
    'part',
    'deadline',
    'register',
    'entry_share',
    'checkpoint',
    'case_key',
    'draft',
    'audit',
    'submission',
    'outbox',
    'session',
  ]
  const counted = async (role: string, settings: Readonly<Record<string, string>>) => {
    const seen: Record<string, number> = {}
    await t.as(role, 'begin')
    for (const [name, value] of Object.entries(settings))
      await t.as(role, 'select set_config($1, $2, true)', [name, value])
    for (const table of tables) {
      await t.as(role, 'savepoint s')
      try {
        const n = Number(
          (
            await t.as<{ n: string }>(
              role,
              `select count(*) as n from ${table} ${table === 'case_key' ? "where case_id <> ''" : ''}`,
            )
          )[0]?.n,
        )
        if (n > 0) seen[table] = n
      } catch (error) {
        // No grant at all is the stronger refusal; anything else is a fault of the test.
        assert.match(String(error), /permission denied/)
        await t.as(role, 'rollback to s')
      }
    }
    await t.as(role, 'rollback')
    return seen
  }
  // Keys that belong to no case (the directory’s, the outbox’s) are the house’s, so they are not counted here.
  const nothing = { 'app.partnership': '', 'app.person': '', 'app.case': '', 'app.mode': '', 'app.now': '' }
  const asks = { 'app.partnership': PLACE, 'app.now': new Date(now).toISOString() }

  for (const role of ['concordat_app', 'concordat_engine', 'concordat_work']) {
    test(`${role}: unset or empty settings give no rows`, async () => {
      assert.deepEqual(await counted(role, {}), {})
      assert.deepEqual(await counted(role, nothing), {})
    })
    test(`${role}: another partnership gives no rows`, async () => {
      assert.deepEqual(
        await counted(role, {
          ...asks,
          'app.partnership': 'elsewhere',
          'app.person': 'amal',
          'app.case': caseId,
          'app.mode': 'fold',
        }),
        {},
      )
    })
  }

  for (const mode of ['read', 'fold', 'folds', 'raise', 'else'])
    test(`a person with a part in another case gets no row of this one in mode ${mode}`, async () => {
      const seen = await counted('concordat_app', {
        ...asks,
        'app.person': 'stranger',
        'app.case': caseId,
        'app.mode': mode,
      })
      assert.deepEqual(seen, {})
      const dele = await counted('concordat_app', {
        ...asks,
        'app.person': 'dele',
        'app.case': caseId,
        'app.mode': mode,
      })
      assert.deepEqual(dele, {})
      // In lists Dele sees the other case and nothing of this one.
      const lists = await counted('concordat_app', { ...asks, 'app.person': 'dele', 'app.mode': mode })
      const other = { cases: 1, part: 1, deadline: 1, register: 1, case_key: 1, entry: 1, checkpoint: 1 }
      assert.deepEqual(lists, mode === 'read' || mode === 'folds' ? other : {})
    })

  test('several cases at once are those with a live part, whole; nobody else’s, whatever is asked for', async () => {
    const folded = async (person: string, at = now) =>
      t.store.transaction(
        as(person),
        async (tx) => [...(await tx.loadCases([caseId, otherCase]))].map(([id, { version }]) => `${id} ${version}`),
        { at },
      )
    assert.deepEqual(await folded('amal'), [`${caseId} 6`])
    assert.deepEqual(await folded('dele'), [`${otherCase} 1`])
    assert.deepEqual(await folded('stranger'), [])
    assert.deepEqual([(await folded('pat', end - 1)).length, (await folded('pat', end)).length], [1, 0])
  })

  /** What each question is answered in one transaction, asked one after another: nothing of the one before may stay. */
  const oneAfterAnother = async () => {
    const amal = { ...asks, 'app.person': 'amal', 'app.case': caseId, 'app.mode': 'fold' }
    const questions: readonly Readonly<Record<string, string>>[] = [
      amal,
      { ...amal, 'app.person': 'dele' },
      amal,
      { ...amal, 'app.case': otherCase },
      { ...amal, 'app.partnership': 'elsewhere' },
      { ...amal, 'app.person': 'pat' },
      { ...amal, 'app.person': 'pat', 'app.now': new Date(end).toISOString() },
      { ...amal, 'app.mode': 'raise' },
      { ...amal, 'app.mode': 'else' },
      { ...amal, 'app.person': '' },
    ]
    await t.as('concordat_app', 'begin')
    const seen: number[] = []
    for (const question of questions) {
      for (const [name, value] of Object.entries(question))
        await t.as('concordat_app', 'select set_config($1, $2, true)', [name, value])
      seen.push(Number((await t.as<{ n: string }>('concordat_app', 'select count(*) as n from entry'))[0]?.n))
    }
    await t.as('concordat_app', 'rollback')
    return seen
  }
  const rightly = [6, 0, 6, 0, 0, 6, 0, 0, 0, 0]

  test('an answer kept for the transaction is an answer to the same question only', async () => {
    assert.deepEqual(await oneAfterAnother(), rightly)
  })

  test('planted: kept without the person or the moment it was worked out for, it lets others in', async () => {
    const [row] = await t.admin<{ text: string }>(`select pg_get_functiondef('my_cases'::regproc) as text`)
    const text = row?.text ?? ''
    for (const [of, so] of [
      ['app_person()', `''`],
      [`current_setting('app.now', true)`, `''`],
    ] as const) {
      const planted = text.replace(/(question constant text := [^;]*)/, (whole) => whole.replace(of, so))
      assert.notEqual(planted, text)
      await t.admin(planted)
      const seen = await oneAfterAnother()
      await t.admin(text)
      assert.notDeepEqual(seen, rightly, of)
    }
    assert.deepEqual(await oneAfterAnother(), rightly)
  })

  test('setting the case without a part folds nothing', async () => {
    assert.equal(await t.store.transaction(as('dele'), (tx) => tx.loadCase(caseId)), undefined)
    assert.equal((await t.store.transaction(as('dele'), (tx) => tx.loadCase(otherCase)))?.version, 1)
  })

  test('the worker may read dates and notices, and has no grant on content', async () => {
    const seen = await counted('concordat_work', asks)
    assert.deepEqual(Object.keys(seen), ['deadline'])
    for (const table of ['entry', 'cases', 'draft', 'register', 'part', 'audit', 'submission', 'session'])
      await assert.rejects(t.as('concordat_work', `select * from ${table}`), /permission denied/)
  })

  test('nobody writes in another’s name', async () => {
    const it = { ...raising([note(7, 'bryn', 'council', 'words of Bryn')]), caseId, expected: 6 }
    await assert.rejects(
      t.store.transaction(as('amal'), (tx) => tx.append(it)),
      /row-level security/,
    )
    const first = raising([note(1, 'bryn', 'council', 'words of Bryn')])
    await assert.rejects(
      t.store.transaction(as('amal'), (tx) => tx.append(first)),
      /row-level security/,
    )
  })

  test('200 transactions by turns on one connection leak nothing', async () => {
    const people = ['amal', 'stranger', 'bryn', 'cora', 'dele'] as const
    const sizes = { amal: 6, stranger: 0, bryn: 3, cora: 1, dele: 0 }
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const person = people[i % people.length] ?? 'amal'
        const [seen, loaded] = await t.store.transaction(
          as(person),
          async (tx) => [await tx.visible(caseId), await tx.loadCase(caseId)] as const,
        )
        assert.equal(seen.size, sizes[person], person)
        assert.equal(loaded?.version, person === 'stranger' || person === 'dele' ? undefined : 6)
      }),
    )
  })
})

const sorted = (seqs: ReadonlySet<number>): readonly number[] => [...seqs].toSorted((a, b) => a - b)
