/** Moves: taking the case to another stage or to an end; asking for a gate; reopening. Source: language.md section 3 "Moves", "Ends". */
import type { PersonId } from '../../people/directory.ts'
import type { End, Move } from '../../policy/policy.ts'
import { settingsAsOf } from '../addenda.ts'
import {
  type Available,
  agenciesFor,
  availableMoves,
  blocksOf,
  gateFacts,
  gateState,
  isOfSide,
  isWho,
} from '../available.ts'
import { type Case, currentVisit, raisingAgency, stillIn } from '../case.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import { stageOf } from '../due.ts'
import type { DutyInstance } from '../duty-instance.ts'
import type { Answers, StageStart } from '../entry.ts'
import { openedOut } from '../forms.ts'
import { holdersInCase, stagePeople } from '../holders-in-case.ts'
import { calendarOf, counted, dateDeadline } from '../instance-deadline.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { Lands } from '../targets.ts'
import type { World } from '../world.ts'
import { type Deciding, type Draft, dutiesNow } from './deciding.ts'
import { panelRefusal } from './panel.ts'
import { answersWhat, riskDrafts } from './protecting.ts'
import { refusedMove, stageTitle } from './refused-move.ts'

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
  const person = d.actor.person as PersonId
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
  if (blocks.length > 0) return refusedMove(d, command.move, wanted(command), blocks)
  const missing = asksMissing(d, move, command)
  if (missing) return missing
  return perform(d, found, command)
}

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
  const state = gateState(d.world, d.c, a, d.actor.person as PersonId, d.actor.at, all, given)
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
  for (const fact of openedOut(d.world.policy, move.asks)) {
    const known = d.world.policy.facts[fact]
    const given = command.facts[fact] ?? answersAt(d.c, d.actor.at)(fact)
    const empty =
      given === undefined ||
      (typeof given === 'string' && given.trim() === '') ||
      (Array.isArray(given) && given.length === 0 && known?.kind.type !== 'actions')
    if (known?.kind.type === 'words' && move.asks.length === 1 && command.words.trim() !== '') continue
    if (known && empty)
      return refuse(
        'missing',
        `Answer the question: ${known.ask}`,
        'The policy asks it before this can be done. What you typed is kept.',
        { cites: known.cites.length > 0 ? known.cites : move.cites },
      )
  }
  return undefined
}

function perform(d: Deciding, a: Available, command: MoveCommand): Decision<readonly Draft[]> {
  const { move, lands } = a
  const panelNeeds =
    a.lands.to === 'end' && a.lands.end === 'decided'
      ? panelRefusal(d, command.tookPart ?? [], a.move.cites)
      : undefined
  if (panelNeeds) return panelNeeds
  const risk = command.risk
    ? riskDrafts(command.risk, answersAt(d.c, d.actor.at)('immediate-harm') === true, answersWhat(d, 'our-risk'))
    : []
  if (move.by?.side === 'each') return signing(d, a, command, risk)
  if (lands.to === 'end' && lands.end === 'withdrawn' && d.c.raisers.filter((r) => r.withdrew === undefined).length > 1)
    return {
      ok: true,
      value: [{ what: { kind: 'raiser withdrew', person: d.actor.person as PersonId, words: command.words } }],
    }
  return { ok: true, value: [...risk, landing(d.world, d.c, move, lands, command, d.actor.at)] }
}

/** `each`: every agency still in the case has to say so; it happens with the last. One responding agency alone may be settled with. */
function signing(d: Deciding, a: Available, command: MoveCommand, risk: readonly Draft[]): Decision<readonly Draft[]> {
  const { move, lands } = a
  const visit = currentVisit(d.c).n
  // What the raising side said to one alone is used up when that one is settled with.
  const settled = d.c.marks.findLastIndex((m) => m.kind === 'settled with') + 1
  const same = d.c.signatures.filter(
    (s) =>
      s.move === move.id &&
      s.visit === visit &&
      (lands.to === 'end' ? s.end === lands.end : s.stage === lands.stage) &&
      (!s.alone || s.seq > settled || s.agency !== raisingAgency(d.c)),
  )
  if (same.some((s) => s.agency === d.part.agency && s.alone === (command.alone ?? false)))
    return refuse('already done', 'Your agency has said so already', 'It happens when the others say so too.', {
      cites: move.cites,
    })
  const signed: Draft = {
    what: {
      kind: 'move signed',
      move: move.id,
      ...(lands.to === 'end' ? { end: lands.end } : { stage: lands.stage }),
      alone: command.alone ?? false,
      words: command.words,
      facts: command.facts,
    },
  }
  // Saying that it is settled with one alone says nothing to the others, while there are others.
  const others = stillIn(d.c).filter((x) => x.side === 'responding').length > 1
  const have = new Set([
    ...same.filter((s) => !s.alone || !others).map((s) => s.agency),
    ...(command.alone && others ? [] : [d.part.agency]),
  ])
  const needed = agenciesFor(d.c, move.by ?? { side: 'each', role: 'party', place: { line: 0, column: 0 } }).filter(
    (x) => x !== undefined,
  )
  if (needed.every((x) => have.has(x)))
    return { ok: true, value: [...risk, signed, landing(d.world, d.c, move, lands, command, d.actor.at)] }
  const alone = settledAlone(d, same, command)
  return { ok: true, value: [...risk, signed, ...alone] }
}

