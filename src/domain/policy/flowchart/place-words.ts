import type { Area, PlacedBox, Words } from './layout.ts'
import { type Font, lineWidth, wrap } from './lines.ts'
import type { ChartBox } from './parts.ts'

export const fonts = {
  title: { size: 16, bold: true },
  line: { size: 14, bold: false },
  small: { size: 13, bold: false },
} as const satisfies Readonly<Record<string, Font>>

/** Distance from line to line, for a size of letters. */
export const leading = (size: number): number => Math.round(size * 1.24)

/** One line of words on its way to a place; `gap` is the room left above it. */
export interface Line {
  readonly text: string
  readonly font: Font
  readonly gap?: number
}

/** A box as wide as it is told, as high as its words need and at least `min`. `y` is its top. */
export function placeBox(box: ChartBox, x: number, y: number, w: number, min = 0): PlacedBox {
  const side = sides[box.kind]
  const lines = linesOf(box, w - 2 * side)
  const tall = lines.reduce((sum, { font, gap = 0 }) => sum + leading(font.size) + gap, 0)
  const h = Math.max(tall + 2 * above, min)
  const words = stack(lines, x + side, y + (h - tall) / 2)
  return { box, x, y, w, h, words: fromLeft.has(box.kind) ? words : centred(words, x, w) }
}

function linesOf(box: ChartBox, w: number): readonly Line[] {
  const sentences = box.kind === 'note' || box.kind === 'always'
  const font = box.kind === 'note' ? fonts.small : fonts.line
  const broken = (text: string, as: Font, gap = 0): readonly Line[] =>
    wrap(text, w, as).map((line, i) => ({ text: line, font: as, gap: i === 0 ? gap : 0 }))
  return [
    ...(box.title === undefined ? [] : broken(box.title, fonts.title)),
    ...box.lines.flatMap((line, i) => broken(line, font, sentences && i > 0 ? 4 : 0)),
    ...(box.small === undefined ? [] : broken(box.small, fonts.small)),
  ]
}

/** A label from its top left corner, and the room it takes. */
export function placeLabel(
  text: string,
  x: number,
  top: number,
  w: number,
): { readonly words: readonly Words[]; readonly area: Area } {
  const lines = wrap(text, w, fonts.small).map((line) => ({ text: line, font: fonts.small }))
  const words = stack(lines, x, top)
  const widest = Math.max(...words.map((one) => one.width))
  return { words, area: { x, y: top, w: widest, h: lines.length * leading(fonts.small.size) } }
}

/** How high a label will be; nothing for no words. */
export const labelHeight = (text: string, w: number): number =>
  text === '' ? 0 : wrap(text, w, fonts.small).length * leading(fonts.small.size)

/** Where a line at height `y` leaves a box at its right: a question's sides are pointed. */
export function pointOf(box: PlacedBox, y: number): number {
  const right = box.x + box.w
  return box.box.kind === 'question' ? right - (pointed * Math.abs(y - (box.y + box.h / 2))) / (box.h / 2) : right
}

/** How far the sides of a question come to a point. */
export const pointed = 16

/** Lines one below another; a baseline lies a third of the letters above the foot of its line. */
export function stack(lines: readonly Line[], x: number, top: number): readonly Words[] {
  let foot = top
  return lines.map(({ text, font, gap = 0 }) => {
    foot += leading(font.size) + gap
    const y = foot - Math.round(font.size * 0.35)
    return { text, x, y, size: font.size, bold: font.bold, width: lineWidth(text, font) }
  })
}

const centred = (words: readonly Words[], x: number, w: number): readonly Words[] =>
  words.map((one) => ({ ...one, x: x + (w - one.width) / 2 }))

const above = 7
const fromLeft: ReadonlySet<ChartBox['kind']> = new Set(['stage', 'note', 'always'])
// Round and pointed boxes need more room at their sides.
const sides: Readonly<Record<ChartBox['kind'], number>> = {
  start: 20,
  stage: 14,
  question: 26,
  end: 16,
  turn: 14,
  note: 12,
  always: 14,
}
