import { type Report, type Spot, spotIn, type TextTree } from '../tree.ts'

/** A place in a phrase: the words before it are read. Moved by the phrase parsers. */
export interface Cursor {
  readonly phrase: TextTree
  readonly words: readonly Word[]
  at: number
}

interface Word {
  readonly text: string
  /** Index of the first character in the phrase. */
  readonly from: number
}

/** Splits a phrase into words; brackets and commas are words of their own. */
export function cursorOf(phrase: TextTree): Cursor {
  const words = [...phrase.text.matchAll(/[(),]|[^\s(),]+/g)].map((match) => ({ text: match[0], from: match.index }))
  return { phrase, words, at: 0 }
}

export function peek(cursor: Cursor, ahead = 0): string | undefined {
  return cursor.words[cursor.at + ahead]?.text
}

/** Reads the words given, or none of them. */
export function take(cursor: Cursor, ...words: readonly string[]): boolean {
  if (!words.every((word, index) => peek(cursor, index) === word)) return false
  cursor.at += words.length
  return true
}

/** Where the next word stands; at the end of the phrase, its last character. */
export function spotHere(cursor: Cursor, ahead = 0): Spot {
  const word = cursor.words[cursor.at + ahead]
  return spotIn(cursor.phrase, word ? word.from : Math.max(0, cursor.phrase.text.trimEnd().length - 1))
}

/** Reports what is left over; true when nothing is. */
export function atEnd(cursor: Cursor, report: Report, what: string): boolean {
  const word = peek(cursor)
  if (word === undefined) return true
  report('extra-words', spotHere(cursor), `\`${word}\` cannot follow here. ${what}`)
  return false
}
