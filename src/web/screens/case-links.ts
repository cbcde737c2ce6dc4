import type { CaseView } from '../../app/app.ts'
import { actionOf, agreedAction } from '../../domain/case/action-duties.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import type { Offer } from '../../domain/case/moves.ts'
import { choosesPanel } from '../../domain/case/panel-duty.ts'
import type { Doing } from '../../domain/words/case-doing.ts'
import { ownPage } from '../../domain/words/duty-ours.ts'
import * as urls from '../urls.ts'
import { dutyRef, entryRef } from './refs.ts'

/** The page on which a duty is done. Nothing for a stage's own limit, which a move or an agreement ends. */
export function dutyHref(p: string, of: Pick<CaseView, 'caseId' | 'refs'>, i: DutyInstance): string | undefined {
  const { caseId } = of
  if (i.gate) return urls.facts(p, caseId, i.gate.fact)
  if (!i.duty) return undefined
  if (i.id === choosesPanel) return urls.panel(p, caseId)
  if (i.id === agreedAction) return actionUrl(p, of, actionOf(i))
  const { act } = i.duty
  const own = ownPage(act)
  if (own) return urls.ofCase(p, caseId, own)
  switch (act.verb) {
    case 'answer':
      return urls.facts(p, caseId, act.fact)
    case 'agree':
      return act.words === 'outcome' ? urls.outcome(p, caseId) : urls.ofCase(p, caseId, 'outcome', i.id)
    case 'keep':
      return undefined
    case 'tell':
    case 'write':
    case 'record':
    case 'refer':
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'do':
      return urls.act(p, caseId, act.verb, dutyRef(of, i))
  }
}

/** Where somebody says that something agreed is done; on the case for whoever may not read what it was agreed in. */
export function actionUrl(
  p: string,
  of: Pick<CaseView, 'caseId' | 'refs'>,
  { seq, index }: { readonly seq: number; readonly index: number },
): string {
  const ref = entryRef(of, seq)
  return ref === undefined ? urls.caseUrl(p, of.caseId) : urls.ofCase(p, of.caseId, 'outstanding', ref, index)
}

/** A move's form, with its target where the move offers several. */
export function offerHref(p: string, caseId: string, { move, lands }: Pick<Offer, 'move' | 'lands'>): string {
  const target = lands.to === 'stage' ? { stage: lands.stage } : { end: lands.end }
  const several = move.to.length > 1 || move.to[0]?.type === 'any stage'
  return urls.move(p, caseId, move.id, several ? target : undefined)
}

/** Where a button of the sentence leads. */
export function doingHref(p: string, view: Pick<CaseView, 'caseId' | 'refs'>, doing: Doing): string {
  switch (doing.is) {
    case 'move':
      return offerHref(p, view.caseId, doing.offer)
    case 'duty':
      return dutyHref(p, view, doing.instance) ?? urls.caseUrl(p, view.caseId)
    case 'record a discussion':
      return urls.discussions(p, view.caseId)
    case 'choose panel':
      return urls.panel(p, view.caseId)
  }
}
