import type { CountedLength, CountedUnit } from '../policy/policy.ts'
import { counted } from './phrase-text.ts'

/** "5 working days", "1 working week". */
export function countedPhrase(length: CountedLength): string {
  return counted(length.n, units[length.unit])
}

const units: Readonly<Record<CountedUnit, string>> = {
  hours: 'hour',
  'working-days': 'working day',
  days: 'day',
  weeks: 'week',
  'working-weeks': 'working week',
  months: 'month',
  years: 'year',
}
