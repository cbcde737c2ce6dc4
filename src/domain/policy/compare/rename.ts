import type {
  Act,
  Blocks,
  Condition,
  Duty,
  Event,
  Fact,
  Id,
  Limit,
  Move,
  Policy,
  Role,
  Stage,
  Target,
  Who,
} from '../policy.ts'
import { limitText } from '../write/phrases.ts'

/** New names for the ids of a policy; a name that stays is given back as it is. */
export interface Renaming {
  readonly role: (id: Id) => Id
  readonly fact: (id: Id) => Id
  readonly answer: (fact: Id, answer: Id) => Id
  readonly stage: (id: Id) => Id
  readonly duty: (id: Id) => Id
  readonly move: (id: Id) => Id
  readonly clause: (id: Id) => Id
}

const same = (id: Id): Id => id
export const nothingRenamed: Renaming = {
  role: same,
  fact: same,
  answer: (_fact, id) => id,
  stage: same,
  duty: same,
  move: same,
  clause: same,
}

/** The same policy under other names: everything that names something follows. */
export function renamed(policy: Policy, to: Renaming): Policy {
  const { register, settings } = policy
  const length = <T extends Limit['length']>(one: T): T =>
    one.unit === 'as-set-by' ? { ...one, who: renamedWho(one.who, to) } : one
  return {
    ...policy,
    roles: recordOf(Object.values(policy.roles).map((role) => renamedRole(role, to))),
    facts: recordOf(Object.values(policy.facts).map((fact) => renamedFact(fact, to))),
    raise: {
      ...policy.raise,
      by: policy.raise.by.map(to.role),
      asks: policy.raise.asks.map(to.fact),
      within: policy.raise.within.map((limit) => renamedLimit(limit, to)),
      cites: policy.raise.cites.map(to.clause),
    },
    stages: policy.stages.map((stage) => renamedStage(stage, to)),
    tracks: policy.tracks.map((track) => ({
      ...track,
      ...(track.if ? { if: renamedCondition(track.if, to) } : {}),
      ...cited(track, to),
      stages: track.stages.map(to.stage),
    })),
    duties: policy.duties.map((duty) => renamedDuty(duty, to)),
    moves: policy.moves.map((move) => renamedMove(move, to)),
    ...(register
      ? {
          register: {
            ...register,
            keptBy: to.role(register.keptBy),
            from: to.stage(register.from),
            ...cited(register, to),
          },
        }
      : {}),
    settings: {
      ...settings,
      waive: settings.waive === 'board' ? 'board' : to.role(settings.waive),
      withoutDelay: length(settings.withoutDelay),
    },
    clauses: Object.fromEntries(Object.entries(policy.clauses).map(([id, text]) => [to.clause(id), text])),
    gaps: policy.gaps.map((gap) => ({ ...gap, cites: gap.cites.map(to.clause) })),
    ...(policy.review ? { review: { ...policy.review, ...cited(policy.review, to) } } : {}),
  }
}

function recordOf<T extends { readonly id: Id }>(list: readonly T[]): Readonly<Record<Id, T>> {
  return Object.fromEntries(list.map((one) => [one.id, one]))
}

function cited({ cites }: { readonly cites?: readonly Id[] }, to: Renaming): { readonly cites?: readonly Id[] } {
  return cites === undefined ? {} : { cites: cites.map(to.clause) }
}

function renamedRole(role: Role, to: Renaming): Role {
  const { seats } = role
  return {
    ...role,
    id: to.role(role.id),
    or: role.or.map(to.role),
    else: role.else.map(to.role),
    cites: role.cites.map(to.clause),
    ...(seats
      ? {
          seats: {
            ...seats,
            of: to.role(seats.of),
            ...(seats.composedBy === undefined ? {} : { composedBy: to.role(seats.composedBy) }),
            ...cited(seats, to),
          },
        }
      : {}),
  }
}

function renamedFact(fact: Fact, to: Renaming): Fact {
  const { kind } = fact
  const options = (all: Readonly<Record<Id, string>>) =>
    Object.fromEntries(Object.entries(all).map(([id, text]) => [to.answer(fact.id, id), text]))
  return {
    ...fact,
    id: to.fact(fact.id),
    cites: fact.cites.map(to.clause),
    kind:
      kind.type === 'form'
        ? { ...kind, asks: kind.asks.map(to.fact) }
        : 'options' in kind
          ? { ...kind, options: options(kind.options) }
          : kind,
    ...(fact.by ? { by: renamedWho(fact.by, to) } : {}),
  }
}

