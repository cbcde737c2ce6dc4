import { mineOf } from './form-duty.ts'
import { wordsOf } from './form-read.ts'
import { levelOf, riskFields, riskOf, subjectNoun } from './form-risk.ts'
import { writing } from './form-write.ts'

/** How this side sees the risk now. Both sides' answers stand side by side and are never averaged. Source: C-3, C-6. */
export const risk = writing(['risk'], 'to say what the risk is', ({ view }) => ({
  title: `What is the risk to ${subjectNoun(view.c.subject.kind)} now?`,
  lead: 'Both sides’ answers stand next to each other. Neither changes the other.',
  cites: mineOf(view, 'answer').find((i) => i.duty?.act.verb === 'answer' && i.duty.act.fact === 'our-risk')?.duty
    ?.cites,
  fields: riskFields(view.c.subject.kind),
  button: 'Record the risk',
  example: { kind: 'review risk', level: 'some', words: '' },
  command: (values, form) => {
    riskOf(values, form)
    const level = levelOf(wordsOf(values, 'risk'))
    return level && { kind: 'review risk', level, words: wordsOf(values, 'risk-words') }
  },
}))
