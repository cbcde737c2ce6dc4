/** A running case goes on under another version of its policy: who may, when it may not, and the entry. Source: language.md section 3 "Versions"; decision 20. */
import type { At } from '../../people/directory.ts'
import type { Id, Policy, Stage, Who } from '../../policy/policy.ts'
import { addedDuties } from '../added-duties.ts'
import { type Case, currentVisit } from '../case.ts'
import type { Command } from '../command.ts'
import { due } from '../due.ts'
import { isLive } from '../duty-instance.ts'
import type { CasePerson, What } from '../entry.ts'
import { holdersInCase } from '../holders-in-case.ts'
import { mappedStage } from '../mapped-stage.ts'
import { type Decision, refuse } from '../refusal.ts'
import { stageOf } from '../stage-of.ts'
import { stagePeople } from '../stage-people.ts'
import type { World } from '../world.ts'
import type { Deciding, Draft } from './deciding.ts'

type ChangeVersion = Extract<Command, { kind: 'change version' }>

export function changingVersion(d: Deciding, command: ChangeVersion): Decision<readonly Draft[]> {
  const { world, c } = d
  const { other } = world
  if (!mayChangeVersion(d))
    return refuse(
      'not yours',
      'You cannot move this case to another version',
      'Whoever keeps the register of the policy, or decides at its last stage, may: neither side changes the rules it goes by.',
    )
  if (!other || other.policy.id !== c.policy.id || other.policy.hash !== command.to.hash || other.policy.changes?.from)
    return refuse('missing', 'There is no such version', 'Choose an adopted version of the policy this case goes by.')
  if (command.words.trim() === '')
    return refuse('missing', 'Say why it is moved', 'Both sides read the reason in the record.')
  const what = changeOf(world, c, other, command.stages, command.words, d.actor.at)
  return what.ok ? { ok: true, value: [{ what: what.value }] } : what
}

/** What the change would be, whoever makes it: a refusal where the case cannot go on under that version. */
export function changeOf(
  world: World,
  c: Case,
  other: World,
  given: Readonly<Record<Id, Id>>,
  words: string,
  at: At,
): Decision<Extract<What, { kind: 'version changed' }>> {
  if (c.end || c.closed)
    return refuse(
      c.closed ? 'closed' : 'ended',
      'This case has ended',
      'It keeps the version it ended under. Only a running case is moved to another.',
    )
  const { id, version, hash } = other.policy
  if (hash === c.policy.hash && version === c.policy.version)
    return refuse('already done', 'This case goes by that version already', 'Nothing was changed.')
  const stages = onlyDiffering(given)
  const unfit = misplaced(world, c, other, stages, at)
  if (unfit) return unfit
  const visit = currentVisit(c)
  const stage = stageOf(other, mappedStage(stages, visit.stage))
  if (!stage) throw new Error(`The version has no stage ${visit.stage}.`)
  const start = {
    stage: stage.id,
    passed: [],
    tier: visit.tier,
    inside: stage.inside,
    people: peopleOf(world, c, other, stage, at),
  }
  const added = addedDuties(world.policy, other.policy, stages)
  return {
    ok: true,
    value: {
      kind: 'version changed',
      from: c.policy.version,
      version: { id, version, hash },
      stages,
      start,
      added,
      words,
    },
  }
}

/** Neither side: whoever keeps the register, or decides (or composes the panel that decides) at the last stage of the case's track. */
function mayChangeVersion({ world, c, actor, parts }: Deciding): boolean {
  if (parts.some((p) => p.level === 'party' || p.level === 'supporter')) return false
  const { policy } = world
  const last = policy.tracks.find((t) => t.id === c.track)?.stages.at(-1)
  const by = last === undefined ? undefined : stageOf(world, last)?.by?.role
  const decides = by === undefined ? undefined : (policy.roles[by]?.seats?.composedBy ?? by)
  return [policy.register?.keptBy, decides].some(
    (role) =>
      role !== undefined &&
      policy.roles[role]?.at === 'board' &&
      holdersInCase(world, c, role, undefined, actor.at).some((h) => h.person === actor.person),
  )
}

const onlyDiffering = (stages: Readonly<Record<Id, Id>>): Readonly<Record<Id, Id>> =>
  Object.fromEntries(Object.entries(stages).filter(([from, to]) => from !== to && to !== ''))

/** A mapping that leaves the case, or something still owed in it, without a place. */
function misplaced(
  world: World,
  c: Case,
  other: World,
  stages: Readonly<Record<Id, Id>>,
  at: At,
): ReturnType<typeof refuse> | undefined {
  const wrong = Object.entries(stages).find(([from, to]) => !stageOf(world, from) || !stageOf(other, to))
  if (wrong)
    return refuse('missing', 'Choose a stage for each that has none', 'Both versions must have the stages you name.')
  const track = other.policy.tracks.find((t) => t.id === c.track)
  if (!track)
    return refuse(
      'condition',
      'That version has no such way through',
      'The way through the stages that this case takes is gone from it. The case keeps its version.',
    )
  const needed = [
    currentVisit(c).stage,
    ...due(world, c, at).flatMap((i) => (isLive(i) ? (c.visits.find((v) => v.n === i.visit)?.stage ?? []) : [])),
  ]
  const lost = needed.find((stage) => !stageOf(other, mappedStage(stages, stage)))
  if (lost !== undefined)
    return refuse(
      'missing',
      `Say which stage “${stageOf(world, lost)?.is ?? lost}” is in version ${other.policy.version}`,
      'The case stands in it, or something is still owed from it, and that version has no stage of that name.',
    )
  const here = stageOf(other, mappedStage(stages, currentVisit(c).stage))
  if (here && !here.aside && !track.stages.includes(here.id))
    return refuse(
      'condition',
      `“${here.is}” is not on this case’s way`,
      'Choose a stage that stands on the way through the stages that this case takes.',
    )
  return undefined
}

/** Whoever the stage has stays; where the version names other roles, they are found as on entering it. */
function peopleOf(world: World, c: Case, other: World, stage: Stage, at: At): readonly CasePerson[] {
  const visit = currentVisit(c)
  const was = stageOf(world, visit.stage)
  if (was && rolesOf(world.policy, was) === rolesOf(other.policy, stage)) return visit.people
  return stagePeople(other, c, stage, visit.tier, at, visit.people)
}

const rolesOf = (policy: Policy, { between, by, with: and }: Stage): string =>
  [...(between ?? []), ...(by ? [by] : []), ...and]
    .map((w: Who) => `${w.side} ${w.role} ${policy.roles[w.role]?.at}`)
    .join()
