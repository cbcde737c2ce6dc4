import { isLive } from '../../domain/case/duty-instance.ts'
import { dueSentence } from '../../domain/words/duty-due.ts'
import { whoOwes } from '../../domain/words/duty-names.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import type { Option } from './form-field.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { dutyByRef, dutyRef } from './refs.ts'

/** Letting a duty go, with its reason. A must is for the Board alone. */
export const waivers = writing(['waivers'], 'to let a duty go', ({ ctx, view }) => {
  const live = view.duties.filter((i) => i.duty && isLive(i))
  const asked = dutyByRef(view, ctx.query.typed('duty'))
  const chosen = live.find((i) => i === asked)
  const options = (chosen ? [chosen] : live).flatMap((i): readonly Option[] =>
    i.duty
      ? [
          {
            value: dutyRef(view, i),
            text: instanceOrder(view, i),
            hint: `${whoOwes(view, i)}. ${dueSentence(i, view.at)}`,
          },
        ]
      : [],
  )
  if (options.length === 0) return undefined
  return {
    title: 'Say that something is not needed',
    lead: 'It is recorded with your reason, and both sides can read it.',
    cites: chosen?.duty?.cites ?? [],
    fields: [
      { kind: 'one-of', name: 'key', label: 'What is not needed?', options, missing: 'Choose what is not needed' },
      { kind: 'words', name: 'words', label: 'Why is it not needed?', rows: 4, missing: 'Say why it is not needed' },
    ],
    button: 'Record that it is not needed',
    prefill: chosen ? { key: dutyRef(view, chosen) } : {},
    ...(chosen ? { example: { kind: 'waive' as const, key: chosen.key, words: 'why' } } : {}),
    command: (values) => ({
      kind: 'waive',
      key: dutyByRef(view, wordsOf(values, 'key'))?.key ?? '',
      words: wordsOf(values, 'words'),
    }),
  }
})
