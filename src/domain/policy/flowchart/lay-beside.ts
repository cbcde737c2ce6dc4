import type { PlacedArrow, PlacedBox } from './layout.ts'
import type { Block, BlockWay } from './parts.ts'
import { labelHeight, placeBox, placeLabel, pointOf } from './place-words.ts'
import type { Room } from './room.ts'

/** How a wide column is divided: the box, the arrow with its label, the box it leads to. */
export function roomBeside(w: number, always = false): Parts {
  const arrow = Math.round(w * (always ? 0.29 : 0.19))
  const end = Math.round(w * 0.3)
  return { box: w - arrow - end, arrow, end }
}

interface Parts {
  readonly box: number
  readonly arrow: number
  readonly end: number
}

/** How high the box has to be for every way out to leave it at its side. */
export function leastForWays({ box, ways }: Block, room: Room): number {
  const last = rows(ways, 0, roomBeside(room.w, box.kind === 'always')).at(-1)
  return last === undefined ? 0 : last.middle + 12
}

/** Ways out to the right of a box, one below another. */
export function placeBeside(
  ways: readonly BlockWay[],
  from: PlacedBox,
  room: Room,
): { readonly boxes: readonly PlacedBox[]; readonly arrows: readonly PlacedArrow[]; readonly foot: number } {
  const parts = roomBeside(room.w, from.box.kind === 'always')
  const { box, arrow } = parts
  const all = rows(ways, from.y, parts)
  const [first] = all
  // A lone way leaves the middle of its box.
  const shift = first && all.length === 1 ? Math.max(0, from.y + from.h / 2 - first.middle) : 0
  const placed = all.map((row) =>
    placeBox(row.way.box, room.x + box + arrow, row.middle - row.h / 2 + shift, room.w - box - arrow),
  )
  const arrows = all.map((row, i): PlacedArrow => {
    const middle = row.middle + shift
    const label = placeLabel(row.way.arrow.label, room.x + box + 10, middle - row.label - 5, arrow - 26)
    const to = placed[i]
    return {
      arrow: row.way.arrow,
      points: [
        { x: pointOf(from, middle), y: middle },
        { x: to?.x ?? 0, y: middle },
      ],
      words: label.words,
      label: label.area,
      rail: false,
    }
  })
  return { boxes: placed, arrows, foot: Math.max(from.y, ...placed.map((one) => one.y + one.h)) }
}

interface Row {
  readonly way: BlockWay
  readonly label: number
  readonly h: number
  /** The height at which its arrow runs. */
  readonly middle: number
}

function rows(ways: readonly BlockWay[], top: number, { arrow, end }: Parts): readonly Row[] {
  let y = top
  return ways.map((way) => {
    const label = labelHeight(way.arrow.label, arrow - 26)
    const { h } = placeBox(way.box, 0, 0, end)
    const middle = y + Math.max(label + 8, h / 2)
    y = middle + h / 2 + 8
    return { way, label, h, middle }
  })
}
