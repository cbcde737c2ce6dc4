import type { CaseView } from '../../app/app.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import type { Entry } from '../../domain/case/entry.ts'

type Named = Pick<CaseView, 'refs'>

/** What pages, addresses and the API call an entry this reader may read; nothing for any other. */
export const entryRef = ({ refs }: Named, seq: number): string | undefined => refs.entries.get(seq)

/** The entry of that reference, if this reader may read it. */
export const entryByRef = (view: Named & Pick<CaseView, 'entries'>, ref: string): Entry | undefined =>
  ref === '' ? undefined : view.entries.find((e) => view.refs.entries.get(e.seq) === ref)

/** What they call an instance of a duty: its duty's id, and digits that say nothing. */
export function dutyRef({ refs }: Named, { key }: Pick<DutyInstance, 'key'>): string {
  const ref = refs.duties.get(key)
  if (ref === undefined) throw new Error('A duty that this reader is not shown has no reference.')
  return ref
}

/** The duty of that reference, among those this reader is shown. */
export const dutyByRef = (view: Named & Pick<CaseView, 'duties'>, ref: string): DutyInstance | undefined =>
  ref === '' ? undefined : view.duties.find((i) => view.refs.duties.get(i.key) === ref)
