import type { Id, Policy, Who } from '../policy/policy.ts'
import { andList, plural, small, unhyphened } from './phrase-text.ts'

/**
 * Who, inside a sentence about anybody: "the line manager who was asked", "each side's worker", "the Chair of the Board".
 * Never a sex: names and posts only.
 */
export function whoPhrase(who: Who, policy: Policy): string {
  const builtIn = builtInPhrase(who)
  if (builtIn !== undefined) return builtIn
  const name = roleName(policy, who.role)
  switch (who.side) {
    case 'raising':
      return isLowestTier(policy, who.role) ? `the ${name} who raised it` : `the ${name} of the side that raised it`
    case 'responding':
      return `the ${name} who was asked`
    case 'each':
      return policy.roles[who.role]?.at === 'board' ? `each partnership’s ${name}` : `each side’s ${name}`
    case 'any':
      return `either side’s ${name}`
    case 'own':
      return `their own ${name}`
    case 'none':
      return `the ${name}`
  }
}

/** As `whoPhrase`, said to the person who has to do it: "your own line manager", otherwise the same. */
export function whoToYou(who: Who, policy: Policy): string {
  return who.side === 'own' && builtInPhrase(who) === undefined
    ? `your own ${roleName(policy, who.role)}`
    : whoPhrase(who, policy)
}

/** Several, joined: "the reviewing officer and the Board manager". */
export function whoList(who: readonly Who[], policy: Policy, name: typeof whoPhrase = whoPhrase): string {
  return andList(who.map((one) => name(one, policy)))
}

/** A role's own words inside a sentence: "line manager", "Chair of the Board". A title that is no role is its own words. */
export function roleName(policy: Policy, role: Id): string {
  return small(policy.roles[role]?.is ?? unhyphened(role))
}

/** "line managers", "Chairs of the Board". */
export function roleNames(policy: Policy, role: Id): string {
  return plural(roleName(policy, role))
}

/** Whether nobody of the agency's line stands below: that is who meets the disagreement first. */
export function isLowestTier(policy: Policy, role: Id): boolean {
  const tier = policy.roles[role]?.tier
  if (tier === undefined) return false
  return Object.values(policy.roles).every((other) => other.tier === undefined || other.tier >= tier)
}

function builtInPhrase(who: Who): string | undefined {
  switch (who.role) {
    case 'raiser':
      return 'the person who raised it'
    case 'decider':
      return 'whoever decides'
    case 'supporter':
      return 'a supporter'
    case 'everyone':
      return 'everyone in the case'
    case 'party':
      return partyPhrase(who.side)
    default:
      return undefined
  }
}

function partyPhrase(side: Who['side']): string {
  switch (side) {
    case 'raising':
      return 'the side that raised it'
    case 'responding':
      return 'the side that was asked'
    case 'each':
      return 'each side'
    case 'any':
      return 'either side'
    case 'own':
      return 'their own side'
    case 'none':
      return 'anyone in the case'
  }
}
