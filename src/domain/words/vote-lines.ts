/** How a panel voted, one line a member: name, post, agency, vote. Source: C-12; language.md section 2 "seats". */
import type { Vote } from '../case/entry.ts'
import { agencyName } from '../case/world.ts'
import type { Id } from '../policy/policy.ts'
import { nameOf, type Telling } from './case-telling.ts'
import { moveOrder } from './phrase-move.ts'
import { small } from './phrase-text.ts'

export const votesLines = (outcome: Id, votes: readonly Vote[] | undefined, view: Telling): readonly string[] =>
  (votes ?? []).map((vote) => {
    const post = [vote.title, agencyName(view.world, vote.agency)].filter((part) => part !== '').join(', ')
    return `${nameOf(view, vote.person)} (${post})${vote.chairs ? ', who chairs,' : ''} ${voteWords(outcome, vote, view)}.`
  })

function voteWords(outcome: Id, { vote, outcome: wanted }: Vote, view: Telling): string {
  switch (vote) {
    case 'for':
      return wanted === undefined || wanted === outcome
        ? 'voted for it'
        : `voted for another outcome: ${otherWords(wanted, view)}`
    case 'against':
      return 'voted against it'
    case 'abstains':
      return 'abstained'
    case 'took no part':
      return 'took no part'
    case 'stepped aside':
      return 'stepped aside because of a conflict of interest, and did not vote'
  }
}

function otherWords(id: Id, { world }: Telling): string {
  const move = [...world.policy.stages.flatMap((stage) => stage.moves), ...world.policy.moves].find((m) => m.id === id)
  return move ? small(moveOrder(move, world.policy)) : id
}
