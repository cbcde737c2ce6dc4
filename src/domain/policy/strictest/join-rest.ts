import type { CountedLength, Id, LimitLength, Policy, Raise, Register, Settings, Stage, Track } from '../policy.ts'
import { lengthText } from '../write/phrases.ts'
import { bothHold } from './join-duties.ts'
import { compareLengths, joinLimits } from './join-limits.ts'
import { type Both, bothCite, type Ledger, union } from './ledger.ts'

/** Who may raise by either may raise; what either asks is asked; the shorter window holds. */
export function joinRaise({ a: one, b: two, delay }: Both, ledger: Ledger): Raise {
  const [a, b] = [one.raise, two.raise]
  const by = a.by.length === 0 || b.by.length === 0 ? [] : union(a.by, b.by)
  if ([...a.by].sort().join() !== [...b.by].sort().join())
    ledger.chose(
      'Who may raise a concern',
      'Whoever may raise one under either policy may do so: no concern is kept back by the join.',
    )
  const limits = joinLimits(a.within, b.within, delay)
  const late = limits.within.length > 0 && (a.late === 'refuse' || b.late === 'refuse') ? 'refuse' : 'accept'
  if (limits.why !== 'same' || a.late !== b.late)
    ledger.chose(
      'Until when a concern may be raised',
      'The shorter window holds, and it is closed where either policy closes it.',
    )
  const says = [...new Set([a.says, b.says].filter((text) => text !== undefined))].join(' ')
  return {
    by,
    asks: union(a.asks, b.asks),
    within: limits.within,
    late,
    cites: bothCite(a.cites, b.cites),
    ...(says === '' ? {} : { says }),
  }
}

/** Every track of the one with every track of the other, the most particular first. */
export function joinTracks(a: Policy, b: Policy, stages: readonly Stage[]): readonly Track[] {
  const standing = stages.filter((stage) => !stage.aside).map((stage) => stage.id)
  const [first] = a.tracks
  if (first && a.tracks.length === 1 && b.tracks.length === 1)
    return [{ id: 'usual', stages: standing, place: first.place }]
  const all = a.tracks.flatMap((one) =>
    b.tracks.map((two): Track => {
      const condition = bothHold(one.if, two.if)
      const cites = bothCite(one.cites, two.cites)
      const says = one.says ?? two.says
      return {
        id: a.tracks.length === 1 ? two.id : b.tracks.length === 1 ? one.id : `${one.id}-${two.id}`,
        ...(condition ? { if: condition } : {}),
        stages: standing.filter((id) => one.stages.includes(id) || two.stages.includes(id)),
        ...(cites.length > 0 ? { cites } : {}),
        ...(says === undefined ? {} : { says }),
        place: one.place,
      }
    }),
  )
  const weight = (track: Track) => (track.if === undefined ? 0 : track.if.op === 'and' ? 2 : 1)
  return all.sort((left, right) => weight(right) - weight(left))
}

/** One register, from the lower of both stages on, counting what either counts. */
export function joinRegister(a: Policy, b: Policy, stages: readonly Stage[], ledger: Ledger): Register | undefined {
  const [one, two] = [a.register, b.register]
  if (!one || !two) {
    if (one || two) ledger.chose('The register', `Only ${ledger.names[one ? 'a' : 'b']} has one kept. It is kept.`)
    return one ?? two
  }
  const order = (id: Id) => stages.findIndex((stage) => stage.id === id)
  if (one.keptBy !== two.keptBy)
    ledger.conflict(
      'The register',
      `Each policy has somebody else keep it.`,
      `${ledger.names.a} is followed: the other area keeps its own beside it.`,
    )
  const report = shorterCounted(one.report, two.report)
  const cites = bothCite(one.cites, two.cites)
  return {
    ...one,
    from: order(one.from) <= order(two.from) ? one.from : two.from,
    ...(report ? { report } : {}),
    counts: union(one.counts, two.counts),
    ...(cites.length > 0 ? { cites } : {}),
  }
}

function shorterCounted(a: CountedLength | undefined, b: CountedLength | undefined): CountedLength | undefined {
  if (!a || !b) return a ?? b
  return (compareLengths(a, b) ?? 0) <= 0 ? a : b
}

export function joinReview(a: Policy, b: Policy): Policy['review'] {
  const [one, two] = [a.review, b.review]
  if (!one || !two) return one ?? two
  return shorterCounted(one.every, two.every) === one.every ? one : two
}

const lengths = ['without-delay', 'immediately', 'tell-within', 'gate', '24-hours'] as const
const lengthKey = {
  'without-delay': 'withoutDelay',
  immediately: 'immediately',
  'tell-within': 'tellWithin',
  gate: 'gate',
  '24-hours': 'twentyFourHours',
} as const

/** The shorter of two lengths; of anything else what one of them sets, and where both set it otherwise, the first’s. */
export function joinSettings({ settings: a }: Policy, { settings: b }: Policy, ledger: Ledger): Settings {
  const joined: { -readonly [K in keyof Settings]: Settings[K] } = { ...a }
  const set = (name: string) => b.setByPolicy.includes(name) && !a.setByPolicy.includes(name)
  for (const name of lengths) {
    const length = shorter(a[lengthKey[name]], b[lengthKey[name]], set(name))
    if (length) joined[lengthKey[name]] = length
    if (length && a[lengthKey[name]] && lengthText(length) !== textOf(a[lengthKey[name]]))
      ledger.chose(name, `The shorter length holds: ${lengthText(length)}.`)
  }
  if (a.closedDates !== b.closedDates) joined.closedDates = 'stay'
  if (textOf(a.reopen) !== textOf(b.reopen)) {
    joined.reopen = (compareLengths(a.reopen, b.reopen) ?? 0) >= 0 ? a.reopen : b.reopen
    ledger.conflict(
      'Reopening',
      'The policies allow it for different lengths of time.',
      'The longer is taken, for it leaves more open to the child.',
    )
  }
  for (const [name, key] of others) {
    if (set(name)) Object.assign(joined, { [key]: b[key] })
    else if (
      a.setByPolicy.includes(name) &&
      b.setByPolicy.includes(name) &&
      JSON.stringify(a[key]) !== JSON.stringify(b[key])
    )
      ledger.conflict(name.replaceAll('-', ' '), `Each policy sets it otherwise.`, `${ledger.names.a} is followed.`)
  }
  return { ...joined, setByPolicy: union(a.setByPolicy, b.setByPolicy) }
}

const others = [
  ['working-day', 'workingDay'],
  ['stop-the-clock', 'stopTheClock'],
  ['waive', 'waive'],
  ['quorum', 'quorum'],
  ['ties', 'ties'],
  ['conflicts', 'conflicts'],
] as const

const textOf = (length: LimitLength | undefined): string => (length ? lengthText(length) : '')

function shorter(a: LimitLength | undefined, b: LimitLength | undefined, onlyB: boolean): LimitLength | undefined {
  if (!a || !b) return a ?? b
  const order = compareLengths(a, b)
  return order === undefined ? (onlyB ? b : a) : order <= 0 ? a : b
}
