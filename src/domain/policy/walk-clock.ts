/** When something that steers happens next if nobody acts. */
import { type Case, currentVisit } from '../case/case.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import { calendarOf, counted } from '../case/instance-deadline.ts'
import { movesOfStage } from '../case/targets.ts'
import type { At } from '../people/directory.ts'
import type { Event } from './policy.ts'
import type { Scene } from './walk-act.ts'
import type { Steering } from './walk-steering.ts'

/** The deadline of a steering duty, a stage whose lateness is heard, a gate, or the next turn of an `every`. */
export function nextDeadline(scene: Scene, steering: Steering, all: readonly DutyInstance[]): At | undefined {
  const { c, at } = scene
  const visit = currentVisit(c).n
  const steers = (i: DutyInstance) =>
    i.gate !== undefined || (i.stage ? steering.lateStages.has(i.id) : steering.duties.has(i.id))
  const deadlines = all
    .filter((i) => isLive(i) && steers(i) && (i.scope === 'policy' || i.visit === visit))
    .flatMap((i) => (i.due ? [i.due.at] : []))
  const moments = [...deadlines, ...turnsOf(scene, c)].filter((moment) => moment >= at)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** The first turn of each `every` that a move of this stage waits for. */
function turnsOf(scene: Scene, c: Case): readonly At[] {
  const { world } = scene
  const visit = currentVisit(c)
  const stage = world.policy.stages.find((one) => one.id === visit.stage)
  const events = stage ? movesOfStage(world.policy, stage).flatMap((move) => move.when) : []
  return events.flatMap((event: Event) =>
    event.on === 'every' ? [counted(visit.from, event.length, calendarOf(world)).at.epochMilliseconds] : [],
  )
}
