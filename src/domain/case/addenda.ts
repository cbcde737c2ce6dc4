/** What an addendum in force changes: limits of what arises on its days, ways of contact on a day, duties it adds. Source: language.md section 3, last paragraph. */
import { dateAt } from '../calendar/london.ts'
import type { At } from '../people/directory.ts'
import type { ContactWay, Duty, Id, Limit, Stage } from '../policy/policy.ts'
import type { Addendum, World } from './world.ts'

/** The policy's own duties (or a stage's), with those an addendum adds. */
export function dutiesAsOf(world: World, stage: Id | undefined): readonly Duty[] {
  const of = (policy: World['policy']) => (stage === undefined ? policy.duties : (policy.stages.find((s) => s.id === stage)?.duties ?? []))
  const base = of(world.policy)
  const added = world.addenda.flatMap((a) => of(a.policy).filter((d) => !base.some((b) => b.id === d.id)))
  return added.length === 0 ? base : [...base, ...added]
}

/** The limits that hold for something that arose at a moment; a notice without one has the setting's. */
export function limitsAsOf(world: World, what: Duty | Stage, arose: At): readonly Limit[] {
  const addendum = world.addenda.length === 0 ? undefined : inForce(world, arose)
  const found = addendum ? (addendum.policy.stages.find((s) => s.id === what.id) ?? everyDuty(addendum).find((d) => d.id === what.id) ?? what) : what
  if (found.within.length > 0 || !('act' in found) || found.act.verb !== 'tell') return found.within
  return [{ length: (addendum?.policy ?? world.policy).settings.tellWithin, orSooner: false, asAGuide: false, text: '', place: found.place }]
}

const everyWay: readonly ContactWay[] = ['phone', 'face to face', 'video', 'e-mail', 'writing', 'meeting']

/** The ways of contact allowed at a stage on a day; a stage that names none allows all. */
export function contactAsOf(world: World, stage: Stage, at: At): readonly ContactWay[] {
  const named = inForce(world, at)?.policy.stages.find((s) => s.id === stage.id)?.contact ?? stage.contact
  return named.length === 0 ? everyWay : named
}

export function inForce(world: World, at: At): Addendum | undefined {
  const today = dateAt(at)
  return world.addenda.find((a) => a.from <= today && (a.until === undefined || today <= a.until))
}

const everyDuty = (a: Addendum): readonly Duty[] => [...a.policy.duties, ...a.policy.stages.flatMap((s) => s.duties)]
