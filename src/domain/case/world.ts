/** What a decision is made against: a policy version, a calendar version and the directory as of then. All values. */
import type { BankHolidays } from '../calendar/calendar.ts'
import type { Agency, AgencyId, At, Directory, Person, PersonId } from '../people/directory.ts'
import type { Policy } from '../policy/policy.ts'

export interface World {
  readonly policy: Policy
  readonly holidays: BankHolidays
  readonly directory: Directory
  /** Addenda in force for this policy: which contacts and limits hold on a day. Empty for most. */
  readonly addenda: readonly Addendum[]
  /** Another adopted version of this policy, with all that hangs on it: there only while somebody moves a case to it. */
  readonly other?: World
  /** The versions a case went by before this one, oldest first: what was written under them is read with their words. */
  readonly before?: readonly Policy[]
}

/** The world of a case after a decision: the other version's, where the case was moved to it. */
export const worldAfter = (world: World, pinned: { readonly version: number; readonly hash: string }): World =>
  world.other && pinned.version === world.other.policy.version && pinned.hash === world.other.policy.hash
    ? world.other
    : world

/** The policy as it reads while an addendum is in force: `from` and `until` are ISO dates, inclusive. */
export interface Addendum {
  readonly id: string
  readonly from: string
  readonly until?: string
  readonly policy: Policy
}

/** Who gives a command, and when. The only clock the domain knows. */
export interface Actor {
  readonly person: PersonId | 'concordat'
  readonly at: At
}

export const agencyOf = (world: World, id: AgencyId): Agency | undefined => own(world.directory.agencies, id)
export const personOf = (world: World, id: PersonId): Person | undefined => own(world.directory.people, id)
export const agencyName = (world: World, id: AgencyId | 'concordat'): string =>
  id === 'concordat' ? 'Concordat' : (agencyOf(world, id)?.name ?? id)
export const personName = (world: World, id: PersonId | 'concordat'): string =>
  id === 'concordat' ? 'Concordat' : (personOf(world, id)?.name ?? 'Somebody no longer in the directory')

/** An id may come from a form: `constructor` names no agency. */
const own = <T>(from: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(from, id) ? from[id] : undefined
