import { merge } from '../merge.ts'
import type { ContactWay, Move, Stage, Who } from '../policy.ts'
import { contactWays } from '../shape.ts'
import { at, type Entry, entriesAt, type Layer, type MapTree, type TextTree, textsOf } from '../tree.ts'
import { readDuty } from './read-duty.ts'
import { readMove } from './read-move.ts'
import { conditionAt, limitsAt, type Reading, readWho, spokenOf, whoAt, wordsAt } from './reading.ts'

/** A stage with its duties and its moves; a move that refines one of the policy's is laid over it here. */
export function readStage(entry: Entry, policyMoves: ReadonlyMap<string, Entry>, reading: Reading): Stage {
  const { value } = entry
  const is = wordsAt(value, 'is')
  if (at(value, 'is') === undefined) {
    const message = `Say in plain words what \`${entry.key}\` is: \`is: Line managers\`.`
    reading.report('missing-key', entry.spot, message)
  }
  const between = readBetween(entry, reading)
  const by = whoAt(value, 'by', 'decider', reading)
  if (at(value, 'between') === undefined && at(value, 'by') === undefined) {
    const message = `Nobody meets in \`${entry.key}\`: write \`between: manager\`, or \`by: chair\` for who decides.`
    reading.report('nobody-in-stage', entry.spot, message)
  }
  const condition = conditionAt(value, reading)
  const moves = entriesAt(value, 'moves')
  return {
    ...spokenOf(entry, ownLayers(entry)),
    id: entry.key,
    is: is ?? entry.key,
    ...(between ? { between } : {}),
    inside: between !== undefined && between[0].side !== 'none' && between[0].side === between[1].side,
    ...(by ? { by } : {}),
    with: textsOf(at(value, 'with')).flatMap((text) => readWho(text, 'with', reading) ?? []),
    contact: textsOf(at(value, 'contact')).flatMap((text) => wayOf(text)),
    within: limitsAt(value, reading),
    ...(condition ? { if: condition } : {}),
    aside: isFlagged(wordsAt(value, 'aside')),
    repeats: wordsAt(value, 'repeats') === 'tiers',
    duties: entriesAt(value, 'duties').flatMap((duty) => readDuty(duty, reading) ?? []),
    moves: moves.flatMap((move) => readStageMove(move, policyMoves.get(move.key), reading) ?? []),
    removes: moves.filter((move) => move.value.kind === 'null' && policyMoves.has(move.key)).map((move) => move.key),
  }
}

function isFlagged(word: string | undefined): boolean {
  return word === 'true' || word === 'yes'
}

function wayOf(text: TextTree): readonly ContactWay[] {
  return contactWays.filter((way) => way === text.text)
}

// Changing one duty of a parent's stage does not make the stage the variation's own.
function ownLayers(entry: Entry): ReadonlySet<Layer> {
  if (entry.value.kind !== 'map') return entry.layers
  const own = [...entry.value.entries.values()].filter(({ key }) => key !== 'duties' && key !== 'moves')
  return own.length === 0 ? entry.layers : new Set(own.flatMap(({ layers }) => [...layers]))
}

function readStageMove(move: Entry, base: Entry | undefined, reading: Reading): Move | undefined {
  if (move.value.kind === 'null') {
    if (!base) {
      const message = `There is no move \`${move.key}\` in the policy's \`moves\` to take away here.`
      reading.report('removes-nothing', move.spot, message)
    }
    return undefined
  }
  if (move.value.kind !== 'map') return undefined
  const below: MapTree = base?.value.kind === 'map' ? base.value : { ...move.value, entries: new Map() }
  const value = merge(below, move.value, new Map(), reading.report)
  if (!base) return readMove({ ...move, value }, reading)
  return readMove({ ...move, value, layers: new Set([...base.layers, ...move.layers]) }, reading)
}

function readBetween(entry: Entry, reading: Reading): readonly [Who, Who] | undefined {
  const tree = at(entry.value, 'between')
  if (!tree) return undefined
  const texts = textsOf(tree)
  const [left, right] = texts
  if (tree.kind === 'list' && texts.length !== 2) {
    const message = '`between` is one role for both sides, or a list of two: the raising role and the responding role.'
    reading.report('wrong-value', tree.spot, message)
    return undefined
  }
  const first = left && readWho(left, 'between', reading)
  if (!first) {
    if (right) readWho(right, 'between', reading)
    return undefined
  }
  const second = right ? readWho(right, 'between', reading) : first
  if (!second) return undefined
  if (!right && first.side !== 'none') {
    const message = `One role stands for both sides: write \`between: ${first.role}\`, or a list of two.`
    reading.report('side-word-not-allowed', left.spot, message)
    return undefined
  }
  return [placed(first, 'raising', reading), placed(second, 'responding', reading)]
}

// The position says the side, unless a side word does; Board, outside and built-in roles have none.
function placed(who: Who, side: 'raising' | 'responding', { names }: Reading): Who {
  if (who.side !== 'none') return who
  const isHeldInAgency = who.role === 'party' || names.roles.get(who.role)?.at === 'agency'
  return isHeldInAgency ? { ...who, side } : who
}
