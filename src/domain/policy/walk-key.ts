/** The name of a state: all that may steer what comes, and nothing else. Source: language.md section 5. */
import { whenOf } from '../case/available.ts'
import { type Case, currentVisit } from '../case/case.ts'
import { answersAt, holds } from '../case/condition.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import { movesOfStage } from '../case/targets.ts'
import type { World } from '../case/world.ts'
import type { At } from '../people/directory.ts'
import type { Id } from './policy.ts'
import { steeringDeadlines } from './walk-clock.ts'
import type { Steering } from './walk-steering.ts'

/** The parts of a name, by what they are about: a duty, a fact, a move. Joined they are the name. */
export type KeyParts = ReadonlyMap<string, string>

/** `duties` is asked only where they matter: of a case that has ended nothing steers. */
export function keyParts(
  world: World,
  steering: Steering,
  c: Case,
  at: At,
  duties: () => readonly DutyInstance[],
): KeyParts {
  const visit = currentVisit(c)
  const parts = new Map<string, string>()
  const where = `${c.track} ${visit.stage}${visit.tier > 0 ? ' again' : ''}`
  if (c.end && c.end.end !== 'agreed') return new Map([['', `${where} ${c.end.end}`]])
  const all = duties()
  parts.set(
    '',
    `${where} ${c.subject.kind} ${c.end ? 'agreed' : ''}${c.agencies.every((agency) => agency.joinedAt !== undefined) ? '' : ' inside'}`,
  )
  const byId = Map.groupBy(all, (i) => i.id)
  for (const id of steering.duties) addDuty(parts, id, byId.get(id) ?? [], visit.n)
  for (const i of all)
    if (i.stage && i.visit === visit.n && steering.lateStages.has(i.id))
      parts.set(`stage ${i.id}`, i.status === 'late' ? 'late' : 'in time')
  if (steering.triggers.size > 0 && !c.end) addOrder(parts, c, steering, at, all)
  const answer = answersAt(c, at)
  for (const atom of steering.atoms.get(visit.stage) ?? []) {
    const place = { line: 0, column: 0 }
    const isTrue = holds(
      atom.answer === undefined
        ? { op: 'yes', fact: atom.fact, place }
        : { op: 'is', fact: atom.fact, answer: atom.answer, place },
      answer,
    )
    parts.set(atom.fact, `${parts.get(atom.fact) ?? ''}${isTrue ? `+${atom.answer ?? ''}` : '-'}`)
  }
  for (const fact of steering.gates.get(visit.stage) ?? [])
    parts.set(`gate ${fact}`, gateOf(c, fact, all, visit.n, answer(fact)))
  const stage = world.policy.stages.find((one) => one.id === visit.stage)
  for (const move of stage && !c.end ? movesOfStage(world.policy, stage) : []) {
    if (move.when.length > 0)
      parts.set(`move ${move.id}`, whenOf(world, c, move, at, all) === undefined ? 'not yet' : 'there')
  }
  return parts
}

/** Of what moves a case by itself when it is late: what falls due before it, and what at the same moment. */
function addOrder(parts: Map<string, string>, c: Case, steering: Steering, at: At, all: readonly DutyInstance[]): void {
  const ahead = steeringDeadlines(c, steering, all).filter((one) => one.at >= at)
  for (const trigger of ahead.filter((one) => steering.triggers.has(one.name))) {
    const others = ahead.filter((one) => one.name !== trigger.name && one.at <= trigger.at)
    const names = others.map((one) => `${one.at === trigger.at ? '=' : ''}${one.name}`)
    parts.set(`${orderMark}${trigger.name}`, [...new Set(names)].toSorted().join(','))
  }
}

/** Begins the name of a part that holds an order of deadlines. */
export const orderMark = 'order '

export const keyOf = (parts: KeyParts): string => [...parts].map(([name, value]) => `${name}=${value}`).join('|')

/** How a steering duty stands: a stage's in this visit, a policy's wherever it is still owed or was done once. */
function addDuty(parts: Map<string, string>, id: Id, all: readonly DutyInstance[], visit: number): void {
  const own = all.filter(
    (i) => i.duty && (i.scope === 'policy' ? i.visit === 0 || isOpen(i) || i.visit === visit : i.visit === visit),
  )
  if (own.length === 0) return
  parts.set(
    id,
    own
      .map((i) => `${i.side.charAt(0)}${i.side === 'responding' ? 'p' : ''}:${shortly(i)}`)
      .toSorted()
      .join(','),
  )
}

const isOpen = (i: DutyInstance) => i.status === 'waiting' || i.status === 'open' || i.status === 'late'

function shortly(i: DutyInstance): string {
  switch (i.status) {
    case 'waiting':
    case 'open':
    case 'late':
    case 'done':
      return i.status
    case 'overtaken':
    case 'not needed':
    case 'waived':
      return 'off'
  }
}

function gateOf(c: Case, fact: Id, all: readonly DutyInstance[], visit: number, answer: unknown): string {
  if (answer !== undefined) return answer === false || answer === 'no' ? 'no' : JSON.stringify(answer)
  const asked = all.find((i) => i.gate?.fact === fact && i.visit === visit && !c.end)
  return asked ? (asked.status === 'late' ? 'silent' : 'asked') : 'not asked'
}
