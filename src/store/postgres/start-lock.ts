import { randomUUID } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreRefuses } from '../faults.ts'
import { isAlive } from './postmaster.ts'

/**
 * Runs `work` while nobody else, here or in another process, starts or stops the database of this folder.
 * A lock whose process is gone is taken over. Should two ever hold it, PostgreSQL's own lock lets one of them start.
 */
export function withStartLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const turn = (turns.get(path) ?? Promise.resolve()).then(() => locked(path, work, patience))
  turns.set(
    path,
    turn.catch(() => undefined),
  )
  return turn
}

/** Within one process they queue. */
const turns = new Map<string, Promise<unknown>>()

async function locked<T>(path: string, work: () => Promise<T>, patience: number): Promise<T> {
  const since = performance.now()
  while (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => Number.NaN))
    // Our own number in a lock that we do not hold: a process before us had the same.
    if (!Number.isNaN(holder) && (!isAlive(holder) || holder === process.pid)) await rm(path, { force: true })
    else if (performance.now() - since > patience)
      throw new StoreRefuses(
        `Another process (${holder}) has been starting the database for a minute. If it is gone, delete ${path}.`,
      )
    else await sleep(50)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

/** Made aside and then linked, so that a lock never stands there without its holder's number. */
async function take(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`
  await writeFile(aside, String(process.pid))
  try {
    await link(aside, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(aside, { force: true })
  }
}
