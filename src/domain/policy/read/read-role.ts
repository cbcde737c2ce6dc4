import type { Contact, Role, Seats } from '../policy.ts'
import { at, type Entry, type Tree, textOf, textsOf } from '../tree.ts'
import { quorumAt, tiesAt } from './panel-words.ts'
import { isRole, type Reading, roleIdsAt, saidIn, spokenOf, wordsAt } from './reading.ts'

export function readRole(entry: Entry, reading: Reading): Role {
  const { value } = entry
  const where = wordsAt(value, 'at')
  const tier = wordsAt(value, 'tier')
  const contact = at(value, 'contact')
  const seats = at(value, 'seats')
  const is = wordsAt(value, 'is')
  if (at(value, 'is') === undefined) {
    const message = `Say in plain words who \`${entry.key}\` is: \`is: Line manager\`.`
    reading.report('missing-key', entry.spot, message)
  }
  const readSeats = seats && seatsOf(seats, reading)
  return {
    ...spokenOf(entry),
    id: entry.key,
    is: is ?? entry.key,
    at: where === 'board' || where === 'outside' ? where : 'agency',
    ...(tier === undefined ? {} : { tier: Number(tier) }),
    or: textsOf(at(value, 'or')).map((text) => text.text),
    else: roleIdsAt(value, 'else', reading),
    ...(contact ? { contact: contactOf(contact) } : {}),
    ...(readSeats ? { seats: readSeats } : {}),
  }
}

function contactOf(tree: Tree): Contact {
  const email = wordsAt(tree, 'email')
  const phone = wordsAt(tree, 'phone')
  const address = wordsAt(tree, 'address')
  const find = wordsAt(tree, 'find')
  return {
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(find === undefined ? {} : { find }),
  }
}

function seatsOf(tree: Tree, reading: Reading): Seats | undefined {
  const of = textOf(at(tree, 'of'))
  const agencies = wordsAt(tree, 'agencies')
  if (!of) reading.report('missing-key', tree.spot, 'Say whose seats they are: `of: board-member`.')
  if (agencies === undefined) reading.report('missing-key', tree.spot, 'Say from how many agencies: `agencies: 3`.')
  const composedBy = textOf(at(tree, 'composed-by'))
  if (!of || agencies === undefined) return undefined
  const isKnown = isRole(of, reading)
  const isComposer = composedBy ? isRole(composedBy, reading) : true
  if (!isKnown || !isComposer) return undefined
  const rank = wordsAt(tree, 'rank')
  const quorum = quorumAt(tree, reading)
  const ties = tiesAt(tree, reading)
  return {
    agencies: Number(agencies),
    of: of.text,
    ...(rank === undefined ? {} : { rank }),
    parties: partiesOf(wordsAt(tree, 'parties')),
    decides: wordsAt(tree, 'decides') === 'majority' ? 'majority' : 'together',
    ...(quorum === undefined ? {} : { quorum }),
    ...(ties === undefined ? {} : { ties }),
    ...(composedBy ? { composedBy: composedBy.text } : {}),
    ...saidIn(tree),
  }
}

function partiesOf(word: string | undefined): Seats['parties'] {
  return word === 'must' || word === 'where possible' || word === 'never' ? word : 'any'
}
