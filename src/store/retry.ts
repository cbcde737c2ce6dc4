/** What a failed transaction means for a second try. */
export type Verdict = 'again' | 'connection' | 'no'

/**
 * `again`: the database chose this transaction to give way. `connection`: the database went away, moved or is starting; wait, then again.
 * Driver errors without a code are connections too. Source: performance.md "What follows for the design" 7.
 */
export function verdictOn(error: unknown): Verdict {
  if (!(error instanceof Error)) return 'no'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === '40001' || code === '40P01') return 'again'
  if (/^(08...|57P0[1-5]|25006)$/.test(code)) return 'connection'
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/.test(code))
    return 'connection'
  return code === '' && CONNECTION_WORDS.test(error.message) ? 'connection' : 'no'
}

const CONNECTION_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|Connection ended|The server does not support SSL|Client was closed)/
