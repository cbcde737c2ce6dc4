import { spawn } from 'node:child_process'
import { chown, mkdir } from 'node:fs/promises'
import type { RunAs } from './run-as.ts'

/** What `spawn` is told of the account. */
export const idsToSpawn = (as: RunAs) => (as.uid === undefined ? {} : { uid: as.uid, gid: as.gid ?? as.uid })

/** The account that owns the files, also when it is reached through a prefix. */
export function idsOf(as: RunAs): { readonly uid: number; readonly gid: number } | undefined {
  const uid = as.uid ?? Number(/--reuid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN)
  const gid = as.gid ?? Number(/--regid=(\d+)/.exec(as.prefix.join(' '))?.[1] ?? Number.NaN)
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid }
}

/** A folder that the account owns. */
export async function ownFolder(path: string, as: RunAs): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const ids = idsOf(as)
  if (ids) await chown(path, ids.uid, ids.gid)
}

/** Runs a program as the account, to its end. */
export function run(
  program: string,
  args: readonly string[],
  as: RunAs,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const [command = program, ...rest] = [...as.prefix, program, ...args]
  return new Promise((done, fail) => {
    const child = spawn(command, rest, { ...idsToSpawn(as), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', fail)
    child.once('close', (code) => done({ code, output }))
  })
}
