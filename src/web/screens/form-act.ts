import type { CaseView } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import type { Answers } from '../../domain/case/entry.ts'
import type { Verb } from '../../domain/policy/policy.ts'
import { dutySentence } from '../../domain/words/phrase-duty.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import type { Form } from '../form.ts'
import type { Content } from '../html/html.ts'
import type { Asked } from './form-asked.ts'
import { mineOf } from './form-duty.ts'
import { factField, factName, openFacts } from './form-facts.ts'
import type { FormField } from './form-field.ts'
import { atOf } from './form-read.ts'
import { dutyByRef } from './refs.ts'

/** The duty a page was opened from, else the first of its verb that this reader owes, else none: a free act. */
export function dutyAsked({ ctx, view }: Asked, verb: Verb): DutyInstance | undefined {
  const ref = ctx.query.typed('duty')
  const found = dutyByRef(view, ref)
  if (found) return found.duty?.act.verb === verb ? found : undefined
  return ref === '' ? mineOf(view, verb).find((i) => i.force !== 'may') : undefined
}

/** The duty as the policy has it, in one sentence. */
export const dutyLead = ({ view }: Asked, i: DutyInstance | undefined, otherwise: Content): Content =>
  i?.duty ? curly(dutySentence(i.duty, view.world.policy)) : otherwise

/** What the duty asks of whoever does it. */
export function askedFields({ view }: Asked, i: DutyInstance | undefined): readonly FormField[] {
  const { policy } = view.world
  return openFacts(policy, i?.duty?.asks ?? []).map((fact) => factField(fact, policy, { today: dateAt(view.at) }))
}

/** The answers to what a duty or a move asks, under the facts' own ids. */
export function factsOf(values: Answers): Answers {
  const prefix = factName('')
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  )
}

/**
 * The keys an act answers: the duty the page was opened for, at every stage that still waits for it; left out, `decide`
 * finds every duty the act fits.
 */
export const keysOf = ({ ctx, view }: Asked, i: DutyInstance | undefined) =>
  i && (ctx.query.typed('duty') !== '' || i.force === 'may')
    ? { keys: [...new Set([i.key, ...sameElsewhere(view, i)])] }
    : {}

/** Told once is told: the same duty left over from an earlier stage is done by the same act. */
const sameElsewhere = (view: CaseView, i: DutyInstance): readonly string[] =>
  i.duty && i.force !== 'may'
    ? mineOf(view, i.duty.act.verb)
        .filter((other) => other.id === i.id && other.agency === i.agency)
        .map((other) => other.key)
    : []

/** When it happened, today unless said otherwise. */
export function happenedField({ view }: Asked, label = 'When did it happen?'): FormField {
  return {
    kind: 'date',
    name: 'happened',
    label,
    hint: 'Change it if it was not today.',
    initial: dateAt(view.at),
    optional: true,
    today: dateAt(view.at),
    not: 'future',
  }
}

/** Nothing for today: then it happened as it is recorded. */
export function happenedOf({ view }: Asked, values: Answers, form: Form): { readonly happened?: number } {
  const date = values['happened']
  if (typeof date !== 'string' || date === dateAt(view.at)) return {}
  const time = form.time('happened-time') ?? '12:00'
  return { happened: atOf(`${date}T${time}`) }
}
