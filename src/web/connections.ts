import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Lets a server stop in seconds, whoever has a page open. Left alone, `server.close()` waits for ever on a connection that a
 * browser opened ahead and never used. Once it is told to close, silent connections end at once, one with an answer on its
 * way ends with that answer, and whatever is left after `grace` milliseconds is cut off.
 */
export function endConnections(server: FastifyInstance, grace = 5000): void {
  const silent = new Set<Socket>()
  let closing = false

  const rest = (socket: Socket) => {
    if (closing) socket.destroySoon()
    else if (!socket.destroyed) silent.add(socket)
  }
  server.server.on('connection', (socket: Socket) => {
    rest(socket)
    socket.once('close', () => silent.delete(socket))
  })
  server.server.on('request', ({ socket }: { readonly socket: Socket }, response: ServerResponse) => {
    silent.delete(socket)
    response.once('close', () => rest(socket))
  })
  server.addHook('preClose', async () => {
    closing = true
    for (const socket of silent) socket.destroy()
    const cutOff = setTimeout(() => server.server.closeAllConnections(), grace)
    server.server.once('close', () => clearTimeout(cutOff))
  })
}
