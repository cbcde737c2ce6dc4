import { canonical, instant } from './chain/canonical.ts'
import { houseKey, openSealed, sealAt } from './compartments.ts'
import type { Db, Scope } from './db.ts'
import { nameOf, personOf } from './principal.ts'
import { lookupHash } from './seal/seal.ts'
import { sql } from './sql.ts'

/** What a key that came with a form or an API call means. */
export type Claim =
  | { readonly is: 'new' }
  /** The same was sent before; this is what was answered, `undefined` when the answer was never stored. */
  | { readonly is: 'same'; readonly answer: unknown }
  /** The key was used before for something else. */
  | { readonly is: 'other body' }

export interface Submissions {
  /**
   * Claims a key for this person, in the transaction that does the work: while the first is at work, a second waits;
   * if the first is undone, the second is new. `body` is what was sent, in any one form of words.
   */
  claim(key: string, body: string): Promise<Claim>
  /** Keeps what was answered (JSON), for when the same is sent again. */
  store(key: string, answer: unknown): Promise<void>
}

export function submissions(db: Db): Submissions {
  const { partnership } = db.principal
  const person = personOf(db.principal)
  const owner = `person:${nameOf(db.principal)}`
  const placeOf = (key: string) => ({
    table: 'submission',
    column: 'answer',
    row: JSON.stringify([person, key]),
    caseId: '',
    owner,
  })
  return {
    async claim(key, body) {
      const hash = lookupHash(db.keys.lookup, JSON.stringify([partnership, 'submission', person, key]), body)
      db.wrote = true
      const mine = await db.query(
        READ,
        sql`
        insert into submission (partnership, person, key, body_hash, claimed)
        values (${partnership}, ${person}, ${key}, ${hash}, ${instant(db.at)}) on conflict (partnership, person, key) do nothing returning 1`,
      )
      db.repeatable = true
      if (mine.length > 0) return { is: 'new' }
      const [row] = await db.query<Row>(
        READ,
        sql`
        select body_hash, answer, answer_key from submission where partnership = ${partnership} and person = ${person} and key = ${key}`,
      )
      if (!row?.body_hash.equals(hash)) return { is: 'other body' }
      if (row.answer === null || row.answer_key === null) return { is: 'same', answer: undefined }
      await houseKey(db, owner)
      return {
        is: 'same',
        answer: JSON.parse(openSealed(db, placeOf(key), { sealed: row.answer, keyVersion: row.answer_key })),
      }
    },
    async store(key, answer) {
      const { sealed, keyVersion } = sealAt(db, await houseKey(db, owner), placeOf(key), canonical(answer))
      await db.query(
        READ,
        sql`
        update submission set answer = ${sealed}, answer_key = ${keyVersion}
        where partnership = ${partnership} and person = ${person} and key = ${key}`,
      )
    },
  }
}

const READ: Scope = { mode: 'read' }

interface Row {
  readonly body_hash: Buffer
  readonly answer: Buffer | null
  readonly answer_key: number | null
}
