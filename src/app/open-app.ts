/** Opens the store and puts the application together. Made once at start; closed once at the end. */
import { openStore, type Store } from '../store/store.ts'
import { makeAccess } from './access.ts'
import type { App, Sample, Sessions } from './app.ts'
import { type Clock, systemClock } from './clock.ts'
import { makePolicyLife } from './make-policy-life.ts'
import { makePolicies } from './read-policies.ts'
import { makeRehearsals, rehearsalPrefix } from './rehearsals.ts'
import { makeRun } from './run.ts'
import { makeSessions, sessionLasts } from './sessions.ts'

export interface OpenOptions {
  readonly dataDir: string
  readonly keysDir?: string
  readonly databaseUrl?: string
  readonly allowUnsafe?: boolean
  readonly clock?: Clock
  readonly log?: (sentence: string) => void
}

/** The application with the store it stands on. Edges get the app alone. */
export interface Opened {
  readonly app: App
  readonly store: Store
}

export async function openApp(options: OpenOptions): Promise<Opened> {
  const clock = options.clock ?? systemClock
  const store = await openStore({
    dataDir: options.dataDir,
    clock: () => clock.now(),
    ...(options.keysDir ? { keysDir: options.keysDir } : {}),
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    ...(options.allowUnsafe ? { allowUnsafe: true } : {}),
    ...(options.log ? { log: options.log } : {}),
  })
  return { store, app: appOn(store, clock) }
}

export function appOn(store: Store, clock: Clock, sample?: Sample): App {
  const lasts = sample ? sessionLasts.sample : sessionLasts.real
  const outside = makeSessions(store, clock, lasts, (partnership) => !partnership.startsWith(rehearsalPrefix))
  return {
    ...appWith(store, clock, outside),
    ...(sample ? { sample } : {}),
    // Inside a rehearsal there is no sample and no other rehearsal. Its sessions end by the real clock: the one inside may stand for ever.
    rehearsals: makeRehearsals(store, clock, (own, rehearsing) => ({
      ...appWith(
        store,
        own,
        makeSessions(store, clock, lasts, (partnership) => partnership === rehearsing.partnership),
      ),
      rehearsing,
    })),
  }
}

const appWith = (store: Store, clock: Clock, sessions: Sessions): App => {
  const access = makeAccess(store, clock)
  return {
    clock,
    sessions,
    run: makeRun(store, clock),
    access,
    policies: makePolicies(store, clock),
    policyLife: makePolicyLife(store, clock, access.register),
    partnerships: () => store.partnerships(),
    healthy: () => store.ready(),
    close: () => store.close(),
  }
}
