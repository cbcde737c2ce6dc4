import { dutyOrder } from '../../words/phrase-duty.ts'
import { small } from '../../words/phrase-text.ts'
import type { Placed } from '../compare/alike.ts'
import { isSameDuty } from '../compare/compare-duties.ts'
import type { Pair } from '../compare/pair-up.ts'
import type { Condition, Duty, Force } from '../policy.ts'
import { actText, blocksText, conditionText, eventText } from '../write/phrases.ts'
import { joinLimits } from './join-limits.ts'
import { type Both, bothCite, type Ledger, union } from './ledger.ts'

/** A duty of the join and where it stands; nothing for the whole policy. */
export interface StandingDuty {
  readonly duty: Duty
  readonly in?: string
}

const forces: readonly Force[] = ['may', 'should', 'must']

/**
 * One duty of both where they ask the same act of the same people at the same event, by the stricter of each part;
 * else both stand. `stageOf` says in which stage of the join a duty is written.
 */
export function joinDuties(
  pairs: readonly Pair<Placed>[],
  policies: Both,
  stageOf: (duty: Duty, side: 'a' | 'b') => string | undefined,
  ledger: Ledger,
): readonly StandingDuty[] {
  return pairs.flatMap(({ a, b }): readonly StandingDuty[] => {
    if (!a || !b) return [...(a ? [standing(a.duty, 'a')] : []), ...(b ? [standing(b.duty, 'b')] : [])]
    const home = policies.a.stages.find((stage) => stage.id === a.home)
    const duty = joinTwo(a.duty, b.duty, policies, ledger, home ? `${home.is}: ` : '')
    return [placed(duty, stageOf(a.duty, 'a'), 'both')]
  })

  function standing(duty: Duty, side: 'a' | 'b'): StandingDuty {
    return placed(duty, stageOf(duty, side), side)
  }

  function placed(duty: Duty, stage: string | undefined, from: 'a' | 'b' | 'both'): StandingDuty {
    if (duty.origin !== 'ours')
      ledger.from({
        what: 'duty',
        id: duty.id,
        words: dutyOrder(duty, from === 'b' ? policies.b : policies.a),
        ...(stage === undefined ? {} : { stage }),
        from,
        cites: duty.cites,
      })
    return { duty: named(duty, from, ledger), ...(stage === undefined ? {} : { in: stage }) }
  }
}

/** Says in the file itself whose duty it is. */
function named(duty: Duty, from: 'a' | 'b' | 'both', { names }: Ledger): Duty {
  if (duty.id.startsWith('our-')) return duty
  const whose = `From ${names[from]}.`
  return { ...duty, says: duty.says === undefined ? whose : `${ended(duty.says)} ${whose}` }
}

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

/** Whether the two can be one duty, the stricter of both; otherwise both stand. */
export function joinable({ duty: a, home }: Placed, { duty: b, home: other }: Placed): boolean {
  if (a.id.startsWith('our-')) return a.id === b.id
  if (home !== other) return false
  const starts = a.when.map(eventText).join() === b.when.map(eventText).join()
  return (starts || (onEntering(a) && onEntering(b))) && actText(a.act) === actText(b.act) && whoOf(a, b) !== undefined
}

/** Owed at the beginning of stages: such lists can be laid together. */
const onEntering = ({ when }: Duty): boolean =>
  when.length > 0 && when.every((event) => event.on === 'entered' || event.on === 'any entered')

/** Whoever covers both: each side covers either. */
function whoOf(a: Duty, b: Duty): Duty['who'] | undefined {
  if (a.who.role !== b.who.role) return undefined
  if (a.who.side === b.who.side || a.who.side === 'each') return a.who
  return b.who.side === 'each' ? b.who : undefined
}

function joinTwo(a: Duty, b: Duty, { a: words, delay }: Both, ledger: Ledger, at: string): Duty {
  if (isSameDuty(a, b))
    return { ...a, cites: bothCite(a.cites, b.cites), origin: a.origin === 'ours' ? b.origin : a.origin }
  const about = `${at}${small(dutyOrder(a, words))}`
  const force = forces[Math.max(forces.indexOf(a.force), forces.indexOf(b.force))] ?? 'must'
  const stricter = a.force === force ? ledger.names.a : ledger.names.b
  if (a.force !== b.force)
    ledger.chose(about, `${stricter} says “${force}”, so it ${force === 'must' ? 'is a must' : 'is more than a may'}.`)
  const who = whoOf(a, b) ?? a.who
  if (a.who.side !== b.who.side) ledger.chose(about, 'Each side owes it, for one of the policies asks both sides.')
  const limits = joinLimits(a.within, b.within, delay)
  if (limits.why !== 'same')
    ledger.chose(
      about,
      `Its time is that of ${limits.from === 'both' ? 'both, and the earliest counts' : ledger.names[limits.from]}.`,
    )
  const condition = either(a.if, b.if)
  if ((a.if && conditionText(a.if)) !== (b.if && conditionText(b.if)))
    ledger.chose(about, 'It is owed whenever either policy asks for it.')
  const blocks = [...a.before, ...b.before]
  const { if: _if, says: _says, ...rest } = a
  const says = [...new Set([a.says, b.says].filter((text) => text !== undefined))].map(ended).join(' ')
  return {
    ...rest,
    who,
    force,
    act: wider(a, b),
    ...(condition ? { if: condition } : {}),
    when: whenOf(a, b),
    within: limits.within,
    asks: union(a.asks, b.asks),
    before: blocks.filter((one, i) => blocks.findIndex((other) => blocksText(other) === blocksText(one)) === i),
    cites: bothCite(a.cites, b.cites),
    ...(says === '' ? {} : { says }),
    origin: a.origin === 'ours' ? b.origin : a.origin,
  }
}

/** Ours, refined by both, may tell different people: everybody named by either is told. */
function wider(a: Duty, b: Duty): Duty['act'] {
  if (a.act.verb !== 'tell' || b.act.verb !== 'tell') return b.origin !== 'ours' && a.origin === 'ours' ? b.act : a.act
  const everyone = [...a.act.to, ...b.act.to].find((who) => who.role === 'everyone')
  if (everyone) return { verb: 'tell', to: [everyone] }
  const named = a.act.to.map((who) => `${who.side} ${who.role}`)
  return { verb: 'tell', to: [...a.act.to, ...b.act.to.filter((who) => !named.includes(`${who.side} ${who.role}`))] }
}

function whenOf(a: Duty, b: Duty): Duty['when'] {
  const any = [...a.when, ...b.when].find((event) => event.on === 'any entered')
  if (any && onEntering(a) && onEntering(b)) return [any]
  const known = a.when.map(eventText)
  return [...a.when, ...b.when.filter((event) => !known.includes(eventText(event)))]
}

/** Owed when either asks for it; always, when one of them always does. */
export function either(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  if (!a || !b) return undefined
  return conditionText(a) === conditionText(b) ? a : { op: 'or', of: [a, b] }
}

/** Open only when both allow it. */
export function bothHold(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  if (!a || !b) return a ?? b
  return conditionText(a) === conditionText(b) ? a : { op: 'and', of: [a, b] }
}
