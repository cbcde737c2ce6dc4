import { randomBytes } from 'node:crypto'
import { fastifyCookie } from '@fastify/cookie'
import { fastifyFormbody } from '@fastify/formbody'
import { fastifyRateLimit } from '@fastify/rate-limit'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { App } from '../app/app.ts'
import { answering } from './answering.ts'
import { addAssets } from './assets.ts'
import { endConnections } from './connections.ts'
import { cookiesFor } from './cookies.ts'
import { addHeaders, refuseAddress } from './headers.ts'
import { requestLog } from './log.ts'
import { routes, routesOf } from './routes.ts'
import type { Route } from './screen.ts'

export interface ServerOptions {
  /** Whether browsers reach it by https: then cookies are `Secure` and it says so for good (HSTS). */
  readonly https: boolean
  /** Where log lines go; none for tests. */
  readonly log?: FastifyBaseLogger | false
  /** Requests a minute from one address before it is asked to wait; 3,000 unless told, because an office shares an address. */
  readonly perMinute?: number
  /** The route table; tests may give their own. */
  readonly routes?: readonly Route[]
}

/** The HTTP edge. It listens to nothing yet: `server.listen({ host, port })`. */
export function buildServer(app: App, options: ServerOptions): FastifyInstance {
  const log = options.log ?? requestLog('info')
  const server = fastify({
    ...(log === false ? { logger: false } : { loggerInstance: log }),
    genReqId: () => randomBytes(8).toString('hex'),
    requestIdHeader: false,
    trustProxy: false,
    bodyLimit: 512 * 1024,
    requestTimeout: 30_000,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 120 },
    frameworkErrors: refuseAddress,
  }) as unknown as FastifyInstance
  const table = routesOf(app, options.routes ?? routes())
  const answer = answering({ app, cookies: cookiesFor(options.https), table })

  endConnections(server)
  addHeaders(server, options.https)
  server.register(fastifyRateLimit, {
    max: options.perMinute ?? 3000,
    timeWindow: 60_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    // Somebody looking for what to do about a child in danger is never asked to wait.
    allowList: (request) => ['/danger', '/healthz'].includes(request.url) || request.url.startsWith('/assets/'),
  })
  server.register(fastifyCookie)
  server.removeContentTypeParser('text/plain')
  server.register(fastifyFormbody)
  addAssets(server)
  server.setErrorHandler(answer.trouble)
  server.after(() => {
    for (const route of table) {
      const handler = route.access === 'bare' ? answer.bare(route) : answer.route(route)
      server.route({ method: route.method, url: route.url, handler })
    }
    server.setNotFoundHandler({ preHandler: server.rateLimit() }, answer.notFound)
  })
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  return server
}
