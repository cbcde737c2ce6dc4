import type { Id, Policy } from '../../domain/policy/policy.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { clause } from '../html/clause.ts'
import { type Html, html, nothing } from '../html/html.ts'
import { clause as clauseUrl } from '../urls.ts'

/** The clauses that ask for something, in the policy's words. At most two: the rest are a link away. */
export function quotedClauses(policy: Policy, cites: readonly Id[], partnership: string): Html {
  const known = [...new Set(cites)].filter((id) => policy.clauses[id] !== undefined)
  return html`${known.slice(0, 2).map((id) =>
    clause({
      words: curly(policy.clauses[id] ?? ''),
      policy: `${policy.title}, version ${policy.version}`,
      clause: { text: `clause ${id}`, href: clauseUrl(partnership, policy.id, id, policy.version) },
    }),
  )}`
}

/** Said where no clause of the policy speaks. */
export function askedBy(policy: Policy, cites: readonly Id[], partnership: string): Html {
  const quoted = quotedClauses(policy, cites, partnership)
  if (quoted.toString() !== '') return quoted
  return cites.length > 0
    ? nothing
    : html`<p class="c-muted">Your policy says nothing about this. It is Concordat’s default.</p>`
}
