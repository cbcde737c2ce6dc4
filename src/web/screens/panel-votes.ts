import type { CaseView } from '../../app/app.ts'
import type { Answers, Ballot } from '../../domain/case/entry.ts'
import { otherOutcomes, type Panel } from '../../domain/case/panel-votes.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import type { Id } from '../../domain/policy/policy.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import type { FormField } from './form-field.ts'
import { postOf } from './form-people.ts'
import { wordsOf } from './form-read.ts'

/** Each member's vote, one question apiece. Whoever has a conflict of interest is not asked: they step aside. Source: C-12, C-13. */
export function voteFields(view: CaseView, panel: Panel, outcome: Id): readonly FormField[] {
  const others = otherOutcomes(view.world, view.c, outcome).map((move) => ({
    value: `for ${move.id}`,
    text: `For another outcome: ${moveOrder(move, view.world.policy)}`,
  }))
  return panel.sitting.map(
    ({ person, agency }): FormField => ({
      kind: 'one-of',
      name: voteName(person),
      label: `How did ${personName(view.world, person)} vote?`,
      hint: [
        person === view.reader ? 'You' : '',
        postOf(view.world, person, view.at, agency)?.title ?? '',
        agencyName(view.world, agency),
      ]
        .filter((part) => part !== '')
        .join(', '),
      options: [
        { value: 'for', text: 'For this outcome' },
        ...others,
        { value: 'against', text: 'Against it' },
        { value: 'abstains', text: 'Abstained' },
        { value: 'took-no-part', text: 'Took no part' },
      ],
      missing: `Say how ${personName(view.world, person)} voted`,
    }),
  )
}

/** The votes as they were given on the form. */
export function votesOf(values: Answers, panel: Panel): readonly Ballot[] {
  return panel.sitting.flatMap(({ person }): readonly Ballot[] => {
    const said = wordsOf(values, voteName(person))
    if (said === 'for' || said === 'against' || said === 'abstains') return [{ person, vote: said }]
    return said.startsWith('for ') ? [{ person, vote: 'for', outcome: said.slice(4) }] : []
  })
}

const voteName = (person: string): string => `vote-${person}`
