/** Doing what a duty asks, one entry a verb; one entry may answer several duties and names them. Source: language.md section 2 "duty" (the table of acts) and section 3. */
import type { PersonId } from '../../people/directory.ts'
import type { Duty, Verb, Who } from '../../policy/policy.ts'
import { contactAsOf } from '../addenda.ts'
import { mayAnswer } from '../available.ts'
import { currentVisit } from '../case.ts'
import type { Command } from '../command.ts'
import { stageOf } from '../due.ts'
import { type DutyInstance, isLive } from '../duty-instance.ts'
import type { Act, Answer, Audience, What } from '../entry.ts'
import { holdersInCase, owersIn } from '../holders-in-case.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type Deciding, type Draft, dutiesNow, isMine, mine } from './deciding.ts'

type Acting = Extract<Command, { kind: 'act' | 'answer' | 'weigh reply' | 'breach' | 'waive' | 'set date' }>

export function acts(d: Deciding, command: Acting): Decision<readonly Draft[]> {
  if (d.c.closed) return refuse('closed', 'This case is closed', 'A closed case can be corrected or reopened, and nothing else.')
  switch (command.kind) {
    case 'act':
      return act(d, command)
    case 'answer':
      return answer(d, command.fact, command.answer, command.words)
    case 'weigh reply': {
      const mark = d.c.marks[command.reply - 1]
      if (mark?.kind !== 'replied') return refuse('missing', 'There is no such reply', 'Choose a reply from the record.')
      if (mark.owner === d.part.agency) return refuse('not yours', 'You cannot weigh your own reply', 'The side that asked says whether it satisfies.')
      return { ok: true, value: [{ what: { kind: 'reply weighed', reply: command.reply, satisfied: command.satisfied, words: command.words } }] }
    }
    case 'breach': {
      const kept = dutiesNow(d).find((i) => i.key === command.key && i.duty?.act.verb === 'keep' && isLive(i))
      if (!kept) return refuse('missing', 'Nothing is being kept that could be broken', 'It held only until its stage was left.')
      return { ok: true, value: [{ what: { kind: 'breached', words: command.words } }] }
    }
    case 'waive':
      return waive(d, command.key, command.words)
    case 'set date':
      return setDate(d, command)
  }
}

function act(d: Deciding, command: Extract<Command, { kind: 'act' }>): Decision<readonly Draft[]> {
  if (d.part.level === 'observer' && command.verb !== 'reply' && command.verb !== 'write') return refuse('not yours', 'You cannot record this', 'You were told of the case; the two sides act in it.')
  const all = dutiesNow(d)
  const wanted = command.keys ? all.filter((i) => command.keys?.includes(i.key)) : fitting(d, mine(d, all), command)
  const foreign = wanted.find((i) => !isMine(d, i))
  if (foreign) return refuse('not yours', 'This is not yours to do', 'The policy gives it to somebody else. Whoever covers for them may do it.', { cites: foreign.duty?.cites ?? [] })
  const over = wanted.find((i) => !isLive(i))
  if (command.keys && over && wanted.every((i) => !isLive(i))) return refuse('already done', 'This has been done, or is no longer needed', 'Nothing was recorded a second time.', { cites: over.duty?.cites ?? [] })
  const held = wanted.filter(isLive).flatMap((i) => dutyBlocks(d, all, i))
  const first = held[0]
  if (first) return refuse('blocked', 'Something has to be done first', 'The policy puts another duty before this one.', { cites: first.duty?.cites ?? [], first: held.map((i) => i.key) })
  const way = wrongWay(d, command)
  if (way) return way
  const live = wanted.filter(isLive)
  const joint = command.verb === 'discuss' || command.verb === 'meet' ? alsoTookPart(d, all, command) : []
  const keys = [...new Set([...live, ...joint].map((i) => i.key))]
  return { ok: true, value: [{ what: whatOf(command), answers: keys, audience: command.audience ?? audienceOf(d, command, live), ...(command.happened === undefined ? {} : { happened: Math.min(command.happened, d.actor.at) }) }] }
}

