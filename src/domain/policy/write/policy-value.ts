import type { Duty, Fact, Id, Move, Policy, Role, Said, Stage, Who } from '../policy.ts'
import { actText, blocksText, conditionText, eventText, lengthText, limitText, targetText, whoText } from './phrases.ts'
import { mapOf, someOf, type Value, type ValueMap } from './value.ts'

/**
 * A whole policy as the values of its file, in the order in which files are written. Defaults of the reader are left out;
 * the moves of stages stand whole, as laid over the policy's. What was opened out on reading (forms on raising) stays open.
 */
export function policyValue(policy: Policy): ValueMap {
  const { raise, register, review } = policy
  return mapOf([
    ['id', policy.id],
    ['title', policy.title],
    ['version', String(policy.version)],
    ['nation', policy.nation],
    ['for', policy.for.length === 1 && policy.for[0] === 'child' ? undefined : policy.for],
    ['read-with', policy.readWith],
    ['roles', mapOf(Object.values(policy.roles).map((role) => [role.id, roleValue(role)]))],
    ['facts', mapOf(Object.values(policy.facts).map((fact) => [fact.id, factValue(fact)]))],
    [
      'raise',
      mapOf([
        ['by', raise.by],
        ['asks', raise.asks],
        ['within', someOf(raise.within.map(limitText))],
        ['late', raise.late === 'refuse' ? 'refuse' : undefined],
        ...saidValue(raise),
      ]),
    ],
    ['stages', mapOf(policy.stages.map((stage) => [stage.id, stageValue(stage)]))],
    ['tracks', tracksValue(policy)],
    ['duties', mapOf(policy.duties.map((duty) => [duty.id, dutyValue(duty)]))],
    ['moves', mapOf(policy.moves.map((move) => [move.id, moveValue(move)]))],
    [
      'register',
      register &&
        mapOf([
          ['kept-by', register.keptBy],
          ['from', register.from],
          ['report', register.report && `every ${lengthText(register.report)}`],
          ['counts', register.counts],
          ...saidValue(register),
        ]),
    ],
    ['settings', settingsValue(policy)],
    ['clauses', mapOf(Object.entries(policy.clauses))],
    [
      'gaps',
      policy.gaps.map(({ cites, says, ours }) =>
        mapOf([
          ['cites', someOf(cites)],
          ['says', says],
          ['ours', ours],
        ]),
      ),
    ],
    [
      'history',
      policy.history.map(({ date, what }) =>
        mapOf([
          ['date', date],
          ['what', what],
        ]),
      ),
    ],
    ['review', review && mapOf([['every', lengthText(review.every)], ['sooner', review.sooner], ...saidValue(review)])],
  ])
}

type Pairs = readonly (readonly [string, Value | undefined])[]

const saidValue = ({ cites, says }: Pick<Said, 'cites' | 'says'>): Pairs => [
  ['cites', someOf(cites ?? [])],
  ['says', says],
]

function roleValue(role: Role): ValueMap {
  const { seats, contact } = role
  return mapOf([
    ['is', role.is],
    ['at', role.at === 'agency' ? undefined : role.at],
    ['tier', role.tier === undefined ? undefined : String(role.tier)],
    ['or', role.or],
    ['else', role.else],
    ['contact', contact && mapOf(Object.entries(contact))],
    [
      'seats',
      seats &&
        mapOf([
          ['agencies', String(seats.agencies)],
          ['of', seats.of],
          ['rank', seats.rank],
          ['parties', seats.parties],
          ['decides', seats.decides],
          ['quorum', seats.quorum],
          ['ties', seats.ties],
          ['composed-by', seats.composedBy],
          ...saidValue(seats),
        ]),
    ],
    ...saidValue(role),
  ])
}

function factValue({ ask, kind, by, ...said }: Fact): ValueMap {
  const has = 'options' in kind || kind.type === 'form' || kind.type === 'yes-no' ? undefined : kind.type
  return mapOf([
    ['ask', ask],
    ['kind', has],
    ...('options' in kind ? [[kind.type, mapOf(Object.entries(kind.options))] as const] : []),
    ['asks', kind.type === 'form' ? kind.asks : undefined],
    ['by', by && whoText(by)],
    ...saidValue(said),
  ])
}

