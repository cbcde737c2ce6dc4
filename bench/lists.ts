/**
 * P4: a page of the register, filtered and sorted, of 10,000 cases; and the first page of somebody with 60 open cases.
 * Eight clients, the built-in PostgreSQL as in production, without HTTP and HTML. In one interleaved run, medians of three rounds:
 *   ceiling   50 rows by due date through the same driver, and nothing else
 *   register  first page · a page in the middle · filtered, by stage
 *   home      what needs you, with 60 open cases; beside it the same cases read one by one, as it was done before
 * P4: floor 4 %, goal 15 % of the ceiling. Takes under a minute.
 * Run: node_modules/.bin/node bench/lists.ts
 */
import { partnership } from '../seeds/place.ts'
import { as } from '../seeds/plant.ts'
import type { RegisterQuery } from '../src/app/app.ts'
import { benchPlace, counted, eightAtOnce, median, show } from './shared/bench-place.ts'

const seconds = 1
const rounds = 3
const clients = 8

const { app, pool, asking, cases, close } = await benchPlace({ cases: 60 })
const stages = await registerStages()
await pool.query(
  `insert into register (partnership, case_id, number, stage, stage_title, status, raising_agency, responding_agencies, reasons, age_band, flags, waiting_for,
     due, late, policy_id, raised_at, rehearsal)
   select partnership, md5(n::text), 'B' || n, ($1::text[])[1 + n % cardinality($1::text[])], 'Stage ' || n % cardinality($1::text[]), case when n % 4 = 0 then 'open' else 'closed' end,
     raising_agency, responding_agencies, reasons, age_band, flags, waiting_for, raised_at + (n % 90) * interval '1 day', n % 9 = 0, policy_id, raised_at, false
   from register r, generate_series(1, 10000) n where r.case_id = $2`,
  [stages, cases[0]],
)
await pool.query('analyze')

const board = as('ruth-calder', app.clock.now())
const page = async (query: RegisterQuery) => {
  const found = await app.access.register(board, query)
  if (!found || found.rows.length !== 50) throw new Error(`${found?.rows.length} rows`)
  return found
}
const middle = (await page({ after: (await page({})).next ?? '' })).next ?? ''
const ways = {
  ceiling: async () => {
    await pool.query({
      name: 'ceiling',
      text: 'select * from register where partnership = $1 and not rehearsal order by due_key, case_id limit 50',
      values: [partnership],
    })
  },
  'register, first page': async () => void (await page({ status: 'open' })),
  'register, further on': async () => void (await page({ after: middle })),
  'register, filtered': async () => void (await page({ status: 'closed', stage: stages[0] ?? '', sort: 'stage' })),
  'home, 60 cases': async () => {
    const found = await app.access.home(asking)
    if (found.cases.length !== 60) throw new Error(`${found.cases.length} cases`)
  },
  '60 cases one by one': async () => {
    for (const caseId of cases) await app.access.caseFor(asking, caseId, 'bench')
  },
}
const names = Object.keys(ways) as (keyof typeof ways)[]
const rates = new Map<string, number[]>(names.map((name) => [name, []]))
const times = new Map<string, number[]>(names.map((name) => [name, []]))
for (const name of names) await ways[name]()
for (let round = 0; round < rounds; round++)
  for (const name of names) {
    const { perSecond, ms } = await eightAtOnce(ways[name], clients, seconds)
    rates.get(name)?.push(perSecond)
    times.get(name)?.push(...ms)
  }

const ceiling = median(rates.get('ceiling') ?? [])
console.log(
  `Lists, ${clients} clients, 10,000 cases on the register, medians of ${rounds} interleaved rounds of ${seconds} s`,
)
for (const name of names) {
  const rate = median(rates.get(name) ?? [])
  console.log(`${show(name, rate)}   ${counted(times.get(name) ?? [])}   ${((100 * rate) / ceiling).toFixed(1)} %`)
}
await close()

/** The stages of the cases' policy from which its register runs. */
async function registerStages(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>('select policy_id as id from register where case_id = $1', [
    cases[0],
  ])
  const policy = (await app.policies.get(partnership, rows[0]?.id ?? ''))?.policy
  const from = policy?.stages.findIndex((stage) => stage.id === policy.register?.from) ?? -1
  return from < 0 ? [] : (policy?.stages.slice(from).map((stage) => stage.id) ?? [])
}
