import { dateWords } from '../../domain/calendar/words.ts'
import { notKnown } from '../../domain/case/condition.ts'
import type { Answer } from '../../domain/case/entry.ts'
import type { Fact, Id, Policy } from '../../domain/policy/policy.ts'
import { curly, sentence } from '../../domain/words/phrase-text.ts'
import { clauseNumber } from '../html/clause.ts'
import { type Content, type Html, html } from '../html/html.ts'
import type { FormField } from './form-field.ts'

/** The facts of some ids, forms opened out, each once; what the policy does not have or works out itself is left out. */
export function openFacts(policy: Policy, ids: readonly Id[], seen: ReadonlySet<Id> = new Set()): readonly Fact[] {
  const found = ids.flatMap((id): readonly Fact[] => {
    const fact = policy.facts[id]
    if (!fact || fact.derived || seen.has(id)) return []
    return fact.kind.type === 'form' ? openFacts(policy, fact.kind.asks, new Set([...seen, id])) : [fact]
  })
  return found.filter((fact, n) => found.findIndex((other) => other.id === fact.id) === n)
}

/** The name of a fact's control. */
export const factName = (id: Id): string => `fact-${id}`

/** A policy's question as a field: its own words, its own options, and the clause that has it asked. */
export function factField(
  fact: Fact,
  policy: Policy,
  more: Partial<Pick<FormField, 'optional' | 'readers'>> & { readonly unsure?: boolean; readonly today?: string } = {},
): FormField {
  const asked = {
    name: factName(fact.id),
    label: curly(fact.ask),
    hint: factHint(fact, policy),
    ...(more.optional === undefined ? {} : { optional: more.optional }),
    ...(more.readers ? { readers: more.readers } : {}),
  }
  const options = (given: Readonly<Record<Id, string>>) =>
    Object.entries(given).map(([value, text]) => ({ value, text: curly(text) }))
  switch (fact.kind.type) {
    case 'yes-no':
      return { ...asked, kind: 'yes-no', unsure: more.unsure }
    case 'one-of':
      return { ...asked, kind: 'one-of', options: options(fact.kind.options) }
    case 'any-of':
      return { ...asked, kind: 'any-of', options: options(fact.kind.options) }
    case 'words':
    case 'form':
      return {
        ...asked,
        kind: 'words',
        rows: 6,
        missing: fact.ask === 'Why?' ? 'Say why' : sentenceless(`Answer the question: ${curly(fact.ask)}`),
      }
    case 'date':
      return { ...asked, kind: 'date' }
    case 'actions':
      return { ...asked, kind: 'actions', today: more.today }
  }
}

/** What the policy says about the question, with the clause: it is the policy that asks, not the computer. */
export function factHint(fact: Fact, policy: Policy): Content | undefined {
  const id = fact.cites.find((one) => policy.clauses[one] !== undefined)
  const says = fact.says === undefined ? undefined : sentence(curly(fact.says))
  const words = id === undefined ? undefined : policy.clauses[id]
  if (words === undefined) return says
  return html`${says && `${says} `}Your policy says: “${curly(words)}” (${clauseNumber(`clause ${id}`)})`
}

/** An answer as words for a summary. */
export function answerWords(fact: Fact, answer: Answer | undefined): Content {
  if (answer === undefined || answer === '') return 'Not answered'
  if (answer === true) return 'Yes'
  if (answer === false) return 'No'
  if (answer === notKnown) return 'Not known'
  if (typeof answer === 'string') {
    if (fact.kind.type === 'one-of') return curly(fact.kind.options[answer] ?? answer)
    if (fact.kind.type === 'yes-no') return answer === 'yes' ? 'Yes' : 'No'
    if (fact.kind.type === 'date') return dateWords(answer)
    return lines(answer)
  }
  const options = fact.kind.type === 'any-of' ? fact.kind.options : {}
  return lined(
    answer.map((one) =>
      typeof one === 'string' ? curly(options[one] ?? one) : `${one.what}: ${one.who}, by ${dateWords(one.by)}`,
    ),
  )
}

/** Words as they were typed, line by line. */
export const lines = (text: string): Html => lined(text.split('\n'))

const lined = (all: readonly string[]): Html => html`${all.map((one, i) => (i === 0 ? one : html`<br>${one}`))}`

const sentenceless = (text: string): string => text.replace(/[.?]$/, '')
