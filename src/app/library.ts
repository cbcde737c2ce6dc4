/** Policies and calendars as the cases pin them: parsed once for each version and kept by hash. */
import type { Calendar } from '../domain/calendar/calendar.ts'
import { parseCalendar } from '../domain/calendar/parse-calendar.ts'
import type { Case } from '../domain/case/case.ts'
import type { World } from '../domain/case/world.ts'
import type { AgencyId, Directory } from '../domain/people/directory.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import type { KeptPolicy } from '../store/policies.ts'
import type { Tx } from '../store/tx.ts'

const parsed = new Map<string, Policy>()
const calendars = new Map<string, Calendar['holidays']>()
const worlds = new WeakMap<Directory, Map<Policy, World>>()

/** The world of a policy version: with the newest calendar of its nation and the directory as it stands. The same object while nothing changes. */
export async function worldOf(tx: Tx, pinned: Pick<Case['policy'], 'id' | 'version'>): Promise<World> {
  const [policy, directory] = await Promise.all([policyOf(tx, pinned.id, pinned.version), tx.directory()])
  if (!policy)
    throw new Error(`Policy ${pinned.id}, version ${pinned.version}, is pinned by a case and not in the store.`)
  const holidays = await holidaysOf(tx, policy.nation)
  const known = worlds.get(directory) ?? new Map<Policy, World>()
  worlds.set(directory, known)
  const found = known.get(policy)
  if (found && found.holidays === holidays) return found
  const made: World = { policy, holidays, directory, addenda: await addendaOf(tx, policy) }
  known.set(policy, made)
  return made
}

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
  parsed.set(kept.hash, answer.policy)
  return answer.policy
}

/** Adopted addenda of a policy version, each as the policy reads while it is in force. */
async function addendaOf(tx: Tx, policy: Policy): Promise<World['addenda']> {
  const found: World['addenda'][number][] = []
  for (const kept of await tx.policies.list()) {
    if (kept.adoption === undefined) continue
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
