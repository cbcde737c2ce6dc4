/**
 * Every step out of a state: each move that `decide` allows, each steering duty done, nobody acting until the next deadline,
 * each live answer changing, an agreement not confirmed. Source: language.md section 5 "The walk".
 */
import { type Available, availableMoves, gateFacts, gateState } from '../case/available.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { answersAt, factsIn, holds } from '../case/condition.ts'
import { due } from '../case/due.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import type { Answer } from '../case/entry.ts'
import { owersIn } from '../case/holders-in-case.ts'
import { isAskedByMove } from '../case/moves.ts'
import type { Id } from './policy.ts'
import { type Acted, doing, holdersFor, making, play, type Scene, type Turn } from './walk-act.ts'
import { said, yesFor } from './walk-answers.ts'
import { minute, momentsToAct, nextDeadline } from './walk-clock.ts'
import { otherAnswers } from './walk-facts.ts'
import { isUp, type Steering } from './walk-steering.ts'

/** What was done, told later as a sentence. */
export type Deed =
  | { readonly kind: 'raise' }
  | { readonly kind: 'move'; readonly a: Available; readonly chance: readonly Id[] }
  | { readonly kind: 'duty'; readonly i: DutyInstance }
  | { readonly kind: 'ask'; readonly a: Available; readonly facts: readonly Id[] }
  | { readonly kind: 'answer'; readonly fact: Id; readonly answer: Answer }
  | { readonly kind: 'fact'; readonly fact: Id; readonly answer: Answer }
  | { readonly kind: 'time'; readonly missed: readonly DutyInstance[] }
  | { readonly kind: 'not confirm' }

export interface Step extends Acted {
  readonly deed: Deed
  readonly at: number
}

/** A case on a walk, which knows the ends that it has come to from the stage it stands in. */
export interface Walking extends Scene {
  readonly isKnown: (a: Available) => boolean
}

/** Steps that people or time take. */
export function stepsFrom(scene: Walking, steering: Steering, all: readonly DutyInstance[]): readonly Step[] {
  const [soon = scene.at + minute, ...later] = momentsToAct(scene, steering, all)
  const now: Walking = { ...scene, at: soon }
  if (scene.c.end) return scene.c.end.end === 'agreed' ? notConfirming(now, all) : []
  return [
    ...acting(now, steering, all),
    ...waiting(scene, steering, all),
    ...later.flatMap((at) => acting({ ...scene, at }, steering, dutiesAt({ ...scene, at }))),
  ]
}

/** What people may do at one moment. */
function acting(now: Walking, steering: Steering, all: readonly DutyInstance[]): readonly Step[] {
  const chance = new Set(byChanceOnly(now, steering, all).map(({ a }) => a.move.id))
  return [
    ...movesBySomebody(now, all)
      .filter((a) => !chance.has(a.move.id) && !(givesUp(a) && now.isKnown(a)))
      .flatMap((a) => moving(now, a, all)),
    ...answering(now, steering, all),
    ...all
      .filter((i) => steering.duties.has(i.id) && i.duty && isLive(i) && inReach(now.c, i))
      .flatMap((i) => step(now, { kind: 'duty', i }, doing(now, i, all))),
    ...changing(now, steering),
  ]
}

/** Moves that only an answer opens that turns out so: the child is in danger after all, the matter belongs elsewhere. */
export function chanceSteps(scene: Walking, steering: Steering, all: readonly DutyInstance[]): readonly Step[] {
  const now: Walking = { ...scene, at: scene.at + minute }
  const open = byChanceOnly(now, steering, all).filter(({ a }) => !(a.lands.to === 'end' && now.isKnown(a)))
  const groups = Map.groupBy(open, ({ a, lacking }) => [...lacking, JSON.stringify(a.move.if)].join(' '))
  return [...groups.values()].flatMap((group) =>
    byChance(
      now,
      group[0]?.lacking ?? [],
      group.map(({ a }) => a),
    ),
  )
}

