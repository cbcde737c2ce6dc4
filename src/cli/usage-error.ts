/** The command cannot be carried out as it was written: a file that is not there, a date that is none. Its message is a sentence; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
