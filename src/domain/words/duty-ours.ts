/** Duties of Concordat's own that have a page of their own. `decide` pairs the same acts with them, by the same words. */
import type { Act } from '../policy/policy.ts'

/** What a duty really asks for: the risk as one sees it, what keeps the child safe, a debrief, learning, a dissent. */
export type OwnPage = 'risk' | 'arrangement' | 'debrief' | 'learning' | 'dissent'

export function ownPage(act: Act): OwnPage | undefined {
  switch (act.verb) {
    case 'answer':
      return act.fact === 'our-risk' ? 'risk' : undefined
    case 'write':
      return /interim arrangement|keeps? the (child|adult) safe|safe meanwhile/.test(act.words)
        ? 'arrangement'
        : undefined
    case 'do':
      return /debrief/.test(act.words) ? 'debrief' : undefined
    case 'record':
      return /dissent/.test(act.words) ? 'dissent' : /learning/.test(act.words) ? 'learning' : undefined
    case 'tell':
    case 'refer':
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'agree':
    case 'keep':
      return undefined
  }
}

/**
 * The order, what was not done (after "has not"), and what passed without it.
 * `inPlace`: something keeps the child safe already, and this asks for what comes after it.
 */
export function ownWords(
  page: OwnPage,
  whom: string,
  inPlace = false,
): { readonly order: string; readonly notDone: string; readonly without: string } {
  switch (page) {
    case 'risk':
      return {
        order: `Say what the risk to ${whom} is now`,
        notDone: `said what the risk to ${whom} is`,
        without: `saying what the risk to ${whom} is now`,
      }
    case 'arrangement':
      if (inPlace)
        return {
          order: `Extend or replace what keeps ${whom} safe`,
          notDone: `extended or replaced what keeps ${whom} safe`,
          without: `extending or replacing what keeps ${whom} safe`,
        }
      return {
        order: `Say what keeps ${whom} safe meanwhile`,
        notDone: `said what keeps ${whom} safe meanwhile`,
        without: `saying what keeps ${whom} safe meanwhile`,
      }
    case 'debrief':
      return {
        order: 'Talk it over afterwards',
        notDone: 'talked it over afterwards',
        without: 'talking it over afterwards',
      }
    case 'learning':
      return {
        order: 'Record what is to be learned from this',
        notDone: 'recorded what is to be learned from this',
        without: 'a record of what is to be learned',
      }
    case 'dissent':
      return {
        order: 'Record that you disagree with the decision',
        notDone: 'recorded a disagreement',
        without: 'a record of disagreement',
      }
  }
}
