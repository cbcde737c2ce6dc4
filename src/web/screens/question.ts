import { dateAt } from '../../domain/calendar/london.ts'
import { answersAt } from '../../domain/case/condition.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import type { Answer as Given } from '../../domain/case/entry.ts'
import { isAnswered } from '../../domain/case/forms.ts'
import { type Answer, seeOther } from '../answers.ts'
import type { Screen } from '../screen.ts'
import { ofCase, risk } from '../urls.ts'
import { dutyAsked } from './form-act.ts'
import type { Asked } from './form-asked.ts'
import { factField, factName, openFacts } from './form-facts.ts'
import { wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'

/** Answering a question of the policy: a gate somebody was asked, or a duty to answer. A no to a gate needs its reason. */
export const questions: Screen = [
  ...writing(['facts/:fact', 'questions/:fact'], 'to answer a question', (asked) =>
    page(asked, asked.ctx.param('fact')),
  ),
  // The same, found by the duty that asks it.
  ...writing(['acts/answer'], 'to answer a question', (asked) => {
    const act = dutyAsked(asked, 'answer')?.duty?.act
    return act?.verb === 'answer' ? page(asked, act.fact) : undefined
  }),
]

function page({ view, p }: Asked, id: string): Writing | Answer | undefined {
  const { policy } = view.world
  const fact = policy.facts[id]
  if (!fact || fact.derived) return undefined
  if (fact.kind.type === 'form') {
    const given = answersAt(view.c, view.at)
    const open = openFacts(policy, [fact.id]).find((one) => !isAnswered(one, given(one.id)))
    return open && seeOther(ofCase(p, view.caseId, 'facts', open.id))
  }
  if (fact.id === 'our-risk' || fact.id === 'immediate-harm') return seeOther(risk(p, view.caseId))
  const isGate = view.duties.some((i) => i.gate?.fact === fact.id && isLive(i)) || fact.by !== undefined
  const example: Given =
    fact.kind.type === 'yes-no' ? true : fact.kind.type === 'actions' || fact.kind.type === 'any-of' ? [] : ''
  return {
    title: fact.ask,
    lead: isGate
      ? 'You are asked because the policy has you say this before the case goes on. A no keeps that way closed, and needs its reason.'
      : undefined,
    cites: fact.cites,
    fields: [
      factField(fact, policy, { today: dateAt(view.at) }),
      {
        kind: 'words',
        name: 'words',
        label: isGate ? 'Why? (needed if the answer is no)' : 'Anything to add?',
        rows: 4,
        optional: true,
      },
    ],
    button: 'Send the answer',
    example: { kind: 'answer', fact: fact.id, answer: example, words: '' },
    command: (values, form) => {
      const answer = values[factName(fact.id)]
      if (answer === undefined) return undefined
      const words = wordsOf(values, 'words')
      if (isGate && answer === false && words === '') form.fail('words', 'Say why not')
      return { kind: 'answer', fact: fact.id, answer, words }
    },
  }
}
