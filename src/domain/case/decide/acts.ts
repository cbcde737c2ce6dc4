/** Doing what a duty asks, one entry a verb; one entry may answer several duties and names them. Source: language.md section 2 "duty" (the table of acts) and section 3. */

import type { Verb } from '../../policy/policy.ts'
import { agreedAction } from '../action-duties.ts'
import { contactAsOf } from '../addenda.ts'
import { mayAnswer } from '../available.ts'
import { currentVisit } from '../case.ts'
import type { Command } from '../command.ts'
import { answersAt } from '../condition.ts'
import { type DutyInstance, isLive } from '../duty-instance.ts'
import type { Answer, Audience } from '../entry.ts'
import { openedOut, unansweredOf } from '../forms.ts'
import { owersIn } from '../holders-in-case.ts'
import { type Decision, refuse } from '../refusal.ts'
import { stageOf } from '../stage-of.ts'
import { whatOf } from './act-entry.ts'
import { fitting, lackingIn } from './act-fits.ts'
import { type Deciding, type Draft, dutiesNow, heldUp, isMine, mine, onlyKnows } from './deciding.ts'
import { setDate, waive } from './letting-go.ts'

type Acting = Extract<Command, { kind: 'act' | 'answer' | 'weigh reply' | 'breach' | 'waive' | 'set date' }>

export function acts(d: Deciding, command: Acting): Decision<readonly Draft[]> {
  if (d.c.closed)
    return refuse('closed', 'This case is closed', 'A closed case can be corrected or reopened, and nothing else.')
  switch (command.kind) {
    case 'act':
      return act(d, command)
    case 'answer':
      return answer(d, command.fact, command.answer, command.words)
    case 'weigh reply': {
      const mark = d.c.marks[command.reply - 1]
      if (mark?.kind !== 'replied')
        return refuse('missing', 'There is no such reply', 'Choose a reply from the record.')
      if (mark.owner === d.part.agency)
        return refuse('not yours', 'You cannot weigh your own reply', 'The side that asked says whether it satisfies.')
      return {
        ok: true,
        value: [
          { what: { kind: 'reply weighed', reply: command.reply, satisfied: command.satisfied, words: command.words } },
        ],
      }
    }
    case 'breach': {
      const kept = dutiesNow(d).find((i) => i.key === command.key && i.duty?.act.verb === 'keep' && isLive(i))
      if (!kept)
        return refuse('missing', 'Nothing is being kept that could be broken', 'It held only until its stage was left.')
      return { ok: true, value: [{ what: { kind: 'breached', words: command.words } }] }
    }
    case 'waive':
      return waive(d, command.key, command.words)
    case 'set date':
      return setDate(d, command)
  }
}

function act(d: Deciding, command: Extract<Command, { kind: 'act' }>): Decision<readonly Draft[]> {
  if (command.verb === 'agree' || command.verb === 'answer' || command.verb === 'keep')
    return refuse(
      'missing',
      'That is not something to record as done',
      'Words are signed, questions answered, and what is kept is only broken.',
    )
  // What was agreed to be done has its own way of being done: `finish action`.
  const all = dutiesNow(d).filter((i) => i.id !== agreedAction)
  const wanted = command.keys ? all.filter((i) => command.keys?.includes(i.key)) : fitting(d, mine(d, all), command)
  const other = wanted.find((i) => i.duty?.act.verb !== command.verb)
  if (other)
    return refuse('missing', 'That does not do what the policy asks', 'It asks for something else here.', {
      cites: other.duty?.cites ?? other.stage?.cites ?? [],
    })
  const foreign = wanted.find((i) => !isMine(d, i))
  if (foreign)
    return refuse(
      'not yours',
      'This is not yours to do',
      'The policy gives it to somebody else. Whoever covers for them may do it.',
      { cites: foreign.duty?.cites ?? [] },
    )
  if (wanted.length === 0 && !mayFreely(d, command.verb))
    return refuse('not yours', 'You cannot record this', 'You know of the case; the two sides act in it.')
  const over = wanted.find((i) => !isLive(i))
  if (command.keys && over && wanted.every((i) => !isLive(i)))
    return refuse('already done', 'This has been done, or is no longer needed', 'Nothing was recorded a second time.', {
      cites: over.duty?.cites ?? [],
    })
  const held = heldUp(d, all, wanted)
  if (held) return held
  const lacking = lackingIn(d, wanted.filter(isLive), command)
  if (lacking) return lacking
  const way = wrongWay(d, command)
  if (way) return way
  const live = wanted.filter(isLive)
  const joint = command.verb === 'discuss' || command.verb === 'meet' ? alsoTookPart(d, all, command) : []
  const keys = [...new Set([...live, ...joint].map((i) => i.key))]
  return {
    ok: true,
    value: [
      {
        what: whatOf(command),
        answers: keys,
        audience: command.audience ?? audienceOf(d, command, live),
        ...(command.happened === undefined ? {} : { happened: Math.min(command.happened, d.actor.at) }),
      },
    ],
  }
}

