import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { as, note, raising, registerRow, THEN } from '../../../test/case-samples.ts'
import { type TestStore, testStore } from '../../../test/database.ts'
import { references } from '../entries/references.ts'
import { SealBroken } from '../faults.ts'
import { readCheckpoints } from './checkpoint-file.ts'

let t: TestStore
let caseId = ''
let number = ''
before(async () => {
  t = await testStore({ clock: () => THEN + 1000 })
})
after(() => t.close())

// A fresh case of five entries for each test; the earlier, broken ones stay and are looked past.
beforeEach(async () => {
  const it = raising([note(1, 'amal', 'school', 'one'), note(2, 'amal', 'school', 'two')])
  caseId = it.caseId
  number = it.register.number
  await t.store.transaction(as('amal'), (tx) => tx.append(it))
  for (const seq of [3, 4, 5]) {
    const next = note(seq, 'bryn', 'council', `entry ${seq}`)
    await t.store.transaction(as('bryn'), (tx) => tx.append({ ...it, expected: seq - 1, entries: [next] }))
  }
})

const faults = async () =>
  (await t.store.verify()).faults.filter((fault) => fault.caseId === caseId).map(({ seq, fault }) => `${seq} ${fault}`)
const plant = (text: string, ...more: readonly unknown[]) => t.admin(text, [caseId, ...more])

test('an untouched record has no fault, and every entry is looked at', async () => {
  assert.deepEqual(await faults(), [])
  const { entries, cases, checkpoints } = await t.store.verify()
  assert.ok(entries >= 5 && cases >= 1 && checkpoints >= 4)
})

