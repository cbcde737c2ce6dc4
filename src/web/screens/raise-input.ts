import type { RaiseInput } from '../../app/app.ts'
import { curly, small } from '../../domain/words/phrase-text.ts'
import { type Form, readForm } from '../form.ts'
import { openFacts } from './form-facts.ts'
import { readFields } from './form-read.ts'
import { levelOf } from './form-risk.ts'
import { factsSoFar, type RaiseWorld, subjectOf, toSoFar } from './raise-at.ts'
import type { Step } from './raise-step.ts'
import { laterStarts } from './raise-support.ts'

/** What a step still lacks: its errors, as they would be said on its own page. */
export function lacking(r: { readonly form: Form }, step: Step): Form['errors'] {
  const form = readForm(Object.fromEntries(r.form.all.map(({ name, values }) => [name, values])))
  readFields(step.fields, form)
  step.check?.(form)
  return form.errors
}

/** The command made of everything typed. The steps have been judged before. */
export function raiseInput(r: RaiseWorld): RaiseInput {
  const { form, ctx } = r
  const subject = subjectOf(r)
  const level = subject.kind === 'theme' ? undefined : levelOf(form.typed('risk'))
  const starts = laterStarts(r).find(({ stage }) => stage.id === form.typed('start'))
  const date = subject.kind !== 'theme' && form.typed('date-needed') === 'yes' ? form.date('date') : undefined
  const until = form.date('safe-until')
  const supporter = form.typed('supporter') === 'yes' ? form.typed('supporter-who') : ''
  const placed = subject.kind !== 'theme' && form.typed('safe') === 'yes' && form.typed('safe-words') !== ''
  return {
    kind: 'raise',
    subject,
    title: titleOf(r),
    facts: factsSoFar(r),
    from: r.from,
    to: toSoFar(r),
    ...(starts ? { start: { move: starts.move.id, stage: starts.stage.id, words: form.typed('start-words') } } : {}),
    ...(level ? { risk: { level, words: form.typed('risk-words') } } : {}),
    ...(placed
      ? {
          arrangement: {
            words: form.typed('safe-words'),
            answersFor: form.typed('safe-who') || ctx.viewer.person,
            ...(until ? { until } : {}),
          },
        }
      : {}),
    ...(date ? { protective: { date, words: form.typed('date-words') } } : {}),
    ...(supporter === '' ? {} : { supporter }),
  }
}

/** What the case is called: in the raiser's few words, else what the disagreement is about in the policy's own. */
export function titleOf(r: RaiseWorld): string {
  const { policy } = r.world
  const own = r.form.typed('title')
  if (own !== '') return own
  const facts = factsSoFar(r)
  const about = openFacts(policy, policy.raise.asks).find(
    (fact) => fact.kind.type === 'any-of' || fact.kind.type === 'one-of',
  )
  const options = about && (about.kind.type === 'any-of' || about.kind.type === 'one-of') ? about.kind.options : {}
  const given = about ? facts[about.id] : undefined
  const chosen = (Array.isArray(given) ? given : [given]).flatMap((one) =>
    typeof one === 'string' && options[one] !== undefined ? [options[one]] : [],
  )
  const [first, ...others] = chosen
  if (first === undefined) return curly(policy.title)
  return curly([small(first), ...others.map(small)].join(', ').replace(/, ([^,]*)$/, ' and $1'))
}
