import { join, resolve } from 'node:path'

/** Where the files of a built-in database lie. */
export interface Home {
  readonly dataDir: string
  readonly cluster: string
  readonly socket: string | undefined
  readonly lock: string
  readonly owner: string
  readonly log: string
}

export function homeOf(dir: string): Home {
  const dataDir = resolve(dir)
  const socket = join(dataDir, 'run')
  return {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    // The kernel takes no socket path beyond 107 bytes.
    socket:
      process.platform !== 'win32' && Buffer.byteLength(join(socket, '.s.PGSQL.5432.lock')) < 100 ? socket : undefined,
    lock: join(dataDir, 'postgres.starting'),
    owner: join(dataDir, 'postgres.owner'),
    log: join(dataDir, 'postgres.log'),
  }
}
