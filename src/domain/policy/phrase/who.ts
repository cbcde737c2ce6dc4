import type { ProblemRule } from '../finding-rules.ts'
import { builtInRoles, type Names, sides } from '../names.ts'
import type { Id, Who } from '../policy.ts'
import { choices, didYouMean } from '../suggest.ts'
import { placeOf, type Report } from '../tree.ts'
import { type Cursor, peek, spotHere } from './cursor.ts'

type Side = Exclude<Who['side'], 'none'>

/** Where a `who` stands decides which side words it may have. */
export type WhoUse = 'duty' | 'move' | 'fact' | 'verb' | 'decider' | 'between' | 'with' | 'set-by'

const allowed: Readonly<Record<WhoUse, readonly Side[]>> = {
  duty: ['raising', 'responding', 'each'],
  move: ['raising', 'responding', 'each', 'any'],
  fact: ['raising', 'responding', 'each', 'any'],
  verb: ['raising', 'responding', 'each', 'own'],
  decider: ['raising', 'responding'],
  between: ['raising', 'responding'],
  with: ['raising', 'responding', 'each'],
  'set-by': ['raising', 'responding'],
}

/** `[raising | responding | each | any | own] ROLE`; in `between` the side word may be left out and is then `none`. */
export function parseWho(cursor: Cursor, names: Names, report: Report, use: WhoUse): Who | undefined {
  const start = spotHere(cursor)
  const first = peek(cursor)
  const side = sides.find((word) => word === first)
  if (side) cursor.at += 1
  const role = peek(cursor)
  const spot = spotHere(cursor)
  if (role === undefined) {
    const message = side ? `\`${side}\` is followed by a role: which ${side} role?` : 'A role is missing here.'
    report('unknown-role', side ? start : spot, message)
    return undefined
  }
  const kind = kindOf(role, names)
  if (kind === undefined) {
    report('unknown-role', spot, unknownRole(role, names))
    return undefined
  }
  cursor.at += 1
  const problem = sideProblem(side, role, kind, use)
  if (problem) report(problem.rule, side ? start : spot, problem.message)
  return { side: side ?? 'none', role, place: placeOf(start) }
}

/** `ROLE and ROLE`. */
export function parseWhos(cursor: Cursor, names: Names, report: Report, use: WhoUse): readonly Who[] | undefined {
  const all: Who[] = []
  for (;;) {
    const who = parseWho(cursor, names, report, use)
    if (!who) return undefined
    all.push(who)
    const word = peek(cursor)
    if (word === ',' || word === 'or') {
      report('extra-words', spotHere(cursor), 'Join several roles with `and`: `tell raising lead and chair`.')
      return undefined
    }
    if (word !== 'and') return all
    cursor.at += 1
  }
}

/** What is known of a role's name: where it is held, or that it is built in. */
type Kind = 'agency' | 'board' | 'outside' | 'built-in'

function kindOf(role: Id, names: Names): Kind | undefined {
  return builtInRoles.some((word) => word === role) ? 'built-in' : names.roles.get(role)?.at
}

function unknownRole(role: string, names: Names): string {
  for (const [id, { or }] of names.roles) {
    if (or.includes(role)) return `\`${role}\` is another title of the role \`${id}\`: write \`${id}\`.`
  }
  if (role === 'the' || role === 'a') return `Leave out \`${role}\`: a role stands alone, such as \`raising manager\`.`
  const known = [...names.roles.keys(), ...builtInRoles]
  const guess = didYouMean(role, known)
  return `There is no role \`${role}\`.${guess || ' Add it under `roles`, or name one that stands there.'}`
}

function sideProblem(
  side: Side | undefined,
  role: Id,
  kind: Kind,
  use: WhoUse,
): { rule: ProblemRule; message: string } | undefined {
  if (kind === 'built-in' && role !== 'party') return builtInProblem(side, role, use)
  if (kind === 'board' || kind === 'outside') {
    if (side === undefined || (side === 'each' && kind === 'board' && allowed[use].includes('each'))) return undefined
    const where = kind === 'board' ? 'at the Board' : 'outside the agencies'
    return {
      rule: 'side-word-not-allowed',
      message: `\`${role}\` is held ${where} and has no side: write \`${role}\`.`,
    }
  }
  if (side === undefined) {
    if (use === 'between') return undefined
    const ways = allowed[use].map((word) => `${word} ${role}`)
    const message = `On which side? \`${role}\` is held in every agency: write ${choices(ways)}.`
    return { rule: 'side-word-missing', message }
  }
  if (allowed[use].includes(side)) return undefined
  const ways = allowed[use].map((word) => `${word} ${role}`)
  return { rule: 'side-word-not-allowed', message: `${whyNot(side, use)} Write ${choices(ways)}.` }
}

function builtInProblem(
  side: Side | undefined,
  role: Id,
  use: WhoUse,
): { rule: ProblemRule; message: string } | undefined {
  if (side !== undefined) {
    return { rule: 'side-word-not-allowed', message: `\`${role}\` already says who it is: leave out \`${side}\`.` }
  }
  if (role === 'everyone' && use !== 'verb') {
    return { rule: 'wrong-role', message: '`everyone` can only be told or written to. Name who acts.' }
  }
  if (role === 'decider' && (use === 'decider' || use === 'between')) {
    return { rule: 'wrong-role', message: '`decider` means the `by` of the stage. Name the role here.' }
  }
  return undefined
}

function whyNot(side: Side, use: WhoUse): string {
  if (side === 'own') return '`own` goes after a verb only, and means the agency of whoever owes the duty.'
  if (side === 'any') return '`any` is for moves and facts only.'
  return use === 'decider' ? `One role decides, so \`${side}\` cannot stand here.` : `\`${side}\` cannot stand here.`
}
