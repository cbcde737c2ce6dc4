/**
 * `replay`: a past case lived again under a draft. The same people do the same things at the same moments; the draft's rules answer.
 * What differs is listed: dates, what is owed and told, what is late, panels, refusals, the outcome. No words of the case are in it.
 * Source: issue "The policy workbench" point 6, mission "Replay".
 */
import type { At } from '../../people/directory.ts'
import type { Case } from '../case.ts'
import type { Command, RaiseCommand } from '../command.ts'
import { decide } from '../decide.ts'
import { due } from '../due.ts'
import { isLive } from '../duty-instance.ts'
import type { Entry } from '../entry.ts'
import { evolve, fold } from '../evolve.ts'
import type { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { commandOf } from './command-of.ts'
import { type Difference, differences } from './differences.ts'

export interface Replayed {
  readonly number: string
  /** The version it was raised under. */
  readonly version: number
  readonly differences: readonly Difference[]
}

/** `was` is the world of the case's own version, `draft` the world it is lived again in: same people, same bank holidays. */
export function replay(entries: readonly Entry[], was: World, draft: World): Replayed {
  const before = fold(entries)
  const last = entries.at(-1)
  if (!before || !last) throw new Error('A record begins with `raised`.')
  const { c, refused } = liveAgain(entries, draft)
  const at = last.recorded
  return {
    number: before.number,
    version: before.policy.version,
    differences: [...refused, ...(c ? differences(view(was, before, at), view(draft, c, at)) : [])],
  }
}

const view = (world: World, c: Case, at: At) => ({ world, c, all: due(world, c, at) })

interface Again {
  readonly c?: Case
  readonly refused: readonly Difference[]
}

function liveAgain(entries: readonly Entry[], world: World): Again {
  const [first, ...rest] = entries
  const raised = first && raise(first, world)
  if (!first || !raised) return { refused: [] }
  if (raised.refusal) return { refused: [refusedBy(first, raised.refusal)] }
  let { c } = raised
  const numbers = new Map<number, number>([[first.seq, 1]])
  const refused: Difference[] = []
  let wrote: readonly Entry[] = []
  for (const [n, entry] of rest.entries()) {
    // One command may have written several entries: what is written again with the first of them is not done twice.
    const together = sameMoment(rest[n - 1], entry)
      ? wrote.find(({ what }) => what.kind === entry.what.kind)
      : undefined
    if (together) {
      numbers.set(entry.seq, together.seq)
      wrote = wrote.filter((one) => one !== together)
    }
    if (together || isLanding(rest, n)) continue
    c = acted(world, c, { kind: 'tick' }, 'concordat', entry.recorded)?.c ?? c
    const command = commandOf(entry, {
      seq: (seq) => numbers.get(seq) ?? seq,
      live: (keys) => liveKeys(world, c, entry.recorded, keys),
    })
    if (!command) continue
    const whole = command.kind === 'move' ? { ...command, ...outstandingOf(rest, n) } : command
    const done = acted(world, c, whole, entry.by, entry.recorded)
    if (done.refusal) refused.push(refusedBy(entry, done.refusal))
    else {
      c = done.c
      const same = done.wrote.find(({ what }) => what.kind === entry.what.kind) ?? done.wrote[0]
      if (same) numbers.set(entry.seq, same.seq)
      wrote = done.wrote.filter((one) => one !== same)
    }
  }
  return { c, refused }
}

type Done =
  | { readonly c: Case; readonly wrote: readonly Entry[]; readonly refusal?: never }
  | { readonly c?: never; readonly refusal: Refusal }

function acted(world: World, c: Case, command: Command, person: Entry['by'], at: At): Done {
  const answer = decide(world, c, command, { person, at })
  return answer.ok ? { c: answer.value.reduce<Case>(evolve, c), wrote: answer.value } : { refusal: answer.refusal }
}

/** The concern as it was raised; what was said with it follows as entries of its own. */
function raise(entry: Entry, world: World): Done | undefined {
  const { what } = entry
  if (what.kind !== 'raised') return undefined
  const raising = what.agencies.find((one) => one.side === 'raising')
  const command: RaiseCommand = {
    kind: 'raise',
    number: what.number,
    subject: what.subject,
    title: what.title,
    facts: what.facts,
    from: raising?.agency ?? '',
    to: what.agencies
      .filter((one) => one.side === 'responding')
      .map(({ agency, person }) => ({ agency, ...(person === undefined ? {} : { person }) })),
    ...startOf(what, world),
  }
  const answer = decide(world, undefined, command, { person: entry.by, at: entry.recorded })
  if (!answer.ok) return { refusal: answer.refusal }
  const c = fold(answer.value)
  return c ? { c, wrote: answer.value } : undefined
}

/** A later rung it began at, by the first of the policy's moves that offers it. */
function startOf(what: Extract<Entry['what'], { kind: 'raised' }>, { policy }: World): Pick<RaiseCommand, 'start'> {
  if (what.start.passed.length === 0) return {}
  const move = policy.moves.find((one) =>
    one.to.some((to) => to.type === 'any stage' || (to.type === 'stage' && to.id === what.start.stage)),
  )
  return move ? { start: { move: move.id, stage: what.start.stage, words: what.words } } : {}
}

const sameMoment = (a: Entry | undefined, b: Entry): boolean => a?.recorded === b.recorded && a.by === b.by

/** The last signature of a move writes the move as well: the signature does both again. */
function isLanding(entries: readonly Entry[], n: number): boolean {
  const here = entries[n]
  const signed = entries[n - 1]
  return (
    here !== undefined &&
    signed?.what.kind === 'move signed' &&
    sameMoment(signed, here) &&
    here.what.kind !== 'move signed' &&
    'move' in here.what &&
    here.what.move === signed.what.move
  )
}

function outstandingOf(entries: readonly Entry[], n: number) {
  const next = entries[n + 1]?.what
  return isLanding(entries, n + 1) && next && 'outstanding' in next ? { outstanding: next.outstanding } : {}
}

function liveKeys(world: World, c: Case, at: At, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return []
  const live = new Set(
    due(world, c, at)
      .filter(isLive)
      .map((i) => i.key),
  )
  return keys.filter((key) => live.has(key))
}

/** The reason may name people, who are nobody's business here: the title and the clauses say enough. */
const refusedBy = ({ what, recorded }: Entry, { title, cites }: Refusal): Difference => ({
  kind: what.kind === 'panel composed' ? 'panel' : 'refusal',
  what: 'move' in what ? what.move : what.kind,
  at: recorded,
  because: `${title}.`,
  cites,
})
