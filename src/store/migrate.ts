import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import Postgrator from 'postgrator'
import { StoreRefuses } from './faults.ts'
import type { LoginRole } from './principal.ts'
import type { Keys } from './seal/keys-folder.ts'

/** Brings the database up to date: roles, then every migration not yet applied, all in one transaction under a lock. Gives their file names. */
export async function migrate(
  client: pg.Client,
  keys: Keys,
  folder = join(import.meta.dirname, 'migrations'),
): Promise<readonly string[]> {
  await client.query('begin')
  try {
    // Another process may be starting too; the second finds nothing left to do.
    await client.query('select pg_advisory_xact_lock(20260402)')
    if (await lacksRoles(client)) {
      await client.query(await readFile(join(import.meta.dirname, 'roles.sql'), 'utf8'))
      await setPasswords(client, keys)
    }
    await client.query('set local role concordat_owner')
    const applied = await applyMigrations(client, folder)
    await client.query('commit')
    return applied
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function applyMigrations(client: pg.Client, folder: string): Promise<readonly string[]> {
  const postgrator = new Postgrator({
    driver: 'pg',
    migrationPattern: join(folder, '*.do.*.sql').replaceAll('\\', '/'),
    schemaTable: 'schemaversion',
    newline: 'LF',
    execQuery: (query: string) => client.query(query),
    execSqlScript: async (script: string) => {
      await client.query(script)
    },
  })
  const [at, newest] = [await postgrator.getDatabaseVersion(), await postgrator.getMaxVersion()]
  if (at > newest)
    throw new StoreRefuses(
      `This database was written by a newer Concordat (its version ${at}, ours ${newest}). Start that one, or restore an older copy.`,
    )
  try {
    return (await postgrator.migrate()).map((migration) => migration.filename)
  } catch (cause) {
    const edited =
      cause instanceof Error ? /MD5 checksum failed for migration \[(\d+)\]/.exec(cause.message)?.[1] : undefined
    if (!edited) throw cause
    throw new StoreRefuses(
      `Migration ${edited} was changed after it was applied to this database. Put the file back as it was, and write the change as a new migration.`,
      { cause },
    )
  }
}

/** A database never migrated, or one restored on a server that never had us. */
async function lacksRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ readonly lacks: boolean }>(
    `select to_regclass('public.schemaversion') is null or (select count(*) from pg_roles
      where rolname in ('concordat_owner', 'concordat_gate', 'concordat_app', 'concordat_engine', 'concordat_work', 'concordat_auditor')) < 6 as lacks`,
  )
  return rows[0]?.lacks ?? true
}

/** The passwords come from the master key, so nothing else has to keep them. */
async function setPasswords(client: pg.Client, keys: Keys): Promise<void> {
  const roles: readonly LoginRole[] = ['concordat_app', 'concordat_engine', 'concordat_work', 'concordat_auditor']
  for (const role of roles) {
    await client.query(`select set_config('concordat.role', $1, true), set_config('concordat.password', $2, true)`, [
      role,
      keys.passwordOf(role),
    ])
    await client.query(
      `do $$ begin execute format('alter role %I password %L', current_setting('concordat.role'), current_setting('concordat.password')); end $$`,
    )
  }
}
