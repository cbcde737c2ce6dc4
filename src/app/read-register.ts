/** The register: what is open, where, with whom, and what is late. No name and no narrative. Source: SM-4, PG-2; mockups README page 06. */
import { live } from '../domain/people/holders.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { RegisterFound } from '../store/register-page.ts'
import type { Tx } from '../store/tx.ts'
import type { Asking, RegisterPage, RegisterQuery } from './app.ts'
import { parseKept, policyOf } from './library.ts'

const pageSize = 50
/** Most rows of one page: what a file is made of. */
const mostRows = 1000

export async function readRegister(
  tx: Tx,
  asking: Asking,
  { size = pageSize, sort = 'due', ...query }: RegisterQuery,
  at: number,
): Promise<RegisterPage | undefined> {
  if (!(await keepsRegister(tx, asking, at))) return undefined
  const policies = await policiesInUse(tx)
  const shown = onRegisters(policies)
  const limit = Math.min(size, mostRows)
  const [found, mine] = await Promise.all([
    tx.registerPage({ ...query, at, sort, limit, shown, must: policies.flatMap(musts) }),
    tx.myCaseIds(),
  ])
  return {
    rows: found.rows.map((row) => ({ caseId: row.caseId, row, open: mine.has(row.caseId) })),
    total: found.total,
    ...ends(found, query),
    byStage: found.byStage,
    silent: found.silent,
  }
}

/** Where the pages before and after this one begin: whoever came from a page can go back to it. */
function ends(
  { rows, more }: RegisterFound,
  { after, before }: RegisterQuery,
): Pick<RegisterPage, 'next' | 'previous'> {
  const [first, last] = [rows[0]?.caseId, rows.at(-1)?.caseId]
  const isNext = before === undefined ? more : true
  const isPrevious = before === undefined ? after !== undefined : more
  return {
    ...(last !== undefined && isNext ? { next: last } : {}),
    ...(first !== undefined && isPrevious ? { previous: first } : {}),
  }
}

/** The version in force of each policy, and after it the others that cases may still go by. */
async function policiesInUse(tx: Tx): Promise<readonly Policy[]> {
  const kept = await tx.policies.list()
  const found: Policy[] = []
  for (const id of new Set(kept.map((one) => one.id))) {
    const now = await policyOf(tx, id)
    if (now) found.push(now)
    for (const one of kept)
      if (one.id === id && one.version !== now?.version && one.adoption) found.push(await parseKept(tx, one))
  }
  return found
}

/** Where two versions have a stage, the one in force says whether it is on the register; what it no longer has, the others do. */
function onRegisters(policies: readonly Policy[]) {
  const known = new Set<string>()
  return policies.flatMap((policy) => {
    const own = onRegister(policy).filter(({ policyId, stage }) => !known.has(`${policyId} ${stage}`))
    for (const { id } of policy.stages) known.add(`${policy.id} ${id}`)
    return own
  })
}

/** From the stage at which a policy's register begins; a policy without a register puts none on it. Source: SM-4, PG-2. */
function onRegister({
  id,
  stages,
  register,
}: Policy): readonly { readonly policyId: string; readonly stage: string }[] {
  const from = stages.findIndex((s) => s.id === register?.from)
  return from < 0 ? [] : stages.slice(from).map((s) => ({ policyId: id, stage: s.id }))
}

const musts = ({ id, duties, stages }: Policy): readonly { readonly policyId: string; readonly dutyId: string }[] =>
  [...duties, ...stages.flatMap((s) => s.duties)]
    .filter((d) => d.force === 'must')
    .map((d) => ({ policyId: id, dutyId: d.id }))

/** Does an adopted policy have this person keep its register? */
async function keepsRegister(tx: Tx, asking: Asking, at: number): Promise<boolean> {
  const directory = await tx.directory()
  const posts = live({ directory, at }).filter(
    (p) => p.person === asking.viewer.person && directory.agencies[p.agency]?.kind === 'board',
  )
  if (posts.length === 0) return false
  for (const kept of await tx.policies.list()) {
    // The register is the whole partnership's: one agency's own policy gives nobody the reading of it.
    if (kept.adoption === undefined || kept.adoption.agency !== undefined) continue
    const keeper = (await parseKept(tx, kept)).register?.keptBy
    if (keeper && posts.some((p) => p.role === keeper)) return true
  }
  return false
}
