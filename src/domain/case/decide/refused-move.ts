/** Why a move is not there, or what stands before it: the clause and what to do first. Source: C-5; mockups README page 05. */
import type { End, Id, Stage } from '../../policy/policy.ts'
import { takeThisTo } from '../../words/phrase-stage.ts'
import type { Available } from '../available.ts'
import { currentVisit } from '../case.ts'
import { stageOf } from '../due.ts'
import type { DutyInstance } from '../duty-instance.ts'
import { refuse } from '../refusal.ts'
import type { Deciding } from './deciding.ts'

export function refusedMove(
  d: Deciding,
  id: Id,
  to: { readonly stage?: Id; readonly end?: End },
  blocks: readonly DutyInstance[] = [],
): ReturnType<typeof refuse> {
  const stage = stageOf(d.world, currentVisit(d.c).stage)
  const move = [...(stage?.moves ?? []), ...d.world.policy.moves].find((m) => m.id === id)
  const where = to.stage ? takeThisTo(d.world.policy, to.stage) : to.end ? ends[to.end] : (move?.is ?? 'do that')
  if (blocks.length > 0) {
    const cites = [...new Set(blocks.flatMap((b) => b.duty?.cites ?? []))]
    const others = blocks.every((b) => b.side !== d.part.side)
    return refuse(
      'blocked',
      `You cannot ${lower(where)} yet`,
      others
        ? 'The other side has something to do first. If their time passes, you do not have to wait.'
        : 'Something has to be done first.',
      { cites, first: blocks.map((b) => b.key), possible: possible(blocks) },
    )
  }
  return refuse(
    'no such move',
    `You cannot ${lower(where)} from here`,
    'The policy goes up one stage at a time, unless it gives a reason to pass one over.',
    { cites: to.stage ? oneAtATime(d, stage) : (move?.cites ?? stage?.cites ?? []) },
  )
}

/**
 * What forbids to skip: the clauses of the stage it stands at, which is to be gone through first, and of the moves by which
 * the policy passes over a stage. What the wanted stage itself is for forbids nothing. Source: C-5.
 */
function oneAtATime(d: Deciding, here: Stage | undefined): readonly Id[] {
  const over = d.world.policy.moves.filter((m) => m.to.some((t) => t.type === 'any stage')).flatMap((m) => m.cites)
  return [...new Set([...(here?.cites ?? []), ...over])]
}

export const stageTitle = (d: Deciding, a: Available): string =>
  a.lands.to === 'stage'
    ? lower(takeThisTo(d.world.policy, a.lands.stage))
    : a.move.is
      ? lower(a.move.is)
      : ends[a.lands.end]

const ends: Readonly<Record<End, string>> = {
  agreed: 'say that this is agreed',
  decided: 'decide this',
  recorded: 'record your disagreement and go no further',
  withdrawn: 'withdraw this concern',
  'handed over': 'hand this over',
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function possible(blocks: readonly DutyInstance[]): { words: string; at?: number } {
  const last = Math.max(...blocks.map((b) => b.due?.at ?? 0))
  return last > 0
    ? { words: 'It becomes possible when that is done.', at: last }
    : { words: 'It becomes possible when that is done.' }
}
