/** What the addenda in force change, the one that began last before the others: limits of what arises on its days, ways of contact on a day, duties it adds, settings. Source: language.md section 3, last paragraph. */
import { Temporal } from 'temporal-polyfill'
import { dateAt, londonInstant } from '../calendar/london.ts'
import type { At } from '../people/directory.ts'
import type { ContactWay, Duty, Limit, Settings, Stage } from '../policy/policy.ts'
import type { Addendum, World } from './world.ts'

/** The policy's own duties (or a stage's), with those an addendum adds, whenever it is in force. */
export function dutiesAsOf(world: World, stage: string | undefined): readonly Duty[] {
  const base = dutiesIn(world.policy, stage)
  const added = latestFirst(world.addenda).flatMap((a) =>
    dutiesIn(a.policy, stage).filter((d) => !base.some((b) => b.id === d.id)),
  )
  return added.length === 0 ? base : [...base, ...added.filter((d, n) => added.findIndex((x) => x.id === d.id) === n)]
}

const dutiesIn = (policy: World['policy'], stage: string | undefined): readonly Duty[] =>
  stage === undefined ? policy.duties : (policy.stages.find((s) => s.id === stage)?.duties ?? [])

/** A duty that an addendum adds arises only on its days; the policy's own, always. */
export const inForceOf = (world: World, duty: Duty, arose: At): boolean =>
  world.addenda.length === 0 || isOwn(world, duty) || addedBy(world, duty, arose) !== undefined

/** The addendum in force that adds this duty, with the moment its last day is over. */
export function addedBy(
  world: World,
  duty: Duty,
  at: At,
): { readonly addendum: Addendum; readonly ends?: At } | undefined {
  if (world.addenda.length === 0 || isOwn(world, duty)) return undefined
  const addendum = inForceAt(world, at).find((a) => everyDuty(a.policy).some((d) => d.id === duty.id))
  const ends = addendum ? endOf(addendum) : undefined
  return addendum && { addendum, ...(ends === undefined ? {} : { ends }) }
}

const isOwn = (world: World, duty: Duty): boolean => everyDuty(world.policy).some((d) => d.id === duty.id)

/** The limits that hold for something that arose at a moment; a notice without one has the setting's. */
export function limitsAsOf(world: World, what: Duty | Stage, arose: At): readonly Limit[] {
  const written = (policy: World['policy']) =>
    policy.stages.find((s) => s.id === what.id) ?? everyDuty(policy).find((d) => d.id === what.id)
  const base = world.addenda.length === 0 ? undefined : written(world.policy)
  const changed = inForceAt(world, arose)
    .map((a) => written(a.policy))
    .find((found) => found !== undefined && (base === undefined || !sameLimits(found, base)))
  const found = changed ?? what
  if (found.within.length > 0 || !('act' in found) || found.act.verb !== 'tell') return found.within
  return [
    { length: settingsAsOf(world, arose).tellWithin, orSooner: false, asAGuide: false, text: '', place: found.place },
  ]
}

export const sameLimits = (a: Pick<Duty, 'within'>, b: Pick<Duty, 'within'>): boolean =>
  a.within.map((x) => x.text).join('\n') === b.within.map((x) => x.text).join('\n')

/** The settings of a moment: the policy's, with each that an addendum in force sets. */
export function settingsAsOf(world: World, at: At): Settings {
  const base = world.policy.settings
  return inForceAt(world, at)
    .toReversed()
    .reduce<Settings>((so, a) => ({ ...so, ...settingsChanged(a.policy, world.policy) }), base)
}

/** What of its settings an addendum sets otherwise than its policy. */
export function settingsChanged(addendum: World['policy'], policy: World['policy']): Partial<Settings> {
  const was = new Map<string, unknown>(Object.entries(policy.settings))
  const is = Object.entries(addendum.settings)
  return Object.fromEntries(is.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was.get(key))))
}

const everyWay: readonly ContactWay[] = ['phone', 'face to face', 'video', 'e-mail', 'writing', 'meeting']

/** The ways of contact allowed at a stage on a day; a stage that names none allows all. */
export function contactAsOf(world: World, stage: Stage, at: At): readonly ContactWay[] {
  const changed = inForceAt(world, at)
    .map((a) => a.policy.stages.find((s) => s.id === stage.id)?.contact)
    .find((ways) => ways !== undefined && ways.join() !== stage.contact.join())
  const named = changed ?? stage.contact
  return named.length === 0 ? everyWay : named
}

/** The start of its first day in London. */
export const beginOf = (a: Pick<Addendum, 'from'>): At => londonInstant(a.from, '00:00').epochMilliseconds

/** The end of its last day; nothing for one that is to last. */
export const endOf = (a: Pick<Addendum, 'until'>): At | undefined =>
  a.until === undefined
    ? undefined
    : londonInstant(Temporal.PlainDate.from(a.until).add({ days: 1 }).toString(), '00:00').epochMilliseconds

/** Those of that day, the one that began last first: where two change the same thing, it holds. Source: decision 14. */
export function inForceAt(world: World, at: At): readonly Addendum[] {
  if (world.addenda.length === 0) return []
  const today = dateAt(at)
  return latestFirst(world.addenda).filter((a) => a.from <= today && (a.until === undefined || today <= a.until))
}

/** Of two that begin on one day, which the check refuses, the order of their ids decides, so that the answer is always the same. */
const latestFirst = (all: readonly Addendum[]): readonly Addendum[] =>
  all.toSorted((a, b) => b.from.localeCompare(a.from) || b.id.localeCompare(a.id))

export const everyDuty = (policy: World['policy']): readonly Duty[] => [
  ...policy.duties,
  ...policy.stages.flatMap((s) => s.duties),
]
