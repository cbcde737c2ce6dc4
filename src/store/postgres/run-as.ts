import { execFileSync, spawnSync } from 'node:child_process'
import { StoreRefuses } from '../faults.ts'

/** As whom PostgreSQL runs. It refuses to run as root, so root lends it another account. */
export interface RunAs {
  readonly uid?: number
  readonly gid?: number
  /** A command to put before the program, when spawning with `uid` is not enough. */
  readonly prefix: readonly string[]
}

/**
 * @param program a binary it must be able to run
 * @param folder a folder it must be able to enter
 * @throws StoreRefuses when no account can
 */
export function runAs(program: string, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const account = postgresAccount()
  const plain: RunAs = { ...account, prefix: [] }
  if (reaches(plain, program, folder)) return plain
  // A clone under /root or a 0700 temporary folder: the account may pass through, and still is not root.
  const passing: RunAs = {
    prefix: [
      'setpriv',
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--',
    ],
  }
  if (reaches(passing, program, folder)) return passing
  throw new StoreRefuses(
    `PostgreSQL does not run as root, and the account it would run as cannot reach ${folder}. ` +
      'Run Concordat as an ordinary user, move it to a folder that others may pass through, or set DATABASE_URL.',
  )
}

const reaches = ({ prefix, ...as }: RunAs, program: string, folder: string): boolean => {
  const [command, ...rest] = [...prefix, '/bin/sh', '-c', 'test -x "$0" && test -x "$1"', program, folder]
  return command !== undefined && spawnSync(command, rest, { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}

function postgresAccount(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'concordat-postgres']) {
    const found = idsOf(name)
    if (found) return found
  }
  for (const [command, ...args] of [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'concordat-postgres'],
    ['adduser', '-S', '-D', '-H', 'concordat-postgres'],
  ] as const) {
    spawnSync(command, args, { stdio: 'ignore' })
    const made = idsOf('concordat-postgres')
    if (made) return made
  }
  const nobody = idsOf('nobody')
  if (nobody) return nobody
  throw new StoreRefuses(
    'PostgreSQL does not run as root and no other account could be made for it. Run Concordat as an ordinary user, or set DATABASE_URL.',
  )
}

function idsOf(name: string): { readonly uid: number; readonly gid: number } | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}
