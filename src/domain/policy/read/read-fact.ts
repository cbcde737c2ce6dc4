import { derivedFacts } from '../ours.ts'
import type { Fact, FactKind } from '../policy.ts'
import { at, type Entry, entriesAt, textOf } from '../tree.ts'
import { asksAt, type Reading, recordOf, spokenOf, whoAt, wordsAt } from './reading.ts'

const kinds = ['one-of', 'any-of', 'kind', 'asks'] as const

export function readFact(entry: Entry, reading: Reading): Fact {
  const { value } = entry
  const ask = wordsAt(value, 'ask')
  if (at(value, 'ask') === undefined) {
    reading.report(
      'missing-key',
      entry.spot,
      `Write the question of \`${entry.key}\`: \`ask: Is the child on a plan?\`.`,
    )
  }
  const written = kinds.filter((key) => at(value, key) !== undefined)
  const second = written[1]
  if (second !== undefined && value.kind === 'map') {
    const spot = value.entries.get(second)?.spot ?? entry.spot
    reading.report(
      'two-kinds',
      spot,
      `A fact has one kind of answer: keep \`${written[0]}\` or \`${second}\`, not both.`,
    )
  }
  const kind = kindOf(entry, reading)
  if (derivedFacts.has(entry.key) && entry.layers.size > 1 && changesKind(entry)) {
    const message = `Concordat works \`${entry.key}\` out: only its words can be changed.`
    reading.report('derived-fact', entry.spot, message)
  }
  const by = whoAt(value, 'by', 'fact', reading)
  return {
    ...spokenOf(entry),
    id: entry.key,
    ask: ask ?? entry.key,
    kind,
    ...(by ? { by } : {}),
    ...(derivedFacts.has(entry.key) ? { derived: true } : {}),
  }
}

function changesKind(entry: Entry): boolean {
  if (entry.value.kind !== 'map') return false
  return [...kinds, 'by'].some((key) => entry.value.kind === 'map' && touched(entry.value.entries.get(key)))
}

function touched(entry: Entry | undefined): boolean {
  return entry !== undefined && [...entry.layers].some((layer) => layer !== 'ours')
}

function kindOf(entry: Entry, reading: Reading): FactKind {
  const { value } = entry
  for (const type of ['one-of', 'any-of'] as const) {
    const options = entriesAt(value, type)
    if (at(value, type) === undefined) continue
    if (options.length === 0) reading.report('empty-list', entry.spot, `\`${entry.key}\` has no answer to choose from.`)
    return { type, options: recordOf(options, (option) => textOf(option.value)?.text ?? option.key) }
  }
  if (at(value, 'asks') !== undefined) return { type: 'form', asks: asksAt(value, reading) }
  const kind = wordsAt(value, 'kind')
  return kind === 'words' || kind === 'date' || kind === 'actions' ? { type: kind } : { type: 'yes-no' }
}
