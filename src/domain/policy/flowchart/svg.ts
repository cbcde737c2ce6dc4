import type { Layout, PlacedArrow, PlacedBox, Point, Words } from './layout.ts'
import { pointed } from './place-words.ts'

export interface SvgOptions {
  /** Begins every id, so that two drawings can stand in one page. */
  readonly prefix?: string
  /** Where the policy can be read: put before what a box links to. Nothing = the same page. */
  readonly page?: string
  /** Only what stands between these heights: one sheet of paper. */
  readonly from?: number
  readonly to?: number
}

/**
 * A flowchart as SVG text: black on white, no styles and no scripts, so that a strict content policy lets it through.
 * Boxes are links where they rest on a clause; shapes, and not colours, tell boxes and arrows apart.
 */
export function flowchartSvg(layout: Layout, options: SvgOptions = {}): string {
  const { prefix = 'flow', page = '', from = 0, to = layout.height } = options
  const seen = (top: number, bottom: number) => bottom > from && top < to
  const boxes = layout.boxes.filter((one) => seen(one.y, one.y + one.h))
  const arrows = layout.arrows.filter(({ points }) => seen(Math.min(...ys(points)), Math.max(...ys(points))))
  const words = layout.columns.flatMap((one) => one.words).filter((one) => seen(one.y - one.size, one.y))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${from} ${layout.width} ${round(to - from)}" width="${layout.width}" height="${round(to - from)}" role="group" aria-labelledby="${prefix}-title" font-family="Arial, Helvetica, sans-serif" fill="#0b0c0c">`,
    `<title id="${prefix}-title">Flowchart: ${escaped(layout.title)}</title>`,
    `<defs>${head(`${prefix}-head`, 9)}${head(`${prefix}-thick`, 15)}</defs>`,
    `<rect x="0" y="${from}" width="${layout.width}" height="${round(to - from)}" fill="#fff"/>`,
    ...words.map(textOf),
    ...[...arrows.filter((one) => one.rail), ...arrows.filter((one) => !one.rail)].map((one) => line(one, prefix)),
    ...boxes.map((one) => boxOf(one, prefix, page)),
    ...arrows.flatMap((one) => one.words.map(textOf)),
    '</svg>',
  ].join('\n')
}

const head = (id: string, size: number): string =>
  `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="${size}" markerHeight="${size}" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10Z" fill="#0b0c0c"/></marker>`

function line({ arrow, points, rail }: PlacedArrow, prefix: string): string {
  const d = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(' ')
  const dashed = arrow.byItself ? ' stroke-dasharray="6 4"' : ''
  return `<path id="${prefix}-${arrow.id}" d="${d}" fill="none" stroke="#0b0c0c" stroke-width="${rail ? 3.5 : 1.75}"${dashed} marker-end="url(#${prefix}-${rail ? 'thick' : 'head'})"/>`
}

function boxOf(placed: PlacedBox, prefix: string, page: string): string {
  const { box, words } = placed
  const inside = `${shape(placed)}${words.map(textOf).join('')}`
  if (box.href === undefined) return `<g id="${prefix}-${box.id}">${inside}</g>`
  const where = box.small ?? box.lines[0] ?? ''
  return `<a id="${prefix}-${box.id}" href="${escaped(page + box.href)}"><title>${escaped([box.title ?? '', where].filter((one) => one !== '').join('. '))}</title>${inside}</a>`
}

function shape({ box, x, y, w, h }: PlacedBox): string {
  const at = `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"`
  switch (box.kind) {
    case 'start':
      return `<rect ${at} rx="${round(Math.min(h / 2, 22))}" fill="#fff" stroke="#0b0c0c" stroke-width="4"/>`
    case 'stage':
      return `<rect ${at} fill="#fff" stroke="#0b0c0c" stroke-width="2"/><rect x="${round(x)}" y="${round(y)}" width="6" height="${round(h)}"/>`
    case 'question':
      return `<path d="M${round(x)} ${round(y + h / 2)} L${round(x + pointed)} ${round(y)} H${round(x + w - pointed)} L${round(x + w)} ${round(y + h / 2)} L${round(x + w - pointed)} ${round(y + h)} H${round(x + pointed)} Z" fill="#fff" stroke="#0b0c0c" stroke-width="2"/>`
    case 'end':
      return `<rect ${at} rx="${round(Math.min(h / 2, 18))}" fill="#f3f2f1" stroke="#0b0c0c" stroke-width="2"/>`
    case 'turn':
      return `<rect ${at} fill="#fff" stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="2 3"/>`
    case 'note':
      return `<path d="M${round(x)} ${round(y)} V${round(y + h)} H${round(x + w - 12)} L${round(x + w)} ${round(y + h - 12)} V${round(y)} Z" fill="#f3f2f1" stroke="#505a5f" stroke-width="1"/>`
    case 'always':
      return `<rect ${at} fill="#fff" stroke="#0b0c0c" stroke-width="2"/><rect x="${round(x + 4)}" y="${round(y + 4)}" width="${round(w - 8)}" height="${round(h - 8)}" fill="none" stroke="#0b0c0c" stroke-width="1"/>`
  }
}

const textOf = ({ text, x, y, size, bold }: Words): string =>
  `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold ? ' font-weight="700"' : ''}>${escaped(text)}</text>`

const ys = (points: readonly Point[]): readonly number[] => points.map((one) => one.y)

const round = (n: number): number => Math.round(n * 10) / 10

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
