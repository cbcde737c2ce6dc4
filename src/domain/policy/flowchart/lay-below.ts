import type { PlacedArrow, PlacedBox } from './layout.ts'
import type { BlockWay } from './parts.ts'
import { placeBox, placeLabel } from './place-words.ts'
import { type Room, trunk } from './room.ts'

/** Ways out as branches of the line that leads down: each with its label, then the box it leads to. For a narrow column. */
export function placeBelow(
  ways: readonly BlockWay[],
  top: number,
  room: Room,
): { readonly boxes: readonly PlacedBox[]; readonly arrows: readonly PlacedArrow[]; readonly foot: number } {
  const boxes: PlacedBox[] = []
  const arrows: PlacedArrow[] = []
  const x = room.x + trunk
  let y = top + 8
  for (const way of ways) {
    const label = placeLabel(way.arrow.label, x + 10, y, room.w - trunk - 26)
    const box = placeBox(way.box, x + 34, y + label.area.h + 4, room.w - trunk - 34)
    const middle = box.y + box.h / 2
    boxes.push(box)
    arrows.push({
      arrow: way.arrow,
      points: [
        { x, y: top },
        { x, y: middle },
        { x: box.x, y: middle },
      ],
      words: label.words,
      label: label.area,
      rail: false,
    })
    y = box.y + box.h + 8
  }
  return { boxes, arrows, foot: ways.length === 0 ? top : y - 8 }
}
