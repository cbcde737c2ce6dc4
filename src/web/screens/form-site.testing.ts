/** For tests of pages: the sample place on a real database, a server without a socket, and people who press its buttons. */
import assert from 'node:assert/strict'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { partnership } from '../../../seeds/place.ts'
import { at, plant, samplePlace } from '../../../seeds/plant.ts'
import { testStore } from '../../../test/database.ts'
import type { App } from '../../app/app.ts'
import { type SetClock, standingAt } from '../../app/clock.ts'
import { appOn } from '../../app/open-app.ts'
import { keepPlace } from '../../app/place.ts'
import { buildServer } from '../server.ts'

export interface Site {
  readonly app: App
  readonly clock: SetClock
  readonly server: FastifyInstance
  /** Somebody signed in. */
  as(person: string): Promise<Visitor>
  close(): Promise<void>
}

export interface Visitor {
  get(url: string): Promise<LightMyRequestResponse>
  /** Reads the page, fills in its form, and sends it; more than one value under a name is a list. */
  send(url: string, typed: Typed, hidden?: Typed): Promise<LightMyRequestResponse>
  /** The same again with hidden fields of an earlier page. */
  post(url: string, typed: Typed): Promise<LightMyRequestResponse>
  json(url: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
}

export type Typed = Readonly<Record<string, string | readonly string[]>>

/** `stories`: with the sample place's cases, else with its people and policies alone. */
export async function site(
  options: { readonly stories?: boolean; readonly policies?: readonly string[] } = {},
): Promise<Site> {
  const clock = standingAt(at('2026-04-08T10:00'))
  const t = await testStore({ clock: () => clock.now() })
  const app = appOn(t.store, clock)
  if (options.stories) await plant({ app, store: t.store }, clock)
  else await keepPlace({ app, store: t.store }, await samplePlace(options.policies), at('2026-01-05T09:00'))
  const server = buildServer(app, { https: false, log: false, perMinute: 100_000 })
  await server.ready()
  return {
    app,
    clock,
    server,
    async as(person) {
      return visitor(server, await app.sessions.begin(partnership, person))
    },
    async close() {
      await server.close()
      await t.close()
    },
  }
}

function visitor(server: FastifyInstance, session: string): Visitor {
  const headers = { cookie: `concordat=${session}`, accept: 'text/html' }
  const get = (url: string) => server.inject({ method: 'GET', url, headers })
  const post = (url: string, typed: Typed) =>
    server.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: encoded(typed),
    })
  return {
    get,
    post,
    async send(url, typed, hidden) {
      const page = await get(url)
      assert.equal(page.statusCode, 200, `GET ${url} answered ${page.statusCode}: ${wordsIn(page.body).slice(0, 300)}`)
      return post(url, { ...hiddenIn(page.body), ...hidden, ...typed })
    },
    json: (url, body, more = {}) =>
      server.inject({
        method: 'POST',
        url,
        headers: {
          authorization: `Bearer ${session}`,
          accept: 'application/json',
          'content-type': 'application/json',
          ...more,
        },
        payload: JSON.stringify(body),
      }),
  }
}

/** Hidden fields of the page's own form. */
export function hiddenIn(page: string): Typed {
  const main = page.slice(page.indexOf('<main'))
  const found = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]))
}

/** What a page says, without its markup. */
export const wordsIn = (page: string): string =>
  page
    .slice(Math.max(0, page.indexOf('<main')))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const encoded = (typed: Typed): string =>
  new URLSearchParams(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString()