/** Duties of this verb that an act of these words to these people does. */
function fitting(d: Deciding, own: readonly DutyInstance[], command: Extract<Command, { kind: 'act' }>): readonly DutyInstance[] {
  return own.filter((i) => {
    const duty = i.duty
    if (!duty || duty.act.verb !== command.verb || i.force === 'may') return false
    return reaches(d, duty, i, command.act)
  })
}

/** A notice does its duty only when it reaches every role it names. */
export function reaches(d: Deciding, duty: Duty, i: DutyInstance, done: Act): boolean {
  if (!('to' in duty.act)) return true
  const to = new Set<PersonId>(done.to ?? [])
  return duty.act.to.every((who) => done.toWords !== undefined || addressees(d, who, i).some((p) => to.has(p)))
}

/** The people a duty's words are addressed to. */
export const addressees = (d: Pick<Deciding, 'world' | 'c' | 'actor'>, who: Who, i: Pick<DutyInstance, 'agency'>): readonly PersonId[] => {
  const of = (side: 'raising' | 'responding') => d.c.agencies.filter((a) => a.side === side && a.joinedAt !== undefined).map((a) => a.agency)
  const agencies = who.side === 'own' ? [i.agency] : who.side === 'raising' ? of('raising') : who.side === 'responding' ? of('responding') : who.side === 'none' ? [undefined] : [...of('raising'), ...of('responding')]
  return [...new Set(agencies.flatMap((a) => holdersInCase(d.world, d.c, who.role, a, d.actor.at).map((h) => h.person)))]
}

function alsoTookPart(d: Deciding, all: readonly DutyInstance[], command: Extract<Command, { kind: 'act' }>): readonly DutyInstance[] {
  const took = new Set([...(command.act.tookPart ?? []), d.actor.person])
  return all.filter((i) => isLive(i) && i.duty?.act.verb === command.verb && owersIn(d.world, d.c, i, d.actor.at).some((h) => took.has(h.person)))
}

function wrongWay(d: Deciding, command: Extract<Command, { kind: 'act' }>): ReturnType<typeof refuse> | undefined {
  const stage = stageOf(d.world, currentVisit(d.c).stage)
  if (!stage || command.act.way === undefined || command.verb !== 'discuss' || d.c.end) return undefined
  const allowed = contactAsOf(d.world, stage, d.actor.at)
  if (allowed.includes(command.act.way)) return undefined
  return refuse('way of contact', `The policy does not have you talk by ${command.act.way} at this stage`, `At this stage people talk by ${allowed.join(' or ')}.`, { cites: stage.cites })
}

function dutyBlocks(d: Deciding, all: readonly DutyInstance[], i: DutyInstance): readonly DutyInstance[] {
  return all.filter((other) => other.duty && other.force !== 'may' && isLive(other) && (other.scope === 'policy' || other.visit === currentVisit(d.c).n) && other.duty.before.some((b) => b.type === 'duty' && b.id === i.id))
}

/** Own agency's eyes only for a talk inside it; both sides and those addressed for the rest. */
function audienceOf(d: Deciding, command: Extract<Command, { kind: 'act' }>, live: readonly DutyInstance[]): Audience {
  const inside = stageOf(d.world, currentVisit(d.c).stage)?.inside && currentVisit(d.c).to === undefined
  const ownOnly = live.length > 0 && live.every((i) => i.duty?.act.verb === 'consult' && i.duty.act.to.every((w) => w.side === 'own' || w.side === d.part.side || w.role === 'supporter'))
  const onFile = command.verb === 'record' && live.every((i) => i.duty?.act.verb === 'record' && !/dissent/.test(i.duty.act.words))
  if (inside || ownOnly || (command.verb === 'consult' && live.length === 0) || onFile) return { to: 'agency', agency: d.part.agency }
  return { to: 'parties' }
}

