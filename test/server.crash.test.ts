/**
 * The real server over a folder of its own, as `npm start` runs it, durable as in production: written to over HTTP by several people at once while it,
 * and PostgreSQL, are killed with signal 9. Every acknowledged entry is there, once; what nobody knows of is sent again with its key. Source: trust.md 50.
 */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { runningPostmaster } from '../src/store/postgres/postmaster.ts'

const people = ['amira-hussain', 'joanne-pike', 'tom-reddy', 'grace-adeyemi'] as const
const place = 'exampleshire'
const program = new URL('../bin/concordat.mjs', import.meta.url).pathname

const dataDir = mkdtempSync(join(tmpdir(), 'concordat-server-crash-'))
const cluster = join(dataDir, 'postgres')
const seed = Number(process.env['SEED'] ?? Date.now() % 100_000)
const chance = seeded(seed)
let base = ''
let server: ChildProcess
const tokens = new Map<string, string>()
/** Words of each note that was answered 200, by whom. */
const kept = new Map<string, string>()
/** Sent, and nobody knows. */
const unknown = new Map<string, string>()
let caseId = ''
let writing = true
let deaths = 0

before(async () => {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  server = begin(port)
  await ready(60_000)
  for (const person of people) tokens.set(person, await signIn(person))
  const { cases } = (await ask('amira-hussain', '/cases')) as {
    cases: readonly { id: string; stage: string; status: string }[]
  }
  for (const one of cases) {
    // The case on which all four have a part.
    const shared = await Promise.all(people.map(async (person) => (await get(person, `/cases/${one.id}`)).status))
    if (one.status === 'open' && shared.every((status) => status === 200)) caseId = one.id
  }
  assert.notEqual(caseId, '', 'there is a case with all four in it')
})

after(async () => {
  writing = false
  if (server.exitCode === null && server.signalCode === null) await dead(server, 'SIGKILL')
  const left = await runningPostmaster(cluster)
  if (left) process.kill(left.pid, 'SIGQUIT')
  for (let n = 0; n < 200 && (await runningPostmaster(cluster)); n++) await sleep(50)
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
})

test(`kill -9 of the server and of PostgreSQL, each three times, while four people write (SEED=${seed})`, {
  timeout: 120_000,
}, async () => {
  const writers = people.map((person, n) => write(person, n))
  for (const victim of ['server', 'database', 'server', 'database', 'server', 'database'] as const) {
    const since = kept.size
    await until(() => kept.size >= since + 5, 30_000, 'nothing was written before the kill')
    await sleep(50 + chance() * 400)
    if (victim === 'server') {
      const port = Number(new URL(base).port)
      await dead(server, 'SIGKILL')
      server = begin(port)
    } else {
      const postmaster = await runningPostmaster(cluster)
      assert.ok(postmaster, 'the database runs')
      process.kill(postmaster.pid, 'SIGKILL')
    }
    deaths++
    const began = Date.now()
    const before = kept.size
    await until(() => kept.size >= before + 3, 30_000, `the ${victim} did not come back by itself within 30 seconds`)
    assert.ok(Date.now() - began < 30_000)
  }
  writing = false
  await Promise.all(writers)
  assert.equal(deaths, 6)
  assert.ok(kept.size >= 60, `only ${kept.size} were acknowledged`)
  assert.equal(unknown.size, 0, 'what nobody knew of was sent again until it was answered')
})

test('every acknowledged note is on the record once, as each of the writers reads it', async () => {
  assert.deepEqual(await lost(kept), [])
  const written = await notes()
  for (const [person, words] of written)
    assert.equal(new Set(words).size, words.length, `${person}: something stands twice`)
  const all = new Set([...written.values()].flat())
  const never = [...all].filter((words) => !kept.has(words))
  assert.deepEqual(never, [], 'nothing is there that was not acknowledged in the end')
  // Planted: one that was acknowledged and is not there is found.
  assert.deepEqual(await lost(new Map([...kept, ['never written', 'amira-hussain']])), ['never written'])
})

