import type pg from 'pg'
import { StoreRefuses } from './faults.ts'
import { fingerprintOf, type Keys } from './seal/keys-folder.ts'

/** @throws StoreRefuses when this connection could lose what was acknowledged. */
export async function refuseUnsafe(client: pg.Client | pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ readonly name: string }>(
    `select name from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  )
  const off = rows.map((row) => row.name)
  if (off.length > 0)
    throw new StoreRefuses(
      `The database has ${off.join(' and ')} switched off: a power cut would lose entries that people were told are kept. Switch ${off.length > 1 ? 'them' : 'it'} on.`,
    )
}

/** The keys in the folder must be those that sealed this database. A database never seen before learns them. */
export async function checkKeyring(client: pg.Client, keys: Keys | undefined): Promise<'fits' | 'empty'> {
  const exists = await client.query<{ readonly there: boolean }>(
    `select to_regclass('public.keyring') is not null as there`,
  )
  if (!exists.rows[0]?.there) return 'empty'
  const { rows } = await client.query<{ readonly master_version: number; readonly fingerprint: Buffer }>(
    'select master_version, fingerprint from keyring order by master_version',
  )
  if (rows.length === 0) return 'empty'
  if (!keys)
    throw new StoreRefuses(
      'This database is sealed and the keys folder is empty. Nothing can be read without its keys: put them back from your copy.',
    )
  for (const row of rows) {
    const master = keys.master.get(row.master_version)
    if (!master)
      throw new StoreRefuses(
        `The keys folder lacks master-${row.master_version}.key, which this database needs. Put it back from your copy.`,
      )
    if (!fingerprintOf(master).equals(row.fingerprint))
      throw new StoreRefuses(
        `master-${row.master_version}.key is not the key that sealed this database. Put the right one back from your copy.`,
      )
  }
  return 'fits'
}

export async function rememberKeys(client: pg.Client, keys: Keys): Promise<void> {
  await client.query('begin')
  await client.query('set local role concordat_owner')
  for (const [version, master] of keys.master)
    await client.query('insert into keyring (master_version, fingerprint) values ($1, $2) on conflict do nothing', [
      version,
      fingerprintOf(master),
    ])
  await client.query('commit')
}
