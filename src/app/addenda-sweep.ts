import { beginOf, endOf } from '../domain/case/addenda.ts'
import type { At } from '../domain/people/directory.ts'
import type { Id } from '../domain/policy/policy.ts'
import type { Tx } from '../store/tx.ts'
import { parseKept } from './library.ts'

/** What a sweep found: the running cases to wake, and what to do once all of them have been. */
export interface Woken {
  readonly caseIds: readonly string[]
  readonly done: () => void
}

/**
 * Running cases in which an adopted addendum began or ended and nothing else need be due that day. Each beginning and end is swept once
 * while the program runs, and once more after it starts; where there is no addendum, nothing is asked. Waking a case twice writes nothing twice.
 */
export function addendaSweep(): (tx: Tx, at: At) => Promise<Woken> {
  const swept = new Set<string>()
  let last = Number.NEGATIVE_INFINITY
  return async (tx, at) => {
    // The sample's clock, and a rehearsal's, may have been set back: what lies ahead again comes again.
    if (at < last) swept.clear()
    last = at
    const turns = (await turnsBefore(tx, at)).filter(({ key }) => !swept.has(key))
    const caseIds: string[] = []
    for (const policy of new Set(turns.map((turn) => turn.policy))) caseIds.push(...(await running(tx, policy)))
    return { caseIds, done: () => turns.forEach(({ key }) => swept.add(key)) }
  }
}

async function turnsBefore(tx: Tx, at: At): Promise<readonly { readonly key: string; readonly policy: Id }[]> {
  const found: { key: string; policy: Id }[] = []
  for (const kept of await tx.policies.list()) {
    if (kept.adoption === undefined) continue
    const { changes, id, version } = await parseKept(tx, kept)
    if (!changes?.from) continue
    const addendum = { from: changes.from, ...(changes.until ? { until: changes.until } : {}) }
    for (const turn of [beginOf(addendum), endOf(addendum)])
      if (turn !== undefined && turn <= at) found.push({ key: `${id} ${version} ${turn}`, policy: changes.policy })
  }
  return found
}

const page = 500

async function running(tx: Tx, policyId: Id): Promise<readonly string[]> {
  const found: string[] = []
  for (const status of ['open', 'ended'] as const)
    for (let after: { readonly due?: At; readonly caseId: string } | undefined; ; ) {
      const rows = await tx.register({ policyId, status }, { limit: page, ...(after ? { after } : {}) })
      found.push(...rows.map((row) => row.caseId))
      const last = rows.at(-1)
      if (!last || rows.length < page) break
      after = { caseId: last.caseId, ...(last.due === undefined ? {} : { due: last.due }) }
    }
  return found
}
