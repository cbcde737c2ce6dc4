import type { CaseView } from '../../app/app.ts'
import { type Level, partsOf } from '../../domain/case/parts.ts'
import { personName } from '../../domain/case/world.ts'
import type { PersonId } from '../../domain/people/directory.ts'
import { andList } from '../../domain/words/phrase-text.ts'

/** What being told lets these people read: "Helen Baptiste reads this message, and not the case." Nobody in particular: as a rule. */
export function noticeReaders(view: CaseView, people: readonly PersonId[]): string {
  if (people.length === 0)
    return 'Whoever you tell reads this message. Somebody of an agency in this case can then read the case as well. Anybody else cannot.'
  const told = people.map((person) => ({
    person,
    at: view.at,
    seq: view.c.version,
    by: view.reader,
    agency: view.part.agency,
  }))
  const parts = partsOf(view.world, { ...view.c, told: [...view.c.told, ...told] }, view.at)
  const levels = people.map((person) => ({
    person,
    levels: parts.flatMap((p) => (p.person === person ? [p.level] : [])),
  }))
  const readsCase = levels.filter((x) => x.levels.some((level) => opens.has(level))).map((x) => x.person)
  const readsThis = people.filter((person) => !readsCase.includes(person))
  return [
    readsCase.length > 0 ? `${says(view, readsCase)} this message, and what both sides can read in this case.` : '',
    readsThis.length > 0 ? `${says(view, readsThis)} this message, and not the case.` : '',
  ]
    .filter((line) => line !== '')
    .join(' ')
}

const says = (view: CaseView, people: readonly PersonId[]): string =>
  `${andList(people.map((person) => personName(view.world, person)))} ${people.length === 1 ? 'reads' : 'read'}`

/** Levels that read what both sides may. */
const opens: ReadonlySet<Level> = new Set(['party', 'supporter', 'decider', 'panel'])
