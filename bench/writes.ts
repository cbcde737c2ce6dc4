/**
 * P1 and P7: one note on the record, from a signed-in program over HTTP to the disk: access rule, decided, sealed, chained, audited, one durable transaction.
 * Eight clients, the built-in PostgreSQL with fsync as in production, everything on this machine. In one interleaved run, medians of three rounds:
 *   ceiling  what PostgreSQL alone does through the same driver: a version check, an insert, a commit
 *   run      `app.run`, without HTTP
 *   http     the same command as JSON to a listening server
 * P1: floor 15 %, goal 50 % of the ceiling. P7: p99 of an append under 25 ms, goal 8 ms. Takes under a minute.
 * Run: node_modules/.bin/node bench/writes.ts
 */
import { randomBytes } from 'node:crypto'
import { benchPlace, counted, eightAtOnce, median, show } from './shared/bench-place.ts'

const seconds = 3
const rounds = 3
const clients = 8

const place = await benchPlace({ cases: 160, listening: true })
const { app, pool, asking, cases, session, base } = place
await pool.query('create schema bench')
await pool.query('create table bench.cases (id int primary key, version int not null)')
await pool.query('create table bench.entry (id int, seq int, body bytea, primary key (id, seq))')
await pool.query('insert into bench.cases select n, 0 from generate_series(1, 160) n')
const body = randomBytes(1000)
let n = 0

const ceiling = async (client: number) => {
  const id = 1 + ((n++ * clients + client) % 160)
  await pool.query({
    name: 'ceiling',
    text: `with moved as (update bench.cases set version = version + 1 where id = $1 returning version)
      insert into bench.entry select $1, version, $2 from moved`,
    values: [id, body],
  })
}
const words = 'We rang again and were told that somebody would call back on Thursday. '.repeat(10)
const key = () => randomBytes(12).toString('hex')
const next = (client: number): string => cases[(n++ * clients + client) % cases.length] ?? ''
const run = async (client: number) => {
  const did = await app.run(asking, { caseId: next(client), command: { kind: 'note', words }, submission: key() })
  if (!did.ok) throw new Error(`Refused: ${JSON.stringify(did)}`)
}
const http = async (client: number) => {
  const answer = await fetch(`${base}/cases/${next(client)}/notes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${session}`,
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': key(),
    },
    body: JSON.stringify({ words, for: 'agency' }),
  })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

const ways = { ceiling, run, http }
const rates: Record<keyof typeof ways, number[]> = { ceiling: [], run: [], http: [] }
const times: Record<keyof typeof ways, number[]> = { ceiling: [], run: [], http: [] }
for (const name of Object.keys(ways) as (keyof typeof ways)[]) await eightAtOnce(ways[name], clients, 0.7)
for (let round = 0; round < rounds; round++)
  for (const name of Object.keys(ways) as (keyof typeof ways)[]) {
    const { perSecond, ms } = await eightAtOnce(ways[name], clients, seconds)
    rates[name].push(perSecond)
    times[name].push(...ms)
  }

console.log(
  `A note on the record, ${clients} clients, fsync on, medians of ${rounds} interleaved rounds of ${seconds} s`,
)
for (const name of Object.keys(ways) as (keyof typeof ways)[])
  console.log(`${show(name, median(rates[name]))}   ${counted(times[name])}`)
const share = (name: 'run' | 'http') => `${((100 * median(rates[name])) / median(rates.ceiling)).toFixed(0)} %`
console.log(`of the ceiling: run ${share('run')}, http ${share('http')}   (P1: floor 15 %, goal 50 %)`)
await place.close()
