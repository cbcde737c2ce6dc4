/** What moving a case to another version would change, in rows: the thing, how it is now, how it would be. */
import { choosesPanel } from '../case/panel-duty.ts'
import type { Difference } from '../case/replay/differences.ts'
import type { WouldChange } from '../case/version-change.ts'
import type { At } from '../people/directory.ts'
import type { End, Policy, Target } from '../policy/policy.ts'
import { momentWords } from './case-when.ts'
import { moveOrder } from './phrase-move.ts'
import { nameOf } from './replay-words.ts'

export interface ChangeRow {
  readonly what: string
  readonly was: string
  readonly would: string
}

/** Policies: of the version the case goes by, and of the one it would go by. Rows that say the same stand once. */
export function changeRows(
  { differences, moves }: Pick<WouldChange, 'differences' | 'moves'>,
  was: Policy,
  would: Policy,
  now: At,
): readonly ChangeRow[] {
  const rows = [
    ...differences.flatMap((one) => rowOf(one, was, would, now) ?? []),
    ...moves.map((one) => {
      const what = moveName(one.move, one.to, one.only === 'was' ? was : would, would)
      return one.only === 'was'
        ? { what, was: 'Possible', would: 'No longer possible' }
        : { what, was: 'Not possible', would: 'Possible' }
    }),
  ]
  return rows.filter((row, n) => rows.findIndex((other) => JSON.stringify(other) === JSON.stringify(row)) === n)
}

function rowOf(one: Difference, was: Policy, would: Policy, now: At): ChangeRow | undefined {
  switch (one.kind) {
    case 'date':
      return { what: named(one.what, would), was: due(one.was, now), would: due(one.would, now) }
    case 'duty':
    case 'notice': {
      const at = 'at' in one ? one.at : undefined
      if (one.only === 'was')
        return { what: named(one.what, was), was: at === undefined ? 'To be done' : due(at, now), would: 'Falls away' }
      return {
        what: named(one.what, would),
        was: 'Not asked for',
        would: at === undefined ? 'To be done' : due(at, now),
      }
    }
    case 'late':
      return {
        what: named(one.what, would),
        was: one.only === 'was' ? 'Late' : 'In time',
        would: one.only === 'was' ? 'In time' : 'Late',
      }
    // Nobody does anything in a comparison of one moment, and nothing ends.
    case 'outcome':
    case 'panel':
    case 'refusal':
      return undefined
  }
}

const named = (what: string, policy: Policy): string =>
  what === choosesPanel ? 'Choosing the panel' : nameOf(what, policy)

const due = (at: At | undefined, now: At): string => (at === undefined ? 'No date' : momentWords(at, now))

function moveName(id: string, to: string, policy: Policy, would: Policy): string {
  const move = [...policy.moves, ...policy.stages.flatMap((s) => s.moves)].find((m) => m.id === id)
  const stage = [...would.stages, ...policy.stages].some((s) => s.id === to)
  const target: Target = stage ? { type: 'stage', id: to } : { type: 'end', end: to as End }
  return move ? moveOrder(move, policy.stages.some((s) => s.id === to) || !stage ? policy : would, target) : id
}
