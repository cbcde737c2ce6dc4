import type { Limit, LimitLength } from '../policy.ts'
import { lengthText, limitText } from '../write/phrases.ts'
import { isSame } from '../write/value.ts'

export interface LimitsJoined {
  readonly within: readonly Limit[]
  /** Whose it is: the shorter, or both where they are alike or both stand. */
  readonly from: 'a' | 'b' | 'both'
  readonly why: 'same' | 'only one' | 'shorter' | 'firm' | 'both stand' | 'shorter of the two made firm'
}

/**
 * The stricter of two `within`. One length from one start: the shorter. A guide beside a rule: the shorter of the two, as a rule.
 * Where they cannot be compared both stand, for the earliest of several limits counts. `delay` is what “without delay” means.
 */
export function joinLimits(a: readonly Limit[], b: readonly Limit[], delay?: LimitLength): LimitsJoined {
  if (b.length === 0)
    return { within: a, from: a.length === 0 ? 'both' : 'a', why: a.length === 0 ? 'same' : 'only one' }
  if (a.length === 0) return { within: b, from: 'b', why: 'only one' }
  if (isSame(a.map(limitText), b.map(limitText))) return { within: a, from: 'both', why: 'same' }
  const [one, two] = [a[0], b[0]]
  if (a.length === 1 && b.length === 1 && one && two && startOf(one) === startOf(two)) {
    const joined = joinTwo(one, two, delay)
    if (joined) return joined
  }
  const firm = [...a, ...b].some((limit) => !limit.asAGuide)
  const sooner = [...a, ...b].some((limit) => limit.orSooner)
  const all = [...a, ...b].map((limit) => written({ ...limit, asAGuide: !firm, orSooner: sooner }))
  const within = all.filter((limit, i) => all.findIndex((other) => other.text === limit.text) === i)
  return { within, from: 'both', why: 'both stand' }
}

function joinTwo(one: Limit, two: Limit, delay: LimitLength | undefined): LimitsJoined | undefined {
  const meant = (length: LimitLength) => (length.unit === 'without-delay' && delay ? delay : length)
  const order = compareLengths(meant(one.length), meant(two.length))
  if (order === undefined) return undefined
  const orSooner = one.orSooner || two.orSooner
  const asAGuide = one.asAGuide && two.asAGuide
  const shorter = order <= 0 ? one : two
  const within = [written({ ...shorter, orSooner, asAGuide })]
  if (order === 0) {
    if (one.asAGuide === two.asAGuide) return { within, from: one.orSooner === orSooner ? 'a' : 'b', why: 'shorter' }
    return { within, from: one.asAGuide ? 'b' : 'a', why: 'firm' }
  }
  if (shorter.asAGuide && !asAGuide) return { within, from: 'both', why: 'shorter of the two made firm' }
  return { within, from: shorter === one ? 'a' : 'b', why: 'shorter' }
}

const written = (limit: Limit): Limit => ({ ...limit, text: limitText(limit) })

// What is left of a limit without its length: its start and its condition.
const startOf = (limit: Limit): string =>
  limitText({ ...limit, length: { unit: 'immediately' }, orSooner: false, asAGuide: false })

/** Below 0: the first is shorter. Undefined where it hangs on the calendar, on people or on a setting. */
export function compareLengths(left: LimitLength, right: LimitLength): number | undefined {
  if (lengthText(left) === lengthText(right)) return 0
  const [a, b] = [spans(left), spans(right)]
  if (!a || !b) return undefined
  if (a.kind === b.kind) return a.n - b.n
  // A working day is at least as long as a day on the calendar: so days are the shorter where they are no more.
  const [days, working, sign] = a.kind === 'days' ? [a.n, b.n, -1] : [b.n, a.n, 1]
  return days <= working ? sign : undefined
}

interface Span {
  readonly kind: 'days' | 'working days'
  readonly n: number
}

function spans(length: LimitLength): Span | undefined {
  switch (length.unit) {
    case 'immediately':
      return { kind: 'days', n: 0 }
    case 'same-working-day':
      return { kind: 'working days', n: 0.5 }
    case 'working-days':
      return { kind: 'working days', n: length.n }
    case 'working-weeks':
      return { kind: 'working days', n: 5 * length.n }
    case 'hours':
      return { kind: 'days', n: length.n / 24 }
    case 'days':
      return { kind: 'days', n: length.n }
    case 'weeks':
      return { kind: 'days', n: 7 * length.n }
    case 'months':
      return { kind: 'days', n: 30.5 * length.n }
    case 'years':
      return { kind: 'days', n: 365 * length.n }
    case 'without-delay':
    case 'as-agreed':
    case 'as-set-by':
      return undefined
  }
}
