/** Moves: taking the case to another stage or to an end; asking for a gate; reopening. Source: language.md section 3 "Moves", "Ends". */
import type { Move } from '../../policy/policy.ts'
import { type Available, availableMoves, blocksOf, gateState, isOfSide, isWho } from '../available.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import type { DutyInstance } from '../duty-instance.ts'
import type { Answers } from '../entry.ts'
import { openedOut, unansweredOf } from '../forms.ts'
import { recorded, votersOf, votesRefusal } from '../panel-votes.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { Lands } from '../targets.ts'
import { asking, reopening } from './asking.ts'
import { type Deciding, type Draft, dutiesNow } from './deciding.ts'
import { landing } from './landing.ts'
import { riskDrafts } from './protecting.ts'
import { refusedMove, stageTitle } from './refused-move.ts'
import { signing } from './signing.ts'

type MoveCommand = Extract<Command, { kind: 'move' }>

export function moving(
  d: Deciding,
  command: Extract<Command, { kind: 'move' | 'ask gate' | 'reopen' }>,
): Decision<readonly Draft[]> {
  if (command.kind === 'reopen') return reopening(d, command.words)
  if (d.c.end)
    return refuse('ended', 'This case has ended', 'No stage is open. What may still be done stands on the case page.')
  const all = dutiesNow(d)
  if (command.kind === 'ask gate') return asking(d, command, all)
  const found = choose(d, command, all)
  if (!found) return refusedMove(d, command.move, wanted(command))
  const { move } = found
  const person = d.actor.person
  const silent = gateState(d.world, d.c, found, person, d.actor.at, all, command.facts) === 'silent'
  if (!silent && !(move.by && isWho(d.world, d.c, move.by, person, d.actor.at)))
    return refuse('not yours', `You cannot ${stageTitle(d, found)}`, 'The policy gives this move to somebody else.', {
      cites: move.cites,
    })
  if (silent && !isOfSide(move.by, d.part.side))
    return refuse('not yours', `You cannot ${stageTitle(d, found)}`, 'The policy gives this move to the other side.', {
      cites: move.cites,
    })
  const shut = gateRefusal(d, found, all, command.facts)
  if (shut) return shut
  const blocks = blocksOf(d.world, d.c, found, d.part.side, all, d.actor.at, command.facts)
  if (blocks.length > 0) return refusedMove(d, command.move, toOf(found.lands), blocks)
  const missing = asksMissing(d, move, command)
  if (missing) return missing
  return perform(d, found, command)
}

const toOf = (lands: Lands) => (lands.to === 'stage' ? { stage: lands.stage } : { end: lands.end })

const wanted = (command: MoveCommand) => ({
  ...(command.stage ? { stage: command.stage } : {}),
  ...(command.end ? { end: command.end } : {}),
})

function choose(d: Deciding, command: MoveCommand, all: readonly DutyInstance[]): Available | undefined {
  const fits = availableMoves(d.world, d.c, d.actor.at, all, command.facts).filter((a) => a.move.id === command.move)
  return fits.find((a) =>
    command.stage === undefined
      ? command.end === undefined || (a.lands.to === 'end' && a.lands.end === command.end)
      : a.lands.to === 'stage' && a.lands.stage === command.stage,
  )
}

function gateRefusal(
  d: Deciding,
  a: Available,
  all: readonly DutyInstance[],
  given: Answers,
): ReturnType<typeof refuse> | undefined {
  const state = gateState(d.world, d.c, a, d.actor.person, d.actor.at, all, given)
  const title = `You cannot ${stageTitle(d, a)}`
  const cites = a.move.cites
  switch (state) {
    case 'open':
    case 'silent':
      return undefined
    case 'ask':
      return refuse(
        'gate',
        `${title} yet`,
        'The policy has somebody else answer first. Ask them; if they do not answer in time, the way to the next stage opens.',
        { cites },
      )
    case 'asked':
      return refuse('gate', `${title} yet`, 'Somebody has been asked, and their time to answer is not over.', { cites })
    case 'shut':
      return refuse(
        'condition',
        title,
        'The policy allows it only for a reason that the answers in this case do not give.',
        { cites },
      )
  }
}

/** What a move's form must carry: its words where the policy asks why, and its facts. */
function asksMissing(d: Deciding, move: Move, command: MoveCommand): ReturnType<typeof refuse> | undefined {
  const open = unansweredOf(d.world.policy, move.asks, answersAt(d.c, d.actor.at, command.facts))
  const only = openedOut(d.world.policy, move.asks).length === 1 && command.words.trim() !== ''
  const fact = open.find(({ kind }) => !(kind.type === 'words' && only))
  return (
    fact &&
    refuse(
      'missing',
      `Answer the question: ${fact.ask}`,
      'The policy asks it before this can be done. What you typed is kept.',
      { cites: fact.cites.length > 0 ? fact.cites : move.cites },
    )
  )
}

function perform(d: Deciding, a: Available, command: MoveCommand): Decision<readonly Draft[]> {
  const { move, lands } = a
  const { world, c } = d
  const { at } = d.actor
  const voters = votersOf(world, c, move, lands)
  const cast = command.votes ?? []
  const undecided = voters && votesRefusal(world, c, voters, cast, move.id, at, move.cites)
  if (undecided) return undecided
  const votes = voters && recorded(world, c, voters, cast, move.id, at)
  const risk = command.risk ? riskDrafts(d, command.risk) : []
  if (move.by?.side === 'each') return signing(d, a, command, risk)
  if (lands.to === 'end' && lands.end === 'withdrawn' && d.c.raisers.filter((r) => r.withdrew === undefined).length > 1)
    return {
      ok: true,
      value: [{ what: { kind: 'raiser withdrew', person: d.actor.person, words: command.words } }],
    }
  return { ok: true, value: [...risk, landing(world, c, move, lands, command, at, votes)] }
}
