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
/** What is counted for its report, and that it was made. */
export const registerReport = (p: string): string => path(p, 'register', 'report')
export const directory = (p: string): string => path(p, 'directory')
export const policies = (p: string): string => path(p, 'policies')
export const policy = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id) + (version === undefined ? '' : `?version=${version}`)
/** A clause on the policy's page. */
export const clause = (p: string, id: string, clauseId: string, version?: number): string =>
  `${policy(p, id, version)}#clause-${encodeURIComponent(clauseId)}`
/** Two policies beside each other, each named with its version ("havering.2"); without them, to choose. */
export const policyCompare = (p: string, a?: string, b?: string): string =>
  path(p, 'policies', 'compare') + query({ a, b })
export const policyStrictest = (p: string, a: string, b: string): string =>
  path(p, 'policies', 'strictest') + query({ a, b })
export const policyStrictestText = (p: string, a: string, b: string): string =>
  path(p, 'policies', 'strictest', 'text') + query({ a, b })
export const policyText = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id, 'text') + (version === undefined ? '' : `?version=${version}`)

/** Its flowchart as a file of its own, and the whole in plain words as a Word document. */
export const policyFlowchart = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id, 'flowchart.svg') + query({ version })
export const policyDocument = (p: string, id: string, version?: number): string =>
  path(p, 'policies', id, 'plain-words.docx') + query({ version })
/** Who adopted it when, and its reviews. */
export const policyHistory = (p: string, id: string): string => path(p, 'policies', id, 'history')
export const policyReview = (p: string, id: string): string => path(p, 'policies', id, 'review')
/** Policies being written. */
export const policyDrafts = (p: string): string => path(p, 'policy-drafts')
/** A new one; of a version that is kept, where one is named. */
export const newPolicyDraft = (p: string, of?: { readonly policy: string; readonly version: number }): string =>
  path(p, 'policy-drafts', 'new') + query({ policy: of?.policy, version: of?.version })
export const policyDraft = (p: string, id: string): string => path(p, 'policy-drafts', id)
/** A page of one draft: form, adopt, text ... */
export const ofPolicyDraft = (p: string, id: string, noun: string): string => path(p, 'policy-drafts', id, noun)

/** Rehearsals that one began, and where to begin one. */
export const rehearsals = (p: string): string => path(p, 'rehearsals')
/** Inside a rehearsal: who one can be, and its clock. `p` is the rehearsal's own. */
export const rehearsal = (p: string, ...nouns: readonly Part[]): string => path(p, 'rehearsal', ...nouns)

// One case.
export const caseUrl = (p: string, id: string): string => path(p, 'cases', id)
/** `ref`: the entry's reference, never its number. */
export const entry = (p: string, id: string, ref: string): string => `${caseUrl(p, id)}#entry-${ref}`
export const asTheySeeIt = (p: string, id: string): string => path(p, 'cases', id, 'as-they-see-it')
/** Moving the case to another version of its policy; with a version, what would change. */
export const versionChange = (p: string, id: string, to?: number): string =>
  path(p, 'cases', id, 'version') + query({ to })
export const discussions = (p: string, id: string): string => path(p, 'cases', id, 'discussions')
/** A form that records an act of a duty, by its verb: tell, write, refer, meet ... */
export const act = (p: string, id: string, verb: string, duty?: string): string =>
  path(p, 'cases', id, 'acts', verb) + (duty === undefined ? '' : `?duty=${encodeURIComponent(duty)}`)
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
export const corrections = (p: string, id: string, ref: string): string =>
  path(p, 'cases', id, 'corrections') + query({ entry: ref })
export const notes = (p: string, id: string): string => path(p, 'cases', id, 'notes')
export const shares = (p: string, id: string, ref?: string): string =>
  path(p, 'cases', id, 'shares') + query({ entry: ref })
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
