import type { Names } from '../names.ts'
import { derivedFacts } from '../ours.ts'
import { parseCondition } from '../phrase/condition.ts'
import { atEnd, cursorOf } from '../phrase/cursor.ts'
import { parseEvent } from '../phrase/event.ts'
import { parseCounted } from '../phrase/length.ts'
import { parseLimit } from '../phrase/limit.ts'
import { parseWho, type WhoUse } from '../phrase/who.ts'
import type { Condition, CountedLength, Event, Id, Limit, Origin, Said, Spoken, Who } from '../policy.ts'
import { didYouMean } from '../suggest.ts'
import { at, type Entry, placeOf, type Report, type TextTree, type Tree, textOf, textsOf } from '../tree.ts'

/** What every reader of a part of the tree needs. A value that does not fit is reported and left out. */
export interface Reading {
  readonly names: Names
  readonly report: Report
}

/** Whose words an element is, by the files that had a hand in it. */
function originOf(layers: ReadonlySet<string>): Origin {
  if (layers.has('ours')) return layers.size === 1 ? 'ours' : 'refined'
  return layers.has('policy') ? 'policy' : 'parent'
}

export function spokenOf(entry: Entry, layers: ReadonlySet<string> = entry.layers): Spoken {
  const says = textOf(at(entry.value, 'says'))?.text
  const cites = textsOf(at(entry.value, 'cites')).map((cite) => cite.text)
  return { cites, ...(says === undefined ? {} : { says }), origin: originOf(layers), place: placeOf(entry.spot) }
}

/** `cites` and `says` of a small part, where written. */
export function saidIn(tree: Tree): Pick<Said, 'cites' | 'says'> {
  const says = textOf(at(tree, 'says'))?.text
  const cites = textsOf(at(tree, 'cites')).map((cite) => cite.text)
  return { ...(cites.length === 0 ? {} : { cites }), ...(says === undefined ? {} : { says }) }
}

export function wordsAt(tree: Tree | undefined, key: string): string | undefined {
  return textOf(at(tree, key))?.text.trim()
}

export function whoAt(tree: Tree, key: string, use: WhoUse, reading: Reading): Who | undefined {
  const text = textOf(at(tree, key))
  return text && readWho(text, use, reading)
}

export function readWho(text: TextTree, use: WhoUse, { names, report }: Reading): Who | undefined {
  const cursor = cursorOf(text)
  const who = parseWho(cursor, names, report, use)
  const more = 'One role stands here. Where two people are wanted, write two duties or two facts.'
  return who && atEnd(cursor, report, more) ? who : undefined
}

export function conditionAt(tree: Tree, { names, report }: Reading): Condition | undefined {
  const text = textOf(at(tree, 'if'))
  if (!text) return undefined
  const cursor = cursorOf(text)
  const condition = parseCondition(cursor, names, report)
  const shape = 'A condition is facts joined by `and` or `or`.'
  return condition && atEnd(cursor, report, shape) ? condition : undefined
}

export function eventsAt(tree: Tree, { names, report }: Reading): readonly Event[] {
  return textsOf(at(tree, 'when')).flatMap((text) => {
    const cursor = cursorOf(text)
    const event = parseEvent(cursor, names, report, 'when')
    return event && atEnd(cursor, report, 'Write several events as a list: `[agreed, decided]`.') ? [event] : []
  })
}

export function limitsAt(tree: Tree, { names, report }: Reading): readonly Limit[] {
  return textsOf(at(tree, 'within')).flatMap((text) => parseLimit(text, names, report) ?? [])
}

export function lengthAt(tree: Tree, key: string, { report }: Reading): CountedLength | undefined {
  const text = textOf(at(tree, key))
  if (!text) return undefined
  const cursor = cursorOf(text)
  // A report may be written as it is said: `every 1 year`.
  if (cursor.words[0]?.text === 'every') cursor.at += 1
  const length = parseCounted(cursor, report)
  return length && atEnd(cursor, report, 'Write a number and a unit: `1 year`.') ? length : undefined
}

/** The facts that an `asks` names; facts that the program works out cannot be asked. */
export function asksAt(tree: Tree, reading: Reading): readonly Id[] {
  return textsOf(at(tree, 'asks')).flatMap((text) => {
    if (derivedFacts.has(text.text)) {
      const message = `Concordat works \`${text.text}\` out: nobody is asked it. Leave it out here.`
      reading.report('derived-fact', text.spot, message)
      return []
    }
    if (reading.names.facts.has(text.text)) return [text.text]
    const guess = didYouMean(text.text, reading.names.facts.keys())
    const message = `There is no fact \`${text.text}\`.${guess || ' Add the question under `facts`.'}`
    reading.report('unknown-fact', text.spot, message)
    return []
  })
}

/** Role ids standing alone, without a side. */
export function roleIdsAt(tree: Tree, key: string, reading: Reading): readonly Id[] {
  return textsOf(at(tree, key)).flatMap((text) => (isRole(text, reading) ? [text.text] : []))
}

export function isRole(text: TextTree, { names, report }: Reading): boolean {
  if (names.roles.has(text.text)) return true
  const guess = didYouMean(text.text, names.roles.keys())
  report('unknown-role', text.spot, `There is no role \`${text.text}\`.${guess || ' Add it under `roles`.'}`)
  return false
}

/** A record by the keys of entries. It has no keys of its own, for an author may well call something `constructor`. */
export function recordOf<Value>(
  entries: readonly Entry[],
  read: (entry: Entry) => Value,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = Object.create(null)
  for (const entry of entries) record[entry.key] = read(entry)
  return record
}
