/**
 * Who somebody is in a case is asked hundreds of times in one decision: each answer is kept with the case it is about, for one moment.
 * A case and a world never change, so the answer does not either.
 */
import type { At } from '../people/directory.ts'
import type { Case } from './case.ts'
import type { InCase } from './people-in-case.ts'
import type { World } from './world.ts'

export function askedOnce(
  world: World,
  c: Case,
  at: At,
  question: string,
  answer: () => readonly InCase[],
): readonly InCase[] {
  let kept = answers.get(c)
  if (!kept || kept.world !== world || kept.at !== at) {
    kept = { world, at, known: new Map() }
    answers.set(c, kept)
  }
  const known = kept.known.get(question)
  if (known) return known
  const found = answer()
  kept.known.set(question, found)
  return found
}

interface Kept {
  readonly world: World
  readonly at: At
  readonly known: Map<string, readonly InCase[]>
}

const answers = new WeakMap<Case, Kept>()
