/** Raising a concern. Source: C-1, C-2, C-5, C-6, C-7, C-14; language.md section 2 "raise" and section 3 "At intake". */

import type { AgencyId, At, PersonId } from '../../people/directory.ts'
import { holders, live } from '../../people/holders.ts'
import type { Id, Stage, Track } from '../../policy/policy.ts'
import type { RaiseCommand } from '../command.ts'
import { type AnswerAt, holds } from '../condition.ts'
import type { CasePerson } from '../entry.ts'
import { placeOf } from '../holders-in-case.ts'
import { dueOf } from '../instance-deadline.ts'
import { dateOf } from '../occurrences.ts'
import { type Decision, refuse } from '../refusal.ts'
import { stagePeople } from '../stage-people.ts'
import type { Actor, World } from '../world.ts'
import type { Draft } from './deciding.ts'
import { unasked, wrongIn } from './raised-wrong.ts'

export function raising(world: World, command: RaiseCommand, actor: Actor): Decision<Draft> {
  const { policy } = world
  const person = actor.person
  const place = placeOf(world, actor.at)
  if (person === 'concordat' || !live(place).some((p) => p.person === person && p.agency === command.from))
    return refuse('no part', 'You cannot raise a concern for this agency', 'You hold no post there now.')
  if (
    policy.raise.by.length > 0 &&
    !policy.raise.by.some((role) => holders(place, role, command.from).some((h) => h.person === person))
  )
    return refuse(
      'not raised here',
      'You cannot raise a concern under this policy',
      'The policy says who may raise one, and you do not hold one of those roles.',
      { cites: policy.raise.cites },
    )
  if (command.to.length === 0)
    return refuse(
      'missing',
      'Nobody is named whom this concern is with',
      'Name at least one agency whose decision you disagree with.',
    )
  if (!policy.for.includes(command.subject.kind))
    return refuse(
      'not raised here',
      `This policy is not for a concern about ${command.subject.kind === 'theme' ? 'a theme' : `an ${command.subject.kind}`}`,
      'Choose the policy that is.',
    )
  const wrong = wrongIn(world, command, actor.at)
  if (wrong) return wrong
  const answer = answersOf(command)
  const open = unasked(world, command, person, answer, actor.at)
  if (open) return open
  const late = tooLate(world, command, actor.at, answer)
  if (late && policy.raise.late === 'refuse')
    return refuse(
      'out of time',
      'It is too late to raise this under the policy',
      'The time in which a concern may be raised is over.',
      {
        cites: policy.raise.cites,
        possible: { words: 'You can still talk to your safeguarding lead, and use your own agency’s procedure.' },
      },
    )
  const track = policy.tracks.find((t) => holds(t.if, answer))
  const first = track ? firstStage(world, track, answer) : undefined
  if (!track || !first)
    return refuse(
      'not raised here',
      'This policy has no stage for a concern of this kind',
      'Ask the Board’s office which procedure applies.',
    )
  const begin = startOf(world, command, track, first, answer, person, actor.at)
  if (!begin.ok) return begin
  const agencies = agenciesOf(world, command, first, actor.at, person)
  const given: CasePerson[] = agencies.flatMap((a) =>
    a.person && a.role ? [{ person: a.person, agency: a.agency, side: a.side, role: a.role }] : [],
  )
  const stage = begin.value.stage
  const start = {
    stage: stage.id,
    passed: begin.value.passed,
    tier: 0,
    inside: stage.inside,
    people: stagePeople(world, undefined, stage, 0, actor.at, given),
  }
  return {
    ok: true,
    value: {
      what: {
        kind: 'raised',
        number: command.number,
        subject: command.subject,
        title: command.title,
        facts: command.facts,
        track: track.id,
        start,
        words: command.start?.words ?? '',
        raisers: [person],
        agencies,
        late,
      },
    },
  }
}

/** Answers on the form, before there is a case to hold them. */
export const answersOf =
  (command: Pick<RaiseCommand, 'facts' | 'subject' | 'from' | 'to'>): AnswerAt =>
  (fact) => {
    if (fact === 'subject') return command.subject.kind
    if (fact === 'same-agency') return command.to.every((t) => t.agency === command.from)
    return command.facts[fact]
  }

export const firstStage = (world: World, track: Track, answer: AnswerAt): Stage | undefined =>
  track.stages
    .map((id) => world.policy.stages.find((s) => s.id === id))
    .find((s) => s !== undefined && holds(s.if, answer))

