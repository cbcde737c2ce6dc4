import type { Case } from '../case/case.ts'
import { answersAt } from '../case/condition.ts'
import type { RiskLevel } from '../case/entry.ts'
import type { At } from '../people/directory.ts'

/** "serious, not immediate": how a side sees the risk, after "Risk checked:". */
export function riskWords(level: RiskLevel): string {
  switch (level) {
    case 'immediate':
      return 'immediate'
    case 'serious':
      return 'serious, not immediate'
    case 'some':
      return 'some concern'
    case 'none':
      return 'no concern now'
  }
}

/** Somebody has said that the danger is immediate, and nobody has said since that it is over. */
export const isImmediate = (view: { readonly c: Case; readonly at: At }): boolean =>
  !view.c.end && answersAt(view.c, view.at)('immediate-harm') === true
