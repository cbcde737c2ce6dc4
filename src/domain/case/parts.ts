/** Who has a part in a case, and how much it lets them read. Need to know, by case and not by agency. Source: domain.md section 4 "Audiences"; trust.md B.2. */
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { live } from '../people/holders.ts'
import { settingsAsOf } from './addenda.ts'
import { agenciesFor } from './available.ts'
import { type Case, currentVisit } from './case.ts'
import { factsIn } from './condition.ts'
import { due } from './due.ts'
import { isLive } from './duty-instance.ts'
import type { Side } from './entry.ts'
import { holdersInCase, type InCase, owersIn } from './holders-in-case.ts'
import { partyOf, sideOf } from './people-in-case.ts'
import { movesOfStage } from './targets.ts'
import type { World } from './world.ts'

/**
 * party: acts for a side, reads what both sides and their own agency may read · supporter: reads with the one supported ·
 * decider: Chair and those who compose · panel: a member · board: knows of the case, reads what is for the Board · observer: reads only what is addressed to them.
 */
export type Level = 'party' | 'supporter' | 'decider' | 'panel' | 'board' | 'observer'

export interface Part {
  readonly person: PersonId
  readonly agency: AgencyId
  readonly side: Side
  readonly level: Level
  readonly from: At
}

const rank: Readonly<Record<Level, number>> = { decider: 0, party: 1, panel: 2, supporter: 3, board: 4, observer: 5 }

/** One row for each person and agency, the strongest level first. Whoever owes something or may move the case has a part: nobody can do what they may not see. People without a live post are not in it. */
export function partsOf(world: World, c: Case, at: At): readonly Part[] {
  const found: Part[] = []
  const joined = (agency: AgencyId) => c.agencies.find((a) => a.agency === agency)?.joinedAt
  const add = (person: PersonId, agency: AgencyId, level: Level, from: At) =>
    found.push({ person, agency, side: sideOf(c, world, agency, person), level, from })
  for (const p of partyOf(world, c, undefined, at)) {
    const from = joined(p.agency)
    if (from !== undefined) add(p.person, p.agency, 'party', from)
  }
  for (const s of c.supporters) add(s.person, s.agency, 'supporter', s.at)
  for (const v of c.visits) {
    for (const p of v.people) {
      if (p.side !== 'board' && p.side !== 'outside') continue
      const stage = world.policy.stages.find((s) => s.id === v.stage)
      const decides = stage?.by?.role === p.role || stage?.between?.some((w) => w.role === p.role)
      add(p.person, p.agency, decides ? 'decider' : 'board', v.from)
    }
    for (const person of composers(world, c, v.stage, at)) add(person.person, person.agency, 'decider', v.from)
  }
  for (const keeper of registerKeepers(world, c, at)) add(keeper.person, keeper.agency, 'board', keeper.from)
  for (const w of waivers(world, c, at)) add(w.person, w.agency, 'board', c.raisedAt)
  for (const i of due(world, c, at)) {
    if (i.stage || i.force === 'may' || i.arose === undefined || i.status === 'not needed') continue
    for (const ower of owersIn(world, c, i, at)) add(ower.person, ower.agency, levelOf(world, c, ower.agency), i.arose)
  }
  for (const m of movers(world, c, at)) add(m.person, m.agency, levelOf(world, c, m.agency), currentVisit(c).from)
  for (const a of answerers(world, c, at)) add(a.person, a.agency, levelOf(world, c, a.agency), currentVisit(c).from)
  for (const m of c.panel?.members ?? []) add(m.person, m.agency, 'panel', c.panel?.at ?? at)
  for (const t of c.told)
    for (const told of toldAs(world, c, t.person, at)) add(t.person, told.agency, told.level, t.at)
  const employed = new Set(live({ directory: world.directory, at }).map((p) => p.person))
  return strongest(found.filter((p) => employed.has(p.person) && p.from <= at))
}

/** Whoever keeps the register knows of the case from the policy's stage on, and reads no narrative by that. */
function registerKeepers(world: World, c: Case, at: At): readonly { person: PersonId; agency: AgencyId; from: At }[] {
  const { register, stages } = world.policy
  if (!register) return []
  const rank = (id: string) => stages.findIndex((s) => s.id === id)
  const since = c.visits.find((v) => rank(v.stage) >= rank(register.from))
  return since
    ? holdersInCase(world, c, register.keptBy, undefined, at).map((h) => ({
        person: h.person,
        agency: h.agency,
        from: since.from,
      }))
    : []
}