describe('an edit of any column of one entry is found, by whoever could write it', () => {
  const edits: Readonly<Record<string, string>> = {
    kind: `'information'`,
    happened: `happened - interval '1 millisecond'`,
    told: `told + interval '1 day'`,
    recorded: `recorded + interval '1 hour'`,
    by_person: `'amal'`,
    as_role: `'manager'`,
    agency: `'school'`,
    side: `'board'`,
    owner: `'school'`,
    audience: `'board'`,
    audience_agency: `'school'`,
    audience_people: `'{amal}'`,
    in_confidence: 'not in_confidence',
    policy_id: `'other'`,
    policy_version: 'policy_version + 1',
    policy_hash: `'0'`,
    answers: `'{x}'`,
    corrects: '1',
    sealed: 'set_byte(sealed, 40, get_byte(sealed, 40) # 1)',
    key_version: 'key_version + 1',
    prev_hash: 'set_byte(prev_hash, 0, get_byte(prev_hash, 0) # 1)',
    hash: 'set_byte(hash, 31, get_byte(hash, 31) # 1)',
  }
  for (const [column, value] of Object.entries(edits))
    test(column, async () => {
      await plant(`update entry set ${column} = ${value} where case_id = $1 and seq = 3`)
      const found = await faults()
      assert.ok(
        found.some((fault) => fault.startsWith('3 ')),
        `${column}: ${found.join(', ')}`,
      )
    })

  test('every column is in the list above', async () => {
    const columns = await t.admin<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'entry'::regclass and attnum > 0 and not attisdropped`,
    )
    assert.deepEqual(
      columns
        .map((c) => c.name)
        .filter((name) => !['partnership', 'case_id', 'seq'].includes(name))
        .sort(),
      Object.keys(edits).sort(),
    )
  })
})

test('a deleted entry is named', async () => {
  await plant('delete from entry where case_id = $1 and seq = 2')
  assert.ok((await faults()).includes('2 missing'))
  const fault = (await t.store.verify()).faults.find((it) => it.caseId === caseId && it.seq === 2)
  assert.match(fault?.sentence ?? '', new RegExp(`^Case ${number}, entry 2: it is missing`))
})

test('what was altered or deleted is named as its readers call it, too', async () => {
  const rows = await t.admin<{ seq: number; hash: Buffer }>(
    'select seq, hash from entry where case_id = $1 order by seq',
    [caseId],
  )
  const refs = references(rows)
  await plant(`update entry set kind = 'information' where case_id = $1 and seq = 2`)
  await plant('delete from entry where case_id = $1 and seq = 5')
  const found = (await t.store.verify()).faults.filter((fault) => fault.caseId === caseId)
  for (const seq of [2, 5]) {
    const named = found.filter((fault) => fault.seq === seq && fault.reference === refs.get(seq))
    assert.ok(named.length > 0, `entry ${seq}`)
    for (const { sentence } of named)
      assert.match(sentence, new RegExp(`^Case ${number}, entry ${seq} \\(reference ${refs.get(seq)}\\): `))
  }
})

test('two swapped entries are named', async () => {
  await plant('update entry set seq = -seq + 1000 where case_id = $1 and seq in (3, 4)')
  await plant('update entry set seq = case seq when 997 then 4 else 3 end where case_id = $1 and seq > 900')
  const found = await faults()
  assert.ok(found.includes('3 changed') && found.includes('4 changed'), found.join(', '))
})

test('swapped words are named, and cannot be read', async () => {
  await plant(`
    update entry e set sealed = o.sealed from entry o
    where e.case_id = $1 and o.case_id = $1 and ((e.seq = 3 and o.seq = 4) or (e.seq = 4 and o.seq = 3))`)
  const found = await faults()
  for (const seq of [3, 4]) assert.ok(found.includes(`${seq} changed`) && found.includes(`${seq} does not open`))
  await assert.rejects(
    t.store.transaction(as('amal'), (tx) => tx.loadCase(caseId)),
    SealBroken,
  )
})

test('words from another case do not open here', async () => {
  await plant(
    `update entry set sealed = (select sealed from entry where case_id <> $1 and seq = 3 limit 1) where case_id = $1 and seq = 3`,
  )
  await assert.rejects(
    t.store.transaction(as('amal'), (tx) => tx.loadCase(caseId)),
    SealBroken,
  )
})

test('an entry put in or added at the end is named', async () => {
  await plant(
    `insert into entry select (jsonb_populate_record(e, '{"seq": 6}')).* from entry e where case_id = $1 and seq = 5`,
  )
  assert.ok((await faults()).some((fault) => fault.startsWith('6 ')))
})

for (const last of [1, 2, 4])
  test(`the last ${last} cut off are named, although the case was made to look whole`, async () => {
    const keep = 5 - last
    await plant('delete from entry where case_id = $1 and seq > $2', keep)
    await plant(
      'update cases set version = $2::int, head = (select hash from entry where case_id = $1 and seq = $2::int) where case_id = $1',
      keep,
    )
    assert.ok((await faults()).includes('5 cut short'))
    // Whoever cuts may also take the checkpoints in the database; those outside remain.
    await plant('delete from checkpoint where case_id = $1 and seq > $2', keep)
    assert.ok((await faults()).includes('5 cut short'))
  })

test('a whole case taken out, with all that was in the database about it, is named', async () => {
  for (const table of ['entry', 'cases', 'checkpoint', 'register', 'part', 'deadline', 'case_key'])
    await plant(`delete from ${table} where case_id = $1`)
  assert.ok((await faults()).includes('5 cut short'))
})

test('a record rewritten with hashes that fit is found by a checkpoint kept elsewhere', async () => {
  // It is kept outside after the answer, and nobody waits for it.
  const fifth = async () =>
    (await readCheckpoints(t.store.checkpointFile)).find((one) => one.caseId === caseId && one.seq === 5)
  for (let n = 0; n < 200 && !(await fifth()); n++) await sleep(25)
  const now = await fifth()
  assert.ok(now)
  await plant('delete from entry where case_id = $1 and seq = 5')
  await plant('delete from checkpoint where case_id = $1 and seq = 5')
  await plant(
    'update cases set version = 4, head = (select hash from entry where case_id = $1 and seq = 4) where case_id = $1',
  )
  const it = {
    ...raising([]),
    caseId,
    expected: 4,
    register: registerRow(number),
    entries: [note(5, 'bryn', 'council', 'other words')],
  }
  await t.store.transaction(as('bryn'), (tx) => tx.append(it))
  assert.ok((await faults()).includes('5 rewritten'))
})

test('a checkpoint that somebody made up is named', async () => {
  await plant('update checkpoint set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where case_id = $1 and seq = 4')
  assert.ok((await faults()).includes('4 false checkpoint'))
})
