import type { Area, Layout } from './layout.ts'

/** What is wrong with a laid-out flowchart, for tests: boxes on boxes, labels on boxes or labels, words outside their box, lines through boxes. */
export function defectsOf(layout: Layout): readonly string[] {
  const { boxes, arrows, width, height } = layout
  const labels = arrows.flatMap(({ arrow, label }) => (label ? [{ id: arrow.id, ...label }] : []))
  const things = [...boxes.map((one) => ({ id: one.box.id, x: one.x, y: one.y, w: one.w, h: one.h })), ...labels]
  const overlaps = things.flatMap((one, i) =>
    things.slice(i + 1).flatMap((other) => (over(one, other) ? [`${one.id} lies on ${other.id}`] : [])),
  )
  const outside = things
    .filter((one) => one.x < 0 || one.y < 0 || one.x + one.w > width + 0.5 || one.y + one.h > height + 0.5)
    .map((one) => `${one.id} is outside`)
  const words = boxes.flatMap((one) =>
    one.words
      .filter(
        (line) =>
          line.x < one.x + 4 ||
          line.x + line.width > one.x + one.w - 4 ||
          line.y > one.y + one.h ||
          line.y - line.size < one.y,
      )
      .map((line) => `“${line.text}” leaves ${one.box.id}`),
  )
  const small = boxes.flatMap((one) =>
    one.words.filter(({ size }) => size < 12).map(({ text }) => `“${text}” is small`),
  )
  const through = arrows.flatMap(({ arrow, points }) =>
    points.slice(1).flatMap((to, i) => {
      const from = points[i] ?? to
      const line = {
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        w: Math.abs(from.x - to.x),
        h: Math.abs(from.y - to.y),
      }
      return things
        .filter(({ id }) => id !== arrow.from && id !== arrow.to)
        .filter((one) => crosses(line, one))
        .map((one) => `the line ${arrow.id} crosses ${one.id}`)
    }),
  )
  return [...overlaps, ...outside, ...words, ...small, ...through]
}

const over = (a: Area, b: Area): boolean =>
  a.x < b.x + b.w - 0.5 && b.x < a.x + a.w - 0.5 && a.y < b.y + b.h - 0.5 && b.y < a.y + a.h - 0.5

// A line along an edge does not cross.
const crosses = (line: Area, box: Area): boolean =>
  line.x < box.x + box.w - 1 && line.x + line.w > box.x + 1 && line.y < box.y + box.h - 1 && line.y + line.h > box.y + 1
