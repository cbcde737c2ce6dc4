/**
 * For tests through the edge: Exampleshire on a real database, a server without a socket, and people who press its buttons
 * (a cookie and a form) or send JSON (a bearer token and a key). Time stands until a test sets it.
 */
import assert from 'node:assert/strict'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { partnership } from '../seeds/place.ts'
import { at, samplePlace } from '../seeds/plant.ts'
import type { App, Asking } from '../src/app/app.ts'
import { type SetClock, standingAt } from '../src/app/clock.ts'
import { appOn } from '../src/app/open-app.ts'
import { keepPlace, type Place } from '../src/app/place.ts'
import type { Directory } from '../src/domain/people/directory.ts'
import type { Route } from '../src/web/screen.ts'
import { buildServer } from '../src/web/server.ts'
import { type TestStore, testStore } from './database.ts'

export interface PlaceOptions {
  /** Policy files under the root; each concern names its own by id. */
  readonly policies: readonly string[]
  /** London time at which the place stands first: "2026-03-30T10:00". */
  readonly from: string
  /** Changes to the sample's people and agencies. */
  readonly directory?: (own: Directory) => Directory
  /** The route table, for planted defects. */
  readonly routes?: readonly Route[]
}

/** A concern of the sample's policy with every question answered, as a program sends it. */
export const concernOf = (more: Body = {}): Body => ({
  danger: 'no',
  fact: {
    reason: ['need'],
    exact: 'x',
    evidence: 'x',
    'so-far': 'x',
    wanted: 'x',
    how: 'x',
    'on-plan': false,
    'in-care': false,
    conduct: false,
  },
  subject: { name: 'Mia K' },
  risk: 'some',
  safe: 'no',
  'date-needed': 'no',
  agencies: ['childrens-services'],
  person: { 'childrens-services': 'tom-reddy' },
  supporter: 'no',
  manager: 'no',
  ...more,
})

/** Somebody of the place asking the application itself. */
export async function askingAs({ app }: Pick<Exampleshire, 'app'>, person: string): Promise<Asking> {
  const viewer = await app.sessions.find(await app.sessions.begin(partnership, person))
  assert.ok(viewer)
  return { viewer, route: 'test', request: 'test' }
}

export interface Exampleshire {
  readonly app: App
  readonly t: TestStore
  readonly clock: SetClock
  readonly server: FastifyInstance
  /** Moves the clock to a London time, later or sooner, and lets what is due by itself happen. */
  goTo(moment: string): Promise<void>
  as(person: string): Promise<Visitor>
  close(): Promise<void>
}

export type Body = Readonly<Record<string, unknown>>
export type Typed = Readonly<Record<string, string | readonly string[]>>
export type Response = LightMyRequestResponse

/** Somebody signed in, by browser (`page`, `press`) and by program (`read`, `send`). Addresses are below the partnership's. */
export interface Visitor {
  readonly person: string
  readonly session: string
  page(url: string): Promise<Response>
  read(url: string): Promise<Response>
  /** Opens the page, fills in its form, and sends it. */
  press(url: string, typed: Typed, hidden?: Typed): Promise<Response>
  /** Sends a form without opening its page. */
  submit(url: string, typed: Typed): Promise<Response>
  send(url: string, body: Body, headers?: Readonly<Record<string, string>>): Promise<Response>
}

export async function exampleshire(options: PlaceOptions): Promise<Exampleshire> {
  const clock = standingAt(at(options.from))
  const t = await testStore({ clock: () => clock.now() })
  const app = appOn(t.store, clock)
  const place = await samplePlace(options.policies)
  const kept: Place = { ...place, directory: options.directory?.(place.directory) ?? place.directory }
  await keepPlace({ app, store: t.store }, kept, at('2018-02-05T09:00'))
  const server = buildServer(app, {
    https: false,
    log: false,
    perMinute: 1_000_000,
    ...(options.routes ? { routes: options.routes } : {}),
  })
  await server.ready()
  const known = new Map<string, { readonly since: number; readonly visitor: Visitor }>()
  return {
    app,
    t,
    clock,
    server,
    async goTo(moment) {
      clock.set(at(moment))
      await app.run.tick(partnership)
    },
    async as(person) {
      const there = known.get(person)
      // A session lasts a working day: whoever comes back later signs in again.
      if (there && Math.abs(clock.now() - there.since) < 6 * 3_600_000 && clock.now() >= there.since)
        return there.visitor
      const visitor = visit(server, person, await app.sessions.begin(partnership, person))
      known.set(person, { since: clock.now(), visitor })
      return visitor
    },
    async close() {
      await server.close()
      await t.close()
    },
  }
}

let keys = 0
/** A submission key that no other request of this process has. */
export const freshKey = (): string => `test-key-${++keys}`

export function visit(server: FastifyInstance, person: string, session: string): Visitor {
  const full = (url: string) => `/${partnership}${url}`
  const browser = { cookie: `concordat=${session}`, accept: 'text/html' }
  const program = { authorization: `Bearer ${session}`, accept: 'application/json' }
  const page = (url: string) => server.inject({ method: 'GET', url: full(url), headers: browser })
  const submit = (url: string, typed: Typed) =>
    server.inject({
      method: 'POST',
      url: full(url),
      headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' },
      payload: encoded(typed),
    })
  return {
    person,
    session,
    page,
    submit,
    read: (url) => server.inject({ method: 'GET', url: full(url), headers: program }),
    async press(url, typed, hidden) {
      const shown = await page(url)
      assert.equal(
        shown.statusCode,
        200,
        `${person} opens ${url}: ${shown.statusCode} ${wordsIn(shown.body).slice(0, 400)}`,
      )
      return submit(url, { ...hiddenIn(shown.body), ...hidden, ...typed })
    },
    send: (url, body, headers = {}) =>
      server.inject({
        method: 'POST',
        url: full(url),
        headers: { ...program, 'content-type': 'application/json', 'idempotency-key': freshKey(), ...headers },
        payload: JSON.stringify(body),
      }),
  }
}

/** The hidden fields of the page's own form. */
export function hiddenIn(page: string): Readonly<Record<string, string>> {
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
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

const encoded = (typed: Typed): string =>
  new URLSearchParams(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString()
