/** The codes of the kinds of rule that real policies contain: K01 to K66. There is no K65. */
export const kinds: readonly string[] = Array.from(
  { length: 66 },
  (_, n) => `K${String(n + 1).padStart(2, '0')}`,
).filter((kind) => kind !== 'K65')
