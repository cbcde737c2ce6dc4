/** The steps of a rehearsal: what blocks the way up is done, the gate is answered, the case goes up or ends. Always by the real `decide`. */
import { type Available, availableMoves, blocksOf, gateFacts, mayAnswer } from '../case/available.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { answersAt } from '../case/condition.ts'
import { decide } from '../case/decide.ts'
import { due } from '../case/due.ts'
import type { At } from '../people/directory.ts'
import { doing, holdersFor, making, play, type Scene, type Turn } from './walk-act.ts'
import { said, yesFor } from './walk-answers.ts'
import type { Cast } from './walk-cast.ts'

/** Does whatever blocks the way up, each at its last moment and none after `last`. `at` is when the last of them was done. */
export function clearTheWay(cast: Cast, from: Case, entered: At, last: At): { readonly c: Case; readonly at: At } {
  let c = from
  let at = entered
  for (let n = 0; n < mostSteps; n++) {
    const { world } = cast
    const all = due(world, c, at)
    const blocks = waysUp(cast, c, at)
      .slice(0, 1)
      .flatMap((a) => blocksOf(world, c, a, 'raising', all, at))
    const whenDone = (i: (typeof blocks)[number]) =>
      Math.max(at, Math.min(i.due?.at ?? (Number.isFinite(last) ? last : at), last))
    const first = blocks.toSorted((a, b) => whenDone(a) - whenDone(b))[0]
    if (!first) return { c, at }
    const moment = whenDone(first)
    const scene: Scene = { world, decide, c, at: moment }
    const done = play(scene, doing(scene, first, due(world, c, moment)))
    if (!done) return { c, at }
    c = done.c
    at = moment
  }
  return { c, at }
}

const mostSteps = 30

/** The next rung, by the first move that leads there; its gate is asked and answered yes. */
export function goUp(cast: Cast, c: Case, at: At): Case | undefined {
  const scene: Scene = { world: cast.world, decide, c, at }
  for (const a of waysUp(cast, c, at)) {
    const made =
      play(scene, making(scene, a.move, a.lands)) ??
      play(scene, [...opening(scene, a), ...making(scene, a.move, a.lands)])
    if (made && currentVisit(made.c).n !== currentVisit(c).n) return made.c
  }
  return undefined
}

/** Whoever decides decides; where nobody does, both sides agree. */
export function endThere(cast: Cast, c: Case, at: At): Case | undefined {
  const scene: Scene = { world: cast.world, decide, c, at }
  const ends = availableMoves(cast.world, c, at, due(cast.world, c, at)).filter((a) => a.lands.to === 'end')
  for (const wanted of ['decided', 'agreed'] as const) {
    for (const a of ends.filter(({ lands }) => lands.to === 'end' && lands.end === wanted)) {
      const made = play(scene, making(scene, a.move, a.lands))
      if (made) return made.c
    }
  }
  return undefined
}

/** Moves to a later rung, `next` before jumps. */
function waysUp(cast: Cast, c: Case, at: At): readonly Available[] {
  const { world } = cast
  const rungs = world.policy.tracks.find((track) => track.id === c.track)?.stages ?? []
  const here = rungs.indexOf(currentVisit(c).stage)
  const steps = (a: Available) => (a.lands.to === 'stage' ? rungs.indexOf(a.lands.stage) - here : 0)
  const isNext = (a: Available) => (a.move.to.some((target) => target.type === 'next') ? 0 : 1)
  return availableMoves(world, c, at, due(world, c, at))
    .filter((a) => a.move.by !== undefined && steps(a) > 0)
    .toSorted((a, b) => isNext(a) - isNext(b) || steps(a) - steps(b))
}

function opening(scene: Scene, a: Available): readonly Turn[] {
  const { world, c, at } = scene
  const answer = answersAt(c, at)
  const asked = holdersFor(scene, { side: 'raising', role: 'party', place: { line: 0, column: 0 } })
  const open = gateFacts(world.policy, a.move.if).filter((fact) => answer(fact) === undefined)
  return [
    { command: { kind: 'ask gate', move: a.move.id, words: said }, by: asked },
    ...open.map((fact): Turn => {
      const who = world.policy.facts[fact]?.by
      const by = who ? holdersFor(scene, who).filter((person) => mayAnswer(world, c, fact, person, at)) : []
      return { command: { kind: 'answer', fact, answer: yesFor(a.move, world.policy.facts[fact]), words: said }, by }
    }),
  ]
}
