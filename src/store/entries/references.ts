import { lookupHash } from '../seal/seal.ts'

/** Hex digits of a reference: among 10,000 entries of a case two begin alike once in 22,000 cases. */
const digits = 10

/**
 * How pages, addresses and the API name entries: digits of the entry's own hash, which say nothing about order or about what is hidden.
 * An entry whose digits an earlier one has takes the next ones of its hash: as many, so that this does not show either.
 * @param rows in order of seq; `hash` as it stands in the record
 * @returns the reference of each seq
 */
export function references(
  rows: readonly { readonly seq: number; readonly hash: Buffer }[],
  length = digits,
): ReadonlyMap<number, string> {
  const bySeq = new Map<number, string>()
  const taken = new Set<string>()
  for (const { seq, hash } of rows) {
    const hex = hash.toString('hex')
    let from = 0
    while (from < hex.length - length && taken.has(hex.slice(from, from + length))) from++
    const ref = hex.slice(from, from + length)
    taken.add(ref)
    bySeq.set(seq, ref)
  }
  return bySeq
}

/** How they name an instance of a duty: its duty's id and a keyed hash, because visits, occurrences and entry numbers in a key can be guessed. */
export function dutyReference(lookup: Buffer, partnership: string, caseId: string, key: string): string {
  const scope = JSON.stringify([partnership, 'duty', caseId])
  return `${key.split('·')[0] ?? ''}·${lookupHash(lookup, scope, key).toString('hex').slice(0, 12)}`
}
