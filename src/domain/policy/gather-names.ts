import { builtInRoles, type FactName, languageWords, type Names } from './names.ts'
import type { Id, Role } from './policy.ts'
import { didYouMean } from './suggest.ts'
import { at, type Entry, entriesAt, entriesOf, type MapTree, placeOf, type Report, textOf, textsOf } from './tree.ts'

/** Every name of a merged policy, with reports on names that are taken, reserved or ours. */
export function gatherNames(root: MapTree, ours: MapTree, report: Report): Names {
  const stages = entriesAt(root, 'stages')
  const facts = entriesAt(root, 'facts')
  const ownDuties = entriesAt(root, 'duties')
  const duties = [
    ...ownDuties.map((entry) => ({ entry, stage: undefined })),
    ...stages.flatMap((stage) => entriesAt(stage.value, 'duties').map((entry) => ({ entry, stage: stage.key }))),
  ]
  const moves = [...entriesAt(root, 'moves'), ...stages.flatMap((stage) => entriesAt(stage.value, 'moves'))]
  const roles = entriesAt(root, 'roles')

  for (const entry of [...stages, ...facts, ...duties.map((duty) => duty.entry), ...moves]) findReserved(entry, report)
  for (const entry of roles) findReserved(entry, report)
  for (const [pocket, entries] of Object.entries({
    facts,
    duties: ownDuties,
    moves: entriesAt(root, 'moves'),
    roles,
    stages,
  })) {
    for (const entry of entries) findOurs(entry, pocket, ours, report)
  }
  for (const stage of stages) {
    for (const entry of [...entriesAt(stage.value, 'duties'), ...entriesAt(stage.value, 'moves')])
      findOursInStage(entry, report)
  }
  findTwice(
    [
      ...tagged('stage', stages),
      ...tagged('fact', facts),
      ...tagged(
        'duty',
        duties.map(({ entry }) => entry),
      ),
    ],
    report,
  )
  return {
    roles: new Map(roles.map((entry) => [entry.key, roleName(entry)])),
    facts: new Map(facts.map((entry) => [entry.key, factName(entry)])),
    stages: new Set(stages.map(({ key }) => key)),
    duties: new Map(duties.map(({ entry, stage }) => [entry.key, stage])),
    moves: new Set(moves.map(({ key }) => key)),
  }
}

function roleName({ value }: Entry): { at: Role['at']; or: readonly string[] } {
  const where = textOf(at(value, 'at'))?.text
  const or = textsOf(at(value, 'or')).map((text) => text.text)
  return { at: where === 'board' || where === 'outside' ? where : 'agency', or }
}

function factName({ value }: Entry): FactName {
  for (const type of ['one-of', 'any-of'] as const) {
    const options = at(value, type)
    if (options) return { type, answers: entriesOf(options).map(({ key }) => key) }
  }
  if (at(value, 'asks')) return { type: 'form', answers: [] }
  const kind = textOf(at(value, 'kind'))?.text
  return { type: kind === 'words' || kind === 'date' || kind === 'actions' ? kind : 'yes-no', answers: [] }
}

interface Tagged {
  readonly what: 'stage' | 'fact' | 'duty'
  readonly entry: Entry
}

function tagged(what: Tagged['what'], entries: readonly Entry[]): readonly Tagged[] {
  return entries.map((entry) => ({ what, entry }))
}

// Stages, facts and duties share one name space, for a phrase can name any of them. Told at whichever was written last.
function findTwice(all: readonly Tagged[], report: Report): void {
  const rank = ({ entry }: Tagged) => {
    const { source, offset } = entry.spot
    return { ours: 0, parent: 1, policy: 2 }[source.layer] * 1e9 + offset
  }
  const first = new Map<Id, Tagged>()
  for (const one of [...all].sort((a, b) => rank(a) - rank(b))) {
    const before = first.get(one.entry.key)
    if (!before) first.set(one.entry.key, one)
    else {
      const { line, policy } = placeOf(before.entry.spot)
      const where = policy === undefined ? `line ${line}` : `the policy ${policy}`
      const rule = 'Stages, duties and facts share their names.'
      const message = `\`${one.entry.key}\` is a ${before.what} already, in ${where}. ${rule} Give this one another id.`
      report('name-twice', one.entry.spot, message)
    }
  }
}

function findReserved({ key, spot }: Entry, report: Report): void {
  if (!languageWords.has(key)) return
  const what = builtInRoles.some((word) => word === key) ? 'a role that every policy has' : 'a word of the language'
  report('reserved-word', spot, `\`${key}\` is ${what}, so it cannot be an id. Choose another, such as \`${key}-one\`.`)
}

function findOurs(entry: Entry, pocket: string, ours: MapTree, report: Report): void {
  if (!entry.key.startsWith('our-') || entry.spot.source.layer === 'ours') return
  const known = entriesAt(ours, pocket).map(({ key }) => key)
  if (known.includes(entry.key)) return
  const message = `Ids that begin with \`our-\` are Concordat's own, and it has no \`${entry.key}\` in \`${pocket}\`.`
  report('our-reserved', entry.spot, message + didYouMean(entry.key, known))
}

function findOursInStage(entry: Entry, report: Report): void {
  if (!entry.key.startsWith('our-') || entry.spot.source.layer === 'ours') return
  const message = `Ids that begin with \`our-\` are Concordat's own. Refine \`${entry.key}\` in the policy's own \`duties\`.`
  report('our-reserved', entry.spot, message)
}
