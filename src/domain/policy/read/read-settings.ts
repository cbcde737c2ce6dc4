import { atEnd, cursorOf } from '../phrase/cursor.ts'
import { parseLimitLength } from '../phrase/limit.ts'
import type { LimitLength, Settings } from '../policy.ts'
import { at, entriesOf, type Tree, textOf } from '../tree.ts'
import { quorumAt, tiesAt } from './panel-words.ts'
import { lengthAt, type Reading, wordsAt } from './reading.ts'

const day = /^([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])$/

/** The numbers of our defaults, as set by the policy where it sets them. Ours are laid below, so every one is there. */
export function readSettings(tree: Tree | undefined, reading: Reading): Settings {
  const length = (key: string): LimitLength | undefined => (tree ? lengthOf(tree, key, reading) : undefined)
  const twentyFourHours = length('24-hours')
  const zero: LimitLength = { unit: 'immediately' }
  return {
    workingDay: workingDay(tree, reading),
    withoutDelay: length('without-delay') ?? zero,
    immediately: length('immediately') ?? zero,
    tellWithin: length('tell-within') ?? zero,
    gate: length('gate') ?? zero,
    ...(twentyFourHours ? { twentyFourHours } : {}),
    closedDates: wordsAt(tree, 'closed-dates') === 'roll' ? 'roll' : 'stay',
    reopen: (tree ? lengthAt(tree, 'reopen', reading) : undefined) ?? { unit: 'days', n: 28 },
    stopTheClock: wordsAt(tree, 'stop-the-clock') ?? 'never',
    waive: waiver(tree, reading),
    quorum: quorumAt(tree, reading) ?? 'all',
    ties: tiesAt(tree, reading) ?? 'chair',
    conflicts: wordsAt(tree, 'conflicts') ?? 'step aside',
    setByPolicy: entriesOf(tree)
      .filter(({ layers }) => [...layers].some((layer) => layer !== 'ours'))
      .map(({ key }) => key),
  }
}

function lengthOf(tree: Tree, key: string, { names, report }: Reading): LimitLength | undefined {
  const text = textOf(at(tree, key))
  if (!text) return undefined
  const cursor = cursorOf(text)
  const length = parseLimitLength(cursor, names, report)
  if (!length || !atEnd(cursor, report, 'Write a length alone: `1 working day`.')) return undefined
  if (
    length.unit === 'as-agreed' ||
    length.unit === 'as-set-by' ||
    length.unit.replaceAll('-', ' ') === key.replaceAll('-', ' ')
  ) {
    report('wrong-length', text.spot, `\`${key}\` needs a length of its own, such as \`1 working day\`.`)
    return undefined
  }
  return length
}

function workingDay(tree: Tree | undefined, { report }: Reading): Settings['workingDay'] {
  const text = textOf(at(tree, 'working-day'))
  const match = text && day.exec(text.text)
  const from = match ? `${match[1]}:${match[2]}` : '09:00'
  const to = match ? `${match[3]}:${match[4]}` : '17:00'
  if (text && (!match || from >= to)) {
    report('wrong-value', text.spot, `\`${text.text}\` is not a working day. Write two times: \`09:00-17:00\`.`)
    return { from: '09:00', to: '17:00' }
  }
  return { from, to }
}

function waiver(tree: Tree | undefined, { names, report }: Reading): string {
  const text = textOf(at(tree, 'waive'))
  if (!text || text.text === 'board' || names.roles.has(text.text)) return text?.text ?? 'board'
  report('unknown-role', text.spot, `There is no role \`${text.text}\`. Write a role of the policy, or \`board\`.`)
  return 'board'
}
