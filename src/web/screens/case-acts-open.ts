import type { CaseView } from '../../app/app.ts'
import type { Command } from '../../domain/case/command.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { personName } from '../../domain/case/world.ts'
import * as urls from '../urls.ts'
import type { ActLink } from './case-may.ts'
import { dutyRef, entryRef } from './refs.ts'

/** What hangs on something that stands open: a reply to weigh, a date to be agreed or set, something kept that could be broken. */
export function actsOnOpen(p: string, view: CaseView, may: (command: Command) => boolean): readonly ActLink[] {
  const { caseId, duties, entries, c } = view
  const weighed = new Set(entries.flatMap((e) => (e.what.kind === 'reply weighed' ? [e.what.reply] : [])))
  const replies = entries.flatMap((e): readonly ActLink[] =>
    e.what.kind === 'replied' &&
    !c.end &&
    view.part.side === 'raising' &&
    !weighed.has(e.seq) &&
    may({ kind: 'weigh reply', reply: e.seq, satisfied: true, words: '' })
      ? [
          {
            text: `Say if the reply from ${personName(view.world, e.by)} satisfies you`,
            href: urls.ofCase(p, caseId, 'replies', entryRef(view, e.seq) ?? ''),
            what: 'A no ends nothing: you may go on at once',
          },
        ]
      : [],
  )
  const dates = duties.flatMap((i): readonly ActLink[] => {
    const limits = i.duty?.within ?? i.stage?.within ?? []
    const left = limits.find((l) => l.length.unit === 'as-agreed' || l.length.unit === 'as-set-by')
    if (!left || !isLive(i) || c.dateSet[i.key]) return []
    if (!may({ kind: 'set date', key: i.key, date: '2100-01-01', words: 'rehearsed' })) return []
    const agreed = left.length.unit === 'as-agreed'
    return [
      {
        text: agreed ? 'Record the date you agreed' : 'Set the date',
        href: urls.ofCase(p, caseId, 'dates', dutyRef(view, i)),
        what: 'The policy leaves it to the people in the case',
      },
    ]
  })
  const kept = duties.find((i) => i.duty?.act.verb === 'keep' && isLive(i))
  const broken =
    kept && may({ kind: 'breach', key: kept.key, words: 'rehearsed' })
      ? [
          {
            text: 'Record that something was not kept',
            href: urls.ofCase(p, caseId, 'breaches'),
            what: 'What both sides agreed to keep as it is',
          },
        ]
      : []
  return [...replies, ...dates, ...broken]
}
