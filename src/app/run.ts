/**
 * `run`: the one way a case is written. Load, decide, append, project, in one transaction; once for each submission.
 * A refusal writes nothing but its line in the audit.
 */
import { randomBytes } from 'node:crypto'
import type { Case } from '../domain/case/case.ts'
import type { Command } from '../domain/case/command.ts'
import { decide } from '../domain/case/decide.ts'
import type { Entry } from '../domain/case/entry.ts'
import { fold } from '../domain/case/evolve.ts'
import { partOf } from '../domain/case/parts.ts'
import { project } from '../domain/case/project.ts'
import { sees } from '../domain/case/sees.ts'
import { type World, worldAfter } from '../domain/case/world.ts'
import type { EntryHash, LoadedCase } from '../store/entries/load.ts'
import { references } from '../store/entries/references.ts'
import { VersionConflict } from '../store/faults.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import { addendaSweep } from './addenda-sweep.ts'
import type { Asking, Run, RunResult } from './app.ts'
import type { Clock } from './clock.ts'
import { otherWorldOf, policyToRaiseUnder, versionsBefore, worldOf } from './library.ts'
import { noticesFor } from './notices.ts'
import { principalOf } from './principal-of.ts'

export function makeRun(store: Store, clock: Clock): Run {
  const run: Run = async (asking, given) =>
    once(
      store,
      clock,
      asking,
      `${given.caseId} ${JSON.stringify(given.command)}`,
      given.submission,
      given.caseId,
      async (tx, at) => {
        const found = await openCase(tx, given.caseId, true)
        if (!found || !partOf(found.world, found.c, asking.viewer.person, at)) return { ok: false, why: 'not found' }
        const before = readableBy(asking, found, at)
        const since = changedSince(before, asking, given.expected)
        if (since.length > 0) return { ok: false, why: 'changed', since, version: before.length }
        const world = await worldToDecide(tx, found, given.command)
        const decided = decide(world, found.c, given.command, { person: asking.viewer.person, at })
        if (!decided.ok) return { ok: false, why: 'refused', refusal: decided.refusal, policy: found.world.policy }
        const hashes = await write(tx, world, given.caseId, found, decided.value, at)
        const now = [...found.entries, ...decided.value]
        return done(asking, given.caseId, world, now, decided.value, [...found.hashes, ...hashes], at)
      },
    )
  run.raise = async (asking, given) => {
    const caseId = randomBytes(16).toString('hex')
    return once(
      store,
      clock,
      asking,
      JSON.stringify([given.policy, given.command]),
      given.submission,
      undefined,
      async (tx, at) => {
        const agencies = asking.viewer.posts.map((post) => post.agency)
        const policy = await policyToRaiseUnder(tx, given.policy, agencies)
        if (!policy) return { ok: false, why: 'not found' }
        const world = await worldOf(tx, policy)
        const command: Command = { ...given.command, number: caseNumber(at) }
        const decided = decide(world, undefined, command, { person: asking.viewer.person, at })
        if (!decided.ok) return { ok: false, why: 'refused', refusal: decided.refusal, policy }
        const hashes = await write(tx, world, caseId, nothingYet, decided.value, at)
        if (given.draft) await tx.drafts.delete(given.draft)
        return done(asking, caseId, world, decided.value, decided.value, hashes, at)
      },
    )
  }
  const sweeps = new Map<string, ReturnType<typeof addendaSweep>>()
  run.tick = (partnership) => {
    const sweep = sweeps.get(partnership) ?? addendaSweep()
    sweeps.set(partnership, sweep)
    return tick(store, clock, partnership, sweep)
  }
  return run
}

export interface OpenCase {
  readonly world: World
  readonly c: Case
  readonly entries: readonly Entry[]
  /** What the references of its entries are made of. */
  readonly hashes: readonly EntryHash[]
}

/** Loads and folds; nothing when it is missing or row security hides it. */
export async function openCase(tx: Tx, caseId: string, lock = false): Promise<OpenCase | undefined> {
  const loaded = await tx.loadCase(caseId, { lock })
  return loaded && opened(loaded, (pinned, before) => worldOf(tx, pinned, before))
}

