import type { CaseView } from '../../app/app.ts'
import { type SafetyWords, safetyWords } from '../../domain/words/case-safety.ts'
import { whomAbout } from '../../domain/words/case-telling.ts'
import { type Html, html } from '../html/html.ts'
import { type SafetyState, safetyBand } from '../html/safety-band.ts'
import * as urls from '../urls.ts'

/** The child's safety meanwhile: above both sides and every clock. */
export function safetyFor(p: string, view: CaseView): Html {
  const words = safetyWords(view)
  return safetyBand({
    id: 'safety',
    title: words.title,
    state: stateOf(p, view, words),
    risk: words.risk.map((r) => html`${r.who}: <strong>${r.level}</strong> (${r.when})`),
  })
}

function stateOf(p: string, view: CaseView, words: SafetyWords): SafetyState {
  const mayWrite = !view.c.closed && (view.part.level === 'party' || view.part.level === 'decider')
  const about = whomAbout(view.c)
  const say =
    mayWrite && !view.c.end
      ? { action: { text: `Say what keeps ${about} safe`, href: urls.arrangement(p, view.caseId) } }
      : {}
  const check = mayWrite
    ? { check: { text: 'Check it again', href: urls.ofCase(p, view.caseId, 'arrangement', 'check') } }
    : {}
  const arrangement = { inPlace: words.inPlace, answers: words.answers, ...check }
  switch (words.state) {
    case 'none':
      return { is: 'none', ...say, ...(view.c.end ? { words: 'Nothing was recorded' } : {}) }
    case 'ended':
      return {
        is: 'ended',
        ended: words.ended ?? '',
        arrangement,
        ...(mayWrite && !view.c.end
          ? { action: { text: 'Extend or replace it', href: urls.arrangement(p, view.caseId) } }
          : {}),
      }
    case 'in place':
      return {
        is: 'in place',
        arrangement,
        ...(words.ends ? { ends: html`The arrangement <strong>${words.ends.strong}</strong>${words.ends.rest}` } : {}),
      }
    case 'immediate':
      return {
        is: 'immediate',
        call: html`Call <a class="govuk-link" href="tel:999">999</a>, then see <a class="govuk-link" href="${urls.danger}">what to do now</a>.`,
        ...(words.inPlace === '' ? {} : { arrangement }),
      }
  }
}
