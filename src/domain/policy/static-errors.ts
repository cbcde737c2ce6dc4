import type { ProblemRule } from './finding-rules.ts'
import type { Place, Policy } from './policy.ts'
import { circles } from './static/circles.ts'
import { gates } from './static/gates.ts'
import { hearing } from './static/hearing.ts'
import { targets } from './static/targets.ts'
import { tracks } from './static/tracks.ts'
import { whoFits } from './static/who-fits.ts'
import type { MapTree } from './tree.ts'

export interface StaticError {
  readonly rule: ProblemRule
  readonly place: Place
  readonly message: string
}

/**
 * What follows from the parts together and refuses a policy without walking it: circles, tracks, targets that are never there,
 * gates in the wrong hands, duties that wait for what cannot happen. `root` is asked only for exact places.
 * Source: language.md section 5 "Errors" and section 7.
 */
export function staticErrors(policy: Policy, root: MapTree): readonly StaticError[] {
  return [
    ...circles(policy),
    ...tracks(policy, root),
    ...targets(policy, root),
    ...gates(policy),
    ...hearing(policy),
    ...whoFits(policy),
  ]
}
