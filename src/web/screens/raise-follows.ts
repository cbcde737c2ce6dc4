import type { Case } from '../../domain/case/case.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { decide } from '../../domain/case/decide.ts'
import { due } from '../../domain/case/due.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import type { Entry } from '../../domain/case/entry.ts'
import { fold } from '../../domain/case/evolve.ts'
import { partsOf } from '../../domain/case/parts.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import type { At } from '../../domain/people/directory.ts'
import { rungsAbove } from '../../domain/words/case-stage.ts'
import type { Telling } from '../../domain/words/case-telling.ts'
import { dayOf, timeOf } from '../../domain/words/case-when.ts'
import { whoOwes } from '../../domain/words/duty-names.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { dutyWorking } from '../../domain/words/duty-working.ts'
import { stageOf } from '../../domain/words/phrase-stage.ts'
import { curly, small } from '../../domain/words/phrase-text.ts'
import { details } from '../html/details.ts'
import { type Html, html } from '../html/html.ts'
import { working } from '../html/working.ts'
import type { RaiseWorld } from './raise-at.ts'
import { raiseInput } from './raise-input.ts'

/** The case as it would be, if it were sent now: worked out by `decide` itself and kept nowhere. */
export type Foreseen =
  | { readonly ok: true; readonly telling: Telling & { readonly c: Case } }
  | { readonly ok: false; readonly refusal: Refusal }

export function foreseen(r: RaiseWorld): Foreseen {
  const { world, at, ctx } = r
  const answer = decide(world, undefined, { ...raiseInput(r), number: 'draft' }, { person: ctx.viewer.person, at })
  if (!answer.ok) return answer
  const c = fold(answer.value)
  if (!c) throw new Error('Raising always begins a case.')
  return { ok: true, telling: tellingOf(r, c, answer.value, at) }
}

function tellingOf(r: RaiseWorld, c: Case, entries: readonly Entry[], at: At): Telling & { readonly c: Case } {
  const reader = r.ctx.viewer.person
  const part = partsOf(r.world, c, at).find((one) => one.person === reader)
  return {
    world: r.world,
    c,
    at,
    reader,
    part: part ?? { agency: r.from, side: 'raising', level: 'party' },
    entries,
    duties: due(r.world, c, at),
  }
}

/** What happens when you send: who is asked to do what by when, where it goes if that fails. */
export function follows(t: Telling & { readonly c: Case }): Html {
  const visit = currentVisit(t.c)
  const live = t.duties.filter(
    (i) =>
      isLive(i) && i.force !== 'may' && i.duty?.act.verb !== 'keep' && (i.visit === visit.n || i.scope === 'policy'),
  )
  const stage = live.find((i) => i.stage)
  const duties = live
    .filter((i) => i.duty && i.status !== 'waiting')
    .sort((a, b) => (a.due?.at ?? Number.POSITIVE_INFINITY) - (b.due?.at ?? Number.POSITIVE_INFINITY))
    .slice(0, 6)
  const next = stageOf(t.world.policy, rungsAbove(t.world, t.c, t.at)[0] ?? '')
  return html`<ul class="govuk-list govuk-list--bullet">${duties.map((i) => html`<li>${line(t, i)}</li>`)}${stage?.due && html`<li>You try to settle it by <strong>${timeOf(stage.due.at)} on ${dayOf(stage.due.at)}</strong>${stage.due.guide && ', as a guide'}</li>`}${
    next &&
    html`<li>If it is not settled, or nobody answers, it may go on to ${/^(A|An|The) /.test(next.is) ? '' : 'the stage '}“${curly(next.is)}”</li>`
  }<li>You hear the outcome, whatever it is</li></ul>${stage?.due && worked(t, stage)}`
}

/** "Tom Reddy, Exampleshire Children’s Services: talk it over with you, by 5pm on Thursday 9 April 2026". */
function line(t: Telling, i: DutyInstance): string {
  const by = i.due ? `, by ${timeOf(i.due.at)} on ${dayOf(i.due.at)}` : ''
  return `${whoOwes(t, i)}: ${small(instanceOrder(t, i))}${by}`
}

function worked(t: Telling, i: DutyInstance): Html {
  const view = dutyWorking(t, i)
  return details({ summary: 'How is this date worked out?', body: view ? working(view) : '' })
}
