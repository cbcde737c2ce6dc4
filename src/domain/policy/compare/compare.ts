import { curly } from '../../words/phrase-text.ts'
import { registerSentences } from '../explain.ts'
import { settingSentence } from '../explain-settings.ts'
import type { Id, Policy, Stage } from '../policy.ts'
import { policyValue } from '../write/policy-value.ts'
import { isMap, isSame } from '../write/value.ts'
import type { Placed } from './alike.ts'
import { dutyLine } from './compare-duties.ts'
import { moveLine, stageMoveLines } from './compare-moves.ts'
import { raiseLines } from './compare-raise.ts'
import { stageLines } from './compare-stages.ts'
import type { Compared, Difference, DifferenceKind, Part, PolicyHead } from './compared.ts'
import { headlines } from './headlines.ts'
import { line, type Two } from './line.ts'
import { type Matched, match } from './match.ts'
import type { Pair } from './pair-up.ts'

/**
 * Two policies, or two versions of one, clause by clause and in words: what each says of the same thing, and for the one that
 * says nothing, that. Stages are paired by who meets in them, duties by what is done, to whom and when. `compare(b, a)` has
 * the same lines with the sides changed; `compare(a, a)` has none that differ.
 */
export function compare(a: Policy, b: Policy): Compared {
  const matched = match(a, b)
  const two: Two = { a, b: matched.b }
  const parts = [
    { id: 'raise', title: 'Raising a concern', differences: raiseLines(two, matched.facts) },
    ...matched.stages.map((pair) => stagePart(pair, matched, two)),
    {
      id: 'elsewhere',
      title: 'In both, but not at the same point',
      differences: matched.duties.filter((pair) => isApart(pair)).map((pair) => dutyLine(pair, two, true)),
    },
    { id: 'everywhere', title: 'At every stage, and when it has ended', differences: everywhere(matched, two) },
    { id: 'settings', title: 'Numbers that Concordat sets where a policy does not', differences: settings(two) },
    { id: 'clauses', title: 'Other clauses', differences: clauses(two) },
  ].filter((part) => part.differences.length > 0)
  return {
    a: head(a),
    b: head(b),
    versions: a.id === b.id,
    headlines: headlines(two, matched),
    parts,
    counts: counted(parts),
  }
}

const head = ({ id, title, version }: Policy): PolicyHead => ({ id, title: curly(title), version })

function stagePart(pair: Pair<Stage>, matched: Matched, two: Two): Part {
  const { a, b } = pair
  const title = a && b && a.is !== b.is ? `${a.is} / ${b.is}` : (a?.is ?? b?.is ?? '')
  const duties = matched.duties.filter((one) => !isApart(one) && isAt(one, pair))
  return {
    id: `stage-${(a ?? b)?.id ?? ''}`,
    title: curly(title),
    differences: [...stageLines(pair, two), ...duties.map((one) => dutyLine(one, two)), ...stageMoveLines(pair, two)],
  }
}

function isAt({ a, b }: Pair<Placed>, pair: Pair<Stage>): boolean {
  const home = a ? a.home : b?.home
  return home !== undefined && (a ? pair.a?.id === home : pair.b?.id === home)
}

const isApart = ({ a, b }: Pair<Placed>): boolean => a !== undefined && b !== undefined && a.home !== b.home

function everywhere(matched: Matched, two: Two): readonly Difference[] {
  const duties = matched.duties.filter((pair) => !isApart(pair) && (pair.a ?? pair.b)?.home === undefined)
  return [
    ...duties.map((pair) => dutyLine(pair, two)),
    ...matched.moves.map((pair) => moveLine(pair, two, undefined)),
    ...register(two),
  ]
}

function register(two: Two): readonly Difference[] {
  const [a] = registerSentences(two.a)
  const [b] = registerSentences(two.b)
  if (!a && !b) return []
  const cites = (policy: Policy): readonly Id[] => policy.register?.cites ?? []
  const value = (policy: Policy) => {
    const kept = policyValue(policy).get('register')
    return isMap(kept) ? new Map([...kept].filter(([key]) => key !== 'cites')) : undefined
  }
  return [
    line(two, {
      topic: 'record and register',
      about: 'The register',
      a: a && { ...a, cites: cites(two.a) },
      b: b && { ...b, cites: cites(two.b) },
      same: isSame(value(two.a), value(two.b)),
      missing: 'Here nobody keeps a register.',
    }),
  ]
}

/** Only what one of them sets: everywhere else both go by the same number of ours. */
function settings(two: Two): readonly Difference[] {
  const names = [...new Set([...two.a.settings.setByPolicy, ...two.b.settings.setByPolicy])]
  return names.map((name) => {
    const [a, b] = [two.a, two.b].map((policy) => ({
      text: settingSentence(name, policy) ?? `“${name}” is set.`,
      origin: policy.settings.setByPolicy.includes(name) ? ('policy' as const) : ('ours' as const),
    }))
    return line(two, { topic: 'settings', about: settingName(name), a, b, same: a?.text === b?.text, missing: '' })
  })
}

const settingName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')

/** Clauses that no line above shows, and those of one number whose words differ. */
function clauses(two: Two): readonly Difference[] {
  const ids = [...new Set([...Object.keys(two.a.clauses), ...Object.keys(two.b.clauses)])]
  return ids.flatMap((id) => {
    const [a, b] = [two.a.clauses[id], two.b.clauses[id]]
    if (a === undefined || b === undefined ? isCited(id, a === undefined ? two.b : two.a) : a === b) return []
    return [
      line(two, {
        topic: 'clauses',
        about: id,
        a: a === undefined ? undefined : { text: a },
        b: b === undefined ? undefined : { text: b },
        same: false,
        missing: 'Here there is no clause of this number.',
      }),
    ]
  })
}

function isCited(id: Id, policy: Policy): boolean {
  const all = [policy, ...policy.stages].flatMap(({ duties, moves }) => [...duties, ...moves])
  const small = [policy.raise, policy.register, ...policy.stages, ...Object.values(policy.facts)]
  return [...all, ...small].some((one) => one?.cites?.includes(id))
}

function counted(parts: readonly Part[]): Compared['counts'] {
  const counts: Record<DifferenceKind, number> = { 'only-in-a': 0, 'only-in-b': 0, differs: 0, same: 0 }
  for (const { kind } of parts.flatMap((part) => part.differences)) counts[kind] += 1
  return counts
}