/**
 * Whoever may let a `must` go, where the policy names a role of the Board for it: they know of the case while something must be done,
 * see its duties, and read nothing that was written for the two sides. Source: language.md section 3 "Life of an instance".
 */
function waivers(world: World, c: Case, at: At): readonly InCase[] {
  const { waive } = settingsAsOf(world, at)
  if (world.policy.roles[waive]?.at !== 'board') return []
  const must = due(world, c, at).some((i) => i.duty && i.force === 'must' && isLive(i))
  return must ? holdersInCase(world, c, waive, undefined, at) : []
}

/** Whoever is to answer a question on which something of the stage, or a later one, hangs. A move's own gate is asked for first. */
function answerers(world: World, c: Case, at: At) {
  const { policy } = world
  const stage = policy.stages.find((s) => s.id === currentVisit(c).stage)
  if (!stage || c.end) return []
  const rungs = policy.tracks.find((t) => t.id === c.track)?.stages ?? []
  const later = policy.stages.filter((s) => rungs.indexOf(s.id) > rungs.indexOf(stage.id))
  const duties = [...stage.duties, ...policy.duties]
  const limits = [...stage.within, ...duties.flatMap((d) => d.within)]
  const hanging = new Set([...later, ...duties, ...limits].flatMap((x) => factsIn(x.if)))
  const whos = [...hanging].flatMap((fact) => policy.facts[fact]?.by ?? [])
  return whos.flatMap((who) => agenciesFor(c, who).flatMap((agency) => holdersInCase(world, c, who.role, agency, at)))
}

/** Whom a move of the stage names by role: a lead who may take it further has to see what. */
function movers(world: World, c: Case, at: At) {
  const stage = world.policy.stages.find((s) => s.id === currentVisit(c).stage)
  if (!stage || c.end) return []
  const whos = movesOfStage(world.policy, stage).flatMap((m) => (m.by && world.policy.roles[m.by.role] ? [m.by] : []))
  return whos.flatMap((who) => agenciesFor(c, who).flatMap((agency) => holdersInCase(world, c, who.role, agency, at)))
}

/** Whoever composes the panel of a stage reads the case from the moment that stage, or one that leads to it, is entered. */
function composers(world: World, c: Case, stageId: string, at: At) {
  const stage = world.policy.stages.find((s) => s.id === stageId)
  const seats = stage?.by ? world.policy.roles[stage.by.role]?.seats : undefined
  return seats?.composedBy ? holdersInCase(world, c, seats.composedBy, undefined, at) : []
}

/**
 * As what somebody told reads: a colleague as a party, the Board's office as the Board, others only what is addressed to them.
 * Whoever speaks for an agency of the case on the Board reads what both sides may read, and not that agency's own notes: they work elsewhere.
 */
function toldAs(
  world: World,
  c: Case,
  person: PersonId,
  at: At,
): readonly { readonly agency: AgencyId; readonly level: Level }[] {
  const posts = live({ directory: world.directory, at }).filter((p) => p.person === person)
  return posts.map((p) => {
    const level = levelOf(world, c, p.agency)
    const speaks = p.speaksFor.some((a) => c.agencies.some((x) => x.agency === a && x.joinedAt !== undefined))
    return { agency: p.agency, level: level === 'observer' && speaks ? ('supporter' as const) : level }
  })
}

function levelOf(world: World, c: Case, agency: AgencyId): Level {
  if (c.agencies.some((a) => a.agency === agency && a.joinedAt !== undefined)) return 'party'
  return world.directory.agencies[agency]?.kind === 'board' ? 'board' : 'observer'
}

function strongest(parts: readonly Part[]): readonly Part[] {
  const best = new Map<string, Part>()
  for (const p of parts) {
    const key = `${p.person} ${p.agency}`
    const known = best.get(key)
    if (!known || rank[p.level] < rank[known.level])
      best.set(key, known ? { ...p, from: Math.min(p.from, known.from) } : p)
  }
  return [...best.values()].sort((a, b) => rank[a.level] - rank[b.level] || a.from - b.from)
}

export const partOf = (world: World, c: Case, person: PersonId, at: At): Part | undefined =>
  partsOf(world, c, at).find((p) => p.person === person)

export { isRaiser } from './people-in-case.ts'
