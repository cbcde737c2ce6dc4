import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { as, entry, part, program, raising, SAMPLE_DIRECTORY, THEN } from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'

let t: TestStore
const planted: string[] = []
/** A word that stands nowhere else, long enough to survive any alignment of base64. */
const canary = (where: string): string => {
  const word = `Canary${where}Quillfeather${String(planted.length).padStart(3, '0')}Marshwiggle`
  planted.push(word)
  return word
}

before(async () => {
  t = await testStore({ clock: () => THEN + 1000 })
  const people = Object.fromEntries(
    Array.from({ length: 8 }, (_, i) => [
      `p${i}`,
      { id: `p${i}`, name: canary('Name'), email: `${canary('Mail')}@x.example`, phone: canary('Phone') },
    ]),
  )
  await t.store.transaction(program, (tx) => tx.saveDirectory({ ...SAMPLE_DIRECTORY, version: 'c', people }))
  for (let i = 0; i < 6; i++) {
    const it = raising(
      [
        entry(1, 'amal', 'school', {
          kind: 'information',
          words: canary('Words'),
          from: 'school',
          fromWords: canary('From'),
        }),
        entry(2, 'amal', 'school', { kind: 'dissented', words: canary('Dissent') }, { owner: 'council' }),
      ],
      {
        parts: [part('amal', 'school')],
        label: { title: canary('Title'), subject: canary('Child') },
        outbox: [{ id: `n${i}`, kind: 'told', to: 'amal', body: { words: canary('Notice') } }],
      },
    )
    await t.store.transaction(as('amal'), async (tx) => {
      await tx.submission.claim(`k${i}`, canary('Body'))
      await tx.append(it)
      await tx.submission.store(`k${i}`, { echo: canary('Answer') })
      await tx.drafts.save({ id: `d${i}`, kind: 'raise', body: { words: canary('Draft') } })
    })
    // Statements that fail must not put what they held into a log.
    const bad = {
      ...it,
      register: { ...it.register, number: 'X' },
      expected: 2,
      entries: [entry(3, 'bryn', 'school', { kind: 'note', words: canary('Failing') })],
    }
    await t.store.transaction(as('amal'), (tx) => tx.append(bad)).catch(() => undefined)
    await t
      .as('concordat_app', 'insert into audit (partnership, what) values ($1, $2)', [canary('Logged'), 'x'])
      .catch(() => undefined)
  }
})
after(() => t.close())

test('at least fifty canaries were stored, and can be read back', async () => {
  assert.ok(planted.length >= 50, String(planted.length))
  const [mine] = await t.store.transaction(as('amal'), (tx) => tx.myCases())
  assert.match(mine?.label?.subject ?? '', /Quillfeather/)
  const loaded = await t.store.transaction(as('amal'), (tx) => tx.loadCase(mine?.caseId ?? ''))
  assert.match(JSON.stringify(loaded?.entries), /CanaryWordsQuillfeather/)
  assert.match(
    JSON.stringify(await t.store.transaction(as('amal'), (tx) => tx.drafts.list())),
    /CanaryDraftQuillfeather/,
  )
})

test('no table shows one, in any writing', async () => {
  assert.deepEqual(await hitsInTables(), [])
})

test('no file of the database shows one: heap, index, log of changes, temporary files, log', async () => {
  await t.admin('checkpoint')
  assert.deepEqual(await hitsInFiles(), [])
})

test('planted: one plain column turns both searches red', async () => {
  await t.admin('create table planted (words text, bytes bytea)')
  await t.admin('insert into planted values ($1, $2)', [planted[0], Buffer.from(planted[1]?.toLowerCase() ?? '')])
  await t.admin('insert into planted values ($1, null)', [Buffer.from(planted[2] ?? '').toString('base64')])
  await t.admin('checkpoint')
  assert.deepEqual([...new Set(await hitsInTables())], ['planted'])
  assert.ok((await hitsInFiles()).length > 0)
  await t.admin('drop table planted')
})

/** How a word may be written: as it is, lower case, UTF-16, hex, and base64 at each of its three alignments. */
function writings(word: string): readonly Buffer[] {
  const bytes = Buffer.from(word)
  const aligned = [0, 1, 2].map((skip) => {
    const whole = Math.floor((bytes.length - skip) / 3) * 3
    return Buffer.from(bytes.subarray(skip, skip + whole).toString('base64'))
  })
  return [
    bytes,
    Buffer.from(word.toLowerCase()),
    Buffer.from(word, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...aligned,
  ]
}

/** Every canary holds both words, so searching for them searches for all. */
const needles = [...writings('Quillfeather'), ...writings('Marshwiggle')]
const shows = (haystack: Buffer): boolean => needles.some((needle) => haystack.includes(needle))

async function hitsInTables(): Promise<readonly string[]> {
  const tables = await t.admin<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const hits: string[] = []
  for (const { name } of tables)
    for (const row of await t.admin<Record<string, unknown>>(`select * from ${name}`))
      if (
        Object.values(row).some((value) =>
          shows(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '')),
        )
      )
        hits.push(name)
  return hits
}

async function hitsInFiles(): Promise<readonly string[]> {
  const names = await readdir(t.clusterDir, { recursive: true, withFileTypes: true })
  const hits: string[] = []
  for (const file of names.filter((it) => it.isFile())) {
    const path = join(file.parentPath, file.name)
    if (shows(await readFile(path).catch(() => Buffer.alloc(0)))) hits.push(path)
  }
  return hits
}
