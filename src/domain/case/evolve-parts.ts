/** The first entry of a record, and what every entry leaves behind: its mark, the duties it answers, the facts it gives. */
import type { Id } from '../policy/policy.ts'
import type { Case } from './case.ts'
import type { Answers, Entry } from './entry.ts'
import { enter, happen } from './visits.ts'

export function raised(entry: Entry): Case {
  const what = entry.what
  if (what.kind !== 'raised') throw new Error(`The first entry of a record is "raised", not "${what.kind}".`)
  const at = entry.happened
  const empty: Case = {
    version: 0,
    number: what.number,
    title: what.title,
    subject: what.subject,
    policy: entry.policy,
    track: what.track,
    raisedAt: at,
    raisedLate: what.late,
    raisers: what.raisers.map((person) => ({ person })),
    agencies: what.agencies.map((a) => ({ ...a, ...(a.side === 'raising' ? { joinedAt: at } : {}) })),
    visits: [],
    answers: {},
    happenings: [],
    done: {},
    waived: {},
    dateSet: {},
    protective: [],
    signatures: [],
    gates: [],
    proposals: [],
    outstanding: [],
    supporters: [],
    told: [],
    conflicts: [],
    risk: [],
    permissions: [],
    passed: [],
    lateSince: {},
    addenda: [],
    changes: [],
    arrangements: [],
    shares: [],
    marks: [],
  }
  const begun = happen(facts(marked(empty, entry), entry, what.facts), entry, 'raised', 'raised', 0)
  return enter(begun, entry, what.start)
}

export const marked = (c: Case, entry: Entry): Case => ({
  ...c,
  version: entry.seq,
  marks: [
    ...c.marks,
    {
      kind: entry.what.kind,
      owner: entry.owner,
      audience: entry.audience,
      inConfidence: entry.inConfidence,
      by: entry.by,
    },
  ],
})

export function answered(c: Case, entry: Entry): Case {
  if (entry.answers.length === 0) return c
  const done = { ...c.done }
  for (const key of entry.answers)
    done[key] ??= {
      at: entry.happened,
      seq: entry.seq,
      by: entry.by,
      ...(entry.recorded === entry.happened ? {} : { recorded: entry.recorded }),
    }
  return { ...c, done }
}

export function facts(c: Case, entry: Entry, given: Answers | undefined): Case {
  if (!given || Object.keys(given).length === 0) return c
  const answers: Record<Id, Case['answers'][string]> = { ...c.answers }
  for (const [fact, answer] of Object.entries(given)) {
    answers[fact] = [...(answers[fact] ?? []), { at: entry.happened, answer, seq: entry.seq, by: entry.by }]
  }
  return { ...c, answers }
}
