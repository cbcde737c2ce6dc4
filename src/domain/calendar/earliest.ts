import type { Deadline } from './deadline.ts'
import { whenWords } from './words.ts'

/** A date that competes to be the deadline. `label`: what it is, "The policy's limit", "The date that protects Leila". */
export interface Candidate {
  readonly label: string
  readonly deadline: Deadline
}

export interface Earliest<C extends Candidate = Candidate> {
  /** Nothing only when there were no candidates. Of two at the same time, the one named first. */
  readonly chosen: C | undefined
  /** All, in the order given, with a sentence each: a date not used still appears. */
  readonly all: readonly (C & { readonly used: boolean; readonly words: string })[]
  /** Which one counts and why, in a sentence. */
  readonly why: string
}

/** Whichever is sooner. */
export function earliest<C extends Candidate>(candidates: readonly C[]): Earliest<C> {
  let chosen: C | undefined
  for (const one of candidates) if (!chosen || isSooner(one.deadline, chosen.deadline)) chosen = one
  return {
    chosen,
    all: candidates.map((one) => ({
      ...one,
      used: one === chosen,
      words: `${one.label}: ${whenWords(one.deadline.at)}${one === chosen ? '' : ', not used'}`,
    })),
    why: chosen ? whyOf(chosen, candidates) : 'No date applies.',
  }
}

const isSooner = (a: Deadline, b: Deadline): boolean => a.at.epochNanoseconds < b.at.epochNanoseconds

function whyOf(chosen: Candidate, candidates: readonly Candidate[]): string {
  const date = `${chosen.label}, ${whenWords(chosen.deadline.at)}`
  if (candidates.length === 1) return `${date}.`
  return candidates.every(({ deadline }) => !isSooner(chosen.deadline, deadline))
    ? `${date}. All of them end at the same time.`
    : `The sooner one counts: ${date}.`
}
