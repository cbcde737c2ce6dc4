/** When something that steers happens next if nobody acts. */

import { Temporal } from 'temporal-polyfill'
import { dateAt, londonInstant } from '../calendar/london.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import { calendarOf, counted } from '../case/instance-deadline.ts'
import { movesOfStage } from '../case/targets.ts'
import type { At } from '../people/directory.ts'
import type { Event, Id } from './policy.ts'
import { stageLate } from './static/of-policy.ts'
import type { Scene } from './walk-act.ts'
import type { Steering } from './walk-steering.ts'

/** The deadline of a steering duty, a stage whose lateness is heard, a gate, or the next turn of an `every`. */
export function nextDeadline(scene: Scene, steering: Steering, all: readonly DutyInstance[]): At | undefined {
  const { c, at } = scene
  const deadlines = steeringDeadlines(c, steering, all).map((one) => one.at)
  const moments = [...deadlines, ...turnsOf(scene, c)].filter((moment) => moment >= at)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** The deadlines that still steer where the case stands, by the name of what is due. */
export function steeringDeadlines(
  c: Case,
  steering: Steering,
  all: readonly DutyInstance[],
): readonly { readonly name: Id; readonly at: At }[] {
  const visit = currentVisit(c).n
  return all.flatMap((i) => {
    const steers = i.gate !== undefined || (i.stage ? steering.lateStages.has(i.id) : steering.duties.has(i.id))
    if (!steers || !i.due || !isLive(i) || (i.scope !== 'policy' && i.visit !== visit)) return []
    return [{ name: i.stage ? stageLate(i.id) : i.id, at: i.due.at }]
  })
}

/**
 * When people act: a minute later; and where the order of deadlines matters, also on the eve of a weekend and just before the next
 * deadline, for what arises then has its deadlines in another order.
 */
export function momentsToAct(scene: Scene, steering: Steering, all: readonly DutyInstance[]): readonly At[] {
  const soon = scene.at + minute
  if (steering.triggers.size === 0 || scene.c.end) return [soon]
  const until = (nextDeadline(scene, steering, all) ?? scene.at + week) - minute
  const later = [...eves(scene.at), until].filter((moment) => moment > soon && moment <= until)
  return [soon, ...new Set(later)]
}

/** Thursday and Friday afternoon, within a week. */
function eves(from: At): readonly At[] {
  const day = Temporal.PlainDate.from(dateAt(from))
  return [4, 5].map((weekday) => {
    const ahead = (weekday - day.dayOfWeek + 7) % 7
    return londonInstant(day.add({ days: ahead }).toString(), '16:00').epochMilliseconds
  })
}

export const minute = 60_000
const week = 7 * 24 * 60 * minute

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
