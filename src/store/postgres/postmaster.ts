import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** A running PostgreSQL, as its own postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number
  /** A folder with the socket in it, or a host name. */
  readonly host: string
  readonly port: number
  readonly ready: boolean
}

/** The PostgreSQL that runs on this data folder, if one does. A file left by one that was killed does not count. */
export async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socket, listen, , status] = text.split('\n').map((line) => line.trim())
  if (!pid || !(await isPostgres(Number(pid)))) return undefined
  return {
    pid: Number(pid),
    host: listen ? '127.0.0.1' : (socket ?? ''),
    port: Number(port),
    ready: status === 'ready',
  }
}

/** Clears what a killed PostgreSQL left, so that a number since given to another process does not stop the next start. */
export async function clearStale(folder: string, socketFolder: string | undefined, port: number): Promise<void> {
  await rm(join(folder, 'postmaster.pid'), { force: true })
  if (socketFolder) {
    await rm(join(socketFolder, `.s.PGSQL.${port}`), { force: true })
    await rm(join(socketFolder, `.s.PGSQL.${port}.lock`), { force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /^Name:\tpostgres$/m.test(status) && !/^State:\tZ/m.test(status)
}
