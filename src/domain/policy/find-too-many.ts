import type { Names } from './names.ts'
import { at, entriesAt, type MapTree, type Report } from './tree.ts'

/**
 * Reports more of anything than a policy of people's has. What is made of a policy (walk, drawing, comparison, the stricter of two) grows with the
 * square or the cube of these, so a file within 256 KB could otherwise keep a server busy for hours. Ours: some ten times what the largest of the shipped ones has.
 */
export function findTooMany(root: MapTree, names: Names, report: Report): void {
  const counts = {
    roles: names.roles.size,
    facts: names.facts.size,
    stages: names.stages.size,
    duties: names.duties.size,
    moves: names.moves.size,
    clauses: entriesAt(root, 'clauses').length,
  }
  for (const pocket of Object.keys(most) as (keyof typeof most)[]) {
    const count = counts[pocket]
    if (count <= most[pocket]) continue
    const message = `This policy has ${count} ${pocket}, and may have ${most[pocket]}. Leave out what is not part of its rules.`
    report('too-large', at(root, pocket)?.spot ?? root.spot, message)
  }
}

const most = { roles: 100, facts: 200, stages: 100, duties: 500, moves: 200, clauses: 1000 } as const
