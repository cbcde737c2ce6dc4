import type { Blocks, Duty, Policy } from '../policy/policy.ts'
import { acrossFrom, actOrder, actPhrase, type Names } from './phrase-act.ts'
import { conditionPhrase } from './phrase-condition.ts'
import { dutyOf, endNoun, whenPhrase } from './phrase-event.ts'
import { limitPhrase } from './phrase-limit.ts'
import { moveOrder } from './phrase-move.ts'
import { stageName } from './phrase-stage.ts'
import { andList, quoted, sentence } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

/** A duty said to the one who owes it: "Reply to Bramble Lane Nursery", "Tell the reviewing officer". No full stop. */
export function dutyOrder(duty: Duty, policy: Policy, names: Names = {}): string {
  return `${actOrder(duty.act, policy, { ...acrossFrom(duty, policy), ...names })}${tellsTheEnd(duty) ? ' the outcome' : ''}`
}

/** What a duty asks, after "must", "should" or "may": "reply to the other side"; "meet both sides" of somebody who is on neither. */
export const dutyPhrase = (duty: Duty, policy: Policy): string => actPhrase(duty.act, policy, acrossFrom(duty, policy))

/** Telling that an end starts is telling that end. */
const tellsTheEnd = ({ act, when }: Duty): boolean =>
  act.verb === 'tell' &&
  when.length > 0 &&
  when.every((e) => e.on === 'ended' || e.on === 'end' || e.on === 'decision changed')

/**
 * A duty as one sentence about anybody, `must`, `should` and `may` exactly as the policy has them, with its event, condition,
 * time, what waits for it and what it asks: "If the child is on a plan, the line manager of the side that raised it must tell ...".
 */
export function dutySentence(duty: Duty, policy: Policy): string {
  const when = isKeptThroughout(duty) ? 'from the raising of the concern on' : whenPhrase(duty.when, policy)
  const condition = duty.if ? `if ${conditionPhrase(duty.if, policy)}` : ''
  const opening = [when, condition].filter((part) => part !== '').join(' and ')
  const limit = limitPhrase(duty.within, policy)
  const core = `${whoPhrase(duty.who, policy)} ${duty.force} ${dutyPhrase(duty, policy)}${limit === '' ? '' : ` ${limit}`}`
  return [
    sentence(opening === '' ? core : `${opening}, ${core}`),
    ...(duty.before.length > 0
      ? [
          sentence(
            `${blockedPhrase(duty, policy)} ${duty.before.length > 1 ? 'wait' : 'waits'} for this${
              isFreedByLateness(duty, policy) ? ', but no longer once it is late' : ''
            }`,
          ),
        ]
      : []),
    ...(duty.asks.length > 0 ? [sentence(`This asks: ${asked(duty.asks, policy)}`)] : []),
    ...(duty.says === undefined ? [] : [sentence(duty.says)]),
  ].join(' ')
}

// What is kept is kept for a time, not done at a moment.
const isKeptThroughout = ({ act, when }: Duty): boolean =>
  act.verb === 'keep' && when.length > 0 && when.every((event) => event.on === 'raised')

/** Questions in quotation marks: "“Who advised you?” and “What did they advise?”". */
export function asked(facts: readonly string[], policy: Policy): string {
  return facts.map((fact) => quoted(policy.facts[fact]?.ask ?? '')).join(' ')
}

/**
 * Nobody is held up by another's silence: what the asked side owes holds back the way to a stage only until it is late.
 * Source: language.md section 4, the three releases.
 */
function isFreedByLateness(duty: Duty, policy: Policy): boolean {
  if (duty.who.side !== 'responding' || duty.within.length === 0) return false
  return duty.before.every((blocks) => {
    if (blocks.type === 'stage') return true
    if (blocks.type !== 'move') return false
    const to = moveOf(policy, blocks.id)?.to ?? []
    return to.length > 0 && to.every((target) => target.type !== 'end')
  })
}

const moveOf = (policy: Policy, id: string) =>
  [...policy.moves, ...policy.stages.flatMap((stage) => stage.moves)].find((one) => one.id === id)

function blockedPhrase(duty: Duty, policy: Policy): string {
  return andList(duty.before.map((blocks) => blockPhrase(blocks, policy)))
}

function blockPhrase(blocks: Blocks, policy: Policy): string {
  switch (blocks.type) {
    case 'stage':
      return stageName(policy, blocks.id)
    case 'end':
      return endNoun(blocks.id)
    case 'move': {
      const move = moveOf(policy, blocks.id)
      return move ? quoted(moveOrder(move, policy)) : ''
    }
    case 'duty': {
      const blocked = dutyOf(policy, blocks.id)
      return blocked ? quoted(actOrder(blocked.act, policy, acrossFrom(blocked, policy))) : ''
    }
    case 'closed':
      return 'the closing of the case'
  }
}
