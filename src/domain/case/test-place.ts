/**
 * An invented place and a short way to tell a case: for tests of the engine. Every history is made by `decide`.
 *
 * Three agencies have a line of four: worker (tier 1), manager (2), senior (3), director (4), so `clinic-senior` is a person.
 * The school raises; the council is asked; the clinic may join. The Board has a chair, a coordinator and members in other agencies.
 */
import { londonInstant } from '../calendar/london.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { parsePolicy } from '../policy/parse-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { completed } from '../policy/walk-answers.ts'
import type { Case } from './case.ts'
import type { Command, RaiseCommand } from './command.ts'
import { decide } from './decide.ts'
import { due } from './due.ts'
import { type DutyInstance, isLive } from './duty-instance.ts'
import type { Act, Ballot, Entry, EntryKind } from './entry.ts'
import { fold } from './evolve.ts'
import { moves, type Offer } from './moves.ts'
import type { Refusal } from './refusal.ts'
import { type Setting, worldOf } from './test-directory.ts'
import type { World } from './world.ts'

export { post, type Setting } from './test-directory.ts'

/** `2026-03-02 10:00` in London. Monday 2 March 2026 is an ordinary week; Good Friday is 3 April, Easter Monday 6 April. */
export const when = (text: string): At => {
  const [date = '', time = '09:00'] = text.split(' ')
  return londonInstant(date, time).epochMilliseconds
}

/** A moment as people write it, to the minute; what runs out with a deadline is the moment after it. */
export const said = (at: At | undefined): string | undefined =>
  at === undefined
    ? undefined
    : new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' }).format(at)

const roles = `
roles:
  worker:       { is: Worker, tier: 1 }
  manager:      { is: Manager, tier: 2, or: [supervisor], else: [lead] }
  lead:         { is: Safeguarding lead }
  senior:       { is: Senior, tier: 3 }
  director:     { is: Director, tier: 4 }
  board-member: { is: Board member }
  iro:          { is: Reviewing officer, at: outside }
  front-door:   { is: Front door, at: outside, contact: { phone: 0 } }
  chair:        { is: Chair, at: board, else: [coordinator] }
  coordinator:  { is: Co-ordinator, at: board }
  panel:        { is: Panel, at: board, seats: { agencies: 3, of: board-member, rank: senior officer, parties: must, decides: together } }
`

const facts = `
facts:
  on-plan:  { ask: On a plan? }
  urgency:  { ask: How urgent?, one-of: { red: Red, amber: Amber } }
  seen-on:  { ask: When was it seen?, kind: date }
  exact:    { ask: What exactly?, kind: words }
  todo:     { ask: What is to be done?, kind: actions }
  justified: { ask: Is it justified?, by: raising manager }
`

/** The text of a small policy: the roles and facts above, and these parts. Indent what is below a stage by six. */
export const small = (rest: string, more: { readonly roles?: string; readonly facts?: string } = {}): string =>
  `id: small\ntitle: Small\nnation: england-and-wales${roles}${more.roles ?? ''}${facts}${more.facts ?? ''}${rest}`

/** Three rungs: workers, managers, and the chair who decides. The parts go under `talk`. */
export const ladder = (underTalk = '', rest = '', underLine = ''): string => `
stages:
  talk:
    is: Talk
    between: worker
    within: 5 working days
${underTalk}
  line:
    is: Managers
    between: manager
    within: 5 working days
${underLine}
  top:
    is: Chair
    by: chair
    within: 10 working days
${rest}
`

export function policyOf(text: string, library?: Readonly<Record<string, string>>): Policy {
  const read = parsePolicy(text, library && ((id) => library[id]))
  if (read.ok) return read.policy
  throw new Error(read.problems.map((p) => `${p.line}:${p.column} ${p.message}`).join('\n'))
}

export interface Told {
  readonly world: World
  readonly entries: readonly Entry[]
  readonly c: Case
  /** A step that happens, or throws with the refusal. */
  then(command: Command, by: PersonId, at: string): Told
  /** A step that is refused, or throws. */
  refused(command: Command, by: PersonId, at: string): Refusal
  /** The program wakes. */
  wakes(at: string): Told
  due(at: string): readonly DutyInstance[]
  /** The instances of a duty, as "status due": `open 2026-03-04 17:00`. With an agency, its own only. */
  duty(id: string, at: string, agency?: AgencyId): readonly string[]
  /** The one live instance of a duty (of an agency), or throws. */
  live(id: string, at: string, agency?: AgencyId): DutyInstance
  /** The newest instance of a duty, whatever has become of it. */
  last(id: string, at: string, agency?: AgencyId): DutyInstance | undefined
  /** Moves this person may make now, as `move>target`. */
  may(person: PersonId, at: string): readonly string[]
  offers(person: PersonId, at: string): readonly Offer[]
  /** Entries of a kind, with when they happened. */
  of<K extends EntryKind>(kind: K): readonly (Entry & { readonly what: Extract<Entry['what'], { kind: K }> })[]
  /** Where the case stands: its stage, or its end. */
  readonly stands: string
}

