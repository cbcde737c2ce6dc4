import type { ProblemRule } from './finding-rules.ts'
import type { Id, Place } from './policy.ts'

/**
 * A policy file as a tree of maps, lists and texts that remembers where each piece was written.
 * Texts are never interpreted here: `3`, `yes` and `null` are the characters written, and the reader says what they mean.
 */
export type Tree = MapTree | ListTree | TextTree | NullTree

export interface MapTree {
  readonly kind: 'map'
  readonly spot: Spot
  /** Written between braces, where a comma ends a value. */
  readonly flow: boolean
  readonly entries: ReadonlyMap<string, Entry>
}

export interface ListTree {
  readonly kind: 'list'
  readonly spot: Spot
  readonly items: readonly Tree[]
}

export interface TextTree {
  readonly kind: 'text'
  readonly spot: Spot
  readonly text: string
  /** For each character of `text`, its distance from the spot; absent when they run on one for one. */
  readonly jumps?: readonly number[]
}

/** A key with nothing after it, `null` or `~`. */
interface NullTree {
  readonly kind: 'null'
  readonly spot: Spot
}

export interface Entry {
  readonly key: string
  readonly spot: Spot
  readonly value: Tree
  /** Whose files had a hand in this entry. */
  readonly layers: ReadonlySet<Layer>
}

/** Whose file a piece comes from: Concordat's own, a parent's, or the one being read. */
export type Layer = 'ours' | 'parent' | 'policy'

export interface Source {
  /** Id of the policy that the file holds; empty when it does not say. */
  readonly policy: Id
  readonly layer: Layer
  readonly locate: (offset: number) => { readonly line: number; readonly column: number }
}

/** One character of one file. */
export interface Spot {
  readonly source: Source
  readonly offset: number
}

/** Tells a problem; the caller collects. */
export type Report = (rule: ProblemRule, spot: Spot, message: string) => void

export function placeOf(spot: Spot): Place {
  const { line, column } = spot.source.locate(spot.offset)
  return spot.source.layer === 'policy' ? { line, column } : { line, column, policy: spot.source.policy }
}

/** The spot of the `index`th character of a text. */
export function spotIn(text: TextTree, index: number): Spot {
  const offset = text.jumps ? (text.jumps[Math.min(index, text.jumps.length - 1)] ?? 0) : index
  return { source: text.spot.source, offset: text.spot.offset + offset }
}

/** The value under a key, when the tree is a map that has it and it is not empty. */
export function at(tree: Tree | undefined, key: string): Tree | undefined {
  const value = tree?.kind === 'map' ? tree.entries.get(key)?.value : undefined
  return value?.kind === 'null' ? undefined : value
}

/** The entries under a key, in the order written. */
export function entriesAt(tree: Tree | undefined, key: string): readonly Entry[] {
  return entriesOf(at(tree, key))
}

export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? [...tree.entries.values()] : []
}

export function textOf(tree: Tree | undefined): TextTree | undefined {
  return tree?.kind === 'text' ? tree : undefined
}

/** The texts of a list, or of one text standing for a list of one. */
export function textsOf(tree: Tree | undefined): readonly TextTree[] {
  if (tree?.kind === 'text') return [tree]
  return tree?.kind === 'list' ? tree.items.filter((item) => item.kind === 'text') : []
}
