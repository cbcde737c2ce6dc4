/** Policies and calendars as the cases pin them: parsed once for each version and kept by hash. */
import type { Calendar } from '../domain/calendar/calendar.ts'
import { parseCalendar } from '../domain/calendar/parse-calendar.ts'
import { type Case, raisingAgency } from '../domain/case/case.ts'
import type { Entry } from '../domain/case/entry.ts'
import type { World } from '../domain/case/world.ts'
import type { AgencyId, Directory } from '../domain/people/directory.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import { keepFew } from '../store/keep-few.ts'
import type { KeptPolicy } from '../store/policies.ts'
import type { Tx } from '../store/tx.ts'

const parsed = new Map<string, Policy>()
const calendars = new Map<string, Calendar['holidays']>()
const worlds = new WeakMap<Directory, Map<string, { readonly world: World; readonly of: readonly KeptPolicy[] }>>()

/**
 * The world of a policy version: with the newest calendar of its nation, the directory and the addenda as they stand. `before`: the versions a
 * case went by first, oldest first. The same object while nothing changes.
 */
export async function worldOf(
  tx: Tx,
  pinned: Pick<Case['policy'], 'id' | 'version'>,
  before: readonly number[] = [],
): Promise<World> {
  const [of, directory] = await Promise.all([tx.policies.list(), tx.directory()])
  const policy = await versionOf(tx, of, pinned.id, pinned.version)
  const holidays = await holidaysOf(tx, policy.nation)
  const known = worlds.get(directory) ?? new Map<string, { world: World; of: typeof of }>()
  worlds.set(directory, known)
  const key = [pinned.id, pinned.version, ...before].join(' ')
  const found = known.get(key)
  // What is kept is only added to: as many adoptions are the same ones, and the list is then the same list.
  if (found && found.of === of && found.world.holidays === holidays && found.world.policy === policy) return found.world
  const earlier: Policy[] = []
  for (const version of before) earlier.push(await versionOf(tx, of, pinned.id, version))
  const world: World = {
    policy,
    holidays,
    directory,
    addenda: await addendaOf(tx, policy),
    ...(earlier.length > 0 ? { before: earlier } : {}),
  }
  known.set(key, { world, of })
  return world
}

async function versionOf(tx: Tx, kept: readonly KeptPolicy[], id: Id, version: number): Promise<Policy> {
  const found = kept.find((one) => one.id === id && one.version === version)
  if (!found) throw new Error(`Policy ${id}, version ${version}, is pinned by a case and not in the store.`)
  return parseKept(tx, found)
}

/** The world a record stands in: of the version its case goes by now, with those it went by before. */
export const worldOfRecord = (
  tx: Tx,
  c: Pick<Case, 'policy'>,
  entries: readonly Pick<Entry, 'policy'>[],
): Promise<World> => worldOf(tx, c.policy, versionsBefore(c, entries))

export const versionsBefore = (c: Pick<Case, 'policy'>, entries: readonly Pick<Entry, 'policy'>[]): readonly number[] =>
  [...new Set(entries.map((e) => e.policy.version))].filter((version) => version !== c.policy.version)

/** The world of another version that a case may be moved to: adopted, in force, and meant for the agency that raised it. */
export async function otherWorldOf(
  tx: Tx,
  c: Case,
  entries: readonly Entry[],
  version: number,
): Promise<World | undefined> {
  const kept = await tx.policies.get(c.policy.id, version)
  if (!kept || !mayGoOnUnder(kept, c, tx.at)) return undefined
  const all = [...entries.map((e) => e.policy.version), c.policy.version]
  return worldOf(
    tx,
    kept,
    [...new Set(all)].filter((one) => one !== version),
  )
}

export const mayGoOnUnder = ({ adoption }: KeptPolicy, c: Case, at: number): boolean =>
  adoption !== undefined &&
  adoption.starts <= at &&
  (adoption.agency === undefined || adoption.agency === raisingAgency(c))

export async function policyOf(tx: Tx, id: Id, version?: number): Promise<Policy | undefined> {
  const kept = await tx.policies.get(id, version)
  return kept ? parseKept(tx, kept) : undefined
}

/** The policy in force that somebody of these agencies may raise a concern under. */
export async function policyToRaiseUnder(tx: Tx, id: Id, agencies: readonly AgencyId[]): Promise<Policy | undefined> {
  const kept = await tx.policies.get(id)
  const only = kept?.adoption?.agency
  return kept && (only === undefined || agencies.includes(only)) ? parseKept(tx, kept) : undefined
}

export async function parseKept(tx: Tx, kept: KeptPolicy): Promise<Policy> {
  const known = parsed.get(kept.hash)
  if (known) return known
  const all = await tx.policies.list()
  const answer = parsePolicy(
    kept.text,
    (id, version) => all.find((p) => p.id === id && (version === undefined || p.version === version))?.text,
  )
  if (!answer.ok)
    throw new Error(
      `Policy ${kept.id}, version ${kept.version}, was kept and cannot be read: ${answer.problems[0]?.message ?? ''}`,
    )
  keepFew(parsed, kept.hash, answer.policy, 1000)
  return answer.policy
}

/** Adopted addenda of a policy version, each as the policy reads while it is in force. */
async function addendaOf(tx: Tx, policy: Policy): Promise<World['addenda']> {
  const found: World['addenda'][number][] = []
  const all = await tx.policies.list()
  const whose = all.find((one) => one.id === policy.id && one.version === policy.version)?.adoption?.agency
  for (const kept of all) {
    if (kept.adoption === undefined) continue
    // What one agency adopted for itself never changes what holds for others.
    if (kept.adoption.agency !== undefined && kept.adoption.agency !== whose) continue
    const merged = await parseKept(tx, kept)
    const { changes } = merged
    if (changes?.from && changes.policy === policy.id && changes.version === policy.version)
      found.push({
        id: merged.id,
        from: changes.from,
        ...(changes.until ? { until: changes.until } : {}),
        policy: merged,
      })
  }
  return found
}

async function holidaysOf(tx: Tx, nation: Policy['nation']): Promise<Calendar['holidays']> {
  const kept = await tx.calendars.get(nation)
  if (!kept) throw new Error(`The bank holidays of ${nation} are not in the store.`)
  const key = `${kept.id} ${kept.version}`
  const known = calendars.get(key)
  if (known) return known
  const read = parseCalendar(kept.body)
  if (!('holidays' in read))
    throw new Error(`The bank holidays of ${nation} cannot be read: ${read.problems.join(' ')}`)
  calendars.set(key, read.holidays)
  return read.holidays
}
