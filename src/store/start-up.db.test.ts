import assert from 'node:assert/strict'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { as, note, raising, THEN } from '../../test/case-samples.ts'
import { type TestStore, testStore } from '../../test/database.ts'
import { StoreRefuses } from './faults.ts'
import { migrate } from './migrate.ts'
import { runningPostmaster } from './postgres/postmaster.ts'
import { openStore } from './store.ts'

const dir = mkdtempSync(join(tmpdir(), 'concordat-start-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const quiet = { log: () => undefined, clock: () => THEN + 1000 }

const refuses = (work: Promise<unknown>, words: RegExp) =>
  assert.rejects(work, (error: unknown) => {
    assert.ok(error instanceof StoreRefuses, String(error))
    assert.match(error.message, words)
    return true
  })

describe('the built-in database', () => {
  const dataDir = join(dir, 'data')
  const it = raising([note(1, 'amal', 'school', 'kept')])

  test('starts from nothing, with keys for this account alone, checksums on and nothing unsafe', async () => {
    const said: string[] = []
    const store = await openStore({ ...quiet, dataDir, log: (sentence) => said.push(sentence) })
    await store.transaction(as('amal'), (tx) => tx.append(it))
    assert.ok(said.some((sentence) => sentence.startsWith('NEW KEYS')))
    for (const name of readdirSync(join(dataDir, 'keys')).filter((file) => file.endsWith('.key')))
      assert.equal(statSync(join(dataDir, 'keys', name)).mode & 0o777, 0o600)
    const options = await settingsOf(dataDir)
    assert.deepEqual(options, {
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      log_error_verbosity: 'terse',
      log_min_error_statement: 'panic',
      log_parameter_max_length: '0',
      log_parameter_max_length_on_error: '0',
      synchronous_commit: 'on',
    })
    await store.close()
    assert.equal(await runningPostmaster(join(dataDir, 'postgres')), undefined)
  })

  test('a second process joins the one that runs, and leaves it running', async () => {
    const first = await openStore({ ...quiet, dataDir })
    // The owner is another living process: this test's parent.
    writeFileSync(join(dataDir, 'postgres.owner'), String(process.ppid))
    const second = await openStore({ ...quiet, dataDir })
    assert.equal((await second.verify()).entries, 1)
    await second.close()
    assert.ok(await first.ready())
    writeFileSync(join(dataDir, 'postgres.owner'), String(process.pid))
    await first.close()
  })

  test('a killed database is started again, under the next transaction', async () => {
    const store = await openStore({ ...quiet, dataDir })
    const { pid } = (await runningPostmaster(join(dataDir, 'postgres'))) ?? { pid: 0 }
    process.kill(pid, 'SIGKILL')
    assert.equal((await store.transaction(as('amal'), (tx) => tx.loadCase(it.caseId)))?.version, 1)
    await store.close()
  })

  test('a file left by a killed one, its number given to another process, does not stop the start', async () => {
    const left = ['1', join(dataDir, 'postgres'), '1', '5432', join(dataDir, 'run'), '', '1 1', 'ready', ''].join('\n')
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), left.replace(/^1/, String(process.pid)))
    const store = await openStore({ ...quiet, dataDir })
    assert.ok(await store.ready())
    await store.close()
  })

  test('no key, another key, a key anybody can read: no start', async () => {
    const keysDir = join(dataDir, 'keys')
    const open = () => openStore({ ...quiet, dataDir, keysDir })
    renameSync(keysDir, `${keysDir}.away`)
    await refuses(open(), /no key in .*put them back from your copy/)
    assert.throws(() => statSync(join(keysDir, 'master-1.key')))
    cpSync(`${keysDir}.away`, keysDir, { recursive: true })
    writeFileSync(join(keysDir, 'master-1.key'), '00'.repeat(32))
    await refuses(open(), /not those of the database/)
    writeFileSync(join(keysDir, 'master-1.key'), 'short')
    await refuses(open(), /is not a key/)
    chmodSync(join(keysDir, 'master-1.key'), 0o644)
    await refuses(open(), /chmod 600/)
    rmSync(keysDir, { recursive: true })
    renameSync(`${keysDir}.away`, keysDir)
    const store = await open()
    assert.equal((await store.transaction(as('amal'), (tx) => tx.loadCase(it.caseId)))?.version, 1)
    await store.close()
  })
})

describe('a database server', () => {
  let t: TestStore
  before(async () => {
    t = await testStore()
  })
  after(() => t.close())
  const open = (more = {}) =>
    openStore({ ...quiet, dataDir: t.dataDir, keysDir: t.keysDir, databaseUrl: t.url, ...more })

  test('is refused when it could lose what was acknowledged, unless a test says so', async () => {
    await refuses(open(), /has fsync and full_page_writes and synchronous_commit switched off: a power cut would lose/)
    await (await open({ allowUnsafe: true })).close()
  })

  test('is refused without the keys that sealed it, and no new ones are left behind', async () => {
    const keysDir = join(dir, 'none')
    await refuses(open({ allowUnsafe: true, keysDir }), /keys folder is empty/)
    assert.throws(() => statSync(keysDir))
  })

  test('an address that is none, or names no database, is refused in a sentence', async () => {
    await refuses(open({ databaseUrl: 'postgres://' }), /DATABASE_URL/)
  })

  test('a migration changed after it was applied is refused; one of a newer program too', async () => {
    const folder = join(dir, 'migrations')
    cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
    const run = async (wanted: RegExp) => {
      const client = new pg.Client({ connectionString: t.url })
      await client.connect()
      await refuses(migrate(client, t.keys, folder), wanted)
      await client.end()
    }
    appendFileSync(join(folder, '003.do.grants.sql'), '\n-- changed\n')
    await run(/Migration 3 was changed after it was applied/)
    cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
    const newest = readdirSync(folder).sort().at(-1) ?? ''
    rmSync(join(folder, newest))
    await run(/written by a newer Concordat/)
  })

  test('a migration that fails half way leaves nothing', async () => {
    const folder = join(dir, 'failing')
    cpSync(join(import.meta.dirname, 'migrations'), folder, { recursive: true })
    writeFileSync(join(folder, '900.do.half.sql'), 'create table half (x int); select 1 / 0;')
    const client = new pg.Client({ connectionString: t.url })
    await client.connect()
    await assert.rejects(migrate(client, t.keys, folder), /division by zero/)
    assert.deepEqual((await client.query(`select to_regclass('half') as it`)).rows, [{ it: null }])
    await client.end()
  })
})

async function settingsOf(dataDir: string): Promise<Readonly<Record<string, string>>> {
  const { readKeys } = await import('./seal/keys-folder.ts')
  const keys = await readKeys(join(dataDir, 'keys'))
  const at = await runningPostmaster(join(dataDir, 'postgres'))
  assert.ok(keys && at)
  const client = new pg.Client({
    host: at.host,
    port: at.port,
    user: 'concordat_app',
    password: keys.passwordOf('concordat_app'),
    database: 'concordat',
  })
  await client.connect()
  const names = ['data_checksums', 'fsync', 'full_page_writes', 'synchronous_commit']
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any ($1) or (name like 'log_parameter%') or name in ('log_error_verbosity', 'log_min_error_statement') order by name`,
    [names],
  )
  await client.end()
  assert.doesNotMatch(readFileSync(join(dataDir, 'postgres.log'), 'utf8'), /password/i)
  return Object.fromEntries(rows.map((row) => [row.name, row.setting]))
}