/** A stage's keys, as written. */
export function stageValue(stage: Stage): ValueMap {
  return mapOf([
    ['is', stage.is],
    ['if', stage.if && conditionText(stage.if)],
    ['aside', stage.aside ? 'true' : undefined],
    ['between', stage.between && betweenValue(stage.between, stage.inside)],
    ['by', stage.by && whoText(stage.by)],
    ['with', stage.with.map(whoText)],
    ['contact', stage.contact],
    ['repeats', stage.repeats ? 'tiers' : undefined],
    ['within', someOf(stage.within.map(limitText))],
    ...saidValue(stage),
    ['duties', mapOf(stage.duties.map((duty) => [duty.id, dutyValue(duty)]))],
    [
      'moves',
      mapOf([
        ...stage.moves.map((move) => [move.id, moveValue(move)] as const),
        ...stage.removes.map((id) => [id, null] as const),
      ]),
    ],
  ])
}

// The position says the side: a side word stands only where it says another, or where both are of one side.
function betweenValue([left, right]: readonly [Who, Who], inside: boolean): Value {
  const mirrored = left.side === 'none' ? right.side === 'none' : left.side === 'raising' && right.side === 'responding'
  if (left.role === right.role && mirrored) return left.role
  if (inside) return [whoText(left), whoText(right)]
  return [
    left.side === 'raising' ? left.role : whoText(left),
    right.side === 'responding' ? right.role : whoText(right),
  ]
}

/** A duty's keys, as written. */
export function dutyValue(duty: Duty): ValueMap {
  return mapOf([
    ['who', whoText(duty.who)],
    [duty.force, actText(duty.act)],
    ['when', someOf(duty.when.map(eventText))],
    ['if', duty.if && conditionText(duty.if)],
    ['within', someOf(duty.within.map(limitText))],
    ['asks', duty.asks],
    ['before', someOf(duty.before.map(blocksText))],
    ...saidValue(duty),
  ])
}

/** A move's keys, as written. */
export function moveValue(move: Move): ValueMap {
  return mapOf([
    ['by', move.by && whoText(move.by)],
    ['to', someOf(move.to.map(targetText))],
    ['if', move.if && conditionText(move.if)],
    ['when', someOf(move.when.map(eventText))],
    ['asks', move.asks],
    ['is', move.is],
    ...saidValue(move),
  ])
}

// One track of every stage not aside is what is meant where none is written.
function tracksValue({ tracks, stages }: Policy): Value | undefined {
  const standing: readonly Id[] = stages.filter((stage) => !stage.aside).map((stage) => stage.id)
  const [only] = tracks
  const usual =
    tracks.length === 1 &&
    only?.id === 'usual' &&
    only.if === undefined &&
    only.cites === undefined &&
    only.says === undefined &&
    only.stages.join() === standing.join()
  if (usual) return undefined
  return mapOf(
    tracks.map((track) => [
      track.id,
      mapOf([['if', track.if && conditionText(track.if)], ['stages', track.stages], ...saidValue(track)]),
    ]),
  )
}

function settingsValue({ settings }: Policy): Value {
  const all: Readonly<Record<string, string | undefined>> = {
    'working-day': `${settings.workingDay.from}-${settings.workingDay.to}`,
    'without-delay': lengthText(settings.withoutDelay),
    immediately: lengthText(settings.immediately),
    'tell-within': lengthText(settings.tellWithin),
    gate: lengthText(settings.gate),
    '24-hours': settings.twentyFourHours && lengthText(settings.twentyFourHours),
    'closed-dates': settings.closedDates,
    reopen: lengthText(settings.reopen),
    'stop-the-clock': settings.stopTheClock,
    waive: settings.waive,
    quorum: settings.quorum,
    ties: settings.ties,
    conflicts: settings.conflicts,
  }
  return mapOf(settings.setByPolicy.map((name) => [name, all[name]]))
}
