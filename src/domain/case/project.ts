/** Projections of a case: parts, deadlines, the register's row and what was passed on. Pure, and the same from the same entries. Source: domain.md section 3, performance.md. */
import type { At } from '../people/directory.ts'
import { live } from '../people/holders.ts'
import type { Duty } from '../policy/policy.ts'
import { type Case, currentVisit, raisingAgency } from './case.ts'
import { due, isArrangement, stageOf } from './due.ts'
import { type DutyInstance, isLive } from './duty-instance.ts'
import type { Entry } from './entry.ts'
import { owersIn } from './holders-in-case.ts'
import { partsOf } from './parts.ts'
import type { DeadlineRow, DeadlineStatus, PartRow, Projection, RegisterRow, ShareRow } from './projection-rows.ts'
import type { World } from './world.ts'

export function project(world: World, c: Case, entries: readonly Entry[], at: At, rehearsal: boolean): Projection {
  const all = due(world, c, at)
  return {
    parts: partRows(world, c, at),
    deadlines: all.flatMap((i) => deadlineRow(world, c, i, at)),
    register: registerRow(world, c, all, at, rehearsal),
    shares: shareRows(c, entries),
  }
}

const partRows = (world: World, c: Case, at: At): readonly PartRow[] => {
  const parts = partsOf(world, c, at).map(
    (p): PartRow => ({ person: p.person, agency: p.agency, level: p.level, from: p.from }),
  )
  const raisers = c.raisers.filter(
    (r) =>
      !parts.some((p) => p.person === r.person) &&
      live({ directory: world.directory, at }).some((p) => p.person === r.person),
  )
  return [
    ...parts,
    ...raisers.map((r): PartRow => ({ person: r.person, agency: raisingAgency(c), level: 'party', from: c.raisedAt })),
  ]
}

function deadlineRow(world: World, c: Case, i: DutyInstance, at: At): readonly DeadlineRow[] {
  if (i.status === 'not needed') return []
  const status: DeadlineStatus = i.status
  const people = isLive(i) ? [...new Set(owersIn(world, c, i, at).map((h) => h.person))] : []
  return [
    {
      key: i.key,
      dutyId: i.id,
      agency: i.agency ?? i.side,
      side: i.side === 'both' ? 'none' : i.side,
      role: i.duty?.who.role ?? 'party',
      people,
      ...(i.due ? { due: i.due.at } : {}),
      status,
      guide: i.due?.guide ?? false,
    },
  ]
}

function registerRow(world: World, c: Case, all: readonly DutyInstance[], at: At, rehearsal: boolean): RegisterRow {
  const stage = stageOf(world, currentVisit(c).stage)
  const counts = (i: DutyInstance) =>
    isLive(i) && i.force === 'must' && i.status !== 'waiting' && i.duty?.act.verb !== 'keep'
  const live = all.filter(counts).sort(
    (a, b) =>
      (a.due?.at ?? Number.MAX_SAFE_INTEGER) - (b.due?.at ?? Number.MAX_SAFE_INTEGER) ||
      // A panel is chosen before it decides, by the same moment.
      Number(a.duty === undefined) - Number(b.duty === undefined),
  )
  const first = live[0]
  const reason = c.answers['reason']?.at(-1)?.answer
  const reasons = Array.isArray(reason)
    ? reason.filter((r) => typeof r === 'string')
    : typeof reason === 'string'
      ? [reason]
      : []
  const flags = Object.values(world.policy.facts)
    .filter((f) => f.kind.type === 'yes-no' && c.answers[f.id]?.at(-1)?.answer === true && f.origin !== 'ours')
    .map((f) => f.id)
  return {
    number: c.number,
    stage: currentVisit(c).stage,
    stageTitle: stage?.is ?? '',
    status: c.closed ? 'closed' : c.end ? 'ended' : 'open',
    raisingAgency: raisingAgency(c),
    respondingAgencies: c.agencies.filter((a) => a.side === 'responding').map((a) => a.agency),
    reasons,
    flags,
    ...(ageBand(c.subject.age) ? { ageBand: ageBand(c.subject.age) ?? '' } : {}),
    waitingFor: first ? waitingFor(world, first, live) : '',
    ...(first?.due ? { due: first.due.at } : {}),
    late: live.some((i) => i.status === 'late' && !i.due?.guide && (i.due?.at ?? at) < at),
    ...(c.end ? { end: c.end.end } : {}),
    policyId: c.policy.id,
    raisedAt: c.raisedAt,
    ...(c.closed ? { closedAt: c.closed.at } : {}),
    rehearsal,
  }
}

