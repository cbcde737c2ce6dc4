/** Where the program is put together: the app, the pages and the alarm clock, until the process is told to stop. */
import { createServer } from 'node:net'
import { cast, directory, partnership } from '../../seeds/place.ts'
import { at, plant } from '../../seeds/plant.ts'
import { sampleClock } from '../../seeds/sample-clock.ts'
import { today } from '../../seeds/stories.ts'
import type { Sample } from '../app/app.ts'
import { systemClock } from '../app/clock.ts'
import { type Config, configFrom } from '../app/config.ts'
import { appOn, type Opened, openApp } from '../app/open-app.ts'
import { buildServer } from '../web/server.ts'
import { startAlarm } from '../work/alarm.ts'
import type { Outcome } from './outcome.ts'

export interface ServingOptions {
  readonly json?: boolean
  readonly port?: number
}

/** The sample place, made when it is not there yet. */
export async function start(options: ServingOptions): Promise<Outcome> {
  const config = { ...configFrom(process.env, true), ...(options.port === undefined ? {} : { port: options.port }) }
  await portIsFree(config)
  const clock = await sampleClock(config.dataDir, at(config.now ?? today))
  if (config.now) clock.set(at(config.now))
  const { store } = await openApp({ ...storeOf(config), clock, log: say })
  const sample: Sample = {
    partnership,
    cast: cast.map(({ person, comesFor }) => {
      const post = directory.posts.find((p) => p.person === person)
      return {
        person,
        name: directory.people[person]?.name ?? person,
        post: post?.title ?? '',
        agency: directory.agencies[post?.agency ?? '']?.name ?? '',
        comesFor,
      }
    }),
    async setClock(to) {
      clock.set(to)
      await clock.keep()
    },
  }
  const app = appOn(store, clock, sample)
  const planted = await plant({ app, store }, clock, say)
  if (planted && config.now) clock.set(at(config.now))
  await clock.keep()
  return serveUntilStopped({ app, store }, config, 'Concordat’s sample place, Exampleshire, is ready.')
}

/** An installation that is set up already. */
export async function serve(options: ServingOptions): Promise<Outcome> {
  const config = { ...configFrom(process.env, false), ...(options.port === undefined ? {} : { port: options.port }) }
  await portIsFree(config)
  const opened = await openApp({ ...storeOf(config), clock: systemClock, log: say })
  return serveUntilStopped(opened, config, 'Concordat is ready.')
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

export const storeOf = (config: Config) => ({
  dataDir: config.dataDir,
  ...(config.keysDir ? { keysDir: config.keysDir } : {}),
  ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
})

/** Said before anything is made, not after half a minute of work. */
async function portIsFree(config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () =>
      reject(new Error(`Port ${config.port} is in use. Stop what uses it, or choose another: PORT=3001 npm start`)),
    )
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}

async function serveUntilStopped(opened: Opened, config: Config, ready: string): Promise<Outcome> {
  const server = buildServer(opened.app, { https: false })
  const address = await server.listen({ host: config.host, port: config.port })
  const alarm = startAlarm(opened.app, say)
  say(`${ready}\nOpen ${address} in a browser. Stop it with Ctrl+C; nothing is lost.`)
  await stopped()
  say('Stopping ...')
  await server.close()
  await alarm.stop()
  await opened.app.close()
  return { ok: true, json: { stopped: true }, text: 'Stopped.' }
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
