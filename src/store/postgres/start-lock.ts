import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreRefuses } from '../faults.ts'
import { isAlive } from './postmaster.ts'

/** Runs `work` while no other process starts or stops the database of this folder. A lock whose process is gone is taken over. */
export async function withStartLock<T>(path: string, work: () => Promise<T>, patience = 60_000): Promise<T> {
  const since = performance.now()
  while (!(await take(path))) {
    const holder = Number(await readFile(path, 'utf8').catch(() => '0'))
    // Our own number in a lock that we do not hold: a process before us had the same.
    if (holder && (!isAlive(holder) || (holder === process.pid && !held.has(path)))) await rm(path, { force: true })
    else if (performance.now() - since > patience)
      throw new StoreRefuses(
        `Another process (${holder}) has been starting the database for a minute. If it is gone, delete ${path}.`,
      )
    else await sleep(50)
  }
  held.add(path)
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
    held.delete(path)
  }
}

const held = new Set<string>()

/** Made aside and then linked, so that a lock never stands there without its holder's number. */
async function take(path: string): Promise<boolean> {
  const aside = `${path}.${process.pid}`
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
