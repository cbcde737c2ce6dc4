/** How far two pieces of a policy stand for the same thing: 0 and less = not at all. Numbers are only compared with one another. */
import type { Act, Duty, Fact, Id, Move, Policy, Role, Stage } from '../policy.ts'
import { actText, blocksText, conditionText, eventText, targetText, whoText } from '../write/phrases.ts'

/** Words that two texts share, of all they have: 0 to 1. Small words and endings do not count. */
export function sharedWords(left: string, right: string): number {
  const [a, b] = [wordsOf(left), wordsOf(right)]
  const shared = [...a].filter((word) => b.has(word)).length
  return a.size + b.size === 0 ? 1 : shared / (a.size + b.size - shared)
}

const small = new Set([
  'a',
  'an',
  'the',
  'of',
  'to',
  'for',
  'and',
  'or',
  'in',
  'is',
  'it',
  'on',
  'what',
  'with',
  'at',
  'by',
])

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
  return new Set(words.filter((word) => !small.has(word)).map((word) => word.replace(/s$/, '')))
}

/** Roles by where they are held, their place in the line, what they do, and their words; never by ids alone. */
export function rolesAlike(a: Policy, b: Policy): (left: Role, right: Role) => number {
  return (left, right) => {
    if (left.at !== right.at || (left.seats === undefined) !== (right.seats === undefined)) return 0
    const words = 6 * sharedWords([left.is, ...left.or].join(' '), [right.is, ...right.or].join(' '))
    const tiers = left.at === 'agency' ? tiersAlike(rank(a, left.tier), rank(b, right.tier)) : 0
    const does = decides(a, left.id) && decides(b, right.id) ? 5 : decides(a, left.id) !== decides(b, right.id) ? -3 : 0
    return words + tiers + does + (left.seats ? 5 : 0) + (left.id === right.id ? 2 : 0)
  }
}

const tiersAlike = (left: number | undefined, right: number | undefined): number =>
  left === undefined || right === undefined ? (left === right ? 0 : -2) : left === right ? 3 : -4

/** 1 for the lowest tier of the line. */
export function rank(policy: Policy, tier: number | undefined): number | undefined {
  const tiers = new Set(Object.values(policy.roles).flatMap((role) => role.tier ?? []))
  const below = [...tiers].filter((one) => tier !== undefined && one < tier).length
  return tier === undefined ? undefined : below + 1
}

const decides = (policy: Policy, role: Id): boolean => policy.stages.some((stage) => stage.by?.role === role)

export function factsAlike(left: Fact, right: Fact): number {
  if (left.kind.type !== right.kind.type) return 0
  return 4 * sharedWords(left.ask, right.ask) + (left.id === right.id ? 3 : 0)
}

/** Stages by who meets in them: the level of the line, an inside step, a decider, a panel. Roles of b already have a's names. */
export function stagesAlike(a: Policy, b: Policy): (left: Stage, right: Stage) => number {
  return (left, right) => {
    if (left.aside !== right.aside || left.inside !== right.inside) return 0
    if ((left.by === undefined) !== (right.by === undefined)) return 0
    const isPanel = (policy: Policy, stage: Stage) =>
      stage.by !== undefined && policy.roles[stage.by.role]?.seats !== undefined
    if (isPanel(a, left) !== isPanel(b, right)) return 0
    const decider = left.by && right.by ? (left.by.role === right.by.role ? 6 : 4) : 0
    const [low, high] = [level(a, left), level(b, right)]
    const levels = low === undefined || high === undefined ? (left.by ? 0 : 1) : 4 - 2 * Math.abs(low - high)
    if (levels <= 0 && decider === 0) return 0
    return decider + levels + (left.repeats && right.repeats ? 0.5 : 0) + sharedWords(left.is, right.is)
  }
}

/** The middle of both sides' ranks: 1 for worker with worker, 1.5 for a manager with a worker. */
function level(policy: Policy, stage: Stage): number | undefined {
  const ranks = (stage.between ?? []).flatMap((who) => rank(policy, policy.roles[who.role]?.tier) ?? [])
  return ranks.length === 0 ? undefined : ranks.reduce((sum, one) => sum + one, 0) / ranks.length
}

/** Duties by what is done, to whom, by whom, when and if; `home` is the stage they stand in. Names of b are already a's. */
export interface Placed {
  readonly id: Id
  readonly duty: Duty
  readonly home?: Id
}

export function dutiesAlike({ duty: left, home }: Placed, { duty: right, home: other }: Placed): number {
  if (left.id.startsWith('our-') || right.id.startsWith('our-')) return left.id === right.id ? 100 : 0
  const act = actsAlike(left.act, right.act)
  if (act === undefined) return 0
  const who = (left.who.role === right.who.role ? 2 : 0) + (left.who.side === right.who.side ? 1 : 0)
  const starts = left.when.map(eventText).join() === right.when.map(eventText).join() ? 2 : 0
  const [one, two] = [left.if && conditionText(left.if), right.if && conditionText(right.if)]
  const condition = one === two ? (one === undefined ? 1 : 4) : -2
  const total = act + who + starts + condition + (left.id === right.id ? 0.5 : 0)
  if (home === other) return total + 3
  // At another point of the ladder only what is plainly the same thing counts.
  const holdsBack = left.before.length > 0 && left.before.map(blocksText).join() === right.before.map(blocksText).join()
  const told = act === 4 && left.act.verb !== 'discuss' && (who === 3 || holdsBack)
  return told || (one !== undefined && one === two) ? total : 0
}

// To tell somebody and to refer to somebody are both ways of bringing others in; every other verb is its own.
function actsAlike(left: Act, right: Act): number | undefined {
  if (left.verb === right.verb) {
    if (actText(left) === actText(right)) return 4
    if ('words' in left && 'words' in right && sharedWords(left.words, right.words) < 0.3) return undefined
    return 3 * sharedWords(actText(left), actText(right)) - 1
  }
  const bringsIn = (act: Act) => act.verb === 'tell' || act.verb === 'refer'
  return bringsIn(left) && bringsIn(right) ? -2 : undefined
}

export function movesAlike(left: Move, right: Move): number {
  const to = left.to.map(targetText).join() === right.to.map(targetText).join() ? 3 : 0
  const by = (left.by && whoText(left.by)) === (right.by && whoText(right.by)) ? 1 : 0
  const [one, two] = [left.if && conditionText(left.if), right.if && conditionText(right.if)]
  const words = left.is !== undefined && right.is !== undefined ? sharedWords(left.is, right.is) : 0
  return to + by + (left.id === right.id ? 3 : 0) + (one === two ? 1 : -2) + words
}
