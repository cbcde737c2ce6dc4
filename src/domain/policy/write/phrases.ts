/** Phrases of the language, written from what was read of them: each parses back to the same. Source: language.md section 2. */
import { lengthWords } from '../../calendar/length.ts'
import type { Act, Blocks, Condition, Event, Limit, LimitLength, Target, Who } from '../policy.ts'

export function whoText({ side, role }: Who): string {
  return side === 'none' ? role : `${side} ${role}`
}

export function actText(act: Act): string {
  switch (act.verb) {
    case 'tell':
    case 'consult':
      return `${act.verb} ${whosText(act.to)}`
    case 'refer':
      return `refer to ${whosText(act.to)}`
    case 'write':
      return act.to.length === 0 ? `write ${act.words}` : `write ${act.words} to ${whosText(act.to)}`
    case 'answer':
      return `answer ${act.fact}`
    case 'discuss':
    case 'meet':
    case 'reply':
      return act.verb
    case 'record':
    case 'agree':
    case 'do':
    case 'keep':
      return `${act.verb} ${act.words}`
  }
}

const whosText = (whos: readonly Who[]): string => whos.map(whoText).join(' and ')

export function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'yes':
      return condition.fact
    case 'is':
      return `${condition.fact} is ${condition.answer}`
    case 'not':
      return condition.of.op === 'not' ? conditionText(condition.of.of) : `not ${bracketed(condition.of)}`
    case 'and':
    case 'or':
      return condition.of.map(bracketed).join(` ${condition.op} `)
  }
}

const bracketed = (condition: Condition): string =>
  condition.op === 'and' || condition.op === 'or' ? `(${conditionText(condition)})` : conditionText(condition)

export function eventText(event: Event): string {
  switch (event.on) {
    case 'raised':
    case 'joined':
    case 'ended':
    case 'decision changed':
    case 'action late':
      return event.on
    case 'any entered':
      return 'any stage'
    case 'any left':
      return 'any stage left'
    case 'entered':
      return event.stage
    case 'left':
      return `${event.stage} left`
    case 'stage late':
      return `${event.stage} late`
    case 'done':
      return event.duty
    case 'late':
      return `${event.duty} late`
    case 'after':
      return `after ${event.duty}`
    case 'end':
      return event.end
    case 'every':
      return `every ${lengthWords(event.length)}`
    case 'date':
      return event.fact
    case 'due':
      return `${event.of} due`
  }
}

export function limitText(limit: Limit): string {
  const of = limit.of ? ` of ${eventText(limit.of)}` : ''
  const condition = limit.if ? ` if ${conditionText(limit.if)}` : ''
  return `${lengthText(limit.length)}${of}${condition}${limit.orSooner ? ' or sooner' : ''}${limit.asAGuide ? ', as a guide' : ''}`
}

export function lengthText(length: LimitLength): string {
  switch (length.unit) {
    case 'as-agreed':
      return 'as agreed'
    case 'as-set-by':
      return `as set by ${whoText(length.who)}`
    default:
      return lengthWords(length)
  }
}

export function targetText(target: Target): string {
  switch (target.type) {
    case 'stage':
      return target.id
    case 'end':
      return target.end
    case 'next':
    case 'same':
    case 'any stage':
      return target.type
  }
}

export const blocksText = (blocks: Blocks): string => (blocks.type === 'closed' ? 'closed' : blocks.id)
