/**
 * How a panel votes and what its votes come to: who sits, how many have to take part, when it has decided, and who breaks a tie.
 * `decide` refuses by it and records the votes; the page of a decision asks by it. Source: language.md section 2 "seats", "settings"; C-12, C-13.
 */
import type { At, PersonId } from '../people/directory.ts'
import { holders, live } from '../people/holders.ts'
import type { Id, Move, Policy, Role, Seats } from '../policy/policy.ts'
import { type Case, currentVisit } from './case.ts'
import type { Ballot, PanelMember, Vote } from './entry.ts'
import { placeOf } from './holders-in-case.ts'
import { panelRule } from './panel-rule.ts'
import { refuse } from './refusal.ts'
import { stageOf } from './stage-of.ts'
import { type Lands, movesOfStage } from './targets.ts'
import { personName, type World } from './world.ts'

type No = ReturnType<typeof refuse>

/** The panel that has to vote on this move; nothing where no panel decides it. */
export function votersOf(world: World, c: Case, move: Pick<Move, 'by'>, lands: Lands): Panel | undefined {
  const panel = panelHere(world, c)
  const makes = move.by?.role === 'decider' || move.by?.role === panel?.role.id
  return panel && (makes || (lands.to === 'end' && lands.end === 'decided')) ? panel : undefined
}

export interface Panel {
  readonly role: Role
  readonly seats: Seats
  /** Who was chosen for this visit; nobody before that. */
  readonly members: readonly PanelMember[]
  /** Those of them who have not stepped aside. */
  readonly sitting: readonly PanelMember[]
}

/** The panel of the stage the case stands in, or ended in. */
export function panelHere(world: World, c: Case): Panel | undefined {
  const visit = currentVisit(c)
  const by = stageOf(world, visit.stage)?.by
  const role = by ? world.policy.roles[by.role] : undefined
  if (!role?.seats) return undefined
  const members = c.panel?.visit === visit.n ? c.panel.members : []
  return { role, seats: role.seats, members, sitting: members.filter((m) => !hasConflict(c, m.person)) }
}

export const hasConflict = (c: Case, person: PersonId): boolean => c.conflicts.some((x) => x.person === person)

/** Every sitting member in favour: for a rehearsal only. */
export const allInFavour = (c: Case): readonly Ballot[] =>
  (c.panel?.members ?? [])
    .filter((m) => !hasConflict(c, m.person))
    .map(({ person }) => ({ person, vote: 'for' as const }))

/** Other outcomes a member may be for: what else this panel may do with the case. */
export function otherOutcomes(world: World, c: Case, move: Id): readonly Move[] {
  const stage = stageOf(world, currentVisit(c).stage)
  const role = panelHere(world, c)?.role.id
  if (!stage || !role) return []
  return movesOfStage(world.policy, stage).filter(
    (m) => m.id !== move && (m.by?.role === role || m.by?.role === 'decider'),
  )
}

/** The votes as the record keeps them: every member, also who stayed away or stepped aside. */
export function recorded(
  world: World,
  c: Case,
  panel: Panel,
  cast: readonly Ballot[],
  outcome: Id,
  at: At,
): readonly Vote[] {
  const posts = live(placeOf(world, at))
  return panel.members.map((member): Vote => {
    const post =
      posts.find((p) => p.person === member.person && p.agency === member.agency && p.role === panel.seats.of) ??
      posts.find((p) => p.person === member.person && p.agency === member.agency)
    const given = cast.find((b) => b.person === member.person)
    const vote = hasConflict(c, member.person) ? 'stepped aside' : (given?.vote ?? 'took no part')
    return {
      person: member.person,
      agency: member.agency,
      title: post?.title ?? '',
      ...(member.chairs ? { chairs: true } : {}),
      vote,
      ...(vote === 'for' ? { outcome: given?.outcome ?? outcome } : {}),
    }
  })
}

