/** Commands that need the database: what they do is the app's business, and is loaded only when it is asked for. */
import { existsSync } from 'node:fs'
import { type Done, type Outcome, tell } from './outcome.ts'
import { UsageError } from './usage-error.ts'

type Name = 'start' | 'serve' | 'migrate' | 'seed' | 'verify'

export interface AppOptions {
  readonly json?: boolean
  readonly port?: number
}

type AppCommands = Readonly<Record<Name, (options: AppOptions) => Promise<Outcome>>>

export const byApp =
  (name: Name, done: Done) =>
  async (options: AppOptions): Promise<void> => {
    const commands = new URL('../app/commands.ts', import.meta.url)
    if (!existsSync(commands)) throw new UsageError(`\`concordat ${name}\` is not part of this installation yet.`)
    const app = (await import(commands.href)) as AppCommands
    tell(await app[name](options), options, done)
  }

/** A port of this machine: a whole number up to 65535; 0 lets the machine choose. */
export function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`"${text}" is not a port. Write a number up to 65535.`)
  return port
}
