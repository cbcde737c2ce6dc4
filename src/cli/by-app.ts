/** Commands that need the database: what they do is loaded only when it is asked for. */
import { type Done, type Outcome, tell } from './outcome.ts'
import { UsageError } from './usage-error.ts'

export interface AppOptions {
  readonly json?: boolean
  readonly port?: number
}

const commands: Readonly<
  Record<'start' | 'serve' | 'migrate' | 'seed' | 'verify', (options: AppOptions) => Promise<Outcome>>
> = {
  start: async (options) => (await import('./serving.ts')).start(options),
  serve: async (options) => (await import('./serving.ts')).serve(options),
  migrate: async () => (await import('./keeping.ts')).migrate(),
  seed: async () => (await import('./keeping.ts')).seed(),
  verify: async () => (await import('./keeping.ts')).verify(),
}

export const byApp =
  (name: keyof typeof commands, done: Done) =>
  async (options: AppOptions): Promise<void> => {
    let outcome: Outcome
    try {
      outcome = await commands[name](options)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      process.stderr.write(`${error.message}\n`)
      done(1)
      return
    }
    tell(outcome, options, done)
  }

/** A port of this machine: a whole number up to 65535; 0 lets the machine choose. */
export function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`"${text}" is not a port. Write a number up to 65535.`)
  return port
}
