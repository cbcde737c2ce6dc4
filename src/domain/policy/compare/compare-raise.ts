import { limitPhrase } from '../../words/phrase-limit.ts'
import { quoted, sentence } from '../../words/phrase-text.ts'
import { introSentences, raiseSentences } from '../explain-raise.ts'
import type { Fact, Policy } from '../policy.ts'
import { limitText } from '../write/phrases.ts'
import type { Difference } from './compared.ts'
import { line, type Spoken, type Two } from './line.ts'
import type { Pair } from './pair-up.ts'

/** Whom it is about, who may raise it, by when, and what is asked. */
export function raiseLines(two: Two, facts: readonly Pair<Fact>[]): readonly Difference[] {
  const { a, b } = two
  const asked = facts.filter((pair) => isAsked(pair.a, a) || isAsked(pair.b, b))
  return [
    line(two, {
      topic: 'who may raise',
      about: 'What it is for',
      a: introSentences(a)[0],
      b: introSentences(b)[0],
      same: a.for.join() === b.for.join(),
      missing: '',
    }),
    line(two, {
      topic: 'who may raise',
      about: 'Who may raise a concern',
      a: raiseSentences(a)[0],
      b: raiseSentences(b)[0],
      same: [...a.raise.by].sort().join() === [...b.raise.by].sort().join() && a.raise.says === b.raise.says,
      missing: '',
    }),
    ...(a.raise.within.length + b.raise.within.length === 0
      ? []
      : [
          line(two, {
            topic: 'limits',
            about: 'Until when a concern may be raised',
            a: window(a),
            b: window(b),
            same: a.raise.late === b.raise.late && limits(a) === limits(b),
            missing: 'Here it may be raised at any time.',
          }),
        ]),
    ...asked.map((pair) => questionLine(pair, two)),
  ]
}

const isAsked = (fact: Fact | undefined, policy: Policy): boolean =>
  fact !== undefined && policy.raise.asks.includes(fact.id)

const limits = (policy: Policy): string => policy.raise.within.map(limitText).join()

function window(policy: Policy): Spoken | undefined {
  const { within, late, cites } = policy.raise
  if (within.length === 0) return undefined
  const after = late === 'refuse' ? 'later it cannot be raised here' : 'later it is recorded as late'
  return { text: sentence(`it is raised ${limitPhrase(within, policy)}; ${after}`), cites }
}

function questionLine({ a, b }: Pair<Fact>, two: Two): Difference {
  const one = a ?? b
  const said = (fact: Fact | undefined, policy: Policy): Spoken | undefined =>
    fact && isAsked(fact, policy) ? { text: question(fact), cites: fact.cites, origin: fact.origin } : undefined
  return line(two, {
    topic: 'what is asked',
    about: quoted(one?.ask ?? ''),
    a: said(a, two.a),
    b: said(b, two.b),
    same: a !== undefined && b !== undefined && question(a) === question(b),
    missing: `Here “${one?.ask ?? ''}” is not asked on raising.`,
  })
}

function question({ ask, kind }: Fact): string {
  const options = kind.type === 'one-of' || kind.type === 'any-of' ? Object.values(kind.options) : []
  const answers = options.length === 0 ? '' : ` The answers: ${sentence(options.join('; '))}`
  return `The form asks ${sentence(quoted(ask))}${answers}`
}
