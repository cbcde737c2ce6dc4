import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, Viewer } from '../app/app.ts'
import { missing } from './answers.ts'
import { type Given, openContext, signedInContext, tokenFor } from './context.ts'
import { type Cookies, cookiesInside, readCookie } from './cookies.ts'
import { readForm } from './form.ts'
import { bearerOf, type Gate, guard, isFromElsewhere, partnershipOf, type Stopped } from './guard.ts'
import { nothing } from './html/html.ts'
import { asJson } from './media.ts'
import { rehearsalFrame } from './rehearsal-frame.ts'
import type { BareRoute, Route } from './screen.ts'
import { type Frame, send, sendTrouble } from './send.ts'
import { faultTrouble, refusedRequest, stoppedTrouble } from './trouble.ts'
import { isUnavailable } from './unavailable.ts'
import { Unusable } from './unusable.ts'
import * as urls from './urls.ts'

export interface Answering {
  readonly app: App
  readonly cookies: Cookies
  readonly table: readonly Route[]
}

/** From a request to its answer: guard, context, handler, page or JSON. The only place where a handler is called. */
export function answering({ app, cookies, table }: Answering) {
  const outside: Gate = { app, cookies }
  const registered = new Set(
    table.filter(({ method }) => method === 'GET').map(({ url }) => url.replace(/(?<=.)\/$/, '')),
  )
  const frameOf = (
    request: FastifyRequest,
    reply: FastifyReply,
    { app, cookies }: Gate,
    viewer?: Viewer,
    secret?: string,
  ): Frame => ({
    reply,
    cookies,
    json: asJson(request),
    path: request.url.split('?', 1)[0] ?? '/',
    sample: app.sample !== undefined,
    has: (url) => registered.has(url),
    ...(app.rehearsing ? { rehearsal: rehearsalFrame(app, app.rehearsing) } : {}),
    ...(viewer
      ? { viewer, token: () => tokenFor({ reply, cookies, ...(secret === undefined ? {} : { secret }) }) }
      : {}),
  })

  return {
    bare(route: BareRoute) {
      const answer = route.make(app)
      return async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        const { status = 200, type, body, keepFor } = await answer()
        if (keepFor !== undefined) reply.header('cache-control', `public, max-age=${keepFor}`).removeHeader('vary')
        return reply.code(status).type(type).send(body)
      }
    },

    route:
      (route: Exclude<Route, BareRoute>) =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        const form = readForm(request.body)
        const gate = await gateOf(request)
        const passed = await guard(gate, route, request, form)
        if (!passed.ok) return stop(request, reply, gate, passed.why)
        const given: Given = { ...gate, request, reply, form, ...passed }
        if (route.access === 'open') {
          const ctx = openContext(given)
          const answer = await route.handle(ctx)
          return send(frameOf(request, reply, gate, passed.viewer, passed.secret), answer, ctx.hidden)
        }
        const { viewer } = passed
        if (!viewer) throw new Error('The guard let nobody through')
        const ctx = signedInContext(given, viewer)
        return send(frameOf(request, reply, gate, viewer, passed.secret), await route.handle(ctx), ctx.hidden)
      },

    /** No such address. Somebody signed in sees the page they see for what is not theirs, byte for byte. */
    async notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      return absent(request, reply)
    },

    trouble(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
      const frame = frameOf(request, reply, outside)
      if (error instanceof Unusable && frame.json)
        return reply
          .code(error.statusCode)
          .type('application/json; charset=utf-8')
          .send(JSON.stringify({ errors: error.errors }))
      const status = statusOf(error)
      if (status < 500) return sendTrouble(frame, refusedRequest(status, typedOf(request)))
      request.log.error({ err: error, route: request.routeOptions.url ?? 'none' }, 'fault')
      return sendTrouble(frame, faultTrouble(status, request.id, typedOf(request)), request.id)
    },
  }

  /** The place an address is in: the installation, or inside a rehearsal. */
  async function gateOf(request: FastifyRequest): Promise<Gate> {
    const partnership = partnershipOf(request)
    if (partnership === undefined || !app.rehearsals) return outside
    const inside = await app.rehearsals.inside(partnership)
    return inside ? { app: inside, cookies: cookiesInside(partnership, cookies) } : outside
  }

  function stop(
    request: FastifyRequest,
    reply: FastifyReply,
    gate: Gate,
    why: Stopped,
  ): FastifyReply | Promise<FastifyReply> {
    const frame = frameOf(request, reply, gate)
    if (why === 'missing') return absent(request, reply)
    if (why !== 'signed out') return sendTrouble(frame, stoppedTrouble(why, typedOf(request)))
    if (frame.json || request.method !== 'GET') {
      const trouble = stoppedTrouble(why, typedOf(request))
      return sendTrouble(frame, frame.json ? { ...trouble, status: 401 } : trouble)
    }
    // A rehearsal is entered from the real place, which asks for its own sign-in first.
    const { rehearsing } = gate.app
    return reply
      .code(303)
      .header('location', rehearsing ? urls.rehearsals(rehearsing.of) : urls.signIn + urls.query({ next: frame.path }))
      .send('')
  }

  async function absent(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const cookie = readCookie(request, cookies.session)
    const bearer = bearerOf(request)
    const token = bearer ?? cookie
    const viewer = token === undefined ? undefined : await app.sessions.find(token).catch(() => undefined)
    return send(
      frameOf(request, reply, outside, viewer, bearer === undefined ? cookie : undefined),
      missing,
      () => nothing,
    )
  }
}

/** What was typed is given back only to our own page. */
function typedOf(request: FastifyRequest) {
  return isFromElsewhere(request) ? [] : readForm(request.body).all
}

function statusOf(error: unknown): number {
  if (isUnavailable(error)) return 503
  const status = error instanceof Error ? (error as { readonly statusCode?: unknown }).statusCode : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
