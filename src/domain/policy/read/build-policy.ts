import { hashTree } from '../hash-tree.ts'
import type { Policy, SubjectKind } from '../policy.ts'
import { nations, subjectKinds } from '../shape.ts'
import { at, entriesAt, type MapTree, placeOf, type Tree, textOf, textsOf } from '../tree.ts'
import { readDuty } from './read-duty.ts'
import { readFact } from './read-fact.ts'
import { readMove } from './read-move.ts'
import { readChanges, readGaps, readHistory, readRaise, readRegister, readReview, readTracks } from './read-rest.ts'
import { readRole } from './read-role.ts'
import { readSettings } from './read-settings.ts'
import { readStage } from './read-stage.ts'
import { type Reading, recordOf, wordsAt } from './reading.ts'

/** A merged tree to a policy. What does not fit is reported and left out, so that every problem is found in one reading. */
export function buildPolicy(root: MapTree, reading: Reading): Policy {
  const title = wordsAt(root, 'title')
  const policyMoves = new Map(entriesAt(root, 'moves').map((entry) => [entry.key, entry]))
  const stages = entriesAt(root, 'stages').map((entry) => readStage(entry, policyMoves, reading))
  if (at(root, 'title') === undefined)
    reading.report('missing-key', root.spot, 'A policy needs a `title`: what people call it.')
  if (at(root, 'stages') === undefined || stages.length === 0)
    reading.report('missing-key', root.spot, 'A policy needs at least one stage under `stages`.')
  const standing = stages.filter((stage) => !stage.aside).map((stage) => stage.id)
  const changes = at(root, 'changes')
  const register = partOf(root, 'register', (tree) => readRegister(tree, reading))
  const review = partOf(root, 'review', (tree) => readReview(tree, reading))
  return {
    id: wordsAt(root, 'id') ?? '',
    title: title ?? '',
    version: Number(wordsAt(root, 'version') ?? 1),
    nation: nations.find((nation) => nation === wordsAt(root, 'nation')) ?? 'england-and-wales',
    for: subjectsOf(root),
    readWith: textsOf(at(root, 'read-with')).map((text) => text.text),
    ...(changes ? { changes: readChanges(changes) } : {}),
    roles: recordOf(entriesAt(root, 'roles'), (entry) => readRole(entry, reading)),
    facts: recordOf(entriesAt(root, 'facts'), (entry) => readFact(entry, reading)),
    raise: readRaise(root, reading),
    stages,
    tracks: readTracks(entriesAt(root, 'tracks'), standing, root, reading),
    duties: entriesAt(root, 'duties').flatMap((entry) => readDuty(entry, reading) ?? []),
    moves: entriesAt(root, 'moves').flatMap((entry) => readMove(entry, reading) ?? []),
    ...(register ? { register } : {}),
    settings: readSettings(at(root, 'settings'), reading),
    clauses: recordOf(entriesAt(root, 'clauses'), ({ value }) => textOf(value)?.text ?? ''),
    clausePlaces: recordOf(entriesAt(root, 'clauses'), ({ spot }) => placeOf(spot)),
    gaps: readGaps(at(root, 'gaps')),
    history: readHistory(at(root, 'history')),
    ...(review ? { review } : {}),
    hash: hashTree(root),
  }
}

function partOf<Part>(root: MapTree, key: string, read: (tree: Tree) => Part | undefined): Part | undefined {
  const tree = at(root, key)
  return tree && read(tree)
}

function subjectsOf(root: MapTree): readonly SubjectKind[] {
  const written = textsOf(at(root, 'for')).map((text) => text.text)
  const subjects = subjectKinds.filter((kind) => written.includes(kind))
  return subjects.length === 0 ? ['child'] : subjects
}
