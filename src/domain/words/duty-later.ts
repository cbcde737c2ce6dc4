/** Duties that have not arisen yet but will if the case goes on: at the end of this stage, at the start of the next. */
import { currentVisit } from '../case/case.ts'
import { answersAt, holds } from '../case/condition.ts'
import { owersOf as agenciesOwing } from '../case/due.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import { agencyName } from '../case/world.ts'
import type { Duty, Event } from '../policy/policy.ts'
import { rungsAbove, shortStage } from './case-stage.ts'
import { type Telling, whomAbout } from './case-telling.ts'
import { citesWords } from './duty-clause.ts'
import { orderIn } from './duty-order.ts'
import { ownPage, ownWords } from './duty-ours.ts'
import { whenPhrase } from './phrase-event.ts'
import { limitPhrase } from './phrase-limit.ts'
import { stageOf } from './phrase-stage.ts'
import { andList, capital } from './phrase-text.ts'
import { whoPhrase } from './phrase-who.ts'

export interface LaterDuty {
  readonly when: string
  readonly date: string
  readonly order: string
  readonly who: string
  readonly clause: string
}

export function laterDuties(view: Telling): readonly LaterDuty[] {
  const { c, world } = view
  if (c.end) return []
  const here = currentVisit(c).stage
  const next = rungsAbove(world, c, view.at)[0]
  const known = new Set(view.duties.filter((i) => isLive(i) && i.status !== 'waiting').map((i) => i.id))
  const wanted = (d: Duty) => d.force !== 'may' && d.act.verb !== 'keep' && holds(d.if, answersAt(c, view.at))
  const own = (stageOf(world.policy, here)?.duties ?? []).filter(
    (d) =>
      wanted(d) &&
      d.when.length > 0 &&
      !known.has(d.id) &&
      !d.when.every((e) => e.on === 'entered' && e.stage === here),
  )
  const everywhere = world.policy.duties.filter((d) => wanted(d) && d.when.some((e) => comes(e, here, next)))
  const upper =
    next === undefined
      ? []
      : (stageOf(world.policy, next)?.duties ?? []).filter(
          (d) => wanted(d) && d.when.length === 0 && d.act.verb === 'tell',
        )
  return [
    ...own.map((d) => line(view, d, whenOf(view, d.when, here, next))),
    ...everywhere.map((d) => line(view, d, whenOf(view, d.when, here, next))),
    ...upper.map((d) => line(view, d, `When ${next ? shortStage(world, c, next) : 'the next stage'} starts`)),
  ]
}

/**
 * Whether what a waiting duty waits for can still come: the start of a stage that was passed over or left behind cannot,
 * unless the case is sent back there, which begins it anew. Everything that waits for nothing counts as yes.
 */
export function canStillStart(view: Pick<Telling, 'c' | 'world' | 'at'>, i: DutyInstance): boolean {
  if (i.status !== 'waiting') return true
  const events = (i.duty?.within ?? []).flatMap((limit) => limit.of ?? [])
  const here = currentVisit(view.c).stage
  const above = rungsAbove(view.world, view.c, view.at)
  return (
    events.length === 0 ||
    events.some((e) => {
      if (e.on !== 'entered' && e.on !== 'left') return true
      return above.includes(e.stage) || isAside(view, e.stage) || (e.on === 'left' && e.stage === here)
    })
  )
}

const isAside = (view: Pick<Telling, 'world'>, stage: string): boolean =>
  stageOf(view.world.policy, stage)?.aside ?? false

/** Something that can still come from where the case stands. */
const comes = (e: Event, here: string, next: string | undefined): boolean =>
  (e.on === 'left' && e.stage === here) ||
  (e.on === 'entered' && e.stage === next) ||
  e.on === 'any left' ||
  (e.on === 'any entered' && next !== undefined) ||
  e.on === 'ended' ||
  e.on === 'end'

/** One of several stages: the one that comes next here is meant. */
function whenOf(view: Telling, events: readonly Event[], here: string, next: string | undefined): string {
  const { world, c } = view
  if (events.some((e) => e.on === 'any left' || (e.on === 'left' && e.stage === here)))
    return `When ${shortStage(world, c, here)} ends`
  if (next !== undefined && events.some((e) => e.on === 'any entered' || (e.on === 'entered' && e.stage === next)))
    return `When ${shortStage(world, c, next)} starts`
  return capital(
    whenPhrase(
      events.filter((e) => e.on === 'ended' || e.on === 'end' || !comes(e, here, next)),
      world.policy,
    ),
  )
}

function line(view: Telling, d: Duty, when: string): LaterDuty {
  const { world, c } = view
  const agencies = agenciesOwing(world, c, d).flatMap((o) => (o.agency ? [agencyName(world, o.agency)] : []))
  const limits = limitPhrase(d.within, world.policy)
  const own = ownPage(d.act)
  return {
    when,
    date: limits.replace(/^on /, ''),
    order: own ? ownWords(own, whomAbout(c), c.arrangement !== undefined).order : orderIn(view, d),
    who: agencies.length > 0 ? andList(agencies) : capital(whoPhrase(d.who, world.policy)),
    clause: d.origin === 'ours' && d.cites.length === 0 ? 'Concordat’s default' : citesWords(d.cites),
  }
}
