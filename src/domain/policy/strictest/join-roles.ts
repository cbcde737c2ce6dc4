import type { Pair } from '../compare/pair-up.ts'
import { seatsSentence } from '../explain-roles.ts'
import type { Contact, Fact, Id, Policy, Role, Seats } from '../policy.ts'
import { bothCite, type Ledger, union } from './ledger.ts'

/** Everybody of both policies. Who stands for one another is one role, by the name of the first; the other's name counts as the same. */
export function joinRoles(pairs: readonly Pair<Role>[], words: Policy, ledger: Ledger): Readonly<Record<Id, Role>> {
  const roles = pairs.flatMap(({ a, b }): readonly Role[] => {
    const role = a && b ? joinRole(a, b, words, ledger) : (a ?? b)
    if (!role) return []
    ledger.from({ what: 'role', id: role.id, words: role.is, from: a && b ? 'both' : a ? 'a' : 'b', cites: role.cites })
    return [role]
  })
  return Object.fromEntries(roles.map((role) => [role.id, role]))
}

function joinRole(a: Role, b: Role, words: Policy, ledger: Ledger): Role {
  const titles = [...a.or, ...b.or, ...(a.is === b.is ? [] : [b.is])]
  const seats = a.seats && b.seats ? joinSeats(a, b.seats, words, ledger) : (a.seats ?? b.seats)
  const contact = joinContact(a, b, ledger)
  return {
    ...a,
    or: [...new Set(titles)].filter((title) => title !== a.id && title !== a.is),
    else: union(a.else, b.else).filter((id) => id !== a.id),
    ...(contact ? { contact } : {}),
    ...(seats ? { seats } : {}),
    cites: bothCite(a.cites, b.cites),
  }
}

function joinContact(a: Role, b: Role, ledger: Ledger): Contact | undefined {
  if (!a.contact || !b.contact) return a.contact ?? b.contact
  const differ = (['email', 'phone', 'address'] as const).some(
    (way) => a.contact?.[way] !== undefined && b.contact?.[way] !== undefined && a.contact[way] !== b.contact[way],
  )
  if (differ)
    ledger.conflict(a.is, `Each area has its own address.`, `That of ${ledger.names.a} is given here: write to both.`)
  return { ...b.contact, ...a.contact }
}

const parties = ['any', 'where possible', 'must'] as const

function joinSeats(a: Role, b: Seats, words: Policy, ledger: Ledger): Seats | undefined {
  if (!a.seats) return b
  const one = a.seats
  if (one.parties !== b.parties && (one.parties === 'never' || b.parties === 'never'))
    ledger.conflict(
      a.is,
      `One policy has the agencies in the disagreement on the panel, the other keeps them out.`,
      `${ledger.names.a} is followed.`,
    )
  const rule = one.parties === 'never' || b.parties === 'never' ? one.parties : highest(one.parties, b.parties)
  const rank = one.rank ?? b.rank
  const joined: Seats = {
    ...b,
    ...one,
    agencies: Math.max(one.agencies, b.agencies),
    parties: rule,
    decides: one.decides === 'together' || b.decides === 'together' ? 'together' : 'majority',
    ...(rank === undefined ? {} : { rank }),
    ...(one.cites || b.cites ? { cites: bothCite(one.cites, b.cites) } : {}),
  }
  const said = seatsSentence({ ...a, seats: joined }, words)
  if (seatsSentence({ ...a, seats: { ...b, of: one.of } }, words) !== seatsSentence(a, words) && said)
    ledger.chose(a.is, `The panel keeps the rule of both. ${said}`)
  return joined
}

const highest = (left: Seats['parties'], right: Seats['parties']): Seats['parties'] =>
  parties[
    Math.max(
      parties.findIndex((one) => one === left),
      parties.findIndex((one) => one === right),
    )
  ] ?? left

/** Every question of both, each with the answers of both. */
export function joinFacts(pairs: readonly Pair<Fact>[], ledger: Ledger): Readonly<Record<Id, Fact>> {
  const facts = pairs.flatMap(({ a, b }): readonly Fact[] => {
    const fact = a && b ? joinFact(a, b, ledger) : (a ?? b)
    if (!fact) return []
    if (fact.origin !== 'ours')
      ledger.from({
        what: 'fact',
        id: fact.id,
        words: fact.ask,
        from: a && b ? 'both' : a ? 'a' : 'b',
        cites: fact.cites,
      })
    return [fact]
  })
  return Object.fromEntries(facts.map((fact) => [fact.id, fact]))
}

function joinFact(a: Fact, b: Fact, ledger: Ledger): Fact {
  const by = a.by ?? b.by
  if (a.by && b.by && a.by.role !== b.by.role)
    ledger.conflict(a.ask, `The policies have different people answer it.`, `${ledger.names.a} is followed.`)
  return {
    ...a,
    kind: kindOf(a, b),
    ...(by ? { by } : {}),
    cites: bothCite(a.cites, b.cites),
    origin: a.origin === 'ours' ? b.origin : a.origin,
  }
}

function kindOf({ kind: left }: Fact, { kind: right }: Fact): Fact['kind'] {
  if ('options' in left && 'options' in right) return { ...left, options: { ...right.options, ...left.options } }
  if (left.type === 'form' && right.type === 'form') return { type: 'form', asks: union(left.asks, right.asks) }
  return left
}
