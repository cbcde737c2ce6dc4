import type { CaseView } from '../../app/app.ts'
import { currentVisit, type Visit } from '../../domain/case/case.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { holdersInCase, type InCase } from '../../domain/case/holders-in-case.ts'
import { agencyName } from '../../domain/case/world.ts'
import type { AgencyId, PersonId } from '../../domain/people/directory.ts'
import type { Id, Stage } from '../../domain/policy/policy.ts'
import { numberOf, rungsAbove, rungsOf } from '../../domain/words/case-stage.ts'
import { isHiddenVisit, nameOf, namesOf, postOf } from '../../domain/words/case-telling.ts'
import { briefDayOf, byWords } from '../../domain/words/case-when.ts'
import { endName } from '../../domain/words/phrase-move.ts'
import { stageOf } from '../../domain/words/phrase-stage.ts'
import { andList, capital, small } from '../../domain/words/phrase-text.ts'
import { roleName } from '../../domain/words/phrase-who.ts'
import type { Rung, RungPerson } from '../html/rung.ts'
import { clockOf } from './case-clock.ts'
import { markOf } from './case-marks.ts'

/** Every stay so far in its order, then the rungs still above. */
export function rungsFor(view: CaseView): readonly Rung[] {
  const hidden = insideBefore(view)
  const visited = view.c.visits.flatMap((visit) => {
    const stage = stageOf(view.world.policy, visit.stage)
    return stage ? [visitRung(view, visit, stage)] : []
  })
  const above = rungsAbove(view.world, view.c, view.at).flatMap((id, n) => {
    const stage = stageOf(view.world.policy, id)
    return stage ? [laterRung(view, stage, n === 0)] : []
  })
  return [...hidden, ...visited, ...above]
}

/** Rungs of the track that this reader's side has no part in: they stand, so that both sides count alike, and say nothing. */
function insideBefore(view: CaseView): readonly Rung[] {
  if (view.part.side === 'raising') return []
  const first = view.c.visits[0]?.stage
  const rungs = rungsOf(view.world, view.c, view.at)
  const upTo = first === undefined ? 0 : rungs.indexOf(first)
  return rungs.slice(0, Math.max(0, upTo)).flatMap((id) => {
    const stage = stageOf(view.world.policy, id)
    if (!stage?.inside) return []
    return [
      {
        number: numberOf(view.world, view.c, id, 0),
        title: stage.is,
        state: 'For the side that raised it alone',
        phase: 'done' as const,
      },
    ]
  })
}

function visitRung(view: CaseView, visit: Visit, stage: Stage): Rung {
  const isNow = visit.n === currentVisit(view.c).n && !(view.c.end && !stillOwed(view)) && !view.c.closed
  const people = (agency: AgencyId) => rungPerson(view, stage, agency, peopleAt(visit, stage, agency), isNow)
  return {
    number: numberOf(view.world, view.c, visit.stage, visit.tier),
    title: stage.is,
    state: withDecider(
      view,
      visit.people.filter((p) => p.role === stage.by?.role).map((p) => p.person),
      stateOf(view, visit),
    ),
    phase: isNow ? 'now' : 'done',
    ...(visit.passed || isHiddenVisit(view, visit.n) ? {} : sidesOf(view, stage, people, isNow)),
  }
}

const stillOwed = (view: CaseView): boolean =>
  view.duties.some((i) => isLive(i) && i.force !== 'may' && i.duty?.act.verb === 'agree')

function laterRung(view: CaseView, stage: Stage, isNext: boolean): Rung {
  const may = view.offers.some(
    (o) => o.state === 'may' && o.lands.to === 'stage' && o.lands.stage === stage.id && o.lands.tier === 0,
  )
  const state = view.c.end ? 'Not needed' : may ? 'May start now' : isNext ? 'Next, if this is not settled' : 'Not yet'
  const decider = stage.by
    ? holdersInCase(view.world, view.c, stage.by.role, undefined, view.at).map((h) => h.person)
    : []
  const people = (agency: AgencyId) => upcoming(view, stage, agency)
  return {
    number: numberOf(view.world, view.c, stage.id, 0),
    title: stage.is,
    state: withDecider(view, decider, state),
    phase: 'later',
    ...(stage.between ? sidesOf(view, stage, people, false) : {}),
  }
}

/** Left the side that raised, right every agency that was asked. A rung that one role holds alone shows the sides only for their clocks. */
function sidesOf(
  view: CaseView,
  stage: Stage,
  person: (agency: AgencyId) => RungPerson | undefined,
  isNow: boolean,
): Pick<Rung, 'raising' | 'answering'> {
  if (!stage.between && !isNow) return {}
  const raising = view.c.agencies.find((a) => a.side === 'raising')
  const left = raising ? person(raising.agency) : undefined
  const right = stage.inside
    ? []
    : view.c.agencies.filter((a) => a.side === 'responding').flatMap((a) => person(a.agency) ?? [])
  return { ...(left ? { raising: left } : {}), answering: right }
}

function withDecider(view: CaseView, people: readonly PersonId[], state: string): string {
  return people.length === 0 || people.length > 3 ? state : `${namesOf(view, people)}. ${state}`
}

