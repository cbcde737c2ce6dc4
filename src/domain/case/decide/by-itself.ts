/**
 * What happens by itself: moves without `by`, waivers where the one to be told wrote the entry, lateness on the record, closing.
 * Written at the time of its event, however late the program wakes. Source: language.md section 3.
 */
import type { At, PersonId } from '../../people/directory.ts'
import { beginOf, endOf } from '../addenda.ts'
import { type Available, availableMoves, blocksOf, gateState, whenOf } from '../available.ts'
import { type Case, currentVisit } from '../case.ts'
import { turns } from '../condition.ts'
import { due } from '../due.ts'
import { type DutyInstance, isLive } from '../duty-instance.ts'
import { owersIn } from '../holders-in-case.ts'
import { partsOf } from '../parts.ts'
import type { Actor, World } from '../world.ts'
import { addressees } from './addressees.ts'
import type { Draft, Writer } from './deciding.ts'
import { landing } from './landing.ts'

const mostSteps = 500

/** Appends until nothing more happens by itself as of `at`. */
export function byItself(world: World, write: Writer, at: At): void {
  const program: Actor = { person: 'concordat', at }
  for (let n = 0; n < mostSteps; n++) {
    const c = write.case
    const known = quiet.get(c)
    if (known && known.world === world && known.at === at) return
    const draft = next(world, c, at)
    if (!draft) {
      quiet.set(c, { world, at })
      return
    }
    write.add({ ...draft, byItself: true }, program)
  }
}

// Every command asks first what has happened by itself, and for one case at one moment the answer is the same: nothing more.
const quiet = new WeakMap<Case, { readonly world: World; readonly at: At }>()

function next(world: World, c: Case, at: At): Draft | undefined {
  if (c.closed) return undefined
  const all = due(world, c, at)
  // At one moment, what had passed is on the record before what it moves.
  const first = [passed(c, all), addendum(world, c, at), automatic(world, c, all, at)]
    .filter((x) => x !== undefined)
    .sort((a, b) => (a.happened ?? at) - (b.happened ?? at))[0]
  return samePerson(world, c, all, at) ?? first ?? closing(world, c, all, at)
}

/** A notice to somebody who wrote the very entry that started it, or a talk with the only holder who owes it, is not needed. */
function samePerson(world: World, c: Case, all: readonly DutyInstance[], at: At): Draft | undefined {
  for (const i of all) {
    if (!isLive(i) || i.status === 'waiting' || !i.duty || !i.startedBy || c.waived[i.key]) continue
    const { act } = i.duty
    if (act.verb !== 'tell' && act.verb !== 'consult') continue
    const d = { world, c, actor: { person: i.startedBy, at } }
    const owers = () => owersIn(world, c, i, at).map((h) => h.person)
    const onlyOwer = (p: PersonId) => owers().length === 1 && owers()[0] === p
    const told =
      act.verb === 'tell' &&
      act.to.every((who) => {
        const people = addressees(d, who, i)
        return people.length > 0 && people.every((p) => p === i.startedBy || onlyOwer(p))
      })
    const alone =
      act.verb === 'consult' &&
      act.to.every((who) => {
        const people = addressees(d, who, i)
        return people.length === 1 && people.every(onlyOwer)
      })
    if (told || alone)
      return {
        what: {
          kind: 'waived',
          key: i.key,
          words: told ? 'The person to be told wrote the entry.' : 'The person to be asked is the one who would ask.',
          samePerson: true,
        },
        happened: i.arose ?? at,
        ...audienceOf(c, i),
      }
  }
  return undefined
}

/** A move without `by`, at the first moment at which its event had happened, its `if` held and nothing stood before it. */
function automatic(world: World, c: Case, all: readonly DutyInstance[], at: At): Draft | undefined {
  const [found] = availableMoves(world, c, at, all)
    .filter((a) => a.move.by === undefined)
    .flatMap((a) => {
      const when = moments(world, c, a, all, at).find(
        (t) =>
          gateState(world, c, a, undefined, t, due(world, c, t)) === 'open' &&
          blocksOf(world, c, a, undefined, due(world, c, t), t).length === 0,
      )
      return when === undefined ? [] : [{ a, when }]
    })
    .sort((x, y) => x.when - y.when)
  if (!found) return undefined
  return {
    ...landing(world, c, found.a.move, found.a.lands, { words: '', facts: {} }, found.when),
    happened: found.when,
  }
}

/** When it may have become possible: its event, an answer its `if` asks about, the end of something that was before it. */
function moments(world: World, c: Case, a: Available, all: readonly DutyInstance[], at: At): readonly At[] {
  const when = Math.max(whenOf(world, c, a.move, at, all) ?? at, currentVisit(c).from, c.changes.at(-1)?.at ?? 0)
  const released = all
    .filter((i) => i.duty && i.duty.before.length > 0)
    .flatMap((i) => [i.done?.at, i.off, i.lateAt].filter((t) => t !== undefined))
  return [...new Set([when, ...turns(c, a.move.if, when, at), ...released.filter((t) => t > when && t <= at)])].sort(
    (x, y) => x - y,
  )
}

/** An addendum begins or ends while the case runs: each is on its record, at its own time. */
function addendum(world: World, c: Case, at: At): Draft | undefined {
  return world.addenda
    .flatMap((a) => {
      const ends = endOf(a)
      return [
        { a, step: 'began' as const, happened: beginOf(a) },
        ...(ends === undefined ? [] : [{ a, step: 'ended' as const, happened: ends }]),
      ]
    })
    .filter(
      (x) =>
        x.happened > (c.changes.at(-1)?.at ?? c.raisedAt) &&
        x.happened <= at &&
        !c.addenda.some((known) => known.addendum === x.a.id && known.step === x.step),
    )
    .sort((x, y) => x.happened - y.happened)
    .map((x): Draft => ({ what: { kind: 'addendum', step: x.step, addendum: x.a.id }, happened: x.happened }))[0]
}

/** Silence past a deadline is itself an event, on the record. */
function passed(c: Case, all: readonly DutyInstance[]): Draft | undefined {
  const known = c.passed
  const late = all
    .filter((i) => i.lateAt !== undefined && !known.includes(i.key))
    .sort((a, b) => (a.lateAt ?? 0) - (b.lateAt ?? 0))[0]
  if (!late?.lateAt) return undefined
  return {
    what: { kind: 'deadline passed', key: late.key, due: late.due?.at ?? late.lateAt, what: late.id },
    happened: late.lateAt,
    ...audienceOf(c, late),
  }
}

/** A stage that only one side sees is nobody else's business. */
function audienceOf(c: Case, i: DutyInstance): Pick<Draft, 'audience'> {
  const inside = c.visits.find((v) => v.n === i.visit)?.inside ?? false
  const agency = i.agency ?? c.agencies.find((a) => a.side === 'raising')?.agency
  return inside && agency ? { audience: { to: 'agency', agency } } : {}
}

function closing(world: World, c: Case, all: readonly DutyInstance[], at: At): Draft | undefined {
  if (!c.end) return undefined
  const barred = (i: DutyInstance) => i.force !== 'may' && i.duty?.before.some((b) => b.type === 'closed')
  const open = all.some(
    (i) => isLive(i) && i.duty?.act.verb !== 'keep' && ((i.force === 'must' && i.status !== 'waiting') || barred(i)),
  )
  if (open || c.outstanding.some((o) => !o.done)) return undefined
  return partsOf(world, c, at).length === 0 ? undefined : { what: { kind: 'closed', words: '', undone: [] } }
}
