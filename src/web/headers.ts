import type { ServerResponse } from 'node:http'
import { fastifyHelmet } from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Headers of every answer, errors too. Source: trust.md 24. */
export function addHeaders(server: FastifyInstance, https: boolean): void {
  server.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    xPoweredBy: false,
  })
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    // What may be kept says so itself: the danger page and the assets.
    reply.header('cache-control', 'no-store')
    reply.header('vary', 'Accept, Cookie, Authorization')
  })
}

// No upgrade-insecure-requests: on a plain http loopback it would break every form.
const contentPolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  // The check of a policy while it is typed.
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
}

/** An address the router cannot read ("/%zz") meets no hook, so its answer carries the headers itself. */
export function refuseAddress(_error: unknown, _request: unknown, reply: { readonly raw: ServerResponse }): void {
  reply.raw.writeHead(400, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
  reply.raw.end('We cannot use this address.\n')
}