function stateOf(view: CaseView, visit: Visit): string {
  const { c } = view
  if (visit.passed) return 'Passed over'
  if (visit.n === currentVisit(c).n)
    return c.end
      ? `${endName(c.end.end)}, ${briefDayOf(c.end.at)}`
      : `Now, since ${briefDayOf(visit.from)}${deciding(view, visit)}`
  const left = visit.to === undefined ? '' : `, ${briefDayOf(visit.to)}`
  const ended = c.happenings.some((h) => h.on === 'end' && h.visit === visit.n)
  const next = c.visits.find((v) => v.n > visit.n && !v.passed)
  const back =
    next !== undefined &&
    rungsOf(view.world, c, view.at).indexOf(next.stage) < rungsOf(view.world, c, view.at).indexOf(visit.stage) &&
    rungsOf(view.world, c, view.at).includes(next.stage)
  return `${ended ? 'Settled, then opened again' : back ? 'Sent back' : stageOf(view.world.policy, visit.stage)?.by ? 'Went on' : 'Not settled'}${left}`
}

/** Where one role decides, neither side's clock says by when: the stage's own limit does. */
function deciding({ duties, world, at }: CaseView, visit: Visit): string {
  if (!stageOf(world.policy, visit.stage)?.by) return ''
  const limit = duties.find((i) => i.visit === visit.n && i.stage?.by !== undefined && isLive(i) && i.due !== undefined)
  if (!limit?.due) return ''
  const by = byWords(limit.due.at, at)
  return limit.due.at < at ? `. Was to be decided by ${by}` : `. To be decided by ${by}`
}

/** The people of a stay: those the stage is between, one side each; with a deciding role, those it has beside it. */
function peopleAt(visit: Visit, stage: Stage, agency: AgencyId): readonly PersonId[] {
  const own = visit.people.filter((p) => p.agency === agency && (p.side === 'raising' || p.side === 'responding'))
  const between = own.filter((p) => stage.between?.some((w) => w.role === p.role))
  return [...new Set((between.length > 0 ? between : own).map((p) => p.person))]
}

function rungPerson(
  view: CaseView,
  stage: Stage,
  agency: AgencyId,
  people: readonly PersonId[],
  isNow: boolean,
): RungPerson | undefined {
  const clock = isNow ? clockOf(view, agency) : undefined
  const named = people.length > 0 ? people : isNow ? partyOf(view, agency) : []
  if (named.length === 0)
    return stage.between ? { ...untilNamed(view, stage, agency), ...(clock ? { clock } : {}) } : undefined
  return {
    ...base(view, agency),
    ...nameAndPost(view, named, agency),
    isYou: named.includes(view.reader),
    ...(clock ? { clock } : {}),
  }
}

const base = (view: CaseView, agency: AgencyId) => ({
  mark: markOf(view, agency),
  agency: agencyName(view.world, agency),
})

/** Whoever acted for an agency last: they are in the case still. */
const partyOf = (view: CaseView, agency: AgencyId): readonly PersonId[] => {
  const last = view.c.visits.findLast((v) =>
    v.people.some((p) => p.agency === agency && (p.side === 'raising' || p.side === 'responding')),
  )
  const people = last?.people.filter((p) => p.agency === agency) ?? []
  const own = view.c.agencies.find((a) => a.agency === agency)?.person
  return people.length > 0 ? [...new Set(people.map((p) => p.person))] : own ? [own] : []
}

function nameAndPost(
  view: CaseView,
  people: readonly PersonId[],
  agency: AgencyId,
): { readonly name: string; readonly post: string } {
  const [first] = people
  const names = people.map((p) => nameOf(view, p))
  const name = names.length <= 2 ? andList(names) : `${names[0]} and ${names.length - 1} others`
  return {
    name,
    post:
      people.length === 1 && first
        ? postOf(view, first, agency)
        : people.length === 2
          ? people.map((p) => small(postOf(view, p, agency))).join('; ')
          : '',
  }
}

/** An agency that came in without a person: whoever holds the post is shown, and that nobody has been named. */
function untilNamed(view: CaseView, stage: Stage, agency: AgencyId): RungPerson {
  const found = upcoming(view, stage, agency)
  if (!found || found.name === 'Nobody')
    return found ?? { ...base(view, agency), name: 'Nobody', post: roleAt(view, stage, agency) }
  const post = found.post === '' ? '' : `${small(found.post)}, `
  return { ...found, instead: `${post}the contact until somebody is named` }
}

/** Who would act there, by the directory as it is now. */
function upcoming(view: CaseView, stage: Stage, agency: AgencyId): RungPerson | undefined {
  const role = roleIdAt(view, stage, agency)
  if (role === undefined) return undefined
  const found = holdersInCase(view.world, view.c, role, agency, view.at)
  const [first] = found
  const own = base(view, agency)
  if (!first) return { ...own, name: 'Nobody', post: capital(roleName(view.world.policy, role)) }
  const instead = found.every((h: InCase) => h.via === 'else' || h.via === 'senior')
  const people = [...new Set(found.map((h) => h.person))]
  if (instead)
    return {
      ...own,
      name: 'Nobody',
      post: capital(roleName(view.world.policy, role)),
      instead: `${namesOf(view, people.slice(0, 2))} ${people.length > 1 ? 'act' : 'acts'} instead`,
    }
  return { ...own, ...nameAndPost(view, people, agency), isYou: people.includes(view.reader) }
}

function roleIdAt(view: CaseView, stage: Stage, agency: AgencyId): Id | undefined {
  const side = view.c.agencies.find((a) => a.agency === agency)?.side
  const [left, right] = stage.between ?? []
  const who = side === 'raising' ? left : right
  if (!who || view.world.policy.roles[who.role]?.at === 'board' || view.world.policy.roles[who.role]?.at === 'outside')
    return undefined
  return who.role
}

const roleAt = (view: CaseView, stage: Stage, agency: AgencyId): string => {
  const role = roleIdAt(view, stage, agency)
  return role === undefined ? 'Nobody holds this post' : capital(roleName(view.world.policy, role))
}
