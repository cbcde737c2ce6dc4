import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { as, PLACE, program, SAMPLE_DIRECTORY, THEN } from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'
import type { RegisterAsked } from './register-page.ts'

let t: TestStore
const shown = [
  { policyId: 'ours', stage: 'two' },
  { policyId: 'ours', stage: 'three' },
]

before(async () => {
  t = await testStore({ clock: () => THEN })
  await t.store.transaction(program, (tx) => tx.saveDirectory(SAMPLE_DIRECTORY, 'Exampleshire'))
  // 130 on the register; 20 that have not come so far, and ten rehearsals.
  await t.admin(`
    insert into register (partnership, case_id, number, stage, stage_title, status, raising_agency, responding_agencies, reasons, flags, waiting_for, due, late,
      policy_id, raised_at, rehearsal)
    select '${PLACE}', 'c' || lpad(n::text, 4, '0'), 'N' || lpad((1000 - n)::text, 4, '0'),
      case when n <= 20 then 'one' when n % 3 = 0 then 'three' else 'two' end, case when n % 3 = 0 then 'Third' else 'Second' end,
      case when n % 10 = 0 then 'closed' else 'open' end, 'school', array[case when n % 2 = 0 then 'council' else 'health' end],
      array['need'], '{}', '', case when n % 7 = 0 then null else timestamptz '2026-03-01' + (n % 40) * interval '1 day' end, n % 40 < 20,
      'ours', '2026-02-01', n > 150 from generate_series(1, 160) n`)
})
after(() => t.close())

const asked = (more: Partial<RegisterAsked> = {}) =>
  t.store.transaction(as('esme'), (tx) =>
    tx.registerPage({ at: THEN, shown, must: [], sort: 'due', limit: 50, ...more }),
  )

async function walk(more: Partial<RegisterAsked> = {}) {
  const pages: string[][] = []
  for (let after: string | undefined; ; ) {
    const page = await asked({ ...more, ...(after === undefined ? {} : { after }) })
    pages.push(page.rows.map((row) => row.caseId))
    after = page.rows.at(-1)?.caseId
    if (!page.more) return pages
  }
}

describe('the register in pages', () => {
  for (const sort of ['due', 'number', 'stage'] as const)
    test(`by ${sort}: every case once, 50 a page, and back again the same way`, async () => {
      const pages = await walk({ sort })
      assert.deepEqual(
        pages.map((page) => page.length),
        [50, 50, 30],
      )
      assert.equal(new Set(pages.flat()).size, 130)
      const back = await asked({ sort, before: pages[2]?.[0] ?? '' })
      assert.deepEqual(
        back.rows.map((row) => row.caseId),
        pages[1],
      )
      assert.equal(back.more, true)
      const first = await asked({ sort, before: pages[1]?.[0] ?? '' })
      assert.deepEqual(
        first.rows.map((row) => row.caseId),
        pages[0],
      )
      assert.equal(first.more, false)
    })

  test('late ones come first, then the soonest; those without a date last', async () => {
    const rows = [...(await asked({ limit: 200 })).rows]
    const order = rows.map((row) => [row.late ? 0 : 1, row.due ?? Number.MAX_SAFE_INTEGER] as const)
    assert.ok(rows.some((row) => row.late) && rows.some((row) => row.due === undefined))
    for (const [n, key] of order.entries()) {
      const before = order[n - 1]
      assert.ok(!before || before[0] < key[0] || (before[0] === key[0] && before[1] <= key[1]), `row ${n}`)
    }
    assert.ok(!rows.some((row) => row.late && (row.status === 'closed' || row.due === undefined || row.due >= THEN)))
  })

  test('filters are kept over pages, and what is counted is counted over all of them', async () => {
    const pages = await walk({ status: 'open', agency: 'health', limit: 20 })
    const all = await asked({ status: 'open', agency: 'health', limit: 20 })
    assert.ok(pages.length > 2)
    assert.equal(all.total, pages.flat().length)
    const open = (await asked({ status: 'open' })).total
    assert.equal(
      all.byStage.reduce((n, s) => n + s.open, 0),
      open,
    )
    assert.deepEqual(all.byStage.map((s) => s.title).toSorted(), ['Second', 'Third'])
  })

  test('nobody without a post in the partnership’s office gets a row or a count', async () => {
    const found = await t.store.transaction(as('amal'), (tx) =>
      tx.registerPage({ at: THEN, shown, must: [], sort: 'due', limit: 50 }),
    )
    assert.deepEqual([found.rows.length, found.total, found.byStage.length, found.silent.length], [0, 0, 0, 0])
  })
})