/** Why this panel has not decided for this outcome; nothing when it has. */
export function votesRefusal(
  world: World,
  c: Case,
  panel: Panel,
  cast: readonly Ballot[],
  outcome: Id,
  at: At,
  moveCites: readonly Id[] = [],
): No | undefined {
  const { role, seats, members, sitting } = panel
  const cites = role.cites.length > 0 ? role.cites : moveCites
  const no = (because: string, isOurs = false) =>
    refuse('panel', 'The panel cannot decide yet', isOurs ? `${because} ${ours}` : because, {
      cites: isOurs ? [] : cites,
    })
  if (members.length === 0)
    return refuse('panel', 'There is no panel yet', 'A panel is composed before it decides.', { cites })
  const wrong = unusable(world, c, panel, cast, outcome)
  if (wrong) return refuse('panel', wrong.title, wrong.because, { cites })
  const broken =
    sitting.length < members.length ? panelRule(world, c, sitting, at).find((r) => r.must && !r.met) : undefined
  if (broken || sitting.length === 0)
    return no('A member has declared a conflict and steps aside. The panel is chosen again without them.')
  const took = sitting.filter((m) => cast.some((b) => b.person === m.person))
  if (seats.decides === 'together' && took.length < sitting.length)
    return no('The panel decides together: every member who sits takes part.')
  const quorum = quorumOf(world.policy, seats, sitting.length)
  if (took.length < quorum.members)
    return no(
      quorum.members === sitting.length
        ? 'Every member who sits takes part.'
        : `At least ${quorum.members} members take part, and ${took.length === 1 ? 'one has' : `${took.length} have`}.`,
      quorum.isOurs,
    )
  const inFavour = cast.filter((b) => b.vote === 'for' && (b.outcome ?? outcome) === outcome).length
  if (seats.decides === 'together')
    return inFavour === sitting.length
      ? undefined
      : no(
          'The panel decides together: every member who sits has to be for the same outcome. Talk it over again, or take another way that the stage offers.',
        )
  const against = cast.filter((b) => b.vote !== 'abstains').length - inFavour
  if (inFavour > against) return undefined
  if (inFavour < against || inFavour === 0)
    return no('It needs more votes for this outcome than against it. Whoever abstains is not counted.')
  return tied(world, panel, cast, outcome, at, no)
}

/** The chair's vote counts twice, as it were. Where no chair sits, or the chair abstains, nobody breaks the tie. */
function tied(
  world: World,
  { role, seats, sitting }: Panel,
  cast: readonly Ballot[],
  outcome: Id,
  at: At,
  no: (because: string, isOurs?: boolean) => No,
): No | undefined {
  const { policy } = world
  const word = seats.ties ?? policy.settings.ties
  const isOurs = seats.ties === undefined && !policy.settings.setByPolicy.includes('ties')
  if (word === 'none')
    return no(
      'The votes are even, and the policy lets nobody break a tie. Talk it over again until one outcome has more votes.',
    )
  const chair = sitting.find((m) => m.chairs) ?? sitting.find((m) => holdsRole(world, m, word, at))
  if (!chair)
    return no(
      `The votes are even, and nobody who chairs the ${role.is} sits on it. Have the panel name who chairs it, or talk it over again until one outcome has more votes.`,
      isOurs,
    )
  const vote = cast.find((b) => b.person === chair.person)
  if (vote?.vote === 'for' && (vote.outcome ?? outcome) === outcome) return undefined
  return no(
    vote === undefined || vote.vote === 'abstains'
      ? `The votes are even, and ${personName(world, chair.person)}, who chairs, has not voted for either. Their vote decides.`
      : `The votes are even, and ${personName(world, chair.person)}, who chairs, is not for this outcome. Their vote decides.`,
    isOurs,
  )
}

const holdsRole = (world: World, member: PanelMember, role: Id, at: At): boolean =>
  world.policy.roles[role] !== undefined &&
  ([undefined, member.agency] as const).some((agency) =>
    holders(placeOf(world, at), role, agency).some((h) => h.person === member.person && h.via === 'role'),
  )

function unusable(
  world: World,
  c: Case,
  { members }: Panel,
  cast: readonly Ballot[],
  outcome: Id,
): { readonly title: string; readonly because: string } | undefined {
  const known = new Set([outcome, ...otherOutcomes(world, c, outcome).map((m) => m.id)])
  for (const [n, ballot] of cast.entries()) {
    const name = personName(world, ballot.person)
    if (!members.some((m) => m.person === ballot.person))
      return { title: `${name} has no vote`, because: 'Only the members of this panel vote.' }
    if (hasConflict(c, ballot.person))
      return {
        title: `${name} has no vote`,
        because: 'Whoever declared a conflict of interest steps aside and does not vote.',
      }
    if (cast.findIndex((b) => b.person === ballot.person) !== n)
      return { title: `${name} has voted twice`, because: 'Each member has one vote.' }
    if (ballot.outcome !== undefined && !known.has(ballot.outcome))
      return { title: 'There is no such outcome', because: 'Members vote for one of the outcomes that this stage has.' }
  }
  return undefined
}

/** How many have to take part: the seats' own number, else the setting's. `all` is all who sit, `majority` more than half of them. */
export function quorumOf(
  policy: Policy,
  seats: Seats,
  sitting: number,
): { readonly members: number; readonly isOurs: boolean } {
  const word = seats.quorum ?? policy.settings.quorum
  const isOurs = seats.quorum === undefined && !policy.settings.setByPolicy.includes('quorum')
  if (word === 'all') return { members: sitting, isOurs }
  const n = Number.parseInt(word, 10)
  return { members: Number.isNaN(n) ? Math.floor(sitting / 2) + 1 : n, isOurs }
}

const ours = 'This is Concordat’s default, where the policy says nothing.'
