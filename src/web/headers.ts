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
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
}
