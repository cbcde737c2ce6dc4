import { placeBelow } from './lay-below.ts'
import { leastForWays, placeBeside, roomBeside } from './lay-beside.ts'
import type { PlacedArrow, PlacedBox } from './layout.ts'
import type { Block } from './parts.ts'
import { labelHeight, placeBox, placeLabel } from './place-words.ts'
import { type Room, trunk } from './room.ts'

export interface LaidBlock {
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
  /** Just below its last box: where paper may break. */
  readonly foot: number
  /** Where the next block begins. */
  readonly bottom: number
}

const wideEnough = 560
const plainGap = 24

/** A box, its notes right below it, its ways out beside or (where there is no room) below, and the arrow down to the next. */
export function layBlock(block: Block, y: number, room: Room): LaidBlock {
  const wide = room.w >= wideEnough
  const w = wide ? roomBeside(room.w, block.box.kind === 'always').box : room.w
  const box = placeBox(block.box, room.x, y, w, wide ? leastForWays(block, room) : 0)
  let foot = y + box.h
  const notes = block.notes.map((note) => {
    const placed = placeBox(note, room.x + 12, foot, w - 24)
    foot += placed.h
    return placed
  })
  const sides = wide ? placeBeside(block.ways, box, room) : placeBelow(block.ways, foot, room)
  const end = Math.max(foot, sides.foot)
  const boxes = [box, ...notes, ...sides.boxes]
  if (!block.down) return { boxes, arrows: sides.arrows, foot: end + 4, bottom: end + plainGap }
  const labelRoom = w - trunk - 60
  const tall = labelHeight(block.down.label, labelRoom)
  const clear = !wide && block.ways.length > 0 ? 8 : 2
  const bottom = end + (tall === 0 ? plainGap : tall + 14 + clear)
  const x = room.x + trunk
  const label = tall === 0 ? undefined : placeLabel(block.down.label, x + 10, end + clear, labelRoom)
  const down: PlacedArrow = {
    arrow: block.down,
    points: [
      { x, y: foot },
      { x, y: bottom },
    ],
    words: label?.words ?? [],
    ...(label ? { label: label.area } : {}),
    rail: false,
  }
  return { boxes, arrows: [...sides.arrows, down], foot: end + 2, bottom }
}
