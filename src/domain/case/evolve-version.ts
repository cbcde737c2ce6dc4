/** What moving a case to another version does to the fold: its stages are called as the new version calls them, its current visit goes on. Source: language.md section 3 "Versions". */
import type { Id } from '../policy/policy.ts'
import { type Case, currentVisit } from './case.ts'
import type { Entry, InstanceKey, What } from './entry.ts'
import { mappedStage } from './mapped-stage.ts'
import { joinedHere } from './visits.ts'

export function versionChanged(c: Case, entry: Entry, what: Extract<What, { kind: 'version changed' }>): Case {
  const named = (stage: Id): Id => mappedStage(what.stages, stage)
  const here = currentVisit(c)
  const { start } = what
  const renamed: Case = {
    ...c,
    policy: what.version,
    visits: c.visits.map((v) =>
      v.n === here.n
        ? { ...v, stage: start.stage, people: start.people, inside: v.inside && start.inside }
        : { ...v, stage: named(v.stage) },
    ),
    happenings: c.happenings.map((h) => (h.on === 'entered' || h.on === 'left' ? { ...h, of: named(h.of) } : h)),
    signatures: c.signatures.map((s) => (s.stage === undefined ? s : { ...s, stage: named(s.stage) })),
    passed: c.passed.map((key) => limitKey(key, named)),
    lateSince: Object.fromEntries(Object.entries(c.lateSince).map(([key, at]) => [limitKey(key, named), at])),
    dateSet: Object.fromEntries(Object.entries(c.dateSet).map(([key, date]) => [limitKey(key, named), date])),
    changes: [
      ...c.changes.map((change) => ({
        ...change,
        added: change.added.map((a) => (a.stage === undefined ? a : { ...a, stage: named(a.stage) })),
      })),
      { at: entry.happened, visit: here.n, added: what.added },
    ],
  }
  return here.inside && !start.inside ? joinedHere(renamed, entry) : renamed
}

/** The key of a stage's own limit names the stage; those of duties do not. */
function limitKey(key: InstanceKey, named: (stage: Id) => Id): InstanceKey {
  const [id = '', ...rest] = key.split('·')
  return rest.at(-1) === 'both' ? [named(id), ...rest].join('·') : key
}
