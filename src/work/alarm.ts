/**
 * The alarm clock: wakes, and has `run` write what time alone brings. The deadlines are the truth; this only rings.
 * One sweep at a time; a sweep that fails is told and tried again, so nothing is lost over downtime.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app/app.ts'

export interface Alarm {
  /** Waits for the sweep at work, then stops. */
  stop(): Promise<void>
}

const every = 15_000

export function startAlarm(app: Pick<App, 'run' | 'partnerships'>, log: (sentence: string) => void): Alarm {
  const stopping = new AbortController()
  const { signal } = stopping
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await sweep(app)
      } catch (error) {
        log(`A sweep of deadlines failed and will be tried again: ${error instanceof Error ? error.name : 'unknown'}`)
      }
      await sleep(every, undefined, { signal }).catch(() => undefined)
    }
  }
  const running = loop()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Every partnership once; says in how many cases something was written. */
export async function sweep(app: Pick<App, 'run' | 'partnerships'>): Promise<number> {
  let written = 0
  for (const partnership of await app.partnerships()) written += await app.run.tick(partnership)
  return written
}
