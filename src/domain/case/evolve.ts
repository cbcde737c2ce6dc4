/** `evolve`: the case after one more entry. Total and without judgement: `decide` has already said yes. Source: domain.md section 3. */
import { type Case, currentVisit } from './case.ts'
import type { Action, Entry } from './entry.ts'
import { answered, facts, marked, raised } from './evolve-parts.ts'
import { versionChanged } from './evolve-version.ts'
import { enter, happen, leave, reopen } from './visits.ts'

export function fold(entries: readonly Entry[]): Case | undefined {
  let c: Case | undefined
  for (const entry of entries) c = evolve(c, entry)
  return c
}

export function evolve(before: Case | undefined, entry: Entry): Case {
  const known = made.get(entry)
  if (known && known.before === before) return known.after
  const after = withEntry(before, entry)
  made.set(entry, { before, after })
  return after
}

// Whoever decides folds an entry and whoever asked folds it again: the same case both times, with what has been worked out of it already.
const made = new WeakMap<Entry, { readonly before: Case | undefined; readonly after: Case }>()

function withEntry(before: Case | undefined, entry: Entry): Case {
  if (!before) return raised(entry)
  const c = marked(answered(before, entry), entry)
  const what = entry.what
  const at = entry.happened
  switch (what.kind) {
    case 'raised':
      throw new Error('A case is raised once.')
    case 'joined': {
      const known = c.agencies.some((a) => a.agency === what.agency)
      const agency = {
        agency: what.agency,
        side: 'responding' as const,
        ...(what.person ? { person: what.person } : {}),
        joinedAt: at,
      }
      return happen({ ...c, agencies: known ? c.agencies : [...c.agencies, agency] }, entry, 'joined', what.agency)
    }
    case 'raiser joined':
      return { ...c, raisers: [...c.raisers, { person: what.person }] }
    case 'supporter joined':
      return entry.agency === 'concordat'
        ? c
        : {
            ...c,
            supporters: [...c.supporters, { person: what.person, supports: what.supports, agency: entry.agency, at }],
          }
    case 'told':
    case 'written':
    case 'referred':
    case 'consulted':
      return told(facts(c, entry, what.facts), entry, what.to ?? [])
    case 'recorded':
    case 'discussed':
    case 'met':
    case 'replied':
    case 'done':
      return facts(c, entry, what.facts)
    case 'fact answered':
      return facts(c, entry, { [what.fact]: what.answer })
    case 'proposed':
      return entry.by === 'concordat' || entry.agency === 'concordat' || entry.side === 'concordat'
        ? c
        : {
            ...c,
            proposals: [
              ...c.proposals,
              {
                seq: entry.seq,
                of: what.of,
                visit: what.visit,
                agency: entry.agency,
                side: entry.side,
                by: entry.by,
                at,
                lines: what.lines,
                outstanding: what.outstanding,
                confirmed: [],
                refused: [],
              },
            ],
          }
    case 'confirmed': {
      const { by, agency, side } = entry
      if (by === 'concordat' || agency === 'concordat' || side === 'concordat') return c
      const proposals = c.proposals.map((p) =>
        p.seq === what.proposal
          ? { ...p, confirmed: [...p.confirmed, { agency, side, by, at, facts: what.facts }] }
          : p,
      )
      return facts({ ...c, proposals }, entry, what.facts)
    }
    case 'not confirmed': {
      const { by, agency, side } = entry
      if (by === 'concordat' || agency === 'concordat' || side === 'concordat') return c
      const proposals = c.proposals.map((p) =>
        p.seq === what.proposal ? { ...p, refused: [...p.refused, { agency, side, by, at, words: what.words }] } : p,
      )
      return what.stage ? enter({ ...reopen(c), proposals }, entry, what.stage) : { ...c, proposals }
    }
    case 'gate asked':
      return {
        ...c,
        gates: [
          ...c.gates,
          { move: what.move, facts: what.facts, visit: currentVisit(c).n, side: what.side, at, seq: entry.seq },
        ],
      }
    case 'risk reviewed':
      return entry.agency === 'concordat'
        ? c
        : {
            ...c,
            risk: [
              ...c.risk,
              {
                side: entry.side === 'concordat' ? 'board' : entry.side,
                agency: entry.agency,
                level: what.level,
                words: what.words,
                at,
              },
            ],
          }
    case 'interim arrangement':
      return entry.by === 'concordat'
        ? c
        : {
            ...c,
            arrangements: [...c.arrangements, { at, ...(what.until ? { until: what.until } : {}) }],
            arrangement: {
              words: what.words,
              answersFor: what.answersFor,
              ...(what.until ? { until: what.until } : {}),
              at,
              by: entry.by,
            },
          }
    case 'arrangement checked':
      return c.arrangement && entry.by !== 'concordat'
        ? { ...c, arrangement: { ...c.arrangement, checked: { at, by: entry.by } } }
        : c
    case 'protective date':
      return { ...c, protective: [...c.protective, { date: what.date, at, words: what.words, seq: entry.seq }] }
    case 'date set':
      return { ...c, dateSet: { ...c.dateSet, [what.key]: { date: what.date, at } } }
    case 'waived':
      return { ...c, waived: { ...c.waived, [what.key]: { at, seq: entry.seq, samePerson: what.samePerson } } }
    case 'move signed': {
      const { agency, side } = entry
      if (agency === 'concordat' || side === 'concordat') return c
      const signature = {
        move: what.move,
        visit: currentVisit(c).n,
        agency,
        side,
        ...(what.end ? { end: what.end } : {}),
        ...(what.stage ? { stage: what.stage } : {}),
        alone: what.alone,
        at,
        seq: entry.seq,
      }
      return facts({ ...c, signatures: [...c.signatures, signature] }, entry, what.facts)
    }
    case 'escalated':
    case 'sent back':
      return enter(leave(facts(c, entry, what.facts), entry), entry, what.start)
    case 'agreed':
    case 'decided':
    case 'went no further':
    case 'withdrawn':
    case 'handed over': {
      const left = leave(facts(c, entry, what.facts), entry)
      const end = {
        end: what.end,
        move: what.move,
        at,
        visit: currentVisit(c).n,
        seq: entry.seq,
        words: what.words,
        facts: what.facts,
      }
      return opened(happen({ ...left, end }, entry, 'end', what.end), entry, what.outstanding)
    }
    case 'raiser withdrew':
      return { ...c, raisers: c.raisers.map((r) => (r.person === what.person ? { ...r, withdrew: at } : r)) }
    case 'settled with':
      return { ...c, agencies: c.agencies.map((a) => (a.agency === what.agency ? { ...a, settledAt: at } : a)) }
    case 'decision changed': {
      // A case that had closed has something to be told again.
      const { closed: _closed, ...open } = c
      return happen(c.end ? { ...open, end: { ...c.end, words: what.words } } : c, entry, 'decision changed', 'decided')
    }
    case 'reopened':
      return enter(reopen(c), entry, what.start)
    case 'panel composed':
      return { ...c, panel: { members: what.members, at, seq: entry.seq, visit: currentVisit(c).n, by: entry.by } }
    case 'conflict declared':
      return { ...c, conflicts: [...c.conflicts, { person: what.person, words: what.words, at }] }
    case 'shared':
      return what.entry === undefined
        ? c
        : { ...c, shares: [...c.shares, { entry: what.entry, agencies: what.with.agencies, people: what.with.people }] }
    case 'permission':
      return {
        ...c,
        permissions: [
          ...c.permissions,
          {
            of: what.of,
            step: what.step,
            ...(what.entry === undefined ? {} : { entry: what.entry }),
            agency: entry.agency,
            at,
          },
        ],
      }
    case 'outstanding opened':
      return opened(c, entry, [what.action])
    case 'outstanding done': {
      const same = (o: { seq: number; index: number }) => o.seq === what.opened.seq && o.index === what.opened.index
      return {
        ...c,
        outstanding: c.outstanding.map((o) => (same(o) ? { ...o, done: { at, by: entry.by, words: what.words } } : o)),
      }
    }
    case 'deadline passed':
      return { ...c, passed: [...c.passed, what.key], lateSince: { ...c.lateSince, [what.key]: at } }
    case 'addendum':
      return { ...c, addenda: [...c.addenda, { addendum: what.addendum, step: what.step, at }] }
    case 'version changed':
      return versionChanged(c, entry, what)
    case 'closed':
      return { ...c, closed: { at, seq: entry.seq } }
    case 'breached':
    case 'reply weighed':
    case 'no protective date':
    case 'dissented':
    case 'note':
    case 'information':
    case 'not shared':
    case 'debriefed':
    case 'learning point':
    case 'corrected':
    case 'dates moved':
      return c
  }
}

const told = (c: Case, entry: Entry, to: readonly string[]): Case => ({
  ...c,
  told: [
    ...c.told,
    ...to.map((person) => ({ person, at: entry.happened, seq: entry.seq, by: entry.by, agency: entry.agency })),
  ],
})

const opened = (c: Case, entry: Entry, actions: readonly Action[]): Case => ({
  ...c,
  outstanding: [
    ...c.outstanding,
    ...actions.map((action, index) => ({ seq: entry.seq, index, action, at: entry.happened })),
  ],
})
