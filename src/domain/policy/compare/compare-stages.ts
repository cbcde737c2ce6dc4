import { conditionPhrase } from '../../words/phrase-condition.ts'
import { contactPhrase, stageNumber } from '../../words/phrase-stage.ts'
import { capital, quoted, sentence } from '../../words/phrase-text.ts'
import { whoList, whoPhrase } from '../../words/phrase-who.ts'
import { seatsSentence } from '../explain-roles.ts'
import { between, opening, time } from '../explain-stage.ts'
import type { Policy, Stage } from '../policy.ts'
import { stageValue } from '../write/policy-value.ts'
import { isSame } from '../write/value.ts'
import type { Difference, Topic } from './compared.ts'
import { line, type Two } from './line.ts'
import type { Pair } from './pair-up.ts'

/** The stage itself: its place, who talks, how, how long, and the rule of its panel. */
export function stageLines({ a, b }: Pair<Stage>, two: Two): readonly Difference[] {
  if (!a || !b) return [lone(a, b, two)]
  return [
    line(two, {
      topic: 'stages',
      about: 'The stage',
      a: { text: place(a, two.a), cites: a.cites, origin: a.origin },
      b: { text: place(b, two.b), cites: b.cites, origin: b.origin },
      same: place(a, two.a) === place(b, two.b),
      missing: '',
    }),
    ...aspects.flatMap(({ topic, about, keys, say, silent }) => {
      const [left, right] = [say(a, two.a), say(b, two.b)]
      if (left === undefined && right === undefined) return []
      const values = [stageValue(a), stageValue(b)] as const
      return [
        line(two, {
          topic,
          about,
          a: left === undefined ? undefined : { text: left },
          b: right === undefined ? undefined : { text: right },
          same:
            keys.every((key) => isSame(values[0].get(key), values[1].get(key))) && (keys.length > 0 || left === right),
          missing: silent,
        }),
      ]
    }),
  ]
}

function lone(a: Stage | undefined, b: Stage | undefined, two: Two): Difference {
  const said = (stage: Stage | undefined, policy: Policy) =>
    stage && { text: `${place(stage, policy)} ${opening(stage, policy)}`, cites: stage.cites, origin: stage.origin }
  return line(two, {
    topic: 'stages',
    about: 'The stage',
    a: said(a, two.a),
    b: said(b, two.b),
    same: false,
    missing: 'Here there is no such stage.',
  })
}

function place(stage: Stage, policy: Policy): string {
  const number = stageNumber(policy, stage.id)
  if (number !== undefined) return `Stage ${number}: ${sentence(stage.is)}`
  return sentence(capital(stage.is))
}

interface Aspect {
  readonly topic: Topic
  readonly about: string
  /** Keys of the file that must be alike; none: the sentences must be. */
  readonly keys: readonly string[]
  readonly say: (stage: Stage, policy: Policy) => string | undefined
  /** Said for the stage that has nothing of it. */
  readonly silent: string
}

const aspects: readonly Aspect[] = [
  { topic: 'stages', about: 'When it is there', keys: ['if'], say: condition, silent: 'Here it is always there.' },
  {
    topic: 'who talks to whom',
    about: 'Who talks to whom',
    keys: ['between'],
    say: talking,
    silent: 'Here the two sides do not talk to each other at this stage.',
  },
  {
    topic: 'who talks to whom',
    about: 'How they talk',
    keys: ['contact'],
    say: contact,
    silent: 'Here any way of contact will do.',
  },
  {
    topic: 'who talks to whom',
    about: 'Who decides',
    keys: ['by'],
    say: ({ by }, policy) => by && sentence(`${whoPhrase(by, policy)} decides`),
    silent: 'Here nobody decides at this stage.',
  },
  {
    topic: 'who talks to whom',
    about: 'Who else takes part',
    keys: ['with'],
    say: (stage, policy) =>
      stage.with.length === 0 ? undefined : sentence(`${whoList(stage.with, policy)} may take part`),
    silent: 'Here nobody else takes part.',
  },
  {
    topic: 'limits',
    about: 'Limit',
    keys: ['within'],
    say: (stage, policy) => (stage.within.length === 0 ? undefined : sentence(time(stage, policy))),
    silent: 'Here no limit is set.',
  },
  {
    topic: 'stages',
    about: 'Again, one tier higher',
    keys: ['repeats'],
    say: ({ repeats }) => (repeats ? 'If it is not settled, it may go one tier higher.' : undefined),
    silent: 'Here it does not go through the tiers one by one.',
  },
  { topic: 'panel', about: 'The panel', keys: [], say: seats, silent: 'Here nothing says who sits on it.' },
  {
    topic: 'stages',
    about: 'What is said there',
    keys: ['says'],
    say: ({ says }) => (says === undefined ? undefined : sentence(says)),
    silent: 'Here nothing more is said.',
  },
]

function condition(stage: Stage, policy: Policy): string | undefined {
  return stage.if && sentence(`it is there only if ${conditionPhrase(stage.if, policy)}: ${quoted(stage.is)}`)
}

function talking(stage: Stage, policy: Policy): string | undefined {
  return stage.between && sentence(between({ ...stage, contact: [] }, stage.between, policy))
}

function contact(stage: Stage): string | undefined {
  const phrase = contactPhrase(stage.contact)
  return phrase === '' ? undefined : sentence(phrase)
}

function seats(stage: Stage, policy: Policy): string | undefined {
  const role = stage.by && policy.roles[stage.by.role]
  return role && seatsSentence(role, policy)
}