function renamedStage(stage: Stage, to: Renaming): Stage {
  return {
    ...stage,
    id: to.stage(stage.id),
    cites: stage.cites.map(to.clause),
    ...(stage.between
      ? { between: [renamedWho(stage.between[0], to), renamedWho(stage.between[1], to)] as const }
      : {}),
    ...(stage.by ? { by: renamedWho(stage.by, to) } : {}),
    ...(stage.if ? { if: renamedCondition(stage.if, to) } : {}),
    with: stage.with.map((who) => renamedWho(who, to)),
    within: stage.within.map((limit) => renamedLimit(limit, to)),
    duties: stage.duties.map((duty) => renamedDuty(duty, to)),
    moves: stage.moves.map((move) => renamedMove(move, to)),
    removes: stage.removes.map(to.move),
  }
}

function renamedDuty(duty: Duty, to: Renaming): Duty {
  return {
    ...duty,
    id: to.duty(duty.id),
    cites: duty.cites.map(to.clause),
    who: renamedWho(duty.who, to),
    act: renamedAct(duty.act, to),
    when: duty.when.map((event) => renamedEvent(event, to)),
    ...(duty.if ? { if: renamedCondition(duty.if, to) } : {}),
    within: duty.within.map((limit) => renamedLimit(limit, to)),
    asks: duty.asks.map(to.fact),
    before: duty.before.map((blocks) => renamedBlocks(blocks, to)),
  }
}

function renamedMove(move: Move, to: Renaming): Move {
  return {
    ...move,
    id: to.move(move.id),
    cites: move.cites.map(to.clause),
    ...(move.by ? { by: renamedWho(move.by, to) } : {}),
    to: move.to.map((target): Target => (target.type === 'stage' ? { ...target, id: to.stage(target.id) } : target)),
    ...(move.if ? { if: renamedCondition(move.if, to) } : {}),
    when: move.when.map((event) => renamedEvent(event, to)),
    asks: move.asks.map(to.fact),
  }
}

const renamedWho = (who: Who, to: Renaming): Who => ({ ...who, role: to.role(who.role) })

function renamedAct(act: Act, to: Renaming): Act {
  if ('to' in act) return { ...act, to: act.to.map((who) => renamedWho(who, to)) }
  return act.verb === 'answer' ? { ...act, fact: to.fact(act.fact) } : act
}

function renamedCondition(condition: Condition, to: Renaming): Condition {
  switch (condition.op) {
    case 'yes':
      return { ...condition, fact: to.fact(condition.fact) }
    case 'is':
      return { ...condition, fact: to.fact(condition.fact), answer: to.answer(condition.fact, condition.answer) }
    case 'not':
      return { ...condition, of: renamedCondition(condition.of, to) }
    case 'and':
    case 'or':
      return { ...condition, of: condition.of.map((one) => renamedCondition(one, to)) }
  }
}

function renamedEvent(event: Event, to: Renaming): Event {
  if (event.on === 'due') return { ...event, of: event.is === 'stage' ? to.stage(event.of) : to.duty(event.of) }
  if (event.on === 'date') return { ...event, fact: to.fact(event.fact) }
  if ('stage' in event) return { ...event, stage: to.stage(event.stage) }
  return 'duty' in event ? { ...event, duty: to.duty(event.duty) } : event
}

function renamedLimit(limit: Limit, to: Renaming): Limit {
  const renewed: Limit = {
    ...limit,
    length:
      limit.length.unit === 'as-set-by' ? { ...limit.length, who: renamedWho(limit.length.who, to) } : limit.length,
    ...(limit.of ? { of: renamedEvent(limit.of, to) } : {}),
    ...(limit.if ? { if: renamedCondition(limit.if, to) } : {}),
  }
  return { ...renewed, text: limitText(renewed) }
}

function renamedBlocks(blocks: Blocks, to: Renaming): Blocks {
  switch (blocks.type) {
    case 'stage':
      return { ...blocks, id: to.stage(blocks.id) }
    case 'move':
      return { ...blocks, id: to.move(blocks.id) }
    case 'duty':
      return { ...blocks, id: to.duty(blocks.id) }
    case 'end':
    case 'closed':
      return blocks
  }
}
