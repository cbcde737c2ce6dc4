import type { Limit, LimitLength, Policy } from '../policy/policy.ts'
import { conditionPhrase } from './phrase-condition.ts'
import { startPhrase } from './phrase-event.ts'
import { countedPhrase } from './phrase-length.ts'
import { capital } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

/**
 * Limits at the end of a sentence: "within 5 working days, or sooner if the child needs it". Empty without limits.
 * A guide ends in "as a guide"; `isGuide` tells a sentence that would rather begin with it.
 */
export function limitPhrase(limits: readonly Limit[], policy: Policy): string {
  return `${firmPhrase(limits, policy)}${guide(limits)}`
}

export function isGuide(limits: readonly Limit[]): boolean {
  return limits.some((limit) => limit.asAGuide)
}

/** As `limitPhrase`, without "as a guide". */
export function firmPhrase(limits: readonly Limit[], policy: Policy): string {
  if (limits.length === 0) return ''
  const each = limits.map(
    (limit) => `${lengthPhrase(limit.length, policy)}${start(limit, policy)}${provided(limit, policy)}`,
  )
  return `${each.join(' or ')}${each.length > 1 ? ', whichever is sooner' : ''}${sooner(limits, ' if the child needs it')}`
}

/** Limits for a box of the flowchart: "5 working days, or sooner". Undefined without limits. */
export function limitLabel(limits: readonly Limit[], policy: Policy): string | undefined {
  if (limits.length === 0) return undefined
  const each = limits.map(
    (limit) => `${shortLength(limit.length, policy)}${startShort(limit, policy)}${provided(limit, policy)}`,
  )
  return capital(`${each.join(' or ')}${sooner(limits, '')}${guide(limits)}`)
}

/** A length after a verb: "within 2 working days", "at once", "without delay". */
export function lengthPhrase(length: LimitLength, policy: Policy): string {
  switch (length.unit) {
    case 'immediately':
      return 'at once'
    case 'same-working-day':
      return 'on the same working day'
    case 'without-delay':
      return 'without delay'
    case 'as-agreed':
      return 'by a date both sides agree'
    case 'as-set-by':
      return `by a date set by ${whoPhrase(length.who, policy)}`
    default:
      return `within ${countedPhrase(length)}`
  }
}

function shortLength(length: LimitLength, policy: Policy): string {
  return lengthPhrase(length, policy)
    .replace(/^within /, '')
    .replace(/^on /, '')
}

function start(limit: Limit, policy: Policy): string {
  return limit.of ? ` of ${startPhrase(limit.of, policy)}` : ''
}

// A box of the flowchart is narrow.
function startShort(limit: Limit, policy: Policy): string {
  if (limit.of === undefined) return ''
  return limit.of.on === 'raised' ? ' from the raising' : ` from ${startPhrase(limit.of, policy)}`
}

function provided(limit: Limit, policy: Policy): string {
  return limit.if ? ` if ${conditionPhrase(limit.if, policy)}` : ''
}

function sooner(limits: readonly Limit[], why: string): string {
  return limits.some((limit) => limit.orSooner) ? `, or sooner${why}` : ''
}

function guide(limits: readonly Limit[]): string {
  return isGuide(limits) ? ', as a guide' : ''
}