/** A case raised under this policy by the school's worker with the council, on Monday 2 March 2026 at 10:00 if nothing else is said. */
export function raise(
  text: string | Policy,
  more: Partial<RaiseCommand> = {},
  by: PersonId = 'school-worker',
  at = '2026-03-02 10:00',
  setting: Setting = {},
): Told {
  const world = worldOf(typeof text === 'string' ? policyOf(text) : text, setting)
  const answer = decide(world, undefined, raising(world, more, at), { person: by, at: when(at) })
  if (!answer.ok) throw new Error(refusalText(answer.refusal))
  return told(world, answer.value)
}

export function refusedRaising(
  text: string,
  more: Partial<RaiseCommand> = {},
  by: PersonId = 'school-worker',
  at = '2026-03-02 10:00',
  setting: Setting = {},
): Refusal {
  const world = worldOf(policyOf(text), setting)
  const answer = decide(world, undefined, raising(world, more, at), { person: by, at: when(at) })
  if (answer.ok) throw new Error('It was not refused.')
  return answer.refusal
}

/** Whatever the policy asks on raising and a test does not say is answered so that nothing hangs on it. */
const raising = (world: World, more: Partial<RaiseCommand>, at: string): RaiseCommand => ({
  kind: 'raise',
  number: 'EX-1',
  title: 'A disagreement',
  subject: { kind: 'child', name: 'Leila' },
  from: 'school',
  to: [{ agency: 'council' }],
  ...more,
  facts: completed(world.policy, { 'immediate-harm': false, ...more.facts }, when(at)),
})

export function told(world: World, entries: readonly Entry[]): Told {
  const folded = fold(entries)
  if (!folded) throw new Error('Nothing was raised.')
  const c = folded
  const all = (at: string) => due(world, c, when(at))
  const own = (id: string, at: string, agency?: AgencyId) =>
    all(at).filter((i) => i.id === id && (agency === undefined || i.agency === agency))
  return {
    world,
    entries,
    c,
    then(command, by, at) {
      const answer = decide(world, c, command, { person: by, at: when(at) })
      if (!answer.ok) throw new Error(`${by} ${command.kind}: ${refusalText(answer.refusal)}`)
      return told(world, [...entries, ...answer.value])
    },
    refused(command, by, at) {
      const answer = decide(world, c, command, { person: by, at: when(at) })
      if (answer.ok)
        throw new Error(
          `${by} ${command.kind}: it was not refused, but made ${answer.value.map((e) => e.what.kind).join(', ')}.`,
        )
      return answer.refusal
    },
    wakes(at) {
      return this.then({ kind: 'tick' }, 'concordat', at)
    },
    due: all,
    duty: (id, at, agency) =>
      own(id, at, agency).map((i) => [i.status, said(i.due?.at)].filter((x) => x !== undefined).join(' ')),
    live(id, at, agency) {
      const found = own(id, at, agency).filter(isLive)
      if (found.length !== 1 || !found[0])
        throw new Error(`${found.length} live instances of ${id}: ${this.duty(id, at, agency).join(', ')}`)
      return found[0]
    },
    last: (id, at, agency) => own(id, at, agency).at(-1),
    offers: (person, at) => moves(world, c, person, when(at)),
    may: (person, at) =>
      moves(world, c, person, when(at))
        .filter((o) => o.state === 'may')
        .map((o) => `${o.move.id}>${o.lands.to === 'stage' ? o.lands.stage : o.lands.end}`),
    of: ((kind: EntryKind) => entries.filter((e) => e.what.kind === kind)) as Told['of'],
    stands: c.end ? c.end.end : (c.visits.at(-1)?.stage ?? ''),
  }
}

const refusalText = (r: Refusal) => `${r.code}: ${r.title}. ${r.because}`

/** A move, with the reason that ours ask for. */
export const move = (id: string, more: Partial<Extract<Command, { kind: 'move' }>> = {}): Command => ({
  kind: 'move',
  move: id,
  words: 'Because.',
  ...more,
  facts: more.facts ?? {},
})

/** Members who vote alike. */
export const votes = (vote: Ballot['vote'], ...people: readonly PersonId[]): readonly Ballot[] =>
  people.map((person) => ({ person, vote }))

export const up = move('up')
export const agree = move('agree', { end: 'agreed' })

/** An act of a verb; with keys, of those instances. */
export const act = (
  verb: Extract<Command, { kind: 'act' }>['verb'],
  more: Partial<Act> & { readonly keys?: readonly string[]; readonly happened?: At; readonly title?: string } = {},
): Command => {
  const { keys, happened, title, ...rest } = more
  return {
    kind: 'act',
    verb,
    ...(keys ? { keys } : {}),
    ...(happened === undefined ? {} : { happened }),
    ...(title ? { title } : {}),
    act: { words: 'Done.', ...rest },
  }
}

export const answer = (
  fact: string,
  given: Extract<Command, { kind: 'answer' }>['answer'],
  words = 'Because.',
): Command => ({ kind: 'answer', fact, answer: given, words })

/** Both sides' people agree in turn; the case is agreed. */
export const agreedBy = (t: Told, at: string, ...people: readonly PersonId[]): Told =>
  people.reduce((so, person) => so.then(agree, person, at), t)