/** Who has to do what next, in words that name no child and no person: "A reply from the side that was asked", "Board manager, to choose the panel". */
function waitingFor(world: World, i: DutyInstance, live: readonly DutyInstance[]): string {
  const roleOf = (id: string | undefined) => (id === undefined ? undefined : world.policy.roles[id]?.is)
  if (i.gate) return 'An answer'
  if (!i.duty)
    return i.stage?.by ? `${roleOf(i.stage.by.role) ?? 'Whoever decides'}, to decide` : 'Both sides, to settle it'
  if (i.duty.act.verb === 'reply')
    return `A reply from ${i.side === 'raising' ? 'the side that raised it' : 'the side that was asked'}`
  const sides = {
    raising: 'The side that raised it',
    responding: 'The side that was asked',
    board: roleOf(i.duty.who.role) ?? 'The Board',
    outside: roleOf(i.duty.who.role) ?? 'Somebody outside',
    both: 'Both sides',
  }
  const across = { raising: 'responding', responding: 'raising', board: '', outside: '', both: '' }[i.side]
  const isShared = live.some((x) => x.id === i.id && x.side === across)
  return `${isShared ? 'Both sides' : sides[i.side]}, ${toDo(i.duty)}`
}

function toDo(duty: Duty): string {
  const { act } = duty
  switch (act.verb) {
    case 'tell':
      return 'to tell those who must know'
    case 'write':
      return isArrangement(duty) ? 'to say what keeps the child safe' : 'to send a paper'
    case 'record':
      return 'to put it on record'
    case 'refer':
      return 'to refer it'
    case 'answer':
      return act.fact === 'our-risk' ? 'to say what the risk is now' : 'to answer a question'
    case 'discuss':
      return 'to talk it over'
    case 'meet':
      return 'to meet'
    case 'reply':
      return 'to reply'
    case 'consult':
      return 'to ask for advice or help'
    case 'agree':
      return `to confirm the ${act.words.replace(/^the /, '')}`
    case 'do':
      return `to ${act.words}`
    case 'keep':
      return `to keep ${act.words}`
  }
}

/** Bands, because an exact age and an agency together can name a child. */
function ageBand(age: string | undefined): string | undefined {
  const years = age === undefined ? Number.NaN : Number.parseInt(age, 10)
  if (Number.isNaN(years)) return undefined
  if (years < 2) return 'under 2'
  if (years < 5) return '2 to 4'
  if (years < 11) return '5 to 10'
  if (years < 14) return '11 to 13'
  if (years < 18) return '14 to 17'
  return '18 or over'
}

/** An entry reaches those it is addressed to, and those it was passed on to. */
function shareRows(c: Case, entries: readonly Entry[]): readonly ShareRow[] {
  const addressed = entries.flatMap((e) =>
    'to' in e.what && Array.isArray(e.what.to)
      ? e.what.to.map((person: string): ShareRow => ({ seq: e.seq, person }))
      : [],
  )
  const passed = c.shares.flatMap((s) => [
    ...s.agencies.map((agency): ShareRow => ({ seq: s.entry, agency })),
    ...s.people.map((person): ShareRow => ({ seq: s.entry, person })),
  ])
  const all = [...addressed, ...passed]
  return all.filter(
    (s, n) => all.findIndex((x) => x.seq === s.seq && x.person === s.person && x.agency === s.agency) === n,
  )
}
