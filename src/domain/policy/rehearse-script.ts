/**
 * A rehearsal from a script: an invented case in which at each given moment something is done, said or left undone. Every step is
 * asked of the real `decide`; what it refuses is told and the rehearsal goes on. Source: issue "The policy workbench" point 5.
 */
import type { BankHolidays } from '../calendar/calendar.ts'
import { availableMoves } from '../case/available.ts'
import { type Case, currentVisit } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { decide } from '../case/decide.ts'
import { due } from '../case/due.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import type { Answers, Entry } from '../case/entry.ts'
import { evolve } from '../case/evolve.ts'
import type { Refusal } from '../case/refusal.ts'
import type { At, PersonId } from '../people/directory.ts'
import type { Id, Policy } from './policy.ts'
import { isoInLondon, type RehearsedStage, rehearsedStage } from './rehearse-stage.ts'
import { doing, holdersFor, making, play, type Scene, type Turn } from './walk-act.ts'
import { said } from './walk-answers.ts'
import { type Cast, castOf } from './walk-cast.ts'
import { raiseInvented, whyNotRaised } from './walk-raise.ts'

export interface Scripted {
  readonly raisedAt: At
  /** Answers given on raising; what is not answered is not yes. */
  readonly facts: Answers
  readonly steps: readonly Step[]
  /** Of the policy's nation. */
  readonly holidays: BankHolidays
}

/** One step. Without `does` time passes, and what happens by itself happens. */
export interface Step {
  readonly at: At
  readonly does?:
    | { readonly duty: Id }
    | { readonly move: Id; readonly to?: Id; readonly facts?: Answers }
    | { readonly answer: Answers }
}

export interface StepTold {
  /** ISO with London's offset, as all times here. */
  readonly at: string
  /** "do answer", "move up", "answer urgent", "wait". */
  readonly step: string
  readonly ok: boolean
  /** Why not; absent when it was done. */
  readonly why?: string
  readonly cites?: readonly Id[]
  /** Kinds of what was written, what happened by itself included. */
  readonly wrote: readonly string[]
  /** Where the case stands afterwards. */
  readonly stage: Id
  readonly end?: string
  /** What is late then: duty ids. */
  readonly late: readonly Id[]
}

export interface ScriptTold {
  readonly policy: Id
  readonly title: string
  readonly version: number
  readonly raised: string
  readonly steps: readonly StepTold[]
  readonly stages: readonly RehearsedStage[]
  readonly end?: string
}

/** Nothing but a sentence when the policy refuses the case itself. Steps are taken in the order of their times. */
export function rehearseScript(
  policy: Policy,
  script: Scripted,
): { readonly ok: true; readonly value: ScriptTold } | { readonly ok: false; readonly why: string } {
  const cast = castOf(policy, script.holidays)
  const raised = raiseInvented(cast, script.raisedAt, { facts: script.facts, subject: policy.for[0] ?? 'child' })
  if (!raised.ok) return { ok: false, why: whyNotRaised(raised.refusal) }
  let c = raised.c
  const told: StepTold[] = []
  for (const step of script.steps.toSorted((a, b) => a.at - b.at)) {
    const by = ticked(cast, c, step.at)
    const done = taken(cast, by.c, step)
    c = done.c
    told.push(toldOf(cast, c, step, done.refusal, [...by.entries, ...done.entries]))
  }
  return { ok: true, value: whole(cast, c, told, script.steps.at(-1)?.at ?? script.raisedAt) }
}

interface After {
  readonly c: Case
  readonly entries: readonly Entry[]
  readonly refusal?: Pick<Refusal, 'title' | 'because' | 'cites'>
}

/** What happens by itself up to a moment. */
function ticked({ world }: Cast, c: Case, at: At): After {
  const answer = decide(world, c, { kind: 'tick' }, { person: 'concordat', at })
  return answer.ok ? { c: answer.value.reduce<Case>(evolve, c), entries: answer.value } : { c, entries: [] }
}

function taken(cast: Cast, c: Case, { at, does }: Step): After {
  if (!does) return { c, entries: [] }
  const scene: Scene = { world: cast.world, decide, c, at }
  if ('duty' in does) return duty(scene, does.duty)
  if ('move' in does) return move(scene, does.move, does.to, does.facts)
  return answers(scene, cast, does.answer)
}

