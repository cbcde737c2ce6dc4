import type { CaseView } from '../../app/app.ts'
import { type DutyInstance, isLive } from '../../domain/case/duty-instance.ts'
import { owersIn } from '../../domain/case/holders-in-case.ts'
import type { Verb } from '../../domain/policy/policy.ts'
import { ofCase, query } from '../urls.ts'
import { dutyRef } from './refs.ts'

/** The noun of the page on which an act of each verb is recorded. */
export const nounOf: Readonly<Record<Verb, string>> = {
  tell: 'notices',
  write: 'papers',
  record: 'records',
  refer: 'referrals',
  answer: 'facts',
  discuss: 'discussions',
  meet: 'meetings',
  reply: 'replies',
  consult: 'advice',
  agree: 'outcome',
  do: 'done',
  keep: 'breaches',
}

/** Where somebody does what a duty asks. */
export function dutyUrl(partnership: string, view: Pick<CaseView, 'caseId' | 'refs'>, i: DutyInstance): string {
  const { caseId } = view
  const ref = dutyRef(view, i)
  const asked = query({ duty: ref })
  const act = i.duty?.act
  if (i.gate) return ofCase(partnership, caseId, 'facts', i.gate.fact) + asked
  if (!act) return ofCase(partnership, caseId, 'dates', ref)
  if (act.verb === 'answer') return ofCase(partnership, caseId, 'facts', act.fact) + asked
  if (act.verb === 'agree') return ofCase(partnership, caseId, 'outcome', i.id)
  return ofCase(partnership, caseId, nounOf[act.verb]) + asked
}

/** Live duties of a verb that this reader owes, must and should before may. */
export function mineOf(view: CaseView, verb: Verb): readonly DutyInstance[] {
  const order = { must: 0, should: 1, may: 2 }
  return view.duties
    .filter(
      (i) =>
        i.duty?.act.verb === verb &&
        isLive(i) &&
        owersIn(view.world, view.c, i, view.at).some((h) => h.person === view.reader),
    )
    .sort((a, b) => order[a.force] - order[b.force])
}
