import { Temporal } from 'temporal-polyfill'
import { clausePattern, datePattern, flags, idPattern, type Shape, wholePattern } from './shape.ts'
import { choices, didYouMean, nearest } from './suggest.ts'
import type { Entry, MapTree, Report, TextTree, Tree } from './tree.ts'

/**
 * Compares one file with the shape and reports every key and value that does not fit.
 * Empty values pass: they remove something, and the merge knows whether there is something to remove.
 */
export function checkShape(tree: Tree, shape: Shape, what: string, report: Report): void {
  if (tree.kind === 'null') return
  switch (shape.is) {
    case 'object':
      if (tree.kind === 'map') checkObject(tree, shape, report)
      else report('wrong-kind', tree.spot, `${what} has keys of its own: ${choices(Object.keys(shape.keys))}.`)
      return
    case 'map':
      if (tree.kind === 'map') checkMap(tree, shape, what, report)
      else report('wrong-kind', tree.spot, `${what} holds ids with their values, such as \`some-id: …\`.`)
      return
    case 'list':
      if (tree.kind === 'list') for (const item of tree.items) checkItem(item, shape.of, what, report)
      else
        report('wrong-kind', tree.spot, `${what} is a list: put it in square brackets, or begin each line with a dash.`)
      return
    case 'some':
      if (tree.kind === 'list') {
        if (tree.items.length === 0)
          report('empty-list', tree.spot, `${what} is an empty list. Fill it or leave it out.`)
        for (const item of tree.items) checkItem(item, shape.of, what, report)
      } else checkShape(tree, shape.of, what, report)
      return
    case 'text':
    case 'id':
    case 'clause':
    case 'whole':
    case 'date':
    case 'flag':
    case 'one-of':
      if (tree.kind === 'text') checkText(tree, shape, what, report)
      else report('wrong-kind', tree.spot, oneValue(tree, what))
  }
}

function oneValue(tree: Tree, what: string): string {
  return tree.kind === 'map'
    ? `${what} is one text, not keys with values. A text with a colon or braces needs double quotes.`
    : `${what} is one text, not a list. Leave out the brackets or dashes.`
}

function checkItem(item: Tree, shape: Shape, what: string, report: Report): void {
  if (item.kind === 'null') report('empty-value', item.spot, `${what} has an empty item in its list. Leave it out.`)
  else checkShape(item, shape, what, report)
}

function checkObject(tree: MapTree, shape: Extract<Shape, { is: 'object' }>, report: Report): void {
  for (const entry of tree.entries.values()) {
    const under = Object.hasOwn(shape.keys, entry.key) ? shape.keys[entry.key] : undefined
    if (under) checkShape(entry.value, under, `\`${entry.key}\``, report)
    else report('unknown-key', entry.spot, unknownKey(entry, tree, shape))
  }
  for (const key of shape.needs) {
    if (!tree.entries.has(key)) report('missing-key', tree.spot, `${capital(shape.name)} needs \`${key}\`.`)
  }
}

function unknownKey(entry: Entry, tree: MapTree, shape: Extract<Shape, { is: 'object' }>): string {
  const { key } = entry
  if (tree.flow && entry.value.kind === 'null' && nearest(key, Object.keys(shape.keys)) === undefined) {
    return `\`${key}\` is not a key. Between braces a comma ends a value: put the text with the comma in double quotes.`
  }
  const guess = didYouMean(key, Object.keys(shape.keys))
  return `There is no key \`${key}\` in ${shape.name}.${guess || ` Its keys are ${choices(Object.keys(shape.keys))}.`}`
}

function checkMap(tree: MapTree, shape: Extract<Shape, { is: 'map' }>, what: string, report: Report): void {
  for (const entry of tree.entries.values()) {
    if (!isId(entry.key, shape.keys)) report('bad-id', entry.spot, badId(entry.key, shape.keys))
    if (tree.flow && entry.value.kind === 'null' && entry.key.includes(' ')) {
      const message = 'Between braces a comma ends a value: put the text with the comma in double quotes.'
      report('quote-needed', entry.spot, `\`${entry.key}\` stands alone. ${message}`)
    } else checkShape(entry.value, shape.of, shape.of.is === 'object' ? `\`${entry.key}\`` : what, report)
  }
}

/** Names that every object has are no ids: looked up by them, an object would answer with what nobody wrote. */
const isId = (written: string, kind: 'id' | 'clause'): boolean => isSpelt(written, kind) && !(written in {})
const isSpelt = (written: string, kind: 'id' | 'clause'): boolean =>
  (kind === 'id' ? idPattern : clausePattern).test(written)

function badId(written: string, kind: 'id' | 'clause'): string {
  if (isSpelt(written, kind))
    return `\`${written}\` means something to the program. Choose another, such as \`${written}-1\`.`
  if (kind === 'clause')
    return `\`${written}\` is not a clause id. Write letters, digits, dots and hyphens, such as \`EX-2.1\`.`
  const better = written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  const example = idPattern.test(better) ? better : 'line-managers'
  return `\`${written}\` is not an id. Ids are small letters, digits and single hyphens: write \`${example}\`.`
}

function checkText(
  tree: TextTree,
  shape: Exclude<Shape, { is: 'object' } | { is: 'map' } | { is: 'list' } | { is: 'some' }>,
  what: string,
  report: Report,
): void {
  const { text } = tree
  switch (shape.is) {
    case 'text':
      if (text.trim() === '')
        report('empty-value', tree.spot, `${what} is empty. Write its words or leave the key out.`)
      return
    case 'id':
      if (!isId(text, 'id')) report('bad-id', tree.spot, badId(text, 'id'))
      return
    case 'clause':
      if (!isId(text, 'clause')) report('bad-id', tree.spot, badId(text, 'clause'))
      return
    case 'whole':
      if (!wholePattern.test(text))
        report('wrong-value', tree.spot, `${what} is a whole number from 1, not \`${text}\`.`)
      return
    case 'date':
      if (!isDate(text))
        report('wrong-value', tree.spot, `\`${text}\` is not a date. Write year, month, day: \`2026-04-09\`.`)
      return
    case 'flag':
      if (!flags.some((flag) => flag === text)) {
        report('wrong-value', tree.spot, `${what} is \`true\` or \`false\`, not \`${text}\`.`)
      }
      return
    case 'one-of':
      if (!shape.words.includes(text)) {
        const message = `${what} cannot be \`${text}\`. Write ${choices(shape.words)}.`
        report('wrong-value', tree.spot, message + didYouMean(text, shape.words))
      }
  }
}

function isDate(text: string): boolean {
  if (!datePattern.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