function startOf(
  world: World,
  command: RaiseCommand,
  track: Track,
  first: Stage,
  answer: AnswerAt,
  person: PersonId,
  at: At,
): Decision<{ stage: Stage; passed: readonly Id[] }> {
  if (!command.start || command.start.stage === first.id) return { ok: true, value: { stage: first, passed: [] } }
  const { move: id, stage: wanted } = command.start
  const move = world.policy.moves.find((m) => m.id === id)
  const stage = world.policy.stages.find((s) => s.id === wanted)
  const rungs = track.stages.filter((r) => holds(world.policy.stages.find((s) => s.id === r)?.if, answer))
  const leads =
    move?.when.length === 0 &&
    move.to.some((t) => t.type === 'any stage' || (t.type === 'stage' && t.id === wanted)) &&
    rungs.includes(wanted)
  if (!move || !stage || !leads)
    return refuse('no such move', 'You cannot start there', 'The policy starts at its first stage.', {
      cites: first.cites,
    })
  const built = move.by && !policyRole(world, move.by.role)
  if (!move.by || (!built && !holders(placeOf(world, at), move.by.role, command.from).some((h) => h.person === person)))
    return refuse('not yours', `You cannot start at ${stage.is}`, 'The policy gives this way to somebody else.', {
      cites: move.cites,
    })
  if (!holds(move.if, answer))
    return refuse(
      'condition',
      `You cannot start at ${stage.is}`,
      'A stage is passed over only for the reason the policy gives, and your answers do not give it.',
      { cites: move.cites },
    )
  if (move.asks.length > 0 && command.start.words.trim() === '')
    return refuse('missing', `Say why it starts at ${stage.is}`, 'A stage is not passed over without its reason.', {
      cites: move.cites,
    })
  return { ok: true, value: { stage, passed: rungs.slice(0, rungs.indexOf(wanted)) } }
}

const policyRole = (world: World, id: Id) => world.policy.roles[id]

interface Named {
  readonly agency: AgencyId
  readonly side: 'raising' | 'responding'
  readonly person?: PersonId
  readonly role?: Id
}

/** Each agency with the person the concern is with: the one named, else whoever the policy would have there. */
function agenciesOf(world: World, command: RaiseCommand, first: Stage, at: At, raiser: PersonId): readonly Named[] {
  const shared =
    world.policy.stages.find(
      (s) =>
        s.between && !s.inside && s.between.every((w) => (world.policy.roles[w.role]?.at ?? 'agency') === 'agency'),
    ) ?? first
  const asked = (first.between ?? shared.between)?.[0].role
  const raisingRole = asked === undefined ? undefined : raisersRole(world, asked, command.from, raiser, at)
  const respondingRole = shared.between?.[1].role
  const sides = command.to.map((to): Named => {
    const person =
      to.person ??
      (respondingRole ? holders(placeOf(world, at), respondingRole, to.agency)[0]?.person : undefined) ??
      mostSeniorOf(world, to.agency, at)
    return {
      agency: to.agency,
      side: 'responding',
      ...(person ? { person } : {}),
      ...(respondingRole ? { role: respondingRole } : {}),
    }
  })
  return [
    { agency: command.from, side: 'raising', person: raiser, ...(raisingRole ? { role: raisingRole } : {}) },
    ...sides,
  ]
}

/**
 * What the raiser is in the case: whoever raises it acts at the first stage, unless the policy begins above them (RSG-2:
 * the manager talks to the other worker). Then they keep the highest role of the policy that they hold.
 */
function raisersRole(world: World, asked: Id, agency: AgencyId, raiser: PersonId, at: At): Id {
  const place = placeOf(world, at)
  const holds = (role: Id) => holders(place, role, agency).some((h) => h.person === raiser && h.via === 'role')
  const own = Math.max(
    ...live(place)
      .filter((p) => p.person === raiser && p.agency === agency)
      .map((p) => p.tier ?? 0),
  )
  const tier = world.policy.roles[asked]?.tier
  if (tier === undefined || own === 0 || own >= tier || holds(asked)) return asked
  const lower = Object.values(world.policy.roles)
    .filter((role) => role.tier !== undefined && role.tier <= own && holds(role.id))
    .sort((a, b) => (b.tier ?? 0) - (a.tier ?? 0))
  return lower[0]?.id ?? 'raiser'
}

const mostSeniorOf = (world: World, agency: AgencyId, at: At): PersonId | undefined =>
  live({ directory: world.directory, at })
    .filter((p) => p.agency === agency)
    .sort((a, b) => (b.tier ?? 0) - (a.tier ?? 0))[0]?.person

function tooLate(world: World, command: RaiseCommand, at: At, answer: AnswerAt): boolean {
  const limits = world.policy.raise.within
  if (limits.length === 0) return false
  const window = dueOf(limits, {
    world,
    agency: command.from,
    arose: at,
    answer,
    latest: (event, unit) => (event.on === 'date' ? dateOf(answer(event.fact), unit === 'hours') : undefined),
    isStage: false,
  })
  const ends = window?.candidates.filter((c) => c.limit?.of).map((c) => c.at) ?? []
  return ends.length > 0 && Math.min(...ends) < at
}
