import type { Policy } from '../policy.ts'
import { chart } from './chart.ts'
import { layColumn } from './lay-column.ts'
import type { Chart, ChartArrow, ChartBox } from './parts.ts'

/** A rectangle in units of the drawing: left, top, width, height. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** One line of words: where it begins on its baseline. */
export interface Words extends Point {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly width: number
}

export interface PlacedBox extends Area {
  readonly box: ChartBox
  readonly words: readonly Words[]
}

/** An arrow's corners from its start to its head, and the room its label takes; no label, no area. */
export interface PlacedArrow {
  readonly arrow: ChartArrow
  readonly points: readonly Point[]
  readonly words: readonly Words[]
  readonly label?: Area
  /** One of several that share their label and their way: the straight way up. */
  readonly rail: boolean
}

/** A flowchart with places: everything that is drawn, and the list that says the same, is made of this. */
export interface Layout {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly title?: string; readonly words: readonly Words[] }[]
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
  /** Heights at which nothing but lines is cut: where paper may break. */
  readonly breaks: readonly number[]
}

/** Widths in which a flowchart is drawn: for a phone, and for everything wider. */
export const flowchartWidths = { narrow: 358, wide: 820 } as const

/** A policy's flowchart, laid out for a width. With `wide`, ways out stand beside their box; narrower, below it. */
export function flowchart(policy: Policy, width: number = flowchartWidths.wide): Layout {
  return layOut(chart(policy), width)
}

// Tracks stand beside each other where each has room enough for words, else below one another.
const leastColumn = 340
const between = 24

/** As `flowchart`, of a chart that is there already. */
export function layOut(drawn: Chart, width: number): Layout {
  const perRow = Math.max(1, Math.min(drawn.columns.length, Math.floor((width + between) / (leastColumn + between))))
  const each = (width - between * (perRow - 1)) / perRow
  const parts: Laid[] = []
  let y = 2
  for (let first = 0; first < drawn.columns.length; first += perRow) {
    const row = drawn.columns
      .slice(first, first + perRow)
      .map((column, i) => layColumn(column, { x: i * (each + between), y, w: each }))
    parts.push(...row)
    y = Math.max(...row.map((part) => part.bottom)) + gapAfter
  }
  if (drawn.always) {
    const always = layColumn(
      { id: 'always', blocks: [drawn.always], rails: [] },
      { x: 0, y, w: width },
      drawn.columns[0],
    )
    parts.push(always)
    y = always.bottom + gapAfter
  }
  // Paper may break only where no column has a box.
  const breaks = parts
    .flatMap((part) => part.breaks)
    .filter((at) => parts.every((part) => part.boxes.every((one) => at <= one.y || at >= one.y + one.h)))
    .toSorted((a, b) => a - b)
  return {
    title: drawn.title,
    width,
    height: Math.ceil(y - gapAfter + 2),
    columns: parts.flatMap((part) => part.heading ?? []),
    boxes: parts.flatMap((part) => part.boxes),
    arrows: parts.flatMap((part) => part.arrows),
    breaks: [...new Set(breaks)],
  }
}

const gapAfter = 22

/** What a column, laid out, hands back. */
export interface Laid {
  readonly heading?: { readonly title?: string; readonly words: readonly Words[] }
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
  readonly breaks: readonly number[]
  readonly bottom: number
}
