/**
 * Rehearsals: a fictional case under a policy, in the same pages as a real one, by invented people and a clock that somebody moves on.
 * Each is a partnership of its own, so nothing of it can stand in a real register. Source: issue "The policy workbench" point 5.
 */
import { randomBytes } from 'node:crypto'
import type { Case } from '../domain/case/case.ts'
import { due } from '../domain/case/due.ts'
import { type DutyInstance, isLive } from '../domain/case/duty-instance.ts'
import { owersIn } from '../domain/case/holders-in-case.ts'
import type { World } from '../domain/case/world.ts'
import type { Directory, Post } from '../domain/people/directory.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import { rehearsalCast } from '../domain/policy/rehearsal-cast.ts'
import { raisingAgencyId, respondingAgencyId } from '../domain/policy/walk-cast.ts'
import { keepFew } from '../store/keep-few.ts'
import type { KeptPolicy } from '../store/policies.ts'
import type { RehearsalRow } from '../store/rehearsals.ts'
import type { Store } from '../store/store.ts'
import type { Tx } from '../store/tx.ts'
import type { App, Asking } from './app.ts'
import { bankHolidays } from './bank-holidays.ts'
import { type Clock, standingAt } from './clock.ts'
import { ownDraft } from './own-drafts.ts'
import { principalOf } from './principal-of.ts'
import { readText, type Surroundings, surroundingsOf } from './read-text.ts'
import { type OpenCase, openCase } from './run.ts'

/** What somebody rehearses, as they see it. */
export interface Rehearsing {
  readonly partnership: string
  /** The real partnership it was begun in. */
  readonly of: string
  readonly title: string
  readonly policy: Id
  readonly version: number
  /** Who raises, under the policy's rule of who may. */
  readonly raiser: string
  /** By agency, each from its first tier up. */
  readonly cast: readonly {
    readonly person: string
    readonly name: string
    readonly post: string
    readonly agency: string
  }[]
  /** Moves its clock on, and lets what is due on the way happen; says how many cases that wrote in. Never back. */
  moveOn(to: At): Promise<number>
  /** The next moment at which something is due. */
  nextDue(): Promise<At | undefined>
  /** What its cases wait for and by whom, the soonest first: each owed thing once for each who may do it. */
  waitsFor(): Promise<readonly WaitsFor[]>
}

export interface WaitsFor {
  readonly person: string
  readonly c: Case
  readonly world: World
  readonly instance: DutyInstance
}

type At = number

export interface Rehearsals {
  /** A rehearsal of a version kept here, or of a draft by those who keep policies. Its partnership and a session in it, as the one who raises. */
  begin(
    asking: Asking,
    what: { readonly policy: Id; readonly version: number } | { readonly draft: string },
  ): Promise<{ readonly partnership: string; readonly token: string } | undefined>
  /** Somebody of the real partnership comes to one that is there, as the one who raises: a session in it. */
  join(asking: Asking, partnership: string): Promise<string | undefined>
  /** The last that the viewer began. */
  mine(asking: Asking): Promise<readonly RehearsalRow[]>
  /** The application as it is inside: with that clock and those people. Nothing for what is no rehearsal. */
  inside(partnership: string): Promise<App | undefined>
}

/** Partnerships whose ids begin so are rehearsals. */
export const rehearsalPrefix = 'rehearsal-'
/** How many one person may begin in a day. Ours: a rehearsal is kept like everything else. */
const mostInADay = 40

