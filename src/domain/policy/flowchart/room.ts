/** Where a column's boxes may stand: left edge and width, its lanes left out. */
export interface Room {
  readonly x: number
  readonly w: number
}

/** From a box's left edge to the line that leads down from it. */
export const trunk = 26