/** Without a duty to do, whoever only knows of the case may answer and write to those who told them, and no more. */
function mayFreely(d: Deciding, verb: Verb): boolean {
  return !onlyKnows(d) || verb === 'reply' || verb === 'write'
}

function alsoTookPart(
  d: Deciding,
  all: readonly DutyInstance[],
  command: Extract<Command, { kind: 'act' }>,
): readonly DutyInstance[] {
  const took = new Set([...(command.act.tookPart ?? []), d.actor.person])
  return all.filter(
    (i) =>
      isLive(i) &&
      i.duty?.act.verb === command.verb &&
      owersIn(d.world, d.c, i, d.actor.at).some((h) => took.has(h.person)),
  )
}

function wrongWay(d: Deciding, command: Extract<Command, { kind: 'act' }>): ReturnType<typeof refuse> | undefined {
  const stage = stageOf(d.world, currentVisit(d.c).stage)
  if (!stage || command.act.way === undefined || (command.verb !== 'discuss' && command.verb !== 'meet') || d.c.end)
    return undefined
  const allowed = contactAsOf(d.world, stage, d.actor.at)
  if (allowed.includes(command.act.way)) return undefined
  return refuse(
    'way of contact',
    `The policy does not have you talk by ${command.act.way} at this stage`,
    `At this stage people talk by ${allowed.join(' or ')}.`,
    { cites: stage.cites },
  )
}

/** Own agency's eyes only for a talk inside it; both sides and those addressed for the rest. */
function audienceOf(d: Deciding, command: Extract<Command, { kind: 'act' }>, live: readonly DutyInstance[]): Audience {
  const inside = stageOf(d.world, currentVisit(d.c).stage)?.inside && currentVisit(d.c).to === undefined
  const ownOnly =
    live.length > 0 &&
    live.every(
      (i) =>
        i.duty?.act.verb === 'consult' &&
        i.duty.act.to.every((w) => w.side === 'own' || w.side === d.part.side || w.role === 'supporter'),
    )
  const onFile =
    command.verb === 'record' && live.every((i) => i.duty?.act.verb === 'record' && !/dissent/.test(i.duty.act.words))
  if (inside || ownOnly || (command.verb === 'consult' && live.length === 0) || onFile)
    return { to: 'agency', agency: d.part.agency }
  return { to: 'parties' }
}

function answer(d: Deciding, fact: string, given: Answer, words: string): Decision<readonly Draft[]> {
  const known = d.world.policy.facts[fact]
  if (!known || known.derived)
    return refuse('missing', 'The policy does not ask that', 'Choose a question from the case page.')
  const all = dutiesNow(d)
  if (known.kind.type === 'form')
    return refuse('missing', 'Answer its questions one by one', 'A form is answered when each of its questions is.', {
      cites: known.cites,
    })
  const owed = mine(d, all).filter((i) => questionsOf(d, i).includes(fact))
  const free = known.by === undefined && (d.part.level === 'party' || d.part.level === 'decider')
  if (owed.length === 0 && !free && !mayAnswer(d.world, d.c, fact, d.actor.person, d.actor.at))
    return refuse('not yours', 'This question is for somebody else', 'The policy says who answers it.', {
      cites: known.cites,
    })
  const held = heldUp(d, all, owed)
  if (held) return held
  const isNo = given === false || given === 'no'
  if (owed.some((i) => i.gate) && isNo && words.trim() === '')
    return refuse('missing', 'Say why not', 'A no keeps the way closed, so it needs its reason.')
  const then = answersAt(d.c, d.actor.at, { [fact]: given })
  const done = owed.filter((i) => unansweredOf(d.world.policy, questionsOf(d, i), then).length === 0)
  return {
    ok: true,
    value: [{ what: { kind: 'fact answered', fact, answer: given, words }, answers: done.map((i) => i.key) }],
  }
}

/** What has to be answered to have done a duty that asks for an answer: its question or the questions of its form, and what is asked in doing it. */
function questionsOf(d: Deciding, i: DutyInstance): readonly string[] {
  if (i.gate) return [i.gate.fact]
  return i.duty?.act.verb === 'answer' ? openedOut(d.world.policy, [i.duty.act.fact, ...i.duty.asks]) : []
}

export { addressees } from './addressees.ts'