function duty(scene: Scene, id: Id): After {
  const all = due(scene.world, scene.c, scene.at)
  const live = all.filter((i) => i.id === id && isLive(i))
  if (live.length === 0) return no(scene, `Nobody owes ${id} at that moment`, known(scene.world.policy, id, all))
  return live.reduce<After>(
    (so, i) => (so.refusal ? so : turns({ ...scene, c: so.c }, doing({ ...scene, c: so.c }, i, all), so.entries)),
    { c: scene.c, entries: [] },
  )
}

const known = (policy: Policy, id: Id, all: readonly DutyInstance[]): string => {
  const was = all.findLast((i) => i.id === id)
  if (was) return `It is ${was.status}.`
  const there = [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)].some((one) => one.id === id)
  return there ? 'It has not arisen.' : 'The policy has no such duty.'
}

function move(scene: Scene, id: Id, to: Id | undefined, facts: Answers = {}): After {
  const { world, c, at } = scene
  const offered = availableMoves(world, c, at, due(world, c, at)).filter((a) => a.move.id === id)
  const chosen = offered.find(
    ({ lands }) => to === undefined || (lands.to === 'stage' ? lands.stage === to : lands.end === to),
  )
  return chosen
    ? turns(scene, making(scene, chosen.move, chosen.lands, facts))
    : no(scene, `The move ${id}${to === undefined ? '' : ` to ${to}`} is not there in ${currentVisit(c).stage}`, '')
}

function answers(scene: Scene, cast: Cast, given: Answers): After {
  const anybody: readonly PersonId[] = [cast.raiser, ...cast.people.map((one) => one.person)]
  const wanted = Object.entries(given).map(([fact, answer]): Turn => {
    const who = scene.world.policy.facts[fact]?.by
    const command: Command = { kind: 'answer', fact, answer, words: said }
    return { command, by: who ? holdersFor(scene, who) : anybody }
  })
  return turns(scene, wanted)
}

/** Carries the turns out, or says what `decide` said to the first whom it refused. */
function turns(scene: Scene, wanted: readonly Turn[], before: readonly Entry[] = []): After {
  const played = play(scene, wanted)
  if (played) return { c: played.c, entries: [...before, ...played.entries] }
  let { c } = scene
  for (const turn of wanted) {
    const command = typeof turn.command === 'function' ? turn.command(c) : turn.command
    const one = play({ ...scene, c }, [turn])
    if (one) c = one.c
    else return { c: scene.c, entries: before, refusal: refusalOf({ ...scene, c }, command, turn.by[0]) }
  }
  return { c: scene.c, entries: before, refusal: { title: 'Not done', because: 'Nobody could do it.', cites: [] } }
}

function refusalOf({ world, c, at }: Scene, command: Command | undefined, person: PersonId | undefined) {
  if (!command || person === undefined)
    return { title: 'Not done', because: 'Nobody in the rehearsal may do it at that moment.', cites: [] }
  const answer = decide(world, c, command, { person, at })
  return answer.ok ? { title: 'Not done', because: 'Nobody could do it.', cites: [] } : answer.refusal
}

const no = ({ c }: Scene, title: string, because: string): After => ({
  c,
  entries: [],
  refusal: { title, because, cites: [] },
})

function toldOf(cast: Cast, c: Case, { at, does }: Step, refusal: After['refusal'], wrote: readonly Entry[]): StepTold {
  return {
    at: isoInLondon(at),
    step: stepWords(does),
    ok: refusal === undefined,
    ...(refusal ? { why: `${refusal.title}. ${refusal.because}`.trim(), cites: refusal.cites } : {}),
    wrote: wrote.map((entry) => entry.what.kind),
    stage: currentVisit(c).stage,
    ...(c.end ? { end: c.end.end } : {}),
    late: due(cast.world, c, at)
      .filter((i) => i.status === 'late')
      .map((i) => i.id),
  }
}

function stepWords(does: Step['does']): string {
  if (!does) return 'wait'
  if ('duty' in does) return `do ${does.duty}`
  if ('move' in does) return does.to === undefined ? `move ${does.move}` : `move ${does.move} to ${does.to}`
  return `answer ${Object.keys(does.answer).join(', ')}`
}

function whole(cast: Cast, c: Case, steps: readonly StepTold[], last: At): ScriptTold {
  const { policy } = cast.world
  const all = due(cast.world, c, Math.max(last, c.raisedAt))
  return {
    policy: policy.id,
    title: policy.title,
    version: policy.version,
    raised: isoInLondon(c.raisedAt),
    steps,
    stages: c.visits.filter((visit) => !visit.passed).map((visit) => rehearsedStage(policy, c, visit, all, false)),
    ...(c.end ? { end: c.end.end } : {}),
  }
}