/** The same for several at once; each policy version's world is asked for once. Those that row security hides are left out. */
export async function openCases(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, OpenCase>> {
  const worlds = new Map<string, Promise<World>>()
  const world = (pinned: Case['policy'], before: readonly number[]) => {
    const key = [pinned.id, pinned.version, ...before].join(' ')
    const known = worlds.get(key) ?? worldOf(tx, pinned, before)
    worlds.set(key, known)
    return known
  }
  const found = new Map<string, OpenCase>()
  for (const [caseId, loaded] of await tx.loadCases(caseIds)) {
    const it = await opened(loaded, world)
    if (it) found.set(caseId, it)
  }
  return found
}

/** The case as its entries make it. */
async function opened(
  { entries, hashes }: LoadedCase,
  world: (pinned: Case['policy'], before: readonly number[]) => Promise<World>,
): Promise<OpenCase | undefined> {
  const c = fold(entries)
  return c && { world: await world(c.policy, versionsBefore(c, entries)), c, entries, hashes }
}

/** A case that is moved to another version is decided upon with both. */
async function worldToDecide(tx: Tx, { world, c, entries }: OpenCase, command: Command): Promise<World> {
  if (command.kind !== 'change version') return world
  const other = await otherWorldOf(tx, c, entries, command.to.version)
  return other ? { ...world, other } : world
}

const nothingYet = { entries: [], hashes: [] }

async function write(
  tx: Tx,
  world: World,
  caseId: string,
  { entries: before, hashes }: Pick<OpenCase, 'entries' | 'hashes'>,
  entries: readonly Entry[],
  at: number,
): Promise<readonly EntryHash[]> {
  if (entries.length === 0) return []
  const all = [...before, ...entries]
  const c = fold(all)
  if (!c) throw new Error('A record begins with `raised`.')
  const { parts, deadlines, register, shares } = project(worldAfter(world, c.policy), c, all, at, false)
  const first = before.length === 0
  const last = hashes.at(-1)
  return tx.append({
    caseId,
    expected: before.length,
    ...(last ? { head: last.hash } : {}),
    entries,
    parts,
    deadlines,
    register,
    shares,
    outbox: noticesFor(caseId, entries),
    ...(first ? { label: { title: c.title, subject: c.subject.name } } : {}),
  })
}

/** What was written, as its writer may know of it: how many entries they can read, and what those just written are called. */
function done(
  asking: Asking,
  caseId: string,
  world: World,
  entries: readonly Entry[],
  written: readonly Entry[],
  hashes: readonly EntryHash[],
  at: number,
): RunResult & { readonly ok: true } {
  const c = fold(entries)
  const readable = c ? readableBy(asking, { world: worldAfter(world, c.policy), c, entries }, at) : []
  const refs = references(hashes)
  return {
    ok: true,
    caseId,
    version: readable.length,
    entries: written,
    references: readable.filter((e) => written.includes(e)).flatMap((e) => refs.get(e.seq) ?? []),
    again: false,
  }
}

const readableBy = (asking: Asking, found: Omit<OpenCase, 'hashes'>, at: number): readonly Entry[] => {
  const may = sees(found.world, found.c, found.entries, asking.viewer.person, at)
  return found.entries.filter((e) => may.has(e.seq))
}

/** Entries by others that came after the page was shown: `expected` counts what this viewer could read then. */
function changedSince(readable: readonly Entry[], asking: Asking, expected: number | undefined): readonly Entry[] {
  if (expected === undefined) return []
  return readable.slice(expected).filter((e) => e.by !== 'concordat' && e.by !== asking.viewer.person)
}

class Undone extends Error {
  readonly result: RunResult
  constructor(result: RunResult) {
    super('Refused: undone.')
    this.result = result
  }
}

/** Does the work once for a submission key; what is refused is undone whole, and only its audit line stays. */
async function once(
  store: Store,
  clock: Clock,
  asking: Asking,
  body: string,
  submission: string,
  caseId: string | undefined,
  work: (tx: Tx, at: number) => Promise<RunResult>,
  tries = 4,
): Promise<RunResult> {
  const principal = principalOf(asking)
  const at = clock.now()
  try {
    return await store.transaction(
      principal,
      async (tx) => {
        const claim = await tx.submission.claim(submission, body)
        if (claim.is === 'other body') throw new Undone({ ok: false, why: 'key reused' })
        if (claim.is === 'same' && isKept(claim.answer))
          return { ok: true, references: [], ...claim.answer, entries: [], again: true }
        const result = await work(tx, at)
        if (!result.ok) throw new Undone(result)
        await tx.submission.store(submission, {
          caseId: result.caseId,
          version: result.version,
          references: result.references,
        })
        await tx.audit({
          what: 'acted',
          caseId: result.caseId,
          purpose: result.entries.find((e) => e.by !== 'concordat')?.what.kind ?? 'tick',
          agency: asking.viewer.agency,
        })
        return result
      },
      { at },
    )
  } catch (error) {
    // The record's own number would tell how much of it is hidden: decided anew, on what stands now.
    if (error instanceof VersionConflict && tries > 1)
      return once(store, clock, asking, body, submission, caseId, work, tries - 1)
    if (!(error instanceof Undone)) throw error
    await store.transaction(
      principal,
      (tx) =>
        tx.audit({
          what: 'refused',
          ...(caseId ? { caseId } : {}),
          purpose: codeOf(error.result),
          agency: asking.viewer.agency,
        }),
      { at },
    )
    return error.result
  }
}

const isKept = (answer: unknown): answer is { caseId: string; version: number; references?: readonly string[] } =>
  typeof answer === 'object' && answer !== null && 'caseId' in answer
const codeOf = (result: RunResult): string =>
  result.ok ? '' : result.why === 'refused' ? `refused: ${result.refusal.code}` : result.why

/** Writes what time alone brings, case by case; each in a transaction of its own. */
async function tick(
  store: Store,
  clock: Clock,
  partnership: string,
  sweep: ReturnType<typeof addendaSweep>,
): Promise<number> {
  const at = clock.now()
  const due = await store.transaction({ work: true, partnership }, (tx) => tx.dueBefore(at, 500), { at })
  const turned = await store.transaction({ program: true, partnership }, (tx) => sweep(tx, at), { at })
  let written = 0
  for (const caseId of new Set([...due.map((d) => d.caseId), ...turned.caseIds])) {
    const wrote = await store.transaction(
      { program: true, partnership },
      async (tx) => {
        const found = await openCase(tx, caseId, true)
        if (!found) return false
        const decided = decide(found.world, found.c, { kind: 'tick' }, { person: 'concordat', at })
        if (!decided.ok || decided.value.length === 0) return false
        await write(tx, found.world, caseId, found, decided.value, at)
        return true
      },
      { at },
    )
    if (wrote) written++
  }
  turned.done()
  return written
}

/** Random, so that a number says nothing of how many there are: 2026-K7F3. No vowels: no words by chance. */
function caseNumber(at: number): string {
  const letters = '23456789BCDFGHJKMNPQRSTVWXZ'
  const bytes = randomBytes(5)
  return `${new Date(at).getUTCFullYear()}-${[...bytes].map((b) => letters[b % letters.length]).join('')}`
}
