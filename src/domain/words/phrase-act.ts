import type { Act, Duty, Policy, Who } from '../policy/policy.ts'
import { andList, capital, curly, quoted } from './phrase-text.ts'
import { whoPhrase, whoToYou } from './phrase-who.ts'

/** Names that a case can put in place of posts and sides. */
export interface Names {
  /** The agency on the other side: "Reply to Bramble Lane Nursery". */
  readonly otherSide?: string
  /** A person's or agency's name for a role, where the case knows it. */
  readonly who?: (who: Who) => string | undefined
}

/** Somebody at the Board or outside is on neither side: what others do with the other side they do with both. */
export const acrossFrom = ({ who }: Pick<Duty, 'who'>, policy: Policy): Pick<Names, 'otherSide'> =>
  (policy.roles[who.role]?.at ?? 'agency') === 'agency' ? {} : { otherSide: 'both sides' }

/** An act as an order: "Tell the reviewing officer", "Reply to the other side". No full stop. */
export function actOrder(act: Act, policy: Policy, names: Names = {}): string {
  return curly(capital(bare(act, policy, whoToYou, names)))
}

/** An act after "must", "should" or "may": "tell the reviewing officer", "reply to the other side". */
export function actPhrase(act: Act, policy: Policy, names: Pick<Names, 'otherSide'> = {}): string {
  return bare(act, policy, whoPhrase, names)
}

function bare(act: Act, policy: Policy, say: (who: Who, policy: Policy) => string, names: Names): string {
  const own = ownPhrase(act)
  if (own !== undefined) return own
  const to = (who: readonly Who[]) => andList(who.map((one) => names.who?.(one) ?? say(one, policy)))
  const other = names.otherSide ?? 'the other side'
  switch (act.verb) {
    case 'tell':
      return `tell ${to(act.to)}`
    case 'write':
      return act.to.length === 0
        ? `write ${withThe(act.words)}`
        : `send ${withThe(act.words)} to ${to(act.to)} in writing`
    case 'record':
      return `record ${act.words}`
    case 'refer':
      return `refer this to ${to(act.to)}`
    case 'answer':
      return question(act.fact, policy)
    case 'discuss':
      return `talk it over with ${other}`
    case 'meet':
      return `meet ${other}`
    case 'reply':
      return `reply to ${other}`
    case 'consult':
      return `ask ${to(act.to)} for advice or help`
    case 'agree':
      return `agree ${withThe(act.words)} in the same words as ${other}`
    case 'do':
      return act.words
    case 'keep':
      return `keep ${act.words}`
  }
}

/** Acts whose data is a bare noun or verb ("write interim arrangement", "do debrief") as people would say them. */
function ownPhrase(act: Act): string | undefined {
  switch (act.verb) {
    case 'write':
      return act.to.length === 0 && /^(the |an )?interim arrangement$/.test(act.words)
        ? 'say what keeps the child safe meanwhile'
        : undefined
    case 'do':
      return /^(a )?debrief$/.test(act.words) ? 'talk it over afterwards' : undefined
    case 'record':
      return /^(a |their )?dissent$/.test(act.words) ? 'put a disagreement with the decision on record' : undefined
    case 'answer':
      return act.fact === 'our-risk' ? 'say what the risk to the child is now' : undefined
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

function question(fact: string, policy: Policy): string {
  return `answer ${quoted(policy.facts[fact]?.ask ?? '')}`
}

// "outcome letter" is written without its article in a policy; a sentence needs one.
function withThe(words: string): string {
  return /^(the|a|an|any|all|each|every|both|their|its|what|who|how|why|where|when|whether|\d+)\b/i.test(words)
    ? words
    : `the ${words}`
}
