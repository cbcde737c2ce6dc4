import pg from 'pg'
import type { LoginRole } from './principal.ts'
import type { Keys } from './seal/keys-folder.ts'

/** Where the database is, and as whom migrations are run. */
export interface Reach {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  readonly password: string | undefined
  readonly ssl: pg.ClientConfig['ssl']
}

/** One pool for each role that signs in. */
export interface Pools {
  of(role: LoginRole): pg.Pool
  /** After the database came back elsewhere. */
  moveTo(host: string, port: number): void
  end(): Promise<void>
}

export function openPools(
  reach: Reach,
  keys: Keys,
  sizes: Readonly<Record<LoginRole, number>>,
  log: (sentence: string) => void,
): Pools {
  const pools = new Map<LoginRole, pg.Pool>()
  let at = { host: reach.host, port: reach.port }
  let ending = false
  const make = (role: LoginRole): pg.Pool => {
    const pool = new pg.Pool({
      ...clientConfig(reach, role, keys.passwordOf(role)),
      ...at,
      max: sizes[role],
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 10_000,
    })
    // An idle connection that breaks must not take the process down; the next transaction gets another.
    pool.on('error', (error) => {
      if (!ending) log(`A connection of ${role} was lost: ${error.message}`)
    })
    return pool
  }
  return {
    of(role) {
      const pool = pools.get(role) ?? make(role)
      pools.set(role, pool)
      return pool
    },
    moveTo(host, port) {
      at = { host, port }
      for (const pool of pools.values()) Object.assign(pool.options, at)
    },
    async end() {
      ending = true
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      pools.clear()
    },
  }
}

export const clientConfig = (reach: Reach, user: string, password: string | undefined): pg.ClientConfig => ({
  host: reach.host,
  port: reach.port,
  database: reach.database,
  user,
  ...(password === undefined ? {} : { password }),
  ...(reach.ssl === undefined ? {} : { ssl: reach.ssl }),
  application_name: 'concordat',
  keepAlive: true,
  pipeline: true,
})

/** One connection as the owner of the database, for starting up. It runs one statement at a time. */
export async function withAdmin<T>(reach: Reach, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...clientConfig(reach, reach.user, reach.password), pipeline: false })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