function settledAlone(d: Deciding, same: Case['signatures'], command: MoveCommand): readonly Draft[] {
  if (!command.alone || command.end === undefined) return []
  const raising = d.c.agencies.find((x) => x.side === 'raising')?.agency
  const others = stillIn(d.c).filter((x) => x.side === 'responding')
  if (others.length < 2) return []
  const partners =
    d.part.side === 'raising'
      ? others.map((x) => x.agency).filter((agency) => same.some((s) => s.alone && s.agency === agency))
      : same.some((s) => s.alone && s.agency === raising)
        ? [d.part.agency]
        : []
  return partners.map((agency): Draft => ({ what: { kind: 'settled with', agency, words: command.words } }))
}

/** The entry that makes a move, ready to be written. Also used for moves that happen by themselves. */
export function landing(
  world: World,
  c: Case,
  move: Move,
  lands: Lands,
  said: Pick<MoveCommand, 'words' | 'facts' | 'outstanding'>,
  at: number,
): Draft {
  if (lands.to === 'stage') {
    const kind = lands.back ? 'sent back' : 'escalated'
    return { what: { kind, move: move.id, start: startOf(world, c, lands, at), words: said.words, facts: said.facts } }
  }
  return {
    what: {
      kind: endKinds[lands.end],
      move: move.id,
      end: lands.end,
      words: said.words,
      facts: said.facts,
      outstanding: said.outstanding ?? [],
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

function asking(
  d: Deciding,
  command: Extract<Command, { kind: 'ask gate' }>,
  all: readonly DutyInstance[],
): Decision<readonly Draft[]> {
  const a = availableMoves(d.world, d.c, d.actor.at, all).find((x) => x.move.id === command.move)
  if (!a) return refusedMove(d, command.move, {})
  if (d.part.level === 'observer' || !isOfSide(a.move.by, d.part.side))
    return refuse('not yours', `You cannot ${stageTitle(d, a)}`, 'The policy gives this move to another side.', {
      cites: a.move.cites,
    })
  const answer = answersAt(d.c, d.actor.at)
  const facts = gateFacts(d.world.policy, a.move.if).filter((f) => answer(f) === undefined)
  if (facts.length === 0)
    return refuse('already done', 'It has been answered already', 'There is nothing left to ask.', {
      cites: a.move.cites,
    })
  const asked = d.c.gates.some((g) => g.move === a.move.id && g.visit === currentVisit(d.c).n)
  if (asked)
    return refuse(
      'already done',
      'They have been asked already',
      'If they do not answer in time, the way to the next stage opens.',
      { cites: a.move.cites },
    )
  return {
    ok: true,
    value: [
      {
        what: { kind: 'gate asked', move: a.move.id, facts, side: d.part.side, words: command.words },
        audience: { to: 'agency', agency: d.part.agency },
      },
    ],
  }
}

/** An agreement is reopened by any party within `reopen` or when an action is late; a withdrawal by its raiser; a decision stands. */
function reopening(d: Deciding, words: string): Decision<readonly Draft[]> {
  const { end } = d.c
  if (!end) return refuse('already done', 'This case is open', 'There is nothing to reopen.')
  if (words.trim() === '')
    return refuse('missing', 'Say why it has to be opened again', 'The reason goes into the record.')
  if (d.part.level !== 'party') return refuse('not yours', 'You cannot reopen this case', 'One of the two sides may.')
  const raiser =
    holdersInCase(d.world, d.c, 'raiser', undefined, d.actor.at).some((h) => h.person === d.actor.person) ||
    d.c.raisers.some((r) => r.person === d.actor.person)
  if (end.end === 'decided')
    return refuse('ended', 'A decision stands', 'You can record that you disagree. Only whoever decided may change it.')
  if ((end.end === 'withdrawn' || end.end === 'recorded' || end.end === 'handed over') && !raiser)
    return refuse('not yours', 'You cannot reopen this case', 'Only the person who raised it may.')
  const calendar = calendarOf(d.world)
  const until = counted(end.at, settingsAsOf(d.world, end.at).reopen, calendar).at.epochMilliseconds
  const actionLate = d.c.outstanding.some(
    (o) => !o.done && dateDeadline(o.action.by, calendar).at.epochMilliseconds < d.actor.at,
  )
  if (end.end === 'agreed' && d.actor.at > until && !actionLate)
    return refuse(
      'out of time',
      'It is too late to reopen this agreement',
      'An agreement may be opened again for a time, or when something agreed is not done. You can raise a new concern.',
    )
  const left = currentVisit(d.c)
  return {
    ok: true,
    value: [
      {
        what: {
          kind: 'reopened',
          words,
          start: startOf(
            d.world,
            d.c,
            { to: 'stage', stage: left.stage, tier: left.tier, passed: [], back: false },
            d.actor.at,
          ),
        },
      },
    ],
  }
}
