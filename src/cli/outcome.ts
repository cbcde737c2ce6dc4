/** What a command found out: `json` for programs, `text` for people. */
export interface Outcome {
  readonly ok: boolean
  readonly json: unknown
  readonly text: string
}

/** Tells the caller of the program how it ended: 0 done, 1 findings or a refusal. */
export type Done = (code: 0 | 1) => void

/** Prints an outcome the way it was asked for, and says how it ended. */
export function tell(outcome: Outcome, options: { readonly json?: boolean }, done: Done): void {
  const text = options.json ? JSON.stringify(outcome.json, null, 2) : outcome.text
  process.stdout.write(text.endsWith('\n') || text === '' ? text : `${text}\n`)
  done(outcome.ok ? 0 : 1)
}

export const jsonOption = ['--json', 'print the answer as JSON'] as const
