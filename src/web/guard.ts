import type { FastifyRequest } from 'fastify'
import type { App, Viewer } from '../app/app.ts'
import { type Cookies, readCookie } from './cookies.ts'
import type { Form } from './form.ts'
import { fits } from './form-token.ts'
import type { BareRoute, Route } from './screen.ts'

/** May this request reach its handler, and as whom? Every route passes here; no handler asks again. Source: trust.md 1, 24–26. */
export type Guarded =
  | { readonly ok: true; readonly viewer?: Viewer; readonly secret?: string }
  | { readonly ok: false; readonly why: Stopped }

/**
 * signed out: nobody is known · cross-site: another site sent it, or cookies came with JSON · stale form: its token is not
 * this session's · media: neither a form nor JSON, or a bearer token with a form · missing: another partnership's.
 */
export type Stopped = 'signed out' | 'cross-site' | 'stale form' | 'media' | 'missing'

export interface Gate {
  readonly app: App
  readonly cookies: Cookies
}

export async function guard(
  gate: Gate,
  route: Exclude<Route, BareRoute>,
  request: FastifyRequest,
  form: Form,
): Promise<Guarded> {
  const cookie = readCookie(request, gate.cookies.session)
  const bearer = bearerOf(request)
  const stopped = route.method === 'GET' ? undefined : stopWrite(gate, request, form, cookie, bearer)
  if (stopped) return { ok: false, why: stopped }
  const viewer = await viewerOf(gate, route, bearer ?? cookie)
  if (route.access !== 'open') {
    if (!viewer) return { ok: false, why: 'signed out' }
    if (partnershipOf(request) !== viewer.partnership) return { ok: false, why: 'missing' }
  }
  const secret = bearer === undefined ? (cookie ?? readCookie(request, gate.cookies.visitor)) : undefined
  return { ok: true, ...(viewer ? { viewer } : {}), ...(secret === undefined ? {} : { secret }) }
}

/** The session's token, where a program sent one. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w.-]{16,256})$/i.exec(request.headers.authorization ?? '')?.[1]
}

export function isJson(request: FastifyRequest): boolean {
  return mediaOf(request) === 'application/json'
}

function stopWrite(
  { cookies }: Gate,
  request: FastifyRequest,
  form: Form,
  cookie: string | undefined,
  bearer: string | undefined,
): Stopped | undefined {
  if (isFromElsewhere(request)) return 'cross-site'
  switch (mediaOf(request)) {
    case 'application/json':
      return bearer === undefined && cookie !== undefined ? 'cross-site' : undefined
    case 'application/x-www-form-urlencoded':
      if (request.headers.authorization !== undefined) return 'media'
      return fits(form.typed('_csrf'), cookie ?? readCookie(request, cookies.visitor)) ? undefined : 'stale form'
    default:
      return 'media'
  }
}

/** A public page is there without anybody, so it is there when the database is not. */
async function viewerOf(
  { app }: Gate,
  route: Exclude<Route, BareRoute>,
  token: string | undefined,
): Promise<Viewer | undefined> {
  if (token === undefined) return undefined
  if (route.access !== 'open') return app.sessions.find(token)
  return app.sessions.find(token).catch(() => undefined)
}

/**
 * Browsers say where a request comes from. With our referrer policy `Origin` is "null" on our own forms too, so that
 * says nothing; the token decides then.
 */
export function isFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = request.headers
  if (origin === undefined || origin === 'null') return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}

const mediaOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

export function partnershipOf(request: FastifyRequest): string | undefined {
  return (request.params as Readonly<Record<string, string>>)['partnership']
}
