import { type DestinationStream, type Logger, pino } from 'pino'

/**
 * The log: a line a request with its route as registered, never its address, and faults without their messages, because
 * a database names the values it refuses. Source: trust.md 40.
 */
export function requestLog(level: string, stream?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { req: () => undefined, res: () => undefined, err: faultWords } }
  return stream ? pino(options, stream) : pino(options)
}

/** Kind, code and place of a fault. */
export function faultWords(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { readonly code?: unknown }
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? { code } : {}),
    at: at.slice(0, 8).map((line) => line.trim().replace(/\(?(file:\/\/)?\/\S*\/(src|node_modules)\//, '($2/')),
    ...(error.cause === undefined ? {} : { cause: faultWords(error.cause) }),
  }
}
