/** What entering and leaving a stage, and its events, do to the fold. Source: language.md section 3 "State", "Events". */
import type { At } from '../people/directory.ts'
import type { Id } from '../policy/policy.ts'
import { type Case, currentVisit, type Happening, type Visit } from './case.ts'
import type { Entry, StageStart } from './entry.ts'

export const happen = (c: Case, entry: Entry, on: Happening['on'], of: string, visit = currentVisit(c).n): Case => ({
  ...c,
  happenings: [...c.happenings, { on, of, at: entry.happened, visit, seq: entry.seq, by: entry.by }],
})

export function enter(c: Case, entry: Entry, start: StageStart): Case {
  const at = entry.happened
  const visits: Visit[] = [...c.visits]
  for (const stage of start.passed) visits.push(visit(visits.length + 1, stage, at, entry.seq, true))
  const here: Visit = {
    ...visit(visits.length + 1, start.stage, at, entry.seq, false),
    tier: start.tier,
    inside: start.inside,
    people: start.people,
  }
  const { to: _, ...stay } = here
  const entered = happen({ ...c, visits: [...visits, stay] }, entry, 'entered', start.stage)
  return start.inside ? entered : joinedHere(entered, entry)
}

/** A stage that is not inside brings in every agency that has not joined. */
export function joinedHere(c: Case, entry: Entry): Case {
  const joined = c.agencies.filter((a) => a.joinedAt === undefined)
  const agencies = c.agencies.map((a) => (a.joinedAt === undefined ? { ...a, joinedAt: entry.happened } : a))
  return joined.reduce<Case>((so, a) => happen(so, entry, 'joined', a.agency), { ...c, agencies })
}

const visit = (n: number, stage: Id, at: At, seq: number, passed: boolean): Visit => ({
  n,
  stage,
  tier: 0,
  inside: false,
  from: at,
  to: at,
  passed,
  people: [],
  seq,
})

export function leave(c: Case, entry: Entry): Case {
  const here = currentVisit(c)
  const visits = c.visits.map((v) => (v.n === here.n ? { ...v, to: entry.happened } : v))
  return happen({ ...c, visits }, entry, 'left', here.stage, here.n)
}

export const reopen = (c: Case): Case => {
  const { end: _end, closed: _closed, ...open } = c
  return open
}