test('the server stops in order, and `concordat verify` says that the record is whole, projections and all', {
  timeout: 60_000,
}, async () => {
  // A browser opens connections ahead: one that says nothing does not hold the server up.
  const silent = connect(Number(new URL(base).port), '127.0.0.1').on('error', () => undefined)
  await once(silent, 'connect')
  const since = Date.now()
  await dead(server, 'SIGTERM')
  silent.destroy()
  assert.ok(Date.now() - since < 15_000, `stopping took ${Date.now() - since} ms`)
  const { code, output } = await run(['verify', '--json'])
  const proof = JSON.parse(output) as { ok: boolean; cases: number; entries: number; faults: readonly unknown[] }
  assert.deepEqual(proof.faults, [])
  assert.deepEqual([code, proof.ok], [0, true])
  assert.ok(proof.entries > kept.size)
})

/** Writes notes until told to stop; what was not answered is sent again with the same key, by whoever sent it. */
async function write(person: string, lane: number): Promise<void> {
  for (let n = 0; writing; n++) {
    const words = `${person} ${lane}-${n}`
    unknown.set(words, person)
    for (;;) {
      const status = await post(
        person,
        `/cases/${caseId}/notes`,
        { words, for: 'agency' },
        `crash-${lane}-${n}-${seed}`,
      ).catch(() => 0)
      if (status === 200) break
      assert.ok(status === 0 || status >= 500, `${words}: ${status}`)
      await sleep(40)
    }
    unknown.delete(words)
    kept.set(words, person)
    await sleep(10)
  }
}

async function notes(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>()
  for (const person of people) {
    const seen = (await ask(person, `/cases/${caseId}`)) as { entries: readonly { kind: string; text: string }[] }
    found.set(
      person,
      seen.entries.filter(({ kind, text }) => kind === 'note' && / \d-\d+$/.test(text)).map(({ text }) => text),
    )
  }
  return found
}

async function lost(acknowledged: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const written = await notes()
  return [...acknowledged].filter(([words, person]) => !written.get(person)?.includes(words)).map(([words]) => words)
}

function begin(port: number): ChildProcess {
  const child = spawn(process.execPath, [program, 'start'], {
    env: environment({ PORT: String(port) }),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  child.once('exit', (code) => {
    if (code !== null && code !== 0) process.stderr.write(`The server ended with ${code}: ${said}\n`)
  })
  return child
}

const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const { NODE_TEST_CONTEXT: _, DATABASE_URL: __, ...env } = process.env
  return { ...env, CONCORDAT_DATA: dataDir, ...more }
}

function run(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [program, ...args], { env: environment(), stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  return new Promise((done) => child.once('close', (code) => done({ code, output })))
}

/** Ends a process that this test started, and waits until it has. */
async function dead(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Error(`The server had stopped by itself, with ${child.exitCode}.`)
  const gone = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await gone
}

async function ready(within: number): Promise<void> {
  await until(
    async () =>
      (await fetch(`${base}/healthz`).then(
        (answer) => answer.status,
        () => 0,
      )) === 200,
    within,
    'the server did not start',
  )
}

async function until(holds: () => boolean | Promise<boolean>, within: number, otherwise: string): Promise<void> {
  const since = Date.now()
  while (!(await holds())) {
    if (Date.now() - since > within) throw new Error(otherwise)
    await sleep(25)
  }
}

async function signIn(person: string): Promise<string> {
  const answer = await fetch(`${base}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ person }),
  })
  const { token } = (await answer.json()) as { token?: string }
  assert.ok(token, `${person} signs in`)
  return token
}

const get = (person: string, url: string) =>
  fetch(`${base}/${place}${url}`, {
    headers: { authorization: `Bearer ${tokens.get(person)}`, accept: 'application/json' },
    signal: AbortSignal.timeout(15_000),
  })

const ask = async (person: string, url: string): Promise<unknown> => (await get(person, url)).json()

async function post(person: string, url: string, body: unknown, key: string): Promise<number> {
  const answer = await fetch(`${base}/${place}${url}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${tokens.get(person)}`,
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  })
  await answer.arrayBuffer()
  return answer.status
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function seeded(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    return state / 2 ** 32
  }
}
