import { dangerOpensItsPath, movesAreWhatDecideAccepts, strangersDoNothing } from './every-path-moves.ts'
import {
  foldIsTheCase,
  nobodyReadsBeyondTheirAudience,
  noStageIsLeftInSilence,
  theRaiserKnows,
} from './every-path-record.ts'
import { aProtectiveDateOnlyShortens, noDeadlineOnAClosedDay, somethingIsDue } from './every-path-time.ts'
import { everythingHasASentence } from './every-path-words.ts'

/** The properties of domain.md section 5 that are asked of single situations. That a case is never stuck is asked of the whole walk. */
export const properties = {
  somethingIsDue,
  movesAreWhatDecideAccepts,
  everythingHasASentence,
  theRaiserKnows,
  dangerOpensItsPath,
  noDeadlineOnAClosedDay,
  aProtectiveDateOnlyShortens,
  foldIsTheCase,
  nobodyReadsBeyondTheirAudience,
  noStageIsLeftInSilence,
  strangersDoNothing,
}
