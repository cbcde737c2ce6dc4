import { fileURLToPath } from 'node:url'
import { fastifyStatic } from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Style sheet, scripts and mark, for anybody. They keep their names over versions, so a browser asks whether they changed. */
export function addAssets(server: FastifyInstance): void {
  server.register(fastifyStatic, {
    root: fileURLToPath(new URL('./assets/', import.meta.url)),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    dotfiles: 'deny',
    cacheControl: false,
    allowedPath: (path) => /^\/[\w-]+\.(css|js|svg|png|ico|woff2)$/.test(path),
    setHeaders: (reply) => {
      reply.header('cache-control', 'public, no-cache')
      reply.header('vary', 'Accept-Encoding')
    },
  })
}