/** Ends that leave nothing settled: from wherever in a stage, they are the same end. */
const givesUp = ({ lands }: Available): boolean =>
  lands.to === 'end' && (lands.end === 'withdrawn' || lands.end === 'recorded')

/** Moves shut by an answer of those that only ever add ways, with what would have to turn out otherwise. */
function byChanceOnly(
  scene: Scene,
  steering: Steering,
  all: readonly DutyInstance[],
): readonly { readonly a: Available; readonly lacking: readonly Id[] }[] {
  const answer = answersAt(scene.c, scene.at)
  return movesBySomebody(scene, all).flatMap((a) => {
    if (holds(a.move.if, answer)) return []
    const lacking = factsIn(a.move.if).filter((fact) => steering.chance.has(fact) && !isAskedByMove(scene.world, fact))
    return lacking.length > 0 ? [{ a, lacking }] : []
  })
}

const movesBySomebody = (scene: Scene, all: readonly DutyInstance[]): readonly Available[] =>
  availableMoves(scene.world, scene.c, scene.at, all).filter((a) => a.move.by !== undefined)

const inReach = (c: Case, i: DutyInstance) => i.scope === 'policy' || i.visit === currentVisit(c).n

function step(scene: Scene, deed: Deed, turns: readonly Turn[]): readonly Step[] {
  const acted = turns.length === 0 ? undefined : play(scene, turns)
  return acted ? [{ ...acted, deed, at: scene.at }] : []
}

function moving(scene: Scene, a: Available, all: readonly DutyInstance[]): readonly Step[] {
  const { world, c, at } = scene
  const plain = step(scene, { kind: 'move', a, chance: [] }, making(scene, a.move, a.lands))
  if (plain.length > 0) return plain
  const mover = a.move.by ? holdersFor(scene, a.move.by) : []
  const state = gateState(world, c, a, mover[0], at, all)
  if (state !== 'ask') return []
  const facts = gateFacts(world.policy, a.move.if).filter((fact) => answersAt(c, at)(fact) === undefined)
  const asking: Turn = {
    command: { kind: 'ask gate', move: a.move.id, words: said },
    by: [...new Set([...raisingParty(scene), ...mover])],
  }
  if (isUp(a.move)) return step(scene, { kind: 'ask', a, facts }, [asking])
  const answers = facts.map(
    (fact): Turn => ({
      command: { kind: 'answer', fact, answer: yesFor(a.move, world.policy.facts[fact]), words: said },
      by: answerers(scene, fact),
    }),
  )
  return step(scene, { kind: 'move', a, chance: [] }, [asking, ...answers, ...making(scene, a.move, a.lands)])
}

/** The answer turns to yes for as long as the moves take that it opens, so that no later state is told apart by it. */
function byChance(scene: Scene, facts: readonly Id[], open: readonly Available[]): readonly Step[] {
  const [first] = open
  if (!first) return []
  const by = raisingParty(scene)
  const answers = (to: (fact: Id) => Answer) =>
    facts.map((fact): Turn => ({ command: { kind: 'answer', fact, answer: to(fact), words: said }, by }))
  const yes = play(
    scene,
    answers((fact) => yesFor(first.move, scene.world.policy.facts[fact])),
  )
  if (!yes) return []
  const back = answers((fact) => noTo(scene, fact))
  return open.flatMap((a) => {
    const turns = [...making(scene, a.move, a.lands), ...(a.lands.to === 'stage' ? back : [])]
    return step({ ...scene, c: yes.c }, { kind: 'move', a, chance: facts }, turns).map((one) => ({
      ...one,
      entries: [...yes.entries, ...one.entries],
      need: [...yes.need, ...one.need],
    }))
  })
}

const noTo = (scene: Scene, fact: Id): Answer =>
  scene.world.policy.facts[fact]?.kind.type === 'any-of'
    ? []
    : scene.world.policy.facts[fact]?.kind.type === 'yes-no'
      ? false
      : 'no'

