import type { RiskLevel } from '../case/entry.ts'

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
