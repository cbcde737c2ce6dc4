/**
 * kill -9 of the writer and of PostgreSQL while entries are written: what was acknowledged is there, once, whole. Source: trust.md 50.
 * This file is also the writer: run with WRITER set, it writes until it is killed and prints what was acknowledged.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { VersionConflict } from '../src/store/faults.ts'
import { runningPostmaster } from '../src/store/postgres/postmaster.ts'
import { readKeys } from '../src/store/seal/keys-folder.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { as, note, projection, raising } from './case-samples.ts'

const WRITERS = 4
/** Two writers share each case, so that they also collide. */
const caseOf = (writer: number): string => `case-${writer % 2}`
const amal = as('amal')

if (process.env.WRITER) await write(process.env.WRITER, JSON.parse(process.env.NEXT ?? '[]'))
else defineTests()

async function write(dataDir: string, next: readonly number[]): Promise<void> {
  const store = await openStore({ dataDir, clock: Date.now, log: () => undefined })
  for (const writer of [0, 1]) await raise(store, writer)
  writeSync(1, 'ready\n')
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let n = next[writer] ?? 0; ; n++) {
        await writeOnce(store, writer, `${writer}-${n}`)
        writeSync(1, `kept ${writer}-${n}\n`)
      }
    }),
  )
}

async function raise(store: Store, writer: number): Promise<void> {
  const it = raising([note(1, 'amal', 'school', 'raised')], { caseId: caseOf(writer), ...projection(`EX-${writer}`) })
  await store
    .transaction(amal, (tx) => tx.append(it))
    .catch((error: unknown) => {
      if (!(error instanceof VersionConflict)) throw error
    })
}

/** As a page does: one key for one intention, however often it is tried. */
async function writeOnce(store: Store, writer: number, key: string): Promise<void> {
  for (;;) {
    try {
      return await store.transaction(amal, async (tx) => {
        if ((await tx.submission.claim(key, key)).is !== 'new') return
        const caseId = caseOf(writer)
        const { version } = (await tx.loadCase(caseId)) ?? { version: 0 }
        const outbox = [{ id: key, kind: 'told', to: 'bryn', caseId, body: { key } }]
        await tx.append({
          caseId,
          expected: version,
          entries: [note(version + 1, 'amal', 'school', key)],
          ...projection(`EX-${writer % 2}`),
          outbox,
        })
        await tx.audit({ what: 'acted', caseId, purpose: key })
        await tx.submission.store(key, { at: version + 1 })
      })
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error
    }
  }
}

function defineTests(): void {
  const dataDir = mkdtempSync(join(tmpdir(), 'concordat-crash-'))
  after(async () => {
    const left = await runningPostmaster(join(dataDir, 'postgres'))
    if (left) process.kill(left.pid, 'SIGQUIT')
    for (let n = 0; n < 500 && (await runningPostmaster(join(dataDir, 'postgres'))); n++) await sleep(20)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  })
  const kept = new Set<string>()
  const seed = Number(process.env.SEED ?? Date.now() % 100_000)
  const chance = seeded(seed)

  for (const [round, victim] of (
    ['writer', 'postgres', 'writer', 'both', 'postgres', 'writer', 'both'] as const
  ).entries())
    test(`kill ${round + 1}, of ${victim}: every acknowledged entry is there once (SEED=${seed})`, async () => {
      const writer = await startWriter(dataDir, kept)
      const had = kept.size
      for (const since = Date.now(); kept.size === had && Date.now() - since < 30_000; ) await sleep(5)
      assert.ok(kept.size > had, 'nothing was written before the kill')
      await sleep(chance() * 700)
      const before = kept.size
      if (victim !== 'writer')
        process.kill((await runningPostmaster(join(dataDir, 'postgres')))?.pid ?? Number.NaN, 'SIGKILL')
      if (victim === 'postgres') {
        const since = Date.now()
        while (kept.size < before + 20 && writer.exitCode === null && Date.now() - since < 30_000) await sleep(10)
        assert.ok(kept.size >= before + 20, 'the writer did not go on by itself after the database was killed')
      }
      await killed(writer)
      await inspect(dataDir, kept)
    })

  test('planted: an acknowledged entry that is not there, and one that is there twice, are found', async () => {
    assert.ok(kept.size > 100, `only ${kept.size} were acknowledged`)
    await assert.rejects(inspect(dataDir, new Set([...kept, '0-never'])), /acknowledged and lost/)
    const store = await openStore({ dataDir, clock: Date.now, log: () => undefined })
    await store.transaction(amal, async (tx) => {
      const { version } = (await tx.loadCase(caseOf(0))) ?? { version: 0 }
      await tx.append({
        caseId: caseOf(0),
        expected: version,
        entries: [note(version + 1, 'amal', 'school', '0-0')],
        ...projection('EX-0'),
      })
    })
    await store.close()
    await assert.rejects(inspect(dataDir, kept), /written twice/)
  })
}

