import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FastifyInstance, fastify } from 'fastify'
import { endConnections } from './connections.ts'

/** A server whose answer at `/slow` takes as long as told, and its port. */
async function serving(slow: number, grace?: number): Promise<{ server: FastifyInstance; port: number }> {
  const server = fastify() as unknown as FastifyInstance
  endConnections(server, grace)
  server.get('/', () => 'here')
  server.get('/slow', async () => {
    await sleep(slow, undefined, { ref: false })
    return 'here at last'
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  return { server, port: (server.server.address() as AddressInfo).port }
}

const secondsTo = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now()
  await work()
  return (performance.now() - since) / 1000
}

test('a connection that nobody used, and one kept after its answer, do not hold the server up', {
  timeout: 10_000,
}, async () => {
  const { server, port } = await serving(0)
  const silent = connect(port, '127.0.0.1')
  const half = connect(port, '127.0.0.1')
  half.write('GET / HTTP/1.1\r\nHost: some')
  const agent = new Agent({ keepAlive: true })
  const [answer] = await once(get({ port, agent }), 'response')
  assert.equal(await text(answer), 'here')
  assert.equal(await countOf(server), 3)
  // Not read, an end of theirs would not be noticed here.
  const ended = Promise.all([silent, half].map((one) => once(one.resume(), 'close')))
  assert.ok((await secondsTo(() => server.close())) < 2)
  await ended
  agent.destroy()
})

test('an answer that is on its way is given, and the server ends with it', async () => {
  const { server, port } = await serving(400)
  const agent = new Agent({ keepAlive: true })
  const asked = once(get({ port, path: '/slow', agent }), 'response')
  await once(server.server, 'request')
  const [seconds, [answer]] = await Promise.all([secondsTo(() => server.close()), asked])
  assert.equal(await text(answer), 'here at last')
  assert.ok(seconds > 0.3 && seconds < 3, `took ${seconds} s`)
  agent.destroy()
})

test('an answer that takes too long is cut off', async () => {
  const { server, port } = await serving(20_000, 200)
  const asked = assert.rejects(once(get({ port, path: '/slow' }), 'response'), /hang up/)
  await once(server.server, 'request')
  assert.ok((await secondsTo(() => server.close())) < 3)
  await asked
})

const countOf = (server: FastifyInstance): Promise<number> =>
  new Promise((done, fail) => server.server.getConnections((error, count) => (error ? fail(error) : done(count))))
