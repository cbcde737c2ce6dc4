import { html } from '../html/html.ts'
import { many } from './policy-form-choices.ts'
import type { Field } from './policy-form-field.ts'
import type { Known } from './policy-form-known.ts'
import { line, list, names, words } from './policy-form-simple.ts'

export const cites = names({
  key: 'cites',
  label: 'Clauses it rests on',
  hint: 'Their short names, with commas between them',
})
export const says = words({ key: 'says', label: 'Words shown at this place', more: true })

export const within = (whose: string): Field =>
  list({
    key: 'within',
    label: `Within what time ${whose}`,
    hint: html`Such as <code>5 working days</code>, <code>48 hours</code>, <code>same working day</code> or <code>immediately</code>. Add <code>or sooner</code>, or <code>as a guide</code>. With <code>if</code> it counts only then: <code>4 hours if urgent</code>. Several limits stand one a line; the earliest that applies counts.`,
  })

export const condition = (label: string, more: boolean, { questions }: Pick<Known, 'questions'>): Field => {
  const yes = questions.filter(({ asked, yesNo }) => asked && yesNo).map(({ value }) => value)
  const choice = questions.find(({ answers, asked }) => asked && answers.length > 0)
  const [first = 'on-plan', second = 'in-care'] = yes.toReversed()
  const is = choice ? `${choice.value} is ${choice.answers[0]}` : 'reason is plan'
  return line({
    key: 'if',
    label,
    hint: html`The short name of a question, for a yes: <code>${first}</code>. Or <code>${is}</code>, <code>not ${first}</code>, <code>${first} or ${second}</code>. Left empty, always.`,
    more,
  })
}

export const when = (label: string, more: boolean): Field =>
  list({
    key: 'when',
    label,
    hint: html`Something that happens, one a line: <code>raised</code>, <code>agreed</code>, <code>decided</code>, <code>ended</code>, <code>any stage left</code>; the short name of a stage, for its beginning; of something to be done, for when it is done, or <code>answer late</code>. Left empty, when the stage begins.`,
    more,
  })

export const asks = (known: Known, label: string, more: boolean): Field =>
  many({
    key: 'asks',
    label,
    more,
    items: known.questions.filter(({ asked }) => asked),
  })
