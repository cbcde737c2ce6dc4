import type { Duplex } from 'node:stream'
import type pg from 'pg'
import type { At, Directory } from '../domain/people/directory.ts'
import { instant } from './chain/canonical.ts'
import type { Checkpoint } from './chain/checkpoint.ts'
import type { KnownPolicies } from './policies.ts'
import { type Principal, personOf } from './principal.ts'
import type { DataKey, KeyCache } from './seal/data-keys.ts'
import type { Keys } from './seal/keys-folder.ts'
import type { Statement } from './sql.ts'

/** What row security is told for one statement. */
export type Scope =
  | { readonly mode: 'read'; readonly caseId?: string }
  /** The whole record of every case in which the person has a live part. */
  | { readonly mode: 'folds'; readonly caseId?: undefined }
  | { readonly mode: 'fold' | 'raise'; readonly caseId: string }

/** One open transaction: what the capabilities work with. Never handed out of the store. */
export interface Db {
  readonly principal: Principal
  readonly at: At
  readonly keys: Keys
  readonly cache: KeyCache
  /** The directory of each partnership as last read, with its version. */
  readonly directories: Map<string, Directory>
  /** The policies of each partnership as last read, with how many rows that were. */
  readonly policies: Map<string, KnownPolicies>
  /** Data keys made in this transaction: known to all only once it is committed. */
  readonly fresh: Map<string, DataKey>
  /** Signed in this transaction: kept outside the database once it is committed. */
  readonly checkpoints: Checkpoint[]
  /** Set when the same request, tried again, is answered from what was stored. */
  repeatable: boolean
  /** Set once anything was written. */
  wrote: boolean
  query<Row extends pg.QueryResultRow>(scope: Scope, statement: Statement): Promise<readonly Row[]>
}

/** Begins on this connection. Statements are sent without waiting for the answers of those before. */
export function begin(
  client: pg.PoolClient,
  principal: Principal,
  at: At,
  named: boolean,
  shared: Pick<Db, 'keys' | 'cache' | 'directories' | 'policies'>,
): Db & { finish(how: 'commit' | 'rollback'): Promise<void> } {
  let first: Error | undefined
  let scope = ''
  const send = (statement: { readonly text: string; readonly values?: readonly unknown[]; readonly name?: string }) => {
    const { text, values = [], name } = statement
    together(client)
    return client.query({ text, values: [...values], ...(named && name ? { name } : {}) })
  }
  // Not waited for: its failure, if any, comes before that of the statement behind it, and is the one to tell.
  const sendAhead = (statement: Parameters<typeof send>[0]) => {
    send(statement).catch((error: unknown) => {
      first ??= asError(error)
    })
  }
  sendAhead({ text: 'begin' })
  sendAhead({
    name: 'concordat_begin',
    text: `select set_config('app.partnership', $1, true), set_config('app.person', $2, true), set_config('app.now', $3, true)`,
    values: [principal.partnership, personOf(principal), instant(at)],
  })
  return {
    keys: shared.keys,
    cache: shared.cache,
    directories: shared.directories,
    policies: shared.policies,
    principal,
    at,
    fresh: new Map(),
    checkpoints: [],
    repeatable: false,
    wrote: false,
    async query<Row extends pg.QueryResultRow>(wanted: Scope, statement: Statement) {
      const id = wanted.caseId ?? ''
      if (scope !== `${wanted.mode} ${id}`) {
        scope = `${wanted.mode} ${id}`
        sendAhead({
          name: 'concordat_scope',
          text: `select set_config('app.mode', $1, true), set_config('app.case', $2, true)`,
          values: [wanted.mode, id],
        })
      }
      try {
        return (await send(statement)).rows as Row[]
      } catch (error) {
        first ??= asError(error)
        throw first
      }
    },
    async finish(how) {
      together(client)
      const { command } = await client.query(how)
      if (how === 'commit' && command !== 'COMMIT')
        throw first ?? new Error('The database gave up this transaction, and a failure before it went unheard.')
    },
  }
}

/** Statements sent in one go of the program reach the socket in one piece: each piece costs more than the statement does here. */
function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection
  if (held.has(stream)) return
  held.add(stream)
  stream.cork()
  process.nextTick(() => {
    held.delete(stream)
    stream.uncork()
  })
}

const held = new WeakSet<Duplex>()

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
