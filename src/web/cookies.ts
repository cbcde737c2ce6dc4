import type { FastifyReply, FastifyRequest } from 'fastify'

/** Names of the two cookies. `__Host-` needs https, so a plain http loopback does without. */
export interface Cookies {
  readonly session: string
  /** Binds forms of somebody who is not signed in to this browser. */
  readonly visitor: string
  readonly secure: boolean
  /** Where in the site they hold; everywhere unless told. */
  readonly path?: string
}

export const cookiesFor = (https: boolean): Cookies => ({
  session: https ? '__Host-concordat' : 'concordat',
  visitor: https ? '__Host-concordat-visitor' : 'concordat-visitor',
  secure: https,
})

/** Inside a rehearsal one is somebody else: a session of its own, sent to its addresses alone, beside the real one. With a path there is no `__Host-`. */
export const cookiesInside = (partnership: string, { secure }: Cookies): Cookies => ({
  session: secure ? '__Secure-concordat-rehearsal' : 'concordat-rehearsal',
  visitor: secure ? '__Secure-concordat-rehearsal-visitor' : 'concordat-rehearsal-visitor',
  secure,
  path: `/${partnership}`,
})

export const readCookie = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.cookies[name]
  return value !== undefined && /^[\w.-]{16,256}$/.test(value) ? value : undefined
}

/** Ends with the browser; idle and absolute limits are the session's own. */
export function setCookie(reply: FastifyReply, { secure, path = '/' }: Cookies, name: string, value: string): void {
  reply.setCookie(name, value, { path, httpOnly: true, sameSite: 'lax', secure })
}

export function clearCookie(reply: FastifyReply, { secure, path = '/' }: Cookies, name: string): void {
  reply.clearCookie(name, { path, httpOnly: true, sameSite: 'lax', secure })
}
