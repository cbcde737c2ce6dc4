/** What the benches of the whole program share: the built-in PostgreSQL as in production, Exampleshire on it, cases raised by the real `run`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { partnership } from '../../seeds/place.ts'
import { as, at, samplePlace } from '../../seeds/plant.ts'
import { stories } from '../../seeds/stories.ts'
import type { App, Asking } from '../../src/app/app.ts'
import { standingAt } from '../../src/app/clock.ts'
import { openApp } from '../../src/app/open-app.ts'
import { keepPlace } from '../../src/app/place.ts'
import { SUPERUSER, startEmbedded } from '../../src/store/postgres/embedded.ts'
import { createKeys } from '../../src/store/seal/keys-folder.ts'
import { buildServer } from '../../src/web/server.ts'

export interface BenchPlace {
  readonly app: App
  readonly asking: Asking
  readonly session: string
  /** The address of the partnership, when listening. */
  readonly base: string
  readonly cases: readonly string[]
  /** As the superuser, past row security. */
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** `cases` concerns by the same worker, each with the entries that raising makes. */
export async function benchPlace(given: { readonly cases: number; readonly listening?: boolean }): Promise<BenchPlace> {
  const dir = await mkdtemp(join(tmpdir(), 'concordat-bench-'))
  const story = stories[0]
  if (!story) throw new Error('There is no story to raise cases from.')
  const clock = standingAt(at(story.raise.at))
  const keysDir = join(dir, 'keys')
  const password = (await createKeys(keysDir)).passwordOf(SUPERUSER)
  const database = await startEmbedded({
    dataDir: dir,
    superuser: SUPERUSER,
    password,
    unsafe: false,
    log: () => undefined,
  })
  const { host, port } = database.address()
  const url = `postgres://${SUPERUSER}:${password}@localhost/concordat?host=${encodeURIComponent(host)}&port=${port}`
  await once(url.replace('/concordat?', '/postgres?'), 'create database concordat')
  const opened = await openApp({ dataDir: dir, keysDir, databaseUrl: url, clock, log: () => undefined })
  await keepPlace(opened, await samplePlace(), at('2026-01-05T09:00'))
  const { app } = opened
  const asking = as(story.raise.by, clock.now())
  const cases: string[] = []
  while (cases.length < given.cases) {
    const did = await Promise.all(
      Array.from({ length: Math.min(8, given.cases - cases.length) }, (_, i) =>
        app.run.raise(asking, {
          policy: story.raise.policy,
          command: story.raise.command,
          submission: `bench raise ${cases.length + i}`,
        }),
      ),
    )
    for (const one of did) {
      if (!one.ok) throw new Error(`A case could not be raised: ${JSON.stringify(one)}`)
      cases.push(one.caseId)
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  const server = buildServer(app, { https: false, log: false, perMinute: 100_000_000 })
  if (given.listening) await server.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.address()
  const heard = typeof address === 'object' && address ? address.port : 0
  return {
    app,
    asking,
    cases,
    pool,
    session: await app.sessions.begin(partnership, story.raise.by),
    base: `http://127.0.0.1:${heard}/${partnership}`,
    async close() {
      await server.close()
      await pool.end()
      await app.close()
      await database.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function once(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(text)
  await client.end()
}

/** Lets each client do one after another until the time is up. */
export async function eightAtOnce(
  one: (client: number) => Promise<void>,
  clients: number,
  seconds: number,
): Promise<{ readonly perSecond: number; readonly ms: readonly number[] }> {
  const from = performance.now()
  const ms: number[] = []
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() - from < seconds * 1000) {
        const began = performance.now()
        await one(client)
        ms.push(performance.now() - began)
      }
    }),
  )
  return { perSecond: (ms.length * 1000) / (performance.now() - from), ms }
}

export const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

export const show = (name: string, perSecond: number): string =>
  `${name.padEnd(24)}${Math.round(perSecond).toLocaleString('en-GB').padStart(10)} /s`

/** "p50 8.1 ms, p95 12.0 ms, p99 15.2 ms" */
export function counted(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}