async function startWriter(dataDir: string, kept: Set<string>): Promise<ChildProcess> {
  // Each begins with the one that was not acknowledged: nobody knows whether it was kept.
  const next = Array.from(
    { length: WRITERS },
    (_, writer) => [...kept].filter((key) => key.startsWith(`${writer}-`)).length,
  )
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child = spawn(process.execPath, [import.meta.filename], {
    env: { ...env, WRITER: dataDir, NEXT: JSON.stringify(next) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  await new Promise<void>((ready, fail) => {
    child.once('exit', () => fail(new Error('The writer stopped before it was ready.')))
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines)
        if (line === 'ready') ready()
        else kept.add(line.slice('kept '.length))
    })
  })
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  assert.equal(child.exitCode, null, 'the writer stopped by itself')
  const closed = new Promise((done) => child.once('close', done))
  child.kill('SIGKILL')
  await closed
}

async function inspect(dataDir: string, kept: ReadonlySet<string>): Promise<void> {
  const since = Date.now()
  const store = await openStore({ dataDir, clock: Date.now, log: () => undefined })
  try {
    assert.ok(Date.now() - since < 30_000, 'ready again in 30 seconds')
    await compare(store, dataDir, kept)
  } finally {
    await store.close()
  }
}

async function compare(store: Store, dataDir: string, kept: ReadonlySet<string>): Promise<void> {
  const { faults } = await store.verify()
  assert.deepEqual(faults, [])
  const written = (
    await Promise.all(
      [0, 1].map(async (n) => (await store.transaction(amal, (tx) => tx.loadCase(caseOf(n))))?.entries ?? []),
    )
  ).flat()
  const keys = written.flatMap(({ what }) => (what.kind === 'note' && what.words !== 'raised' ? [what.words] : []))
  assert.deepEqual(
    [...kept].filter((key) => !keys.includes(key)),
    [],
    'acknowledged and lost',
  )
  assert.equal(new Set(keys).size, keys.length, 'written twice')
  // At most one each was kept and not yet acknowledged.
  assert.ok(keys.length <= kept.size + WRITERS)
  for (const [table, column] of [
    ['outbox', 'id'],
    ['audit', 'purpose'],
    ['submission', 'key'],
  ] as const)
    assert.deepEqual(
      (await all(dataDir, `select ${column} as key from ${table}`)).sort(),
      keys.toSorted(),
      `half done: ${table}`,
    )
  assert.deepEqual(await all(dataDir, 'select key from submission where answer is null'), [])
}

async function all(dataDir: string, text: string): Promise<string[]> {
  const [keys, at] = [await readKeys(join(dataDir, 'keys')), await runningPostmaster(join(dataDir, 'postgres'))]
  assert.ok(keys && at)
  const user = 'concordat_auditor'
  const client = new pg.Client({
    host: at.host,
    port: at.port,
    user,
    password: keys.passwordOf(user),
    database: 'concordat',
  })
  await client.connect()
  const { rows } = await client.query<{ key: string }>(text)
  await client.end()
  return rows.map((row) => row.key)
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    return state / 2 ** 32
  }
}