export function makeRehearsals(
  store: Store,
  clock: Clock,
  appWith: (clock: Clock, rehearsing: Rehearsing) => App,
): Rehearsals {
  const open = new Map<string, Promise<App | undefined>>()
  const turns = new Map<string, Promise<unknown>>()

  /** Whoever comes while it is being opened waits for the same one: two would have two clocks. */
  async function inside(partnership: string): Promise<App | undefined> {
    if (!partnership.startsWith(rehearsalPrefix)) return undefined
    const known = open.get(partnership)
    if (known) return known
    const opening = opened(partnership)
    keepFew(open, partnership, opening)
    const app = await opening.catch((error: unknown) => {
      open.delete(partnership)
      throw error
    })
    if (!app) open.delete(partnership)
    return app
  }

  async function opened(partnership: string): Promise<App | undefined> {
    const found = await store.transaction(
      { nobody: true, partnership },
      async (tx) => ({ row: await tx.rehearsals.get(), directory: await tx.directory() }),
      { at: clock.now() },
    )
    const { row, directory } = found
    if (!row) return undefined
    const own = standingAt(row.clock)
    const program = { program: true, partnership } as const
    const app: App = appWith(own, {
      partnership,
      of: row.of,
      title: row.title,
      policy: row.policy,
      version: row.version,
      raiser: row.raiser,
      cast: inOrder(directory).map((post) => ({
        person: post.person,
        name: directory.people[post.person]?.name ?? '',
        post: post.title,
        agency: directory.agencies[post.agency]?.name ?? '',
      })),
      async moveOn(to) {
        if (to <= own.now()) return 0
        await store.transaction(program, (tx) => tx.rehearsals.setClock(to), { at: own.now() })
        own.set(to)
        return app.run.tick(partnership)
      },
      nextDue: () => store.transaction(program, (tx) => tx.rehearsals.nextDue(), { at: own.now() }),
      waitsFor: () => store.transaction(program, (tx) => waitsFor(tx, own.now()), { at: own.now() }),
    })
    return app
  }

  const sessionIn = async (partnership: string): Promise<string | undefined> => {
    const app = await inside(partnership)
    return app?.rehearsing && app.sessions.begin(partnership, app.rehearsing.raiser)
  }

  const beginOne: Rehearsals['begin'] = async (asking, what) => {
    const found = await store.transaction(principalOf(asking), (tx) => sourceOf(tx, asking, what), { at: clock.now() })
    if (!found) return undefined
    const read = await readText(found.text, found.around)
    if (!read.ok || !read.checked.ok) return undefined
    const partnership = `${rehearsalPrefix}${randomBytes(8).toString('hex')}`
    await keep(partnership, asking, read.policy, found)
    const token = await sessionIn(partnership)
    return token === undefined ? undefined : { partnership, token }
  }

  return {
    inside,
    async begin(asking, what) {
      // One after another for each person: of many at once all would count the same.
      const who = JSON.stringify([asking.viewer.partnership, asking.viewer.person])
      const before = turns.get(who) ?? Promise.resolve()
      const mine = before.catch(() => undefined).then(() => beginOne(asking, what))
      turns.set(who, mine)
      try {
        return await mine
      } finally {
        if (turns.get(who) === mine) turns.delete(who)
      }
    },
    async join(asking, partnership) {
      const app = await inside(partnership)
      return app?.rehearsing?.of === asking.viewer.partnership ? sessionIn(partnership) : undefined
    },
    mine: (asking) =>
      store.transaction(principalOf(asking), (tx) => tx.rehearsals.begunBy(asking.viewer.person, 10), {
        at: clock.now(),
      }),
  }

  /** The place of a rehearsal: its people, its policy with the parents it needs, the calendar of its nation. */
  async function keep(partnership: string, asking: Asking, policy: Policy, found: Found): Promise<void> {
    const { text, kept } = found
    const at = clock.now()
    const calendar = await store.transaction(principalOf(asking), (tx) => tx.calendars.get(policy.nation), { at })
    const { directory, raiser } = rehearsalCast(policy, bankHolidays(policy.nation))
    await store.transaction(
      { program: true, partnership },
      async (tx) => {
        await tx.saveDirectory(directory, `Rehearsal of ${policy.title}`)
        if (calendar) await tx.calendars.save(calendar)
        for (const one of kept.filter((other) => other.id !== policy.id || other.version < policy.version))
          await tx.policies.save(one)
        await tx.policies.save({ id: policy.id, version: policy.version, hash: policy.hash, text })
        await tx.policies.adopt(policy.id, policy.version)
        await tx.rehearsals.begin({
          of: asking.viewer.partnership,
          policy: policy.id,
          version: policy.version,
          title: policy.title,
          by: asking.viewer.person,
          raiser,
          began: at,
          clock: at,
        })
      },
      { at },
    )
  }
}

/** What a rehearsal is made of, as it stands in the real place. */
interface Found {
  readonly text: string
  readonly around: Surroundings
  readonly kept: readonly KeptPolicy[]
}

/** Nothing where the text is not theirs to rehearse, or they have begun very many today. */
async function sourceOf(tx: Tx, asking: Asking, what: Parameters<Rehearsals['begin']>[1]): Promise<Found | undefined> {
  const { viewer } = asking
  const text =
    'draft' in what
      ? (await ownDraft(tx, viewer, what.draft))?.text
      : (await tx.policies.get(what.policy, what.version))?.text
  const last = await tx.rehearsals.begunBy(viewer.person, mostInADay)
  const tooMany = last.length === mostInADay && (last.at(-1)?.began ?? 0) > tx.at - 24 * 3_600_000
  if (text === undefined || tooMany) return undefined
  const around = await surroundingsOf(tx)
  return { text, around, kept: await tx.policies.list() }
}

async function waitsFor(tx: Tx, at: At): Promise<readonly WaitsFor[]> {
  const lines = await tx.register({}, { limit: mostCases })
  const open: OpenCase[] = []
  for (const { caseId, status } of lines) {
    const found = status === 'closed' ? undefined : await openCase(tx, caseId)
    if (found) open.push(found)
  }
  return open
    .flatMap(({ world, c }) =>
      due(world, c, at)
        .filter((i) => isLive(i) && i.status !== 'waiting' && i.force !== 'may' && i.duty?.act.verb !== 'keep')
        .flatMap((instance) => owersIn(world, c, instance, at).map(({ person }) => ({ person, c, world, instance }))),
    )
    .toSorted((a, b) => dueAt(a) - dueAt(b))
}

/** Cases of one rehearsal that are looked at. Ours: somebody practises with one or two. */
const mostCases = 20
const dueAt = ({ instance }: WaitsFor): At => instance.due?.at ?? Number.MAX_SAFE_INTEGER

/** The side that raises first, then the side that is asked, the Board, and others; in each from the first tier up. */
const inOrder = ({ posts }: Directory): readonly Post[] => {
  const first = [raisingAgencyId, respondingAgencyId, 'board']
  const rank = (post: Post) => (first.includes(post.agency) ? first.indexOf(post.agency) : first.length)
  return posts.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.agency.localeCompare(b.agency) ||
      (a.tier ?? 99) - (b.tier ?? 99) ||
      a.title.localeCompare(b.title),
  )
}
