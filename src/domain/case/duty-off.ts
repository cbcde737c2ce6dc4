/** When an instance is over without having been done. Source: language.md section 3 "Life of an instance" and the table of acts in section 2. */
import type { At } from '../people/directory.ts'
import type { Duty } from '../policy/policy.ts'
import type { Case, Happening } from './case.ts'
import type { Scope, Start } from './duty-starts.ts'
import { type Ower, rowOf } from './owers.ts'

/**
 * Attempts are overtaken when their stage is left, the case ends or their agency settles; notices and papers are still owed.
 * What an end started is not, unless the end itself is undone. What has not begun when its stage is left is not owed at all.
 */
export function overtakenAt(
  c: Case,
  duty: Duty,
  scope: Scope,
  ower: Ower,
  run: Start | undefined,
  at: At,
): At | undefined {
  const times: At[] = []
  const byLeaving = run !== undefined && run.byEnd === false
  if (run?.byEnd) {
    const undone = c.happenings.find((h) => h.on === 'entered' && h.at >= run.at && h.visit > run.visit)
    if (undone) times.push(undone.at)
  } else if (isAttempt(duty)) {
    const settled = rowOf(c, ower)?.settledAt
    if (settled !== undefined) times.push(settled)
    if (!byLeaving && scope.visit > 0 && scope.to !== undefined) times.push(scope.to)
    // What the policy has done once in a case, or kept, is owed again when the case is opened again; a stage's attempts stay with their visit.
    const lasts = scope.visit === 0 && (!run?.fromEvent || duty.act.verb === 'keep')
    const again = (end: Happening) =>
      lasts && c.happenings.some((h) => h.on === 'entered' && h.seq > end.seq && h.at <= at)
    const ended = c.happenings.find((h) => h.on === 'end' && h.at >= (run?.at ?? scope.from) && !again(h))
    if (!byLeaving && ended) times.push(ended.at)
  } else if (!run && scope.visit > 0 && scope.to !== undefined) times.push(scope.to)
  const first = times.length === 0 ? undefined : Math.min(...times)
  return first !== undefined && first <= at ? first : undefined
}

function isAttempt(duty: Duty): boolean {
  switch (duty.act.verb) {
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'agree':
    case 'do':
    case 'keep':
      return true
    case 'tell':
    case 'write':
    case 'record':
    case 'refer':
    case 'answer':
      return false
  }
}
