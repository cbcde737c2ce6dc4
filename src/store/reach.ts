import pg from 'pg'
import { StoreRefuses } from './faults.ts'
import type { Reach } from './pools.ts'

/**
 * Reads DATABASE_URL: `postgres://user:password@host:port/database?sslmode=verify-full`, or `?host=/socket/folder`.
 * Its user runs the migrations and makes the roles; the program itself signs in as the roles.
 */
export function reachOf(databaseUrl: string): Reach {
  const { host, port, database, user, password, ssl } = parse(databaseUrl)
  if (!database || !user)
    throw new StoreRefuses('DATABASE_URL must name a user and a database: postgres://user:password@host:5432/concordat')
  return { host, port, database, user, password: password ?? undefined, ssl }
}

function parse(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString })
  } catch (cause) {
    throw new StoreRefuses('DATABASE_URL is not a PostgreSQL address: postgres://user:password@host:5432/concordat', {
      cause,
    })
  }
}
