import { capital } from '../../words/phrase-text.ts'
import type { Id } from '../policy.ts'
import type { Layout, PlacedArrow } from './layout.ts'
import type { ChartBox } from './parts.ts'

/** The flowchart as a list: one item for each box that is not said with another, in the order drawn. */
export interface FlowItem {
  /** "Stage 2. Line managers". */
  readonly title: string
  /** Who with whom, the limit, notices. */
  readonly lines: readonly string[]
  readonly href?: string
  /** The ways on: "Not settled: 3. Senior managers". */
  readonly ways: readonly string[]
  /** The boxes and arrows of the drawing that this item says. */
  readonly boxes: readonly Id[]
  readonly arrows: readonly Id[]
}

/** The same as the drawing, said. It is made of the laid-out drawing itself, so that the two cannot differ. */
export function flowchartList({ boxes, arrows }: Layout): readonly FlowItem[] {
  const byId = new Map(boxes.map(({ box }) => [box.id, box]))
  const notesOf = (id: Id) => [...byId.values()].filter((box) => box.kind === 'note' && box.id === `${id}-told`)
  const said = [...byId.values()].filter((box) => box.kind !== 'end' && box.kind !== 'turn' && box.kind !== 'note')
  return said.map((box) => {
    const out = arrows.filter(({ arrow }) => arrow.from === box.id)
    const ends = out
      .flatMap(({ arrow }) => byId.get(arrow.to) ?? [])
      .filter((one) => one.kind === 'end' || one.kind === 'turn')
    const on = arrows.filter(({ arrow }) => ends.some((one) => one.id === arrow.from))
    const notes = notesOf(box.id)
    return {
      title: (box.title ?? '').replace(/^(\d+)\. /, 'Stage $1. '),
      lines: [...box.lines, ...notes.flatMap((note) => note.lines), ...(box.small === undefined ? [] : [box.small])],
      ...(box.href === undefined ? {} : { href: box.href }),
      ways: grouped(out).map((group) => way(group, byId)),
      boxes: [box.id, ...notes.map((note) => note.id), ...ends.map((one) => one.id)],
      arrows: [...out, ...on].map(({ arrow }) => arrow.id),
    }
  })
}

// The straight way up leads to several stages under one label: it is said once.
function grouped(arrows: readonly PlacedArrow[]): readonly (readonly PlacedArrow[])[] {
  const rails = arrows.filter((one) => one.rail)
  return [...(rails.length === 0 ? [] : [rails]), ...arrows.filter((one) => !one.rail).map((one) => [one])]
}

function way(group: readonly PlacedArrow[], byId: ReadonlyMap<Id, ChartBox>): string {
  const [first] = group
  const to = group.map(({ arrow }) => name(byId.get(arrow.to))).join('; ')
  const itself = first?.arrow.byItself && !/by itself/.test(first.arrow.label) ? ' (by itself)' : ''
  const straight = first?.rail ? `${group.length > 1 ? 'straight to one of' : 'straight to'} ` : ''
  const label = first?.arrow.label ?? ''
  return `${label === '' ? 'Then' : capital(label)}${itself}: ${straight}${to}`
}

const name = (box: ChartBox | undefined): string => box?.title ?? box?.lines.join(' ') ?? ''
