import type { FastifyInstance } from 'fastify'
import { cast, directory, partnership } from '../../seeds/place.ts'
import { at, plant, samplePlace } from '../../seeds/plant.ts'
import type { App, Sample } from '../../src/app/app.ts'
import { type SetClock, standingAt } from '../../src/app/clock.ts'
import { appOn } from '../../src/app/open-app.ts'
import { keepPlace } from '../../src/app/place.ts'
import { requestLog } from '../../src/web/log.ts'
import { buildServer } from '../../src/web/server.ts'
import { openBrowser, type PageOptions, type TestBrowser } from '../browser.ts'
import { type TestStore, testStore } from '../database.ts'
import { type Desk, deskAt } from './desk.ts'

/** Exampleshire on a real database, served for real, and a browser in front of it. */
export interface House {
  readonly app: App
  readonly origin: string
  readonly clock: SetClock
  readonly browser: TestBrowser
  readonly database: TestStore
  /** A screen somebody can sit down at. Nobody is signed in yet. */
  desk(options?: PageOptions): Promise<Desk>
  close(): Promise<void>
}

export interface HouseOptions {
  /** London time the clock stands at: "2026-03-30T10:00". With stories it is the sample's own today unless given. */
  readonly now?: string
  /** With the sample place's cases, else with its people and policies alone. */
  readonly stories?: boolean
  /** axe looks at every page, also at the third of its kind. */
  readonly auditAll?: boolean
}

export async function openHouse({ now, stories = false, auditAll = false }: HouseOptions = {}): Promise<House> {
  const clock = standingAt(at(now ?? '2026-03-30T10:00'))
  const database = await testStore({ clock: () => clock.now() })
  const app = appOn(database.store, clock, sampleOn(clock))
  if (stories) await plant({ app, store: database.store }, clock)
  else await keepPlace({ app, store: database.store }, await samplePlace(), at('2026-01-05T09:00'))
  if (now !== undefined) clock.set(at(now))
  const server: FastifyInstance = buildServer(app, { https: false, log: troubleLog, perMinute: 1_000_000 })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser(auditAll ? {} : { kindOf })
  return {
    app,
    origin,
    clock,
    browser,
    database,
    desk: async (options) => deskAt(await browser.page(origin, options), { app, clock }),
    async close() {
      // The browser complains of pages when it closes: the rest is closed all the same.
      try {
        await browser.close()
      } finally {
        await server.close()
        await database.close()
      }
    },
  }
}

function sampleOn(clock: SetClock): Sample {
  return {
    partnership,
    cast: cast.map(({ person, comesFor }) => {
      const post = directory.posts.find((one) => one.person === person)
      const agency = directory.agencies[post?.agency ?? '']?.name ?? ''
      return { person, name: directory.people[person]?.name ?? '', post: post?.title ?? '', agency, comesFor }
    }),
    setClock: async (to) => clock.set(to),
  }
}

/** Says what went wrong on our side, and nothing else. */
const troubleLog = requestLog('error', { write: (line) => void process.stderr.write(line) })

/** The address without whose it is, and the title: titles never name a child. "Tell Dilys Owen" is of one kind with all who are told. */
export function kindOf(url: URL, title: string): string {
  const path = url.pathname
    .replace(/^\/[^/]+\/(cases|drafts|raise)\/[^/]+/, '/p/$1/:id')
    .replace(/\/\d+(?=\/|$)/g, '/:n')
  const titled = path.includes('/acts/') ? title.replace(/(?<=^|: )Tell .*/, 'Tell') : title
  return `${path} ${titled.replace(/\d[\d-]*/g, '0')}`
}
