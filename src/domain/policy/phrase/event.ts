import type { ProblemRule } from '../finding-rules.ts'
import { ends, type Names } from '../names.ts'
import type { Event } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import { placeOf, type Report } from '../tree.ts'
import { type Cursor, peek, spotHere, take } from './cursor.ts'
import { parseCounted } from './length.ts'

/** `when` hears events; after `of` also a date fact and the moment of a deadline. */
type EventUse = 'when' | 'of'

export function parseEvent(cursor: Cursor, names: Names, report: Report, use: EventUse): Event | undefined {
  const place = placeOf(spotHere(cursor))
  if (take(cursor, 'any', 'stage', 'left')) return { on: 'any left', place }
  if (take(cursor, 'any', 'stage')) return { on: 'any entered', place }
  if (take(cursor, 'decision', 'changed')) return { on: 'decision changed', place }
  if (take(cursor, 'action', 'late')) return { on: 'action late', place }
  if (take(cursor, 'handed', 'over')) return { on: 'end', end: 'handed over', place }
  if (take(cursor, 'raised')) return { on: 'raised', place }
  if (take(cursor, 'joined')) return { on: 'joined', place }
  if (take(cursor, 'ended')) return { on: 'ended', place }
  const end = ends.find((word) => word === peek(cursor))
  if (end && take(cursor, end)) return { on: 'end', end, place }
  if (take(cursor, 'every')) {
    const length = parseCounted(cursor, report)
    return length && { on: 'every', length, place }
  }
  if (take(cursor, 'after')) return parseAfter(cursor, names, report)
  return parseNamed(cursor, names, report, use)
}

function parseAfter(cursor: Cursor, names: Names, report: Report): Event | undefined {
  const spot = spotHere(cursor)
  const duty = peek(cursor)
  if (duty !== undefined && names.duties.has(duty)) {
    cursor.at += 1
    return { on: 'after', duty, place: placeOf(spot) }
  }
  const guess = duty === undefined ? '' : didYouMean(duty, names.duties.keys())
  report('unknown-event', spot, `\`after\` is followed by a duty: done or late, whichever is first.${guess}`)
  return undefined
}

function parseNamed(cursor: Cursor, names: Names, report: Report, use: EventUse): Event | undefined {
  const spot = spotHere(cursor)
  const place = placeOf(spot)
  const id = peek(cursor)
  if (id !== undefined && names.stages.has(id)) {
    cursor.at += 1
    if (take(cursor, 'left')) return { on: 'left', stage: id, place }
    if (take(cursor, 'late')) return { on: 'stage late', stage: id, place }
    return dueHere(cursor, report, use)
      ? { on: 'due', of: id, is: 'stage', place }
      : { on: 'entered', stage: id, place }
  }
  if (id !== undefined && names.duties.has(id)) {
    cursor.at += 1
    if (take(cursor, 'late')) return { on: 'late', duty: id, place }
    return dueHere(cursor, report, use) ? { on: 'due', of: id, is: 'duty', place } : { on: 'done', duty: id, place }
  }
  if (id !== undefined && names.facts.get(id)?.type === 'date' && use === 'of') {
    cursor.at += 1
    return { on: 'date', fact: id, place }
  }
  const { rule, message } = unknownEvent(id, names, use)
  report(rule, spot, message)
  return undefined
}

function dueHere(cursor: Cursor, report: Report, use: EventUse): boolean {
  const spot = spotHere(cursor)
  if (!take(cursor, 'due')) return false
  if (use === 'when') {
    report('unknown-event', spot, 'Only a clock can start from `due`: write `late` here, or `of … due` in a `within`.')
  }
  return true
}

function unknownEvent(id: string | undefined, names: Names, use: EventUse): { rule: ProblemRule; message: string } {
  if (id === undefined) return { rule: 'unknown-event', message: 'Something that happens is missing here.' }
  const fact = names.facts.get(id)
  if (fact) {
    if (fact.type === 'date')
      return { rule: 'fact-as-event', message: `\`${id}\` is a date: count from it with \`of ${id}\`.` }
    const condition = fact.answers[0] === undefined ? id : `${id} is ${fact.answers[0]}`
    const where = use === 'when' ? `write \`if: ${condition}\`` : `write \`if ${condition}\` at the end of the limit`
    return { rule: 'fact-as-event', message: `\`${id}\` is an answer, not something that happens: ${where}.` }
  }
  if (names.moves.has(id)) {
    return { rule: 'unknown-event', message: `\`${id}\` is a move: name the stage or the end that it leads to.` }
  }
  const known = [...names.stages, ...names.duties.keys(), ...ends, 'raised', 'joined', 'ended']
  const guess = didYouMean(id, known)
  const message = `Nothing called \`${id}\` happens.${guess || ' Name a stage, a duty, `raised`, `agreed` or another end.'}`
  return { rule: 'unknown-event', message }
}