/** A gate that was asked is answered yes or no; one answered no may still be answered yes. */
function answering(scene: Scene, steering: Steering, all: readonly DutyInstance[]): readonly Step[] {
  const visit = currentVisit(scene.c).n
  const answer = answersAt(scene.c, scene.at)
  return (steering.gates.get(currentVisit(scene.c).stage) ?? []).flatMap((fact) => {
    const gate = all.find((i) => i.gate?.fact === fact && i.visit === visit)
    const by = answerers(scene, fact)
    const move =
      scene.world.policy.stages.flatMap((stage) => stage.moves).find((one) => factsIn(one.if).includes(fact)) ??
      scene.world.policy.moves.find((one) => factsIn(one.if).includes(fact))
    const yes = yesFor(move ?? {}, scene.world.policy.facts[fact])
    const say = (to: Answer, kind: 'answer' | 'fact') =>
      step(scene, { kind, fact, answer: to }, [{ command: { kind: 'answer', fact, answer: to, words: said }, by }])
    if (gate && isLive(gate) && answer(fact) === undefined)
      return [...say(yes, 'answer'), ...say(noTo(scene, fact), 'answer')]
    return answer(fact) === false || answer(fact) === 'no' ? say(yes, 'fact') : []
  })
}

function answerers(scene: Scene, fact: Id): readonly string[] {
  const who = scene.world.policy.facts[fact]?.by
  return who ? holdersFor(scene, who) : raisingParty(scene)
}

const raisingParty = (scene: Scene): readonly string[] =>
  holdersFor(scene, { side: 'raising', role: 'party', place: { line: 0, column: 0 } })

function changing(scene: Scene, steering: Steering): readonly Step[] {
  const { world, c, at } = scene
  const atoms = steering.atoms.get(currentVisit(c).stage) ?? []
  const facts = [...new Set(atoms.map((atom) => atom.fact))].filter((fact) => !world.policy.facts[fact]?.derived)
  return facts.flatMap((fact) => {
    const others = otherAnswers(
      world.policy.facts[fact],
      atoms.filter((atom) => atom.fact === fact),
      answersAt(c, at)(fact),
    )
    return others.flatMap((answer) =>
      step(scene, { kind: 'fact', fact, answer }, [
        { command: { kind: 'answer', fact, answer, words: said }, by: answerers(scene, fact) },
      ]),
    )
  })
}

/** Nobody acts: the next deadline that steers passes, and what happens by itself happens. */
function waiting(scene: Scene, steering: Steering, all: readonly DutyInstance[]): readonly Step[] {
  const passed = nextDeadline(scene, steering, all)
  if (passed === undefined) return []
  const at = passed + minute
  const answer = scene.decide(scene.world, scene.c, { kind: 'tick' }, { person: 'concordat', at })
  if (!answer.ok) return []
  const acted = play({ ...scene, at, decide: () => answer }, [{ command: { kind: 'tick' }, by: ['concordat'] }])
  const missed = all.filter((i) => isLive(i) && i.due?.at === passed)
  return acted ? [{ ...acted, need: [], deed: { kind: 'time', missed }, at }] : []
}

function notConfirming(scene: Scene, all: readonly DutyInstance[]): readonly Step[] {
  const owed = all.filter((i) => i.duty?.act.verb === 'agree' && isLive(i))
  const first = owed.find((i) => i.side === 'responding') ?? owed[0]
  if (!first) return []
  const by = owersIn(scene.world, scene.c, first, scene.at).map((holder) => holder.person)
  return step(scene, { kind: 'not confirm' }, [{ command: { kind: 'not confirm', of: first.id, words: said }, by }])
}

export const dutiesAt = (scene: Pick<Scene, 'world' | 'c' | 'at'>): readonly DutyInstance[] =>
  due(scene.world, scene.c, scene.at)
