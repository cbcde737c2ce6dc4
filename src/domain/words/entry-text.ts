import type { What } from '../case/entry.ts'

/** What somebody wrote in an entry, as they wrote it. Empty for what has no words of its own. */
export function entryText(what: What): string {
  switch (what.kind) {
    case 'proposed':
      return what.lines.map((line, n) => `${n + 1}. ${line}`).join('\n')
    case 'joined':
      return what.why
    case 'outstanding opened':
    case 'confirmed':
    case 'raiser joined':
    case 'supporter joined':
    case 'deadline passed':
    case 'addendum':
      return ''
    case 'panel composed':
      return what.leftOut
    case 'raised':
    case 'told':
    case 'written':
    case 'recorded':
    case 'referred':
    case 'discussed':
    case 'met':
    case 'replied':
    case 'reply weighed':
    case 'consulted':
    case 'done':
    case 'breached':
    case 'not confirmed':
    case 'fact answered':
    case 'gate asked':
    case 'risk reviewed':
    case 'interim arrangement':
    case 'arrangement checked':
    case 'protective date':
    case 'no protective date':
    case 'date set':
    case 'waived':
    case 'move signed':
    case 'escalated':
    case 'sent back':
    case 'agreed':
    case 'decided':
    case 'went no further':
    case 'withdrawn':
    case 'handed over':
    case 'raiser withdrew':
    case 'settled with':
    case 'decision changed':
    case 'dissented':
    case 'reopened':
    case 'conflict declared':
    case 'note':
    case 'information':
    case 'shared':
    case 'not shared':
    case 'permission':
    case 'outstanding done':
    case 'debriefed':
    case 'learning point':
    case 'corrected':
    case 'closed':
    case 'version changed':
    case 'dates moved':
      return what.words
  }
}
