import type { PlacedArrow, PlacedBox } from './layout.ts'
import type { Rail } from './parts.ts'
import { placeLabel } from './place-words.ts'

/** From one straight way up to the next, when a policy has several. */
const apart = 14

/** The straight ways up: from the question's left side down the left edge, and into every later stage from the left. */
export function layRails(rails: readonly Rail[], boxes: readonly PlacedBox[], left: number): readonly PlacedArrow[] {
  return rails.flatMap((rail, i) => {
    const from = boxes.find((one) => one.box.id === rail.from)
    if (!from) return []
    const x = left + 6 + apart * i
    const start = { x: from.x, y: from.y + from.h / 2 }
    const foot = Math.max(...boxes.filter(({ box }) => box.id.startsWith(rail.from)).map((one) => one.y + one.h))
    return rail.arrows.flatMap((arrow, n): PlacedArrow[] => {
      const to = boxes.find((one) => one.box.id === arrow.to)
      if (!to) return []
      const y = to.y + to.h / 2
      // Said once, beside the other answer of the question.
      const label = n > 0 || arrow.label === '' ? undefined : placeLabel(arrow.label, x + 7, foot + 3, 36)
      return [
        {
          arrow,
          points: [start, { x, y: start.y }, { x, y }, { x: to.x, y }],
          words: label?.words ?? [],
          ...(label ? { label: label.area } : {}),
          rail: true,
        },
      ]
    })
  })
}
