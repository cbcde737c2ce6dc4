/** A case cut to one reader: the fold holds everything, a page may hold only what this part may know. Source: trust.md requirement 7. */
import type { Case } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import type { Part } from './parts.ts'
import type { World } from './world.ts'

/** The state without what came from entries this reader may not read. Times, stages and sides stay: both sides know where the case stands. */
export function shownCase(c: Case, part: Part, seqs: ReadonlySet<number>): Case {
  const seen = <T extends { readonly seq: number }>(list: readonly T[]): readonly T[] =>
    list.filter((x) => seqs.has(x.seq))
  const readsParties = part.level !== 'observer' && part.level !== 'board'
  const inside = (n: number) => c.visits.find((v) => v.n === n)?.inside === true && part.side !== 'raising'
  const { arrangement: _arrangement, end, ...rest } = c
  return {
    ...rest,
    // Counted by what this reader may read: a gap would say that something is hidden.
    version: seqs.size,
    ...(readsParties && c.arrangement ? { arrangement: c.arrangement } : {}),
    ...(end ? { end: seqs.has(end.seq) ? end : { ...end, words: '', facts: {} } } : {}),
    subject:
      readsParties || c.told.some((t) => t.person === part.person)
        ? c.subject
        : { ...c.subject, name: '', reference: '' },
    title: readsParties || c.told.some((t) => t.person === part.person) ? c.title : '',
    visits: c.visits.filter((v) => !inside(v.n)),
    answers: Object.fromEntries(
      Object.entries(c.answers).map(([fact, given]) => [fact, given.filter((a) => seqs.has(a.seq))]),
    ),
    protective: readsParties ? seen(c.protective) : [],
    signatures: seen(c.signatures),
    gates: seen(c.gates),
    proposals: seen(c.proposals),
    outstanding: seen(c.outstanding),
    told: seen(c.told),
    supporters: c.supporters.filter((s) => s.agency === part.agency),
    risk: readsParties ? c.risk : [],
    permissions: c.permissions.filter((p) => p.entry === undefined || seqs.has(p.entry)),
    shares: c.shares.filter((s) => seqs.has(s.entry)),
  }
}

/** Duties a reader may know of: not the other side's talks inside its own agency, nor those of a stage it does not see. */
export function shownDuties(c: Case, part: Part, duties: readonly DutyInstance[]): readonly DutyInstance[] {
  return duties.filter((i) => {
    const visit = c.visits.find((v) => v.n === i.visit)
    if (visit?.inside && part.side !== 'raising') return false
    if (i.gate) return i.gate.side === part.side
    if (i.agency === undefined || i.agency === part.agency || !i.duty) return true
    const { act } = i.duty
    return act.verb !== 'consult' || act.to.some((w) => w.side !== 'own' && w.role !== 'supporter')
  })
}

export function shownParts(world: World, c: Case, part: Part, parts: readonly Part[]): readonly Part[] {
  return parts.filter((p) => {
    if (p.level === 'supporter') return p.agency === part.agency || c.told.some((t) => t.person === p.person)
    if (p.level === 'board') return world.policy.register !== undefined || c.told.some((t) => t.person === p.person)
    return true
  })
}
