import type { Layout } from './layout.ts'

/** One sheet: from which height to which. */
export interface Sheet {
  readonly from: number
  readonly to: number
}

/** The height of a sheet of A4 beside a wide drawing, in its units, a little more than fits: what is slightly higher is drawn slightly smaller. */
export const sheetHeight = 1290

/** A drawing cut for paper: as few sheets as will do, each cut between boxes; a box higher than a sheet is left whole. */
export function sheets({ height, breaks }: Layout, most = sheetHeight): readonly Sheet[] {
  const cut: Sheet[] = []
  let from = 0
  while (height - from > most) {
    const after = breaks.filter((at) => at > from + 1 && at < height - 1)
    const to = after.findLast((at) => at <= from + most) ?? after[0]
    if (to === undefined) break
    cut.push({ from, to })
    from = to
  }
  return [...cut, { from, to: height }]
}
