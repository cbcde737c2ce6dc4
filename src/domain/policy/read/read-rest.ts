import type { Changes, Gap, Policy, Raise, Register, Track } from '../policy.ts'
import { counted } from '../shape.ts'
import { didYouMean } from '../suggest.ts'
import { at, type Entry, type MapTree, placeOf, type Tree, textOf, textsOf } from '../tree.ts'
import { openOut } from './open-out.ts'
import { asksAt, conditionAt, isRole, lengthAt, limitsAt, type Reading, roleIdsAt, saidIn, wordsAt } from './reading.ts'

/** The small parts of a policy, each read from its own key. */
export function readRaise(root: MapTree, reading: Reading): Raise {
  const tree = at(root, 'raise')
  if (!tree) return { by: [], asks: [], within: [], late: 'accept', cites: [] }
  const says = wordsAt(tree, 'says')
  const asks = openOut(asksAt(tree, reading), root).filter((fact) => fact !== 'immediate-harm')
  return {
    by: roleIdsAt(tree, 'by', reading),
    asks,
    within: limitsAt(tree, reading),
    late: wordsAt(tree, 'late') === 'refuse' ? 'refuse' : 'accept',
    cites: textsOf(at(tree, 'cites')).map((cite) => cite.text),
    ...(says === undefined ? {} : { says }),
  }
}

export function readRegister(tree: Tree, reading: Reading): Register | undefined {
  const keeper = textOf(at(tree, 'kept-by'))
  const from = textOf(at(tree, 'from'))
  if (!keeper) reading.report('missing-key', tree.spot, 'Which role keeps the register? Write `kept-by: coordinator`.')
  if (!from)
    reading.report('missing-key', tree.spot, 'From which stage on does the register see cases? Write `from: line`.')
  const isKnown = keeper ? isRole(keeper, reading) : false
  const isStage = from ? isStageText(from.text) : false
  const report = lengthAt(tree, 'report', reading)
  const counts = textsOf(at(tree, 'counts')).flatMap((text) => counted.filter((word) => word === text.text))
  if (!keeper || !from || !isKnown || !isStage) return undefined
  return {
    keptBy: keeper.text,
    from: from.text,
    ...(report ? { report } : {}),
    counts,
    ...saidIn(tree),
    place: placeOf(tree.spot),
  }

  function isStageText(id: string): boolean {
    if (reading.names.stages.has(id)) return true
    const guess = didYouMean(id, reading.names.stages)
    if (from) reading.report('unknown-stage', from.spot, `There is no stage \`${id}\`.${guess}`)
    return false
  }
}

export function readTracks(
  entries: readonly Entry[],
  standing: readonly string[],
  root: MapTree,
  reading: Reading,
): readonly Track[] {
  if (entries.length === 0) return [{ id: 'usual', stages: standing, place: placeOf(root.spot) }]
  return entries.map((entry) => {
    const condition = conditionAt(entry.value, reading)
    if (at(entry.value, 'stages') === undefined) {
      reading.report(
        'missing-key',
        entry.spot,
        `Which stages does \`${entry.key}\` climb? Write \`stages: [line, top]\`.`,
      )
    }
    const stages = textsOf(at(entry.value, 'stages')).flatMap((text) => {
      if (reading.names.stages.has(text.text)) return [text.text]
      const guess = didYouMean(text.text, reading.names.stages)
      reading.report('unknown-stage', text.spot, `There is no stage \`${text.text}\`.${guess}`)
      return []
    })
    return {
      id: entry.key,
      ...(condition ? { if: condition } : {}),
      stages,
      ...saidIn(entry.value),
      place: placeOf(entry.spot),
    }
  })
}

export function readGaps(tree: Tree | undefined): readonly Gap[] {
  return itemsOf(tree).map((item) => {
    const stands = wordsAt(item, 'ours')
    return {
      cites: textsOf(at(item, 'cites')).map((cite) => cite.text),
      says: wordsAt(item, 'says') ?? '',
      ...(stands === undefined ? {} : { ours: stands }),
      place: placeOf(item.spot),
    }
  })
}

export function readHistory(tree: Tree | undefined): Policy['history'] {
  return itemsOf(tree).map((item) => ({ date: wordsAt(item, 'date') ?? '', what: wordsAt(item, 'what') ?? '' }))
}

export function readReview(tree: Tree, reading: Reading): Policy['review'] {
  const every = lengthAt(tree, 'every', reading)
  const sooner = wordsAt(tree, 'sooner')
  if (at(tree, 'every') === undefined) {
    reading.report('missing-key', tree.spot, 'How often is the policy reviewed? Write `every: 1 year`.')
  }
  return every && { every, ...(sooner === undefined ? {} : { sooner }), ...saidIn(tree), place: placeOf(tree.spot) }
}

export function readChanges(tree: Tree): Changes {
  const from = wordsAt(tree, 'from')
  const until = wordsAt(tree, 'until')
  return {
    policy: wordsAt(tree, 'policy') ?? '',
    version: Number(wordsAt(tree, 'version') ?? 1),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }
}

function itemsOf(tree: Tree | undefined): readonly MapTree[] {
  return tree?.kind === 'list' ? tree.items.filter((item) => item.kind === 'map') : []
}
