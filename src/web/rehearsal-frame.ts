import { Temporal } from 'temporal-polyfill'
import type { App } from '../app/app.ts'
import type { Rehearsing } from '../app/rehearsals.ts'
import { whenWords } from '../domain/calendar/words.ts'
import * as urls from './urls.ts'

/** What stands over every page of a rehearsal, on screen and on paper. */
export interface RehearsalFrame {
  /** "Wednesday 8 April 2026, 10am" */
  readonly now: string
  readonly desk: string
  /** Back to the real partnership. */
  readonly leave: string
}

export const rehearsalFrame = ({ clock }: App, { partnership, of }: Rehearsing): RehearsalFrame => ({
  now: whenWords(Temporal.Instant.fromEpochMilliseconds(clock.now())),
  desk: urls.rehearsal(partnership),
  leave: urls.rehearsals(of),
})
