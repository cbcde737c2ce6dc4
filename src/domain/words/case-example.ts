/** Histories that tests of words and pages read, in the small place of `case-example-place.ts`. Every one is made by `decide`. */
import type { Case } from '../case/case.ts'
import type { Command } from '../case/command.ts'
import { decide } from '../case/decide.ts'
import { due } from '../case/due.ts'
import type { DutyInstance } from '../case/duty-instance.ts'
import type { Entry } from '../case/entry.ts'
import { fold } from '../case/evolve.ts'
import { moves, type Offer } from '../case/moves.ts'
import { type Part, partOf, partsOf } from '../case/parts.ts'
import { sees } from '../case/sees.ts'
import { shownCase, shownDuties, shownParts } from '../case/shown.ts'
import type { World } from '../case/world.ts'
import type { AgencyId, At, PersonId } from '../people/directory.ts'
import { exampleshire } from '../policy/exampleshire.ts'
import { at, exampleWorld, openWorld, readExample } from './case-example-place.ts'

/** A step of a history: who gives which command, when. */
export interface Step {
  readonly by: PersonId | 'concordat'
  readonly on: At
  readonly gives: Command
}

export interface History {
  readonly world: World
  readonly entries: readonly Entry[]
  readonly c: Case
}

/** Entries of all the steps. Throws what was refused: a history of the tests is an allowed one. */
export function history(steps: readonly Step[], world: World = exampleWorld(), before: readonly Entry[] = []): History {
  const entries: Entry[] = [...before]
  for (const { by, on, gives } of steps) {
    const decided = decide(world, fold(entries), gives, { person: by, at: on })
    if (!decided.ok) throw new Error(`${by} ${gives.kind}: ${decided.refusal.title}. ${decided.refusal.because}`)
    entries.push(...decided.value)
  }
  const c = fold(entries)
  if (!c) throw new Error('A history begins with a raising.')
  return { world, entries, c }
}

/** What the app makes of a case for one reader. */
export interface ExampleView {
  readonly caseId: string
  readonly world: World
  readonly c: Case
  readonly at: At
  readonly reader: PersonId
  readonly part: Part
  readonly entries: readonly Entry[]
  readonly duties: readonly DutyInstance[]
  readonly offers: readonly Offer[]
  readonly parts: readonly Part[]
  readonly reads: readonly { readonly person: PersonId; readonly seq: number; readonly at: At }[]
  readonly refs: { readonly entries: ReadonlyMap<number, string>; readonly duties: ReadonlyMap<string, string> }
}

export function viewOf({ world, entries, c }: History, reader: PersonId, now: At): ExampleView {
  const part = partOf(world, c, reader, now)
  if (!part) throw new Error(`${reader} has no part in this case.`)
  const seen = sees(world, c, entries, reader, now)
  const duties = shownDuties(c, part, due(world, c, now))
  return {
    caseId: 'case-1',
    world,
    c: shownCase(c, part, seen),
    at: now,
    reader,
    part,
    entries: entries.filter((e) => seen.has(e.seq)),
    duties,
    offers: moves(world, c, reader, now),
    parts: shownParts(world, c, part, partsOf(world, c, now)),
    reads: [],
    refs: {
      entries: new Map([...seen].map((seq) => [seq, `e${seq}`])),
      duties: new Map(duties.map((i) => [i.key, i.key])),
    },
  }
}

const raise = (to: readonly AgencyId[], facts: Record<string, boolean | readonly string[] | string> = {}): Command => ({
  kind: 'raise',
  number: '2026-014',
  subject: { kind: 'child', name: 'Leila R', age: '3' },
  title: 'plan not changed after new information',
  facts: {
    'immediate-harm': false,
    reason: ['plan'],
    exact: 'The review conference is not brought forward.',
    'on-plan': true,
    conduct: false,
    ...facts,
  },
  from: 'nursery',
  to: to.map((agency) => ({ agency })),
  arrangement: { words: 'Leila stays with her grandmother.', answersFor: 'tom', until: '2026-04-09' },
  risk: { level: 'serious', words: 'Leila was settled today.' },
})

