import { actOrder, actPhrase } from '../../words/phrase-act.ts'
import { conditionPhrase } from '../../words/phrase-condition.ts'
import { dutyOrder, dutySentence } from '../../words/phrase-duty.ts'
import { stageName, stageOf } from '../../words/phrase-stage.ts'
import { quoted, sentence } from '../../words/phrase-text.ts'
import { roleName, whoPhrase } from '../../words/phrase-who.ts'
import { isAfterEnd } from '../explain.ts'
import type { Act, Duty, Id, Policy, Who } from '../policy.ts'
import { dutyValue } from '../write/policy-value.ts'
import { isSame } from '../write/value.ts'
import type { Placed } from './alike.ts'
import type { Difference, Topic } from './compared.ts'
import { line, type Two } from './line.ts'
import type { Pair } from './pair-up.ts'

/** A duty of each side, or of one. `apart`: they stand at different points of the ladder, which is said. */
export function dutyLine({ a, b }: Pair<Placed>, two: Two, apart = false): Difference {
  const one = a ?? b
  const policy = a ? two.a : two.b
  if (!one) throw new Error('A pair has at least one side.')
  return line(two, {
    topic: [a, b].flatMap((placed) => (placed ? topicOf(placed.duty) : [])).sort()[0] ?? 'duties',
    about: about(a?.duty, b?.duty, two),
    a: a && { ...said(a, two.a, apart), also: b ? leftOut(b.duty, a.duty, two.b, two.a) : [] },
    b: b && { ...said(b, two.b, apart), also: a ? leftOut(a.duty, b.duty, two.a, two.b) : [] },
    same: a !== undefined && b !== undefined && !apart && isSameDuty(a.duty, b.duty),
    missing: notSaid(one.duty, policy, a ? two.b : two.a),
  })
}

const said = ({ duty, home }: Placed, policy: Policy, apart: boolean) => ({
  text: `${apart ? `${at(home, policy)}: ` : ''}${dutySentence(duty, policy)}`,
  cites: duty.cites,
  origin: duty.origin,
})

const at = (home: Placed['home'], policy: Policy): string =>
  home === undefined ? 'At every stage' : `At ${stageNamed(policy, home)}`

function stageNamed(policy: Policy, id: Id): string {
  const name = stageName(policy, id)
  const words = quoted(stageOf(policy, id)?.is ?? '')
  return name === words ? name : `${name}, ${words}`
}

/** Alike in everything but the clauses they rest on. */
export function isSameDuty(left: Duty, right: Duty): boolean {
  return isSame(dutyValue({ ...left, id: '', cites: [] }), dutyValue({ ...right, id: '', cites: [] }))
}

function topicOf(duty: Duty): Topic {
  const { verb } = duty.act
  if (verb === 'tell' || verb === 'refer') return 'notices'
  if (isAfterEnd(duty)) return 'outcomes'
  return verb === 'record' ? 'record and register' : 'duties'
}

function about(a: Duty | undefined, b: Duty | undefined, two: Two): string {
  const [duty, policy] = a ? [a, two.a] : [b, two.b]
  if (!duty) return ''
  const differ = a && b && actOrder(a.act, two.a) !== actOrder(b.act, two.b)
  if (!differ || receivers(a.act).length === 0 || receivers(b.act).length === 0) return dutyOrder(duty, policy)
  return duty.if ? `Who is told if ${conditionPhrase(duty.if, policy)}` : 'Who is told'
}

/** Whom an act brings word to. */
export function receivers(act: Act): readonly Who[] {
  return act.verb === 'tell' || act.verb === 'refer' || act.verb === 'write' ? act.to : []
}

/** Whom `full` tells and `other`, which is about the same, does not. */
function leftOut(full: Duty, other: Duty, words: Policy, policy: Policy): readonly string[] {
  const told = receivers(other.act)
  if (told.length === 0 || told.some((who) => who.role === 'everyone')) return []
  const out = receivers(full.act).filter((who) => !told.some((one) => one.role === who.role))
  return out.map((who) => notTold(who, words, policy))
}

function notTold(who: Who, words: Policy, policy: Policy): string {
  if (who.role === 'everyone') return 'Here not everyone in the case is told.'
  const name = who.side === 'own' || who.side === 'none' ? named(who, words) : whoPhrase(who, words)
  return `Here ${name} is not told${isToldSomewhere(who, policy) ? ' at this point' : ''}.`
}

const named = (who: Who, policy: Policy): string =>
  policy.roles[who.role] ? `the ${roleName(policy, who.role)}` : whoPhrase(who, policy)

function isToldSomewhere({ role }: Who, policy: Policy): boolean {
  const duties = [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)]
  return duties.some((duty) => receivers(duty.act).some((who) => who.role === role))
}

/** What is said where a policy has nothing like this duty. */
function notSaid(duty: Duty, words: Policy, policy: Policy): string {
  const { act } = duty
  if (act.verb === 'tell') return act.to.map((who) => notTold(who, words, policy)).join(' ')
  const says = actPhrase(act, words)
  return sentence(duty.force === 'may' ? `here nothing says that anybody may ${says}` : `here nobody has to ${says}`)
}
