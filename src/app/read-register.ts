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
  const limit = Math.min(size, mostRows)
  const [found, mine] = await Promise.all([
    tx.registerPage({ ...query, at, sort, limit, shown: policies.flatMap(onRegister), must: policies.flatMap(musts) }),
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

async function policiesInUse(tx: Tx): Promise<readonly Policy[]> {
  const ids = new Set((await tx.policies.list()).map((kept) => kept.id))
  const found: Policy[] = []
  for (const id of ids) {
    const policy = await policyOf(tx, id)
    if (policy) found.push(policy)
  }
  return found
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
    const keeper = (await parseKept(tx, kept)).register?.keptBy
    if (keeper && posts.some((p) => p.role === keeper)) return true
  }
  return false
}