const monday = '2026-03-30'
const raised: Step = { by: 'amira', on: at(monday, '14:20'), gives: raise(['services']) }
const talked: Step = {
  by: 'amira',
  on: at('2026-03-31', '16:02'),
  gives: {
    kind: 'act',
    verb: 'discuss',
    happened: at('2026-03-31', '15:20'),
    act: {
      words: 'Tom’s view: the plan already covers contact.',
      way: 'phone',
      tookPart: ['amira', 'tom'],
      settled: false,
    },
  },
}
const escalated: Step = {
  by: 'amira',
  on: at('2026-04-01', '16:10'),
  gives: {
    kind: 'move',
    move: 'up',
    words: 'We ask you to bring the review forward.',
    facts: { 'our-why': 'It is not safe to wait.' },
  },
}
const note: Step = {
  by: 'joanne',
  on: at('2026-04-01', '17:40'),
  gives: { kind: 'note', words: 'Ring Dilys on Thursday.' },
}
const protect: Step = {
  by: 'joanne',
  on: at('2026-04-01', '16:20'),
  gives: { kind: 'protect', date: '2026-04-07', words: 'The stay with her grandmother ends that day.' },
}
const wake = (on: At): Step => ({ by: 'concordat', on, gives: { kind: 'tick' } })

/** Raised an hour ago. */
export const fresh = (): History => history([raised])
/** At stage 2; their reply was due on Tuesday 7 April and has not come. */
export const lateReply = (): History =>
  history([raised, talked, escalated, protect, note, wake(at('2026-04-08', '09:00'))], openWorld())
export const silentEnough: At = at('2026-04-08', '18:00')

const replied: Step = {
  by: 'grace',
  on: at('2026-04-02', '10:00'),
  gives: { kind: 'act', verb: 'reply', act: { words: 'We will look at it again.', way: 'e-mail' } },
}
const says = (by: PersonId, on: At): Step => ({
  by,
  on,
  gives: { kind: 'move', move: 'agree', end: 'agreed', words: 'The review is on 9 April.', facts: {} },
})
const agreed: readonly Step[] = [
  raised,
  talked,
  escalated,
  replied,
  says('joanne', at('2026-04-07', '10:00')),
  says('grace', at('2026-04-07', '11:00')),
]
const propose: Step = {
  by: 'joanne',
  on: at('2026-04-07', '15:00'),
  gives: {
    kind: 'propose',
    of: 'our-same-words',
    lines: ['The review is on Thursday 9 April.'],
    outstanding: [{ what: 'Send the papers', who: 'Tom Reddy', agency: 'services', by: '2026-04-16' }],
  },
}

/** Settled; the nursery has written the words, children’s services have not confirmed. */
export const waiting = (): History =>
  history([...agreed, propose, { by: 'joanne', on: at('2026-04-07', '15:05'), gives: confirm(agreed) }], openWorld())

/** What is confirmed is the newest entry, the proposal. */
function confirm(before: readonly Step[]): Command {
  return {
    kind: 'confirm',
    proposal: history([...before, propose], openWorld()).c.version,
    facts: { 'our-outstanding': [], 'our-listened': true, 'our-difference': 'It is sooner.' },
  }
}

/** Taken up to the Chair and a panel. */
export const panelStage = (): History =>
  history(
    [
      raised,
      talked,
      escalated,
      replied,
      {
        by: 'joanne',
        on: at('2026-04-07', '09:30'),
        gives: { kind: 'move', move: 'up', words: 'Not settled.', facts: { 'our-why': 'Nothing has changed.' } },
      },
      {
        by: 'peter',
        on: at('2026-04-07', '14:00'),
        gives: { kind: 'move', move: 'convene', words: 'A panel will hear it.', facts: {} },
      },
    ],
    openWorld(),
  )

/** Two agencies were asked. */
export const several = (): History => history([{ ...raised, gives: raise(['services', 'health']) }])

/** Withdrawn, everything after it done or let go, and closed. */
export const closed = (): History =>
  history([
    raised,
    talked,
    {
      by: 'amira',
      on: at('2026-04-01', '09:30'),
      gives: {
        kind: 'move',
        move: 'withdraw',
        words: 'They changed the plan.',
        facts: { 'our-why': 'They changed the plan.' },
      },
    },
    { by: 'amira', on: at('2026-04-01', '10:00'), gives: { kind: 'close', words: 'Nothing more is needed.' } },
  ])

/** A policy whose first stage is inside the side that raises. */
export const insideText = exampleshire.replace(
  'stages:\n',
  'stages:\n  ask-first:\n    is: Think it through with your own manager\n    between: [raising worker, raising manager]\n    within: 1 working day\n    cites: EX-2\n    moves:\n      agree: null\n',
)
export const inside = (): History => history([raised], exampleWorld(readExample(insideText)))
