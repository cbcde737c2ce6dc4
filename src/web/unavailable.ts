/** Whether a fault means that the database cannot be reached or will not work now, or that too much waits already: 503, try again later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { readonly code?: unknown }
  if (typeof code === 'string' && (later.has(code) || /^(08|53|57P)/.test(code))) return true
  // The driver gives its own closed and slow connections no code.
  if (/^(Connection terminated|timeout exceeded when trying to connect|Cannot use a pool)/.test(error.message))
    return true
  if (error instanceof AggregateError && error.errors.some((one) => isUnavailable(one))) return true
  return error.cause !== undefined && isUnavailable(error.cause)
}

const later = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EBUSY',
])
