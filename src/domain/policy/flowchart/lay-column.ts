import { layBlock } from './lay-block.ts'
import { layRails } from './lay-rails.ts'
import type { Laid, PlacedArrow, PlacedBox, Point } from './layout.ts'
import { wrap } from './lines.ts'
import type { Column } from './parts.ts'
import { fonts, leading, stack } from './place-words.ts'
import type { Room } from './room.ts'

const lane = 14

/** One track from top to bottom. Straight ways up run at its left, ways back at its right. What stands below all tracks keeps the margins of the first (`like`). */
export function layColumn(
  column: Column,
  at: { readonly x: number; readonly y: number; readonly w: number },
  like = column,
): Laid {
  const turns = column.blocks.flatMap((block) => block.ways.flatMap((way) => way.on ?? []))
  const left = like.rails.length === 0 ? 2 : 12 + lane * like.rails.length
  const right = turns.length === 0 ? 2 : 4 + lane * Math.min(turns.length, 3)
  const room: Room = { x: at.x + left, w: at.w - left - right }
  const title = column.title === undefined ? [] : wrap(column.title, at.w - 4, fonts.title)
  const words = stack(
    title.map((text) => ({ text, font: fonts.title })),
    at.x + 2,
    at.y,
  )
  const boxes: PlacedBox[] = []
  const arrows: PlacedArrow[] = []
  const breaks: number[] = []
  let y = at.y + (title.length === 0 ? 0 : title.length * leading(fonts.title.size) + 10)
  for (const block of column.blocks) {
    const laid = layBlock(block, y, room)
    boxes.push(...laid.boxes)
    arrows.push(...laid.arrows)
    breaks.push(laid.foot)
    y = laid.bottom
  }
  const find = (id: string) => boxes.find((one) => one.box.id === id)
  return {
    ...(column.title === undefined ? {} : { heading: { title: column.title, words } }),
    boxes,
    arrows: [
      ...arrows,
      ...turns.flatMap((arrow, i): PlacedArrow[] => {
        const from = find(arrow.from)
        const to = find(arrow.to)
        if (!from || !to) return []
        const points = around(from, to, at.x + at.w - 4 - lane * (i % 3))
        return [{ arrow, points, words: [], rail: false }]
      }),
      ...layRails(column.rails, boxes, at.x),
    ],
    breaks,
    bottom: Math.max(...boxes.map((one) => one.y + one.h)),
  }
}

// Out to the right, along the lane, and in from above: the one side of a stage that nothing else comes from.
function around(from: PlacedBox, to: PlacedBox, x: number): readonly Point[] {
  const y = from.y + from.h / 2
  const over = to.y - 12
  const down = to.x + to.w - 24
  return [
    { x: from.x + from.w, y },
    { x, y },
    { x, y: over },
    { x: down, y: over },
    { x: down, y: to.y },
  ]
}
