import type { Id } from '../policy.ts'

/**
 * A box of the flowchart, in words. `start` where a case begins, `stage` a stage, `question` what the way on hangs on,
 * `end` where a case leaves its stages, `turn` a way that leads elsewhere in the chart, `note` who is told on entering,
 * `always` what holds at every stage. `href` is what the box links to, without the page: "#clause-EX-1".
 */
export interface ChartBox {
  readonly id: Id
  readonly kind: 'start' | 'stage' | 'question' | 'end' | 'turn' | 'note' | 'always'
  readonly title?: string
  readonly lines: readonly string[]
  /** Small print: the clauses it rests on. */
  readonly small?: string
  readonly href?: string
}

/** An arrow from box to box. `label` is what must be so for going this way; `byItself` when nobody has to do anything. */
export interface ChartArrow {
  readonly id: Id
  readonly from: Id
  readonly to: Id
  readonly label: string
  readonly byItself: boolean
}

/** A box with what hangs on it: its notes below, its ways out beside, each with the box it leads to. */
export interface Block {
  readonly box: ChartBox
  readonly notes: readonly ChartBox[]
  readonly ways: readonly BlockWay[]
  /** To the box of the next block. */
  readonly down?: ChartArrow
}

export interface BlockWay {
  readonly arrow: ChartArrow
  readonly box: ChartBox
  /** Where a turn leads on to, when that box stands in the same column. */
  readonly on?: ChartArrow
}

/** One track, from its start to its last stage. `rails` are the ways that lead straight to any later stage. */
export interface Column {
  readonly id: Id
  readonly title?: string
  readonly blocks: readonly Block[]
  readonly rails: readonly Rail[]
}

/** A way from one box straight to several stages: one arrow for each, one label for all. */
export interface Rail {
  readonly from: Id
  readonly arrows: readonly ChartArrow[]
}

/** A policy as boxes and arrows: what is drawn and what is listed are both made of this. */
export interface Chart {
  readonly title: string
  readonly columns: readonly Column[]
  /** What may be done at any stage, below all tracks. */
  readonly always?: Block
}
