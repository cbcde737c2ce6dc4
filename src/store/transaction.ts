import { setTimeout as sleep } from 'node:timers/promises'
import type { At, Directory } from '../domain/people/directory.ts'
import type { Checkpoint } from './chain/checkpoint.ts'
import { begin, type Db } from './db.ts'
import { UnknownOutcome } from './faults.ts'
import type { KnownPolicies } from './policies.ts'
import type { Pools } from './pools.ts'
import { type Principal, roleOf } from './principal.ts'
import { verdictOn } from './retry.ts'
import type { KeyCache } from './seal/data-keys.ts'
import type { Keys } from './seal/keys-folder.ts'

export interface TransactionOptions {
  /** The moment it happens at, for grants that end; the store's clock unless said. */
  readonly at?: At
}

export interface Shell {
  readonly pools: Pools
  readonly keys: Keys
  readonly cache: KeyCache
  readonly directories: Map<string, Directory>
  readonly policies: Map<string, KnownPolicies>
  readonly named: boolean
  readonly clock: () => At
  /** Keeps checkpoints of committed entries outside the database. Not waited for. */
  readonly keepOutside: (checkpoints: readonly Checkpoint[]) => void
  /** Brings the built-in database back if it died. */
  readonly revive: () => Promise<void>
}

/** Longest time that a transaction keeps trying while the database is away, in milliseconds. */
const PATIENCE = 20_000
const TRIES = 8

/**
 * Begins, tells row security who asks, runs `work`, commits; tries again when the database gave way or went away.
 * @throws UnknownOutcome when the connection broke during commit and the work cannot be safely repeated.
 */
export async function inTransaction<T>(
  shell: Shell,
  principal: Principal,
  work: (db: Db) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const since = performance.now()
  for (let tries = 1; ; tries++) {
    const state: Attempt = { committing: false, safe: true }
    try {
      return await attempt(shell, principal, work, options, state)
    } catch (error) {
      const verdict = verdictOn(error)
      if (verdict === 'connection' && state.committing && !state.safe)
        throw new UnknownOutcome('The connection to the database broke while it was keeping a change.', {
          cause: error,
        })
      if (verdict === 'no' || (verdict === 'again' && tries >= TRIES) || performance.now() - since > PATIENCE)
        throw error
      if (verdict === 'connection') await shell.revive()
      await sleep(Math.min(500, 10 * 2 ** Math.min(tries, 6)) * (0.5 + Math.random() / 2))
    }
  }
}

interface Attempt {
  committing: boolean
  safe: boolean
}

async function attempt<T>(
  shell: Shell,
  principal: Principal,
  work: (db: Db) => Promise<T>,
  options: TransactionOptions,
  state: Attempt,
): Promise<T> {
  const client = await shell.pools.of(roleOf(principal)).connect()
  const lost = () => undefined
  client.on('error', lost)
  let broken: Error | undefined
  try {
    const db = begin(client, principal, options.at ?? shell.clock(), shell.named, shell)
    let answer: T
    try {
      answer = await work(db)
    } catch (error) {
      await db.finish('rollback')
      throw error
    }
    state.committing = true
    state.safe = db.repeatable || !db.wrote
    await db.finish('commit')
    keepFresh(db)
    if (db.checkpoints.length > 0) shell.keepOutside(db.checkpoints)
    return answer
  } catch (error) {
    if (verdictOn(error) === 'connection') broken = error as Error
    throw error
  } finally {
    client.removeListener('error', lost)
    client.release(broken)
  }
}

function keepFresh(db: Db): void {
  for (const [id, key] of db.fresh) {
    const [partnership, caseId, owner] = JSON.parse(id) as [string, string, string]
    db.cache.put({ partnership, caseId, owner }, key)
  }
}
