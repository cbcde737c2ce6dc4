import { Temporal } from 'temporal-polyfill'
import { inLondon } from '../calendar/london.ts'
import type { At } from './directory.ts'

/** The ISO date in London at a moment. */
export const dateAt = (at: At): string => inLondon(Temporal.Instant.fromEpochMilliseconds(at)).date
