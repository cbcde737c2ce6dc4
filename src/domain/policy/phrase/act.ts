import type { Names } from '../names.ts'
import type { Act, Verb } from '../policy.ts'
import { choices, didYouMean } from '../suggest.ts'
import { type Report, spotIn, type TextTree } from '../tree.ts'
import { atEnd, type Cursor, cursorOf, peek, spotHere } from './cursor.ts'
import { parseWhos } from './who.ts'

const verbs: readonly Verb[] = [
  'tell',
  'write',
  'record',
  'refer',
  'answer',
  'discuss',
  'meet',
  'reply',
  'consult',
  'agree',
  'do',
  'keep',
]

/** A verb of the closed list and its words. */
export function parseAct(phrase: TextTree, names: Names, report: Report): Act | undefined {
  const cursor = cursorOf(phrase)
  const word = peek(cursor)
  const verb = verbs.find((known) => known === word)
  if (!verb) {
    report('unknown-verb', spotHere(cursor), unknownVerb(word))
    return undefined
  }
  cursor.at += 1
  switch (verb) {
    case 'tell':
    case 'consult': {
      const to = parseWhos(cursor, names, report, 'verb')
      return to && atEnd(cursor, report, 'Join several roles with `and`.') ? { verb, to } : undefined
    }
    case 'refer': {
      if (peek(cursor) !== 'to') {
        report('unknown-role', spotHere(cursor), 'Write `refer to` and the role: `refer to front-door`.')
        return undefined
      }
      cursor.at += 1
      const to = parseWhos(cursor, names, report, 'verb')
      return to && atEnd(cursor, report, 'Join several roles with `and`.') ? { verb, to } : undefined
    }
    case 'answer':
      return parseAnswer(cursor, names, report)
    case 'discuss':
    case 'meet':
    case 'reply':
      return atEnd(cursor, report, `\`${verb}\` stands alone.`) ? { verb } : undefined
    case 'write':
      return parseWrite(cursor, names, report)
    case 'record':
    case 'agree':
    case 'do':
    case 'keep': {
      const words = restOf(cursor)
      if (words !== '') return { verb, words }
      report(
        'words-missing',
        spotHere(cursor),
        `What? \`${verb}\` is followed by words: \`${verb} ${examples[verb]}\`.`,
      )
      return undefined
    }
  }
}

const examples = {
  record: 'the stage on file',
  agree: 'action plan',
  do: 'debrief',
  keep: 'the arrangement as it is',
} as const

function unknownVerb(word: string | undefined): string {
  if (word === undefined) return `An act is missing here. It begins with ${choices(verbs)}.`
  const guess = didYouMean(word, verbs)
  return `\`${word}\` is not a verb of the language.${guess || ` Write ${choices(verbs)}; \`do\` takes any words.`}`
}

function parseAnswer(cursor: Cursor, names: Names, report: Report): Act | undefined {
  const fact = peek(cursor)
  if (fact === undefined || !names.facts.has(fact)) {
    const guess = fact === undefined ? '' : didYouMean(fact, names.facts.keys())
    const message = fact === undefined ? '`answer` is followed by a fact.' : `There is no fact \`${fact}\`.`
    report('unknown-fact', spotHere(cursor), message + (guess || ' Add the question under `facts`.'))
    return undefined
  }
  cursor.at += 1
  return atEnd(cursor, report, '`answer` is followed by one fact.') ? { verb: 'answer', fact } : undefined
}

// Who gets it stands after the last `to`: the words themselves may hold one.
function parseWrite(cursor: Cursor, names: Names, report: Report): Act | undefined {
  const last = cursor.words.findLastIndex((word, index) => index >= cursor.at && word.text === 'to')
  const from = cursor.words[cursor.at]?.from
  const until = last < 0 ? cursor.phrase.text.length : (cursor.words[last]?.from ?? 0)
  const words = from === undefined ? '' : cursor.phrase.text.slice(from, until).trim()
  if (words === '') {
    report('words-missing', spotHere(cursor), 'What is written? `write outcome letter to raiser`.')
    return undefined
  }
  if (last < 0) return { verb: 'write', words, to: [] }
  cursor.at = last + 1
  if (peek(cursor) === undefined) {
    const message = '`to` is followed by who gets it: `write outcome letter to raiser`.'
    report('unknown-role', spotIn(cursor.phrase, until), message)
    return undefined
  }
  const to = parseWhos(cursor, names, report, 'verb')
  return to && atEnd(cursor, report, 'Join several roles with `and`.') ? { verb: 'write', words, to } : undefined
}

function restOf(cursor: Cursor): string {
  const from = cursor.words[cursor.at]?.from
  return from === undefined ? '' : cursor.phrase.text.slice(from).trim()
}
