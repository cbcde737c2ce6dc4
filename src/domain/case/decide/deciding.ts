/** What every part of `decide` works with: the case, the actor and their part, and the pen that numbers entries. */
import type { AgencyId, At, PersonId } from '../../people/directory.ts'
import type { Id } from '../../policy/policy.ts'
import { type Case, currentVisit } from '../case.ts'
import { due } from '../due.ts'
import { type DutyInstance, isLive } from '../duty-instance.ts'
import type { Audience, Entry, InstanceKey, Side, What } from '../entry.ts'
import { evolve } from '../evolve.ts'
import { owersIn } from '../holders-in-case.ts'
import type { Part } from '../parts.ts'
import { refuse } from '../refusal.ts'
import type { Actor, World } from '../world.ts'

export interface Deciding {
  readonly world: World
  readonly c: Case
  readonly actor: Actor
  /** The actor's strongest part. */
  readonly part: Part
  readonly parts: readonly Part[]
}

/** An entry before it has a number, a policy and a time of recording. */
export interface Draft {
  readonly what: What
  readonly audience?: Audience
  readonly answers?: readonly InstanceKey[]
  readonly happened?: At
  readonly told?: At
  readonly owner?: AgencyId
  readonly inConfidence?: boolean
  readonly corrects?: number
  readonly as?: Id
  /** Written by the program at the time of its event. */
  readonly byItself?: boolean
}

export interface Writer {
  readonly entries: readonly Entry[]
  readonly case: Case
  add(draft: Draft, actor: Actor, part?: { readonly agency: AgencyId; readonly side: Side }): void
}

export function writer(world: World, from: Case | undefined): Writer {
  const entries: Entry[] = []
  let c = from
  return {
    entries,
    get case(): Case {
      if (!c) throw new Error('Nothing has been written yet.')
      return c
    },
    add(draft, actor, part) {
      const own = part ?? partOfRaised(draft.what)
      const program = draft.byItself || actor.person === 'concordat' || !own
      const agency = program ? ('concordat' as const) : own.agency
      const entry: Entry = {
        seq: (c?.version ?? 0) + 1,
        happened: draft.happened ?? actor.at,
        told: draft.told ?? actor.at,
        recorded: actor.at,
        by: program ? 'concordat' : actor.person,
        ...(draft.as ? { as: draft.as } : {}),
        agency,
        side: program ? 'concordat' : own.side,
        owner: draft.owner ?? agency,
        audience: draft.audience ?? { to: 'parties' },
        inConfidence: draft.inConfidence ?? false,
        policy: c?.policy ?? { id: world.policy.id, version: world.policy.version, hash: world.policy.hash },
        ...(draft.what.kind === 'version changed' ? { policy: draft.what.version } : {}),
        answers: draft.answers ?? [],
        ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
        what: draft.what,
      }
      entries.push(entry)
      c = evolve(c, entry)
    },
  }
}

const partOfRaised = (what: What) => {
  const agency = what.kind === 'raised' ? what.agencies.find((a) => a.side === 'raising')?.agency : undefined
  return agency ? { agency, side: 'raising' as const } : undefined
}

export const dutiesNow = (d: Deciding): readonly DutyInstance[] => due(d.world, d.c, d.actor.at)

export const isMine = (d: Deciding, i: DutyInstance): boolean =>
  owersIn(d.world, d.c, i, d.actor.at).some((h) => h.person === d.actor.person)

/** Live instances of a duty or verb that the actor owes. */
export const mine = (d: Deciding, all: readonly DutyInstance[]): readonly DutyInstance[] =>
  all.filter((i) => isLive(i) && isMine(d, i))

/** What has to be done before these duties, of this visit or of the policy. Another side's silence holds nobody up. */
export function heldUp(
  d: Deciding,
  all: readonly DutyInstance[],
  wanted: readonly DutyInstance[],
): ReturnType<typeof refuse> | undefined {
  const visit = currentVisit(d.c).n
  const held = all.filter(
    (other) =>
      other.duty &&
      other.force !== 'may' &&
      isLive(other) &&
      (other.scope === 'policy' || other.visit === visit) &&
      !(other.status === 'late' && other.side !== d.part.side) &&
      other.duty.before.some((b) => b.type === 'duty' && wanted.some((i) => isLive(i) && i.duty && i.id === b.id)),
  )
  const [first] = held
  return (
    first &&
    refuse('blocked', 'Something has to be done first', 'The policy puts another duty before this one.', {
      cites: first.duty?.cites ?? [],
      first: held.map((i) => i.key),
    })
  )
}

/** Told of the case, or keeping the register of it: not one of those who write its record. */
export const onlyKnows = (d: Pick<Deciding, 'part'>): boolean => d.part.level === 'observer' || d.part.level === 'board'

export const ownAgency = (d: Deciding): Audience => ({ to: 'agency', agency: d.part.agency })

export const onlyThese = (...people: readonly PersonId[]): Audience => ({ to: 'people', people })
