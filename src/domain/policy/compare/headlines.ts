import { conditionPhrase } from '../../words/phrase-condition.ts'
import { stageNumber } from '../../words/phrase-stage.ts'
import { andList, counted, curly, sentence } from '../../words/phrase-text.ts'
import { roleName, whoPhrase } from '../../words/phrase-who.ts'
import type { Duty, Policy, Verb, Who } from '../policy.ts'
import type { Placed } from './alike.ts'
import { receivers } from './compare-duties.ts'
import type { PolicyHead } from './compared.ts'
import type { Two } from './line.ts'
import type { Matched } from './match.ts'
import type { Pair } from './pair-up.ts'

/** What somebody used to one of the policies must know first: how long the ladder is, and who is told by one and not by the other. */
export function headlines(two: Two, matched: Matched): readonly string[] {
  const { a, b } = two
  return [...ladders(two), ...matched.duties.flatMap((pair) => told(pair, two)), ...untold(a, b), ...untold(b, a)].map(
    curly,
  )
}

/** The policy's name in a sentence: what stands before the colon of its title, with the version where both have one id. */
export function shortTitle(policy: PolicyHead, other: PolicyHead): string {
  if (policy.id === other.id) return `version ${policy.version}`
  const [short, others] = [policy, other].map(({ title }) => title.split(':')[0] ?? title)
  return short === undefined || short === others ? policy.title : short
}

function ladders({ a, b }: Two): readonly string[] {
  // As people number them: a step before the numbering does not count.
  const rungs = (policy: Policy) =>
    Math.max(0, ...policy.stages.flatMap((stage) => stageNumber(policy, stage.id) ?? []))
  if (rungs(a) === rungs(b) || rungs(a) === 0 || rungs(b) === 0) return []
  return [sentence(`${shortTitle(a, b)} has ${counted(rungs(a), 'stage')}, ${shortTitle(b, a)} has ${rungs(b)}`)]
}

function told({ a, b }: Pair<Placed>, two: Two): readonly string[] {
  if (!a || !b || names(a.duty, two.a) === '' || names(b.duty, two.b) === '') return []
  const ids = (duty: Duty) =>
    receivers(duty.act)
      .map((who) => who.role)
      .sort()
      .join()
  if (ids(a.duty) === ids(b.duty)) return []
  const condition = a.duty.if ? `if ${conditionPhrase(a.duty.if, two.a)}, ` : ''
  const does = ({ duty }: Placed, policy: Policy, other: Policy) =>
    `${shortTitle(policy, other)} has ${names(duty, policy)} ${ways[duty.act.verb] ?? 'told'}`
  return [sentence(`${condition}${does(a, two.a, two.b)}, ${does(b, two.b, two.a)}`)]
}

const ways: Readonly<Partial<Record<Verb, string>>> = { refer: 'asked by a referral', write: 'written to' }

const names = (duty: Duty, policy: Policy): string =>
  andList(
    receivers(duty.act).map((who) =>
      policy.roles[who.role] ? `the ${roleName(policy, who.role)}` : whoPhrase(who, policy),
    ),
  )

/** Roles that one policy has brought word to, and the other never; what somebody merely may send does not count. */
function untold(policy: Policy, other: Policy): readonly string[] {
  const others = new Set(toldBy(other).map((who) => who.role))
  const told = toldBy(policy, true).filter((who) => policy.roles[who.role] && !others.has(who.role))
  const only = [...new Set(told.map((who) => who.role))].map((role) => `the ${roleName(policy, role)}`)
  return only.length === 0 ? [] : [sentence(`only ${shortTitle(policy, other)} brings word to ${andList(only)}`)]
}

const toldBy = (policy: Policy, owed = false): readonly Who[] =>
  [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)]
    .filter((duty) => !owed || duty.force !== 'may')
    .flatMap((duty) => receivers(duty.act))
