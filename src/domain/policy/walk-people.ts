import { currentVisit } from '../case/case.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { owersIn } from '../case/holders-in-case.ts'
import { dutyPhrase } from '../words/phrase-duty.ts'
import { whoPhrase } from '../words/phrase-who.ts'
import type { Finding } from './finding.ts'
import { found } from './findings/found.ts'
import type { Duty, Id } from './policy.ts'
import type { State, Walk } from './walk.ts'
import { storyOf } from './walk-story.ts'

/** Duties that are owed in a case in which nobody is there to do them, wherever it is owed: the cast of a walk holds every role of the policy. */
export function nobodyCanDo(walk: Walk): readonly Finding[] {
  const able = new Set<Id>()
  const unable = new Map<Id, { readonly state: State; readonly i: DutyInstance; readonly duty: Duty }>()
  for (const state of walk.states)
    for (const i of state.duties) {
      const { duty } = i
      if (!duty || able.has(duty.id) || !isAsked(walk, state, i)) continue
      if (owersIn(walk.world, state.c, i, state.at).length > 0) able.add(duty.id)
      else if (!unable.has(duty.id)) unable.set(duty.id, { state, i, duty })
    }
  return [...unable].flatMap(([id, { state, duty }]) => {
    if (able.has(id)) return []
    const who = whoPhrase(duty.who, walk.policy)
    const message = `Nobody can do \`${id}\`: where it is owed, nobody in the case is ${who}. Name somebody who is there, or move it to a stage where they are.`
    const ending = `Now ${who} would have to ${dutyPhrase(duty, walk.policy)}, and nobody in the case is ${who}.`
    return [{ ...found('warning', 'nobody-can-do', duty.who.place, message), story: [...storyOf(walk, state), ending] }]
  })
}

/** Owed to be done now. A panel is chosen in its own stage, and until then nobody is on it. */
function isAsked(walk: Walk, state: State, { duty, status }: DutyInstance): boolean {
  if (!duty || duty.act.verb === 'keep' || (status !== 'open' && status !== 'late')) return false
  const stage = walk.policy.stages.find((one) => one.id === currentVisit(state.c).stage)
  return (
    duty.who.role !== 'supporter' && !(walk.policy.roles[duty.who.role]?.seats && stage?.by?.role === duty.who.role)
  )
}