function whatOf(command: Extract<Command, { kind: 'act' }>): What {
  const { act: said } = command
  const kinds: Readonly<Record<Exclude<Verb, 'write' | 'answer' | 'agree' | 'keep'>, 'told' | 'recorded' | 'referred' | 'discussed' | 'met' | 'replied' | 'consulted' | 'done'>> = {
    tell: 'told',
    record: 'recorded',
    refer: 'referred',
    discuss: 'discussed',
    meet: 'met',
    reply: 'replied',
    consult: 'consulted',
    do: 'done',
  }
  switch (command.verb) {
    case 'write':
      return { kind: 'written', title: command.title ?? '', ...said }
    case 'answer':
    case 'agree':
    case 'keep':
      return { kind: 'done', ...said }
    case 'tell':
    case 'record':
    case 'refer':
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'do':
      return { kind: kinds[command.verb], ...said }
  }
}

function answer(d: Deciding, fact: string, given: Answer, words: string): Decision<readonly Draft[]> {
  const known = d.world.policy.facts[fact]
  if (!known || known.derived) return refuse('missing', 'The policy does not ask that', 'Choose a question from the case page.')
  const all = dutiesNow(d)
  const owed = mine(d, all).filter((i) => i.gate?.fact === fact || (i.duty?.act.verb === 'answer' && i.duty.act.fact === fact))
  const free = known.by === undefined && (d.part.level === 'party' || d.part.level === 'decider')
  if (owed.length === 0 && !free && !mayAnswer(d.world, d.c, fact, d.actor.person as PersonId, d.actor.at)) return refuse('not yours', 'This question is for somebody else', 'The policy says who answers it.', { cites: known.cites })
  const isNo = given === false || given === 'no'
  if (owed.some((i) => i.gate) && isNo && words.trim() === '') return refuse('missing', 'Say why not', 'A no keeps the way closed, so it needs its reason.')
  return { ok: true, value: [{ what: { kind: 'fact answered', fact, answer: given, words }, answers: owed.map((i) => i.key) }] }
}

function waive(d: Deciding, key: string, words: string): Decision<readonly Draft[]> {
  const i = dutiesNow(d).find((x) => x.key === key)
  if (!i?.duty || !isLive(i)) return refuse('already done', 'This is done, or no longer needed', 'There is nothing to let go.')
  if (words.trim() === '') return refuse('missing', 'Say why it is not needed', 'Letting a duty go is recorded with its reason.')
  const { waive: by } = d.world.policy.settings
  const board = by === 'board' ? d.part.side === 'board' : holdersInCase(d.world, d.c, by, undefined, d.actor.at).some((h) => h.person === d.actor.person)
  if (i.force === 'must' ? !board : !isMine(d, i) && !board)
    return refuse('not yours', 'You cannot let this duty go', i.force === 'must' ? 'The policy says it must be done. Only the Board can let it go, with a reason.' : 'Whoever owes it may let it go, with a reason.', { cites: i.duty.cites })
  return { ok: true, value: [{ what: { kind: 'waived', key, words, samePerson: false } }] }
}

function setDate(d: Deciding, command: Extract<Command, { kind: 'set date' }>): Decision<readonly Draft[]> {
  const i = dutiesNow(d).find((x) => x.key === command.key)
  const limits = i?.duty?.within ?? i?.stage?.within ?? []
  const asked = limits.find((l) => l.length.unit === 'as-agreed' || l.length.unit === 'as-set-by')
  if (!i || !isLive(i) || !asked) return refuse('missing', 'No date is to be set here', 'The policy fixes this time itself.')
  if (asked.length.unit === 'as-set-by') {
    const { who } = asked.length
    if (!addressees(d, who, i).includes(d.actor.person)) return refuse('not yours', 'This date is set by somebody else', 'The policy says who sets it.', { cites: i.duty?.cites ?? i.stage?.cites ?? [] })
  }
  const known = d.c.dateSet[command.key]
  if (known && command.date >= known.date) return refuse('never later', 'A deadline can be brought forward, never back', `It is set already for ${known.date}. It can only become sooner.`, { cites: i.duty?.cites ?? i.stage?.cites ?? [] })
  return { ok: true, value: [{ what: { kind: 'date set', key: command.key, date: command.date, words: command.words } }] }
}
