import type { End, Move } from '../../policy/policy.ts'
import type { Case } from '../case.ts'
import type { Command } from '../command.ts'
import type { StageStart, Vote } from '../entry.ts'
import { stageOf } from '../stage-of.ts'
import { stagePeople } from '../stage-people.ts'
import type { Lands } from '../targets.ts'
import type { World } from '../world.ts'
import type { Draft } from './deciding.ts'

type MoveCommand = Extract<Command, { kind: 'move' }>

/** The entry that makes a move, ready to be written. Also used for moves that happen by themselves. */
export function landing(
  world: World,
  c: Case,
  move: Move,
  lands: Lands,
  said: Pick<MoveCommand, 'words' | 'facts' | 'outstanding'>,
  at: number,
  votes?: readonly Vote[],
): Draft {
  const voted = votes ? { votes } : {}
  if (lands.to === 'stage') {
    const kind = lands.back ? 'sent back' : 'escalated'
    const start = startOf(world, c, lands, at)
    return { what: { kind, move: move.id, start, words: said.words, facts: said.facts, ...voted } }
  }
  return {
    what: {
      kind: endKinds[lands.end],
      move: move.id,
      end: lands.end,
      words: said.words,
      facts: said.facts,
      outstanding: said.outstanding ?? [],
      ...voted,
    },
  }
}

export function startOf(world: World, c: Case, lands: Extract<Lands, { to: 'stage' }>, at: number): StageStart {
  const stage = stageOf(world, lands.stage)
  if (!stage) throw new Error(`The policy has no stage ${lands.stage}.`)
  return {
    stage: lands.stage,
    passed: lands.passed,
    tier: lands.tier,
    inside: stage.inside,
    people: stagePeople(world, c, stage, lands.tier, at, []),
  }
}

const endKinds: Readonly<Record<End, 'agreed' | 'decided' | 'went no further' | 'withdrawn' | 'handed over'>> = {
  agreed: 'agreed',
  decided: 'decided',
  recorded: 'went no further',
  withdrawn: 'withdrawn',
  'handed over': 'handed over',
}
