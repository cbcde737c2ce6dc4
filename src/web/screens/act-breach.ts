import { isLive } from '../../domain/case/duty-instance.ts'
import { dutySentence } from '../../domain/words/phrase-duty.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import type { Option } from './form-field.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { dutyByRef, dutyRef } from './refs.ts'

/** Something both sides keep to was not kept to. */
export const breaches = writing(['breaches', 'acts/keep'], 'to record that something was not kept', ({ ctx, view }) => {
  const kept = view.duties.filter((i) => i.duty?.act.verb === 'keep' && isLive(i))
  const first = dutyByRef(view, ctx.query.typed('duty')) ?? kept[0]
  if (!first) return undefined
  const options = kept.flatMap((i): readonly Option[] =>
    i.duty ? [{ value: dutyRef(view, i), text: curly(dutySentence(i.duty, view.world.policy)) }] : [],
  )
  return {
    title: 'Record that something was not kept',
    lead: 'Say what happened, not what somebody is like.',
    cites: first.duty?.cites ?? [],
    fields: [
      { kind: 'one-of', name: 'what', label: 'What was not kept?', options, missing: 'Choose what was not kept' },
      { kind: 'words', name: 'words', label: 'What happened?', missing: 'Write what happened' },
    ],
    button: 'Record it',
    prefill: { what: dutyRef(view, first) },
    example: { kind: 'breach', key: first.key, words: '' },
    command: (values) => ({
      kind: 'breach',
      key: dutyByRef(view, wordsOf(values, 'what'))?.key ?? '',
      words: wordsOf(values, 'words'),
    }),
  }
})
