/** Private drafts: only their author ever reads one. */
import { randomBytes } from 'node:crypto'
import type { Tx } from '../store/tx.ts'
import type { Access, Asking, Draft } from './app.ts'

type Asked = <T>(asking: Asking, work: (tx: Tx, at: number) => Promise<T>) => Promise<T>

export const draftsOf = (asked: Asked): Access['drafts'] => ({
  save: (asking, draft) =>
    asked(asking, async (tx, at) => {
      const id = draft.id ?? randomBytes(12).toString('hex')
      await tx.drafts.save({ id, kind: draft.kind, body: draft.fields })
      return { id, kind: draft.kind, saved: at, fields: draft.fields }
    }),
  get: (asking, id) =>
    asked(asking, async (tx) => {
      const kept = await tx.drafts.get(id)
      return kept
        ? {
            id: kept.id,
            kind: kept.kind === 'raise' ? 'raise' : 'form',
            saved: kept.saved,
            fields: kept.body as Draft['fields'],
          }
        : undefined
    }),
  delete: (asking, id) => asked(asking, (tx) => tx.drafts.delete(id)),
})
