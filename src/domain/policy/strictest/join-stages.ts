import { limitLabel } from '../../words/phrase-limit.ts'
import { moveOrder } from '../../words/phrase-move.ts'
import { contactPhrase } from '../../words/phrase-stage.ts'
import { whoList } from '../../words/phrase-who.ts'
import type { Pair } from '../compare/pair-up.ts'
import type { ContactWay, Id, Policy, Stage, Who } from '../policy.ts'
import { whoText } from '../write/phrases.ts'
import { either, type StandingDuty } from './join-duties.ts'
import { joinLimits, type LimitsJoined } from './join-limits.ts'
import { joinStageMoves } from './join-moves.ts'
import { type Both, bothCite, type Ledger } from './ledger.ts'

/** The ladder of the join: rungs of both are one rung, by the stricter of each part; a rung of one alone is kept. */
export function joinStages(
  pairs: readonly Pair<Stage>[],
  policies: Both,
  duties: readonly StandingDuty[],
  ledger: Ledger,
): readonly Stage[] {
  return pairs.flatMap(({ a, b }): readonly Stage[] => {
    const stage = a && b ? joinTwo(a, b, policies, ledger) : (a ?? b)
    if (!stage) return []
    const from = a && b ? 'both' : a ? 'a' : 'b'
    ledger.from({ what: 'stage', id: stage.id, words: stage.is, from, cites: stage.cites })
    if (from !== 'both') {
      ledger.chose(
        stage.is,
        `Only ${ledger.names[from]} has this stage. It is kept, so that nobody it brings in is left out.`,
      )
      if (stage.within.length > 0)
        ledger.from({
          what: 'limit',
          id: stage.id,
          words: limitWordsOf(stage, from === 'a' ? policies.a : policies.b),
          stage: stage.id,
          from,
          cites: stage.cites,
        })
      for (const move of stage.moves)
        ledger.from({
          what: 'move',
          id: move.id,
          words: moveOrder(move, from === 'a' ? policies.a : policies.b),
          stage: stage.id,
          from,
          cites: move.cites,
        })
    }
    return [{ ...stage, duties: duties.filter((one) => one.in === stage.id).map(({ duty }) => duty) }]
  })
}

function joinTwo(a: Stage, b: Stage, policies: Both, ledger: Ledger): Stage {
  const limits = joinLimits(a.within, b.within, policies.delay)
  const cites = bothCite(a.cites, b.cites)
  if (limits.within.length > 0)
    ledger.from({
      what: 'limit',
      id: a.id,
      words: limitWordsOf({ ...a, within: limits.within }, policies.a),
      stage: a.id,
      from: limits.from,
      cites: limits.from === 'a' ? a.cites : limits.from === 'b' ? b.cites : cites,
    })
  const why = limitWords(limits, ledger)
  const hasGuide = limits.why === 'shorter of the two made firm'
  if (hasGuide) ledger.conflict(`${a.is}: limit`, why ?? '', 'The shorter is taken, as a rule.')
  else if (why !== undefined) ledger.chose(`${a.is}: limit`, why)
  const condition = either(a.if, b.if)
  if ((a.if === undefined) !== (b.if === undefined))
    ledger.chose(a.is, 'This stage is always there, for one of the policies has no condition for it.')
  const { if: _if, says: _says, ...rest } = a
  const says = [...new Set([a.says, b.says].filter((text) => text !== undefined))].join(' ')
  const between = a.between ?? b.between
  return {
    ...rest,
    ...(between ? { between } : {}),
    ...(condition ? { if: condition } : {}),
    ...(says === '' ? {} : { says }),
    with: others(a, b, policies, ledger),
    contact: contactOf(a, b, ledger),
    within: limits.within,
    repeats: a.repeats || b.repeats,
    cites,
    ...joinStageMoves(a, b, policies, ledger),
  }
}

const limitWordsOf = (stage: Stage, policy: Policy): string => limitLabel(stage.within, policy) ?? ''

function limitWords({ why, from }: LimitsJoined, { names }: Ledger): string | undefined {
  switch (why) {
    case 'same':
      return undefined
    case 'only one':
      return `Only ${names[from]} sets a limit. It holds.`
    case 'shorter':
      return `The limit of ${names[from]} is the shorter or the sooner. It holds.`
    case 'firm':
      return `${names[from]} has this limit as a rule and the other only as a guide. It is a rule.`
    case 'both stand':
      return 'The two limits cannot be told apart by length alone. Both stand, and the earliest counts.'
    case 'shorter of the two made firm':
      return 'One limit is shorter but only a guide, the other longer but a rule.'
  }
}

/** Whom the second policy has talk here and the first has not: they take part. Neither is stricter. */
function others(a: Stage, b: Stage, policies: Both, ledger: Ledger): readonly Who[] {
  const there = new Set<Id>([...(a.between ?? []), ...(a.by ? [a.by] : [])].map((who) => who.role))
  const more = [...(b.between ?? []), ...(b.by ? [b.by] : [])].filter((who) => !there.has(who.role))
  if (more.length > 0)
    ledger.conflict(
      a.is,
      `${ledger.names.b} has ${whoList(more, policies.b)} here instead. Neither is stricter.`,
      `${ledger.names.a} is followed, and they take part.`,
    )
  const all = [...a.with, ...b.with, ...more]
  return all.filter((who, i) => !there.has(who.role) && all.findIndex((one) => whoText(one) === whoText(who)) === i)
}

/** Ways that both allow; where there is none, those of either. An empty list is any way. */
function contactOf(a: Stage, b: Stage, ledger: Ledger): readonly ContactWay[] {
  if (a.contact.length === 0 || b.contact.length === 0) {
    const only = a.contact.length === 0 ? b : a
    if (only.contact.length > 0)
      ledger.chose(a.is, `${ledger.names[only === a ? 'a' : 'b']} says how they talk: ${contactPhrase(only.contact)}.`)
    return only.contact
  }
  const both = a.contact.filter((way) => b.contact.includes(way))
  if (both.length > 0) return both
  ledger.conflict(a.is, 'The policies allow different ways of contact, and none in common.', 'Those of either will do.')
  return [...a.contact, ...b.contact]
}
