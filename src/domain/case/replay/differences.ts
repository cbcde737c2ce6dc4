import type { At } from '../../people/directory.ts'
import type { Id } from '../../policy/policy.ts'
import type { Case } from '../case.ts'
import type { DutyInstance } from '../duty-instance.ts'
import type { World } from '../world.ts'

/** One thing that would have been otherwise. Times in milliseconds; `was` is how it went, `would` how the draft has it. */
export type Difference =
  /** A duty or a stage would have been due at another time; absent: no time. */
  | { readonly kind: 'date'; readonly what: Id; readonly stage: Id; readonly was?: At; readonly would?: At }
  /** Something would be owed that was not, or the reverse. */
  | { readonly kind: 'duty'; readonly what: Id; readonly stage: Id; readonly only: 'was' | 'would'; readonly at?: At }
  /** Somebody would be told who was not, or the reverse. */
  | {
      readonly kind: 'notice'
      readonly what: Id
      readonly stage: Id
      readonly only: 'was' | 'would'
      readonly to: readonly Id[]
    }
  /** It would have been late, or would not. */
  | { readonly kind: 'late'; readonly what: Id; readonly stage: Id; readonly only: 'was' | 'would' }
  | { readonly kind: 'outcome'; readonly was?: string; readonly would?: string }
  /** What somebody did would have been refused; `panel`: the panel that sat. */
  | {
      readonly kind: 'refusal' | 'panel'
      readonly what: Id
      readonly at: At
      readonly because: string
      readonly cites: readonly Id[]
    }

interface Seen {
  readonly world: World
  readonly c: Case
  readonly all: readonly DutyInstance[]
}

/** What the same doings come to under two policies. Duties that were never needed do not count. */
export function differences(was: Seen, would: Seen): readonly Difference[] {
  const [before, after] = [named(was), named(would)]
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return [
    ...keys.flatMap((key) => between(before.get(key), after.get(key))),
    ...(was.c.end?.end === would.c.end?.end
      ? []
      : [
          {
            kind: 'outcome' as const,
            ...(was.c.end ? { was: was.c.end.end } : {}),
            ...(would.c.end ? { would: would.c.end.end } : {}),
          },
        ]),
  ]
}

interface Named {
  readonly stage: Id
  readonly i: DutyInstance
}

/** By duty, stage, side and how many of the kind came before: visits are counted otherwise where stages differ. */
function named({ c, all }: Seen): ReadonlyMap<string, Named> {
  const found = new Map<string, Named>()
  for (const i of all) {
    if (i.status === 'not needed' || i.gate) continue
    const stage = c.visits.find((visit) => visit.n === i.visit)?.stage ?? ''
    for (let n = 0; ; n++) {
      const key = [i.id, stage, i.agency ?? i.side, n].join(' ')
      if (found.has(key)) continue
      found.set(key, { stage, i })
      break
    }
  }
  return found
}

function between(was: Named | undefined, would: Named | undefined): readonly Difference[] {
  if (was && would) return [...dates(was, would), ...lateness(was, would)]
  const [only, one] = was ? (['was', was] as const) : (['would', would] as const)
  if (!one) return []
  const about = { what: one.i.id, stage: one.stage, only }
  const { duty, due } = one.i
  if (duty && 'to' in duty.act && duty.act.verb === 'tell')
    return [{ kind: 'notice', ...about, to: duty.act.to.map((who) => who.role) }]
  return [{ kind: 'duty', ...about, ...(due ? { at: due.at } : {}) }]
}

function dates({ i: was, stage }: Named, { i: would }: Named): readonly Difference[] {
  if (was.due?.at === would.due?.at) return []
  return [
    {
      kind: 'date',
      what: was.id,
      stage,
      ...(was.due ? { was: was.due.at } : {}),
      ...(would.due ? { would: would.due.at } : {}),
    },
  ]
}

function lateness({ i: was, stage }: Named, { i: would }: Named): readonly Difference[] {
  const [before, after] = [was.lateAt !== undefined, would.lateAt !== undefined]
  return before === after ? [] : [{ kind: 'late', what: was.id, stage, only: before ? 'was' : 'would' }]
}
