/** The one clock of the program. Everything else is given the time as a value. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands, or has been set: the sample place's and the tests'. */
export interface SetClock extends Clock {
  set(at: number): void
}

/** Runs on from a moment as time passes. */
export function runningFrom(at: number): SetClock {
  let offset = at - Date.now()
  return {
    now: () => Date.now() + offset,
    set(to) {
      offset = to - Date.now()
    },
  }
}

/** Stands still until it is set. */
export function standingAt(at: number): SetClock {
  let now = at
  return {
    now: () => now,
    set(to) {
      now = to
    },
  }
}
