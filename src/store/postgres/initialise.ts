import { chown, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreRefuses } from '../faults.ts'
import { idsOf, ownFolder, run } from './account.ts'
import type { Home } from './home.ts'
import type { RunAs } from './run-as.ts'

export interface InitialiseOptions {
  readonly superuser: string
  readonly password: string
  readonly unsafe?: boolean
  readonly log: (sentence: string) => void
}

/** Makes a new cluster, with checksums, owned by the account. */
export async function initialise(home: Home, options: InitialiseOptions, initdb: string, as: RunAs): Promise<void> {
  options.log('Making a new database (the first start only).')
  // Made aside and then renamed, so that a start cut short is not mistaken for a database.
  const half = `${home.cluster}.half`
  await rm(half, { recursive: true, force: true })
  await ownFolder(half, as)
  const password = join(home.dataDir, 'postgres.password')
  await writeFile(password, options.password, { mode: 0o600 })
  const ids = idsOf(as)
  if (ids) await chown(password, ids.uid, ids.gid)
  try {
    const args = [
      '-D',
      half,
      '-U',
      options.superuser,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '-k',
      '--no-locale',
      '-E',
      'UTF8',
      '--no-instructions',
    ]
    const { code, output } = await run(initdb, options.unsafe ? [...args, '--no-sync'] : args, as)
    if (code !== 0)
      throw new StoreRefuses(
        `A new database could not be made in ${home.cluster}. ${output.trim().split('\n').at(-1) ?? ''}`,
      )
  } finally {
    await rm(password, { force: true })
  }
  await rename(half, home.cluster)
}
