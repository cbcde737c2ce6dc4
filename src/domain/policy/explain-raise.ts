import { Temporal } from 'temporal-polyfill'
import { countedPhrase } from '../words/phrase-length.ts'
import { limitPhrase } from '../words/phrase-limit.ts'
import { orList, quoted, sentence, small, withA } from '../words/phrase-text.ts'
import { roleName } from '../words/phrase-who.ts'
import type { Sentence } from './explain.ts'
import type { Id, Policy, SubjectKind } from './policy.ts'

/** What the policy is for, what it is read beside, when it is looked at again. */
export function introSentences(policy: Policy): readonly Sentence[] {
  const { changes, review } = policy
  const dates = `${dated('from', changes?.from)}${dated('until', changes?.until)}`
  const sooner = review?.sooner === undefined ? '' : `, and sooner for this reason: ${small(review.sooner)}`
  return [
    said(`This is for disagreements between professionals about ${orList(policy.for.map((kind) => subjects[kind]))}`),
    ...(changes
      ? [
          said(
            `It changes parts of the policy “${changes.policy}”, version ${changes.version}${dates}: what it leaves alone is as it is there`,
          ),
        ]
      : []),
    ...(policy.readWith.length > 0 ? [said(`Read it with: ${policy.readWith.join('; ')}`)] : []),
    ...(review
      ? [said(`It is reviewed every ${countedPhrase(review.every).replace(/^1 /, '')}${sooner}`, review.cites)]
      : []),
  ]
}

function dated(word: string, date: string | undefined): string {
  if (date === undefined) return ''
  const day = Temporal.PlainDate.from(date)
  return ` ${word} ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
}

const subjects: Readonly<Record<SubjectKind, string>> = {
  child: 'a child',
  adult: 'an adult',
  theme: 'something that concerns no single child',
}

/** Who may raise a concern, by when, and what the form asks. */
export function raiseSentences(policy: Policy): readonly Sentence[] {
  const { by, asks, within, late, cites, says } = policy.raise
  const lateness = late === 'refuse' ? 'later it cannot be raised here' : 'later it is recorded as late'
  return [
    said(`${raisers(by, policy)} may raise a concern${by.length === 0 ? ', and nobody can stop them' : ''}`, cites),
    ...(within.length > 0 ? [said(`It is raised ${limitPhrase(within, policy)}; ${lateness}`, cites)] : []),
    ...(says === undefined ? [] : [said(says, cites)]),
    question('immediate-harm', 'The form first asks', policy),
    ...asks.map((fact) => question(fact, 'The form asks', policy)),
  ]
}

function raisers(by: readonly Id[], policy: Policy): string {
  if (by.length === 0) return 'anyone who works for an agency'
  return orList(by.map((role) => withA(roleName(policy, role))))
}

function question(id: Id, opening: string, policy: Policy): Sentence {
  const fact = policy.facts[id]
  const kind = fact?.kind
  const options = kind?.type === 'one-of' || kind?.type === 'any-of' ? Object.values(kind.options) : []
  const answers = options.length === 0 ? '' : ` The answers: ${sentence(options.join('; '))}`
  const text = `${sentence(`${opening} ${quoted(fact?.ask ?? '')}`)}${answers}`
  return { text, cites: fact?.cites ?? [], origin: fact?.origin ?? 'policy' }
}

function said(text: string, cites: readonly Id[] = []): Sentence {
  return { text: sentence(text), cites, origin: 'policy' }
}
