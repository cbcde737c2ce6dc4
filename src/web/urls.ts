/** Every address of Concordat, in one place. Parts of an address are escaped here and nowhere else. */

type Part = string | number

const path = (...parts: readonly Part[]): string => `/${parts.map((part) => encodeURIComponent(part)).join('/')}`

// Public: no session, and some of them no database.
export const danger = '/danger'
export const help = '/help'
export const privacy = '/privacy'
export const accessibility = '/accessibility'
export const calculator = '/calculator'
export const signIn = '/sign-in'
export const sampleClock = '/sample/clock'

// A partnership's own.
export const home = (p: string): string => path(p)
/** The first question; with a step, that question of the draft. */
export const raise = (p: string): string => path(p, 'raise')
export const raiseStep = (p: string, draft: string, step: string): string => path(p, 'raise', draft, step)
export const drafts = (p: string): string => path(p, 'drafts')
export const draft = (p: string, id: string): string => path(p, 'drafts', id)
export const cases = (p: string): string => path(p, 'cases')
export const register = (p: string): string => path(p, 'register')
export const directory = (p: string): string => path(p, 'directory')
export const policies = (p: string): string => path(p, 'policies')
export const policy = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id) + (version === undefined ? '' : `?version=${version}`)
/** A clause on the policy's page. */
export const clause = (p: string, id: string, clauseId: string, version?: number): string =>
  `${policy(p, id, version)}#${encodeURIComponent(clauseId)}`
export const policyText = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id, 'text') + (version === undefined ? '' : `?version=${version}`)

// One case.
export const caseUrl = (p: string, id: string): string => path(p, 'cases', id)
export const entry = (p: string, id: string, seq: number): string => `${caseUrl(p, id)}#entry-${seq}`
export const asTheySeeIt = (p: string, id: string): string => path(p, 'cases', id, 'as-they-see-it')
export const discussions = (p: string, id: string): string => path(p, 'cases', id, 'discussions')
/** A form that records an act of a duty, by its verb: tell, write, refer, meet ... */
export const act = (p: string, id: string, verb: string, key?: string): string =>
  path(p, 'cases', id, 'acts', verb) + (key === undefined ? '' : `?duty=${encodeURIComponent(key)}`)
/** A move's form; with a target where the move offers several. */
export const move = (
  p: string,
  id: string,
  moveId: string,
  target?: { readonly stage?: string; readonly end?: string },
): string => path(p, 'cases', id, 'moves', moveId) + query({ stage: target?.stage, end: target?.end })
export const gate = (p: string, id: string, moveId: string): string => path(p, 'cases', id, 'moves', moveId, 'gate')
export const facts = (p: string, id: string, fact: string): string => path(p, 'cases', id, 'facts', fact)
export const risk = (p: string, id: string): string => path(p, 'cases', id, 'risk')
export const arrangement = (p: string, id: string): string => path(p, 'cases', id, 'arrangement')
export const protectiveDate = (p: string, id: string): string => path(p, 'cases', id, 'protective-date')
export const panel = (p: string, id: string): string => path(p, 'cases', id, 'panel')
export const outcome = (p: string, id: string): string => path(p, 'cases', id, 'outcome')
export const corrections = (p: string, id: string, seq: number): string =>
  `${path(p, 'cases', id, 'corrections')}?entry=${seq}`
export const notes = (p: string, id: string): string => path(p, 'cases', id, 'notes')
export const shares = (p: string, id: string, seq?: number): string =>
  path(p, 'cases', id, 'shares') + query({ entry: seq })
export const supporters = (p: string, id: string): string => path(p, 'cases', id, 'supporters')
/** Anything else of a case that has a noun of its own. */
export const ofCase = (p: string, id: string, ...nouns: readonly Part[]): string => path(p, 'cases', id, ...nouns)

/** "?a=1&b=2", without those not given; empty when none is. */
export function query(given: Readonly<Record<string, Part | undefined>>): string {
  const pairs = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`],
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
