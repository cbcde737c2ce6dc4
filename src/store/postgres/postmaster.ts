import { readFile, readlink, realpath, rm } from 'node:fs/promises'
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
  if (!pid || !(await isPostgresOf(folder, Number(pid)))) return undefined
  return {
    pid: Number(pid),
    host: listen ? '127.0.0.1' : (socket ?? ''),
    port: Number(port),
    ready: status === 'ready',
  }
}

/**
 * Clears lock files of a killed PostgreSQL whose number now belongs to another process, which would stop the next start for ever.
 * All others are PostgreSQL's own to judge: taking one from a PostgreSQL that lives could let two write to one folder.
 */
export async function clearMisleading(folder: string, socketFolder: string | undefined, port: number): Promise<void> {
  const files = [join(folder, 'postmaster.pid'), ...(socketFolder ? [join(socketFolder, `.s.PGSQL.${port}.lock`)] : [])]
  for (const file of files) {
    const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0])
    if (pid > 0 && isAlive(pid) && !(await isPostgresOf(folder, pid))) await rm(file, { force: true })
  }
}

export function isAlive(pid: number): boolean {
  // 0 and below mean whole groups of processes.
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A living PostgreSQL that works in this folder, not one that ended and is only still listed, nor one of somebody else. */
async function isPostgresOf(folder: string, pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  if (!/^Name:\tpostgres$/m.test(status) || /^State:\tZ/m.test(status)) return false
  const [works, here] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
    realpath(folder).catch(() => folder),
  ])
  // Where nobody may look, it counts as ours: better not to start than to start a second one.
  return works === here || works === ''
}
