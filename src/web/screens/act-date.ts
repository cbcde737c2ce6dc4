import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { dutySentence } from '../../domain/words/phrase-duty.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { dutyByRef } from './refs.ts'

/** A date that the policy leaves to be agreed, or to somebody to set. */
export const dates = writing(['dates/:key'], 'to set a date', ({ ctx, view }) => {
  const i = dutyByRef(view, ctx.param('key'))
  const limits = i?.duty?.within ?? i?.stage?.within ?? []
  const open = limits.find((limit) => limit.length.unit === 'as-agreed' || limit.length.unit === 'as-set-by')
  if (!i || !isLive(i) || !open) return undefined
  const known = view.c.dateSet[i.key]
  return {
    title: open.length.unit === 'as-agreed' ? 'Record the date you agreed' : 'Set the date',
    lead: known
      ? `It is ${dateWords(known.date)} now. It can become sooner, never later.`
      : i.duty
        ? curly(dutySentence(i.duty, view.world.policy))
        : `For ${i.stage?.is ?? 'this stage'} the policy leaves the date to be ${open.length.unit === 'as-agreed' ? 'agreed' : 'set'}.`,
    cites: i.duty?.cites ?? i.stage?.cites ?? [],
    fields: [
      { kind: 'date', name: 'date', label: 'Which day?', today: dateAt(view.at), not: 'past', missing: 'Give the day' },
      {
        kind: 'words',
        name: 'words',
        label: open.length.unit === 'as-agreed' ? 'Who agreed it, and how?' : 'Why this day?',
        rows: 3,
        missing: 'Say how this day was chosen',
      },
    ],
    button: 'Record the date',
    example: { kind: 'set date', key: i.key, date: dateAt(view.at), words: '' },
    command: (values) => ({
      kind: 'set date',
      key: i.key,
      date: wordsOf(values, 'date'),
      words: wordsOf(values, 'words'),
    }),
  }
})
