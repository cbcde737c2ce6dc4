import { curly } from '../../words/phrase-text.ts'
import { type Matched, match } from '../compare/match.ts'
import { nothingRenamed, renamed } from '../compare/rename.ts'
import { parsePolicy } from '../parse-policy.ts'
import type { Duty, Gap, Id, Policy, Who } from '../policy.ts'
import { clausePattern, subjectKinds } from '../shape.ts'
import { writePolicy } from '../write-policy.ts'
import { joinable, joinDuties } from './join-duties.ts'
import { joinPolicyMoves } from './join-moves.ts'
import { joinRaise, joinRegister, joinReview, joinSettings, joinTracks } from './join-rest.ts'
import { joinFacts, joinRoles } from './join-roles.ts'
import { joinStages } from './join-stages.ts'
import { type Both, type Ledger, openLedger, union } from './ledger.ts'
import type { OriginOf, StrictestMade } from './strict.ts'

/**
 * The join of two policies for a disagreement that concerns two areas: a policy that asks whatever either asks, by the stricter
 * of both where they speak of the same. Each rung, duty, move and limit is told with the policy it comes from; clauses keep
 * apart behind the name of theirs ("havering/HV-2.5"). Where neither is stricter the first is followed, and that is told.
 * Source: HV-1.7, K42.
 */
export function strictest(a: Policy, b: Policy): StrictestMade {
  const ledger = openLedger(a, b)
  const marks = a.id === b.id ? [`${a.id}-${a.version}`, `${b.id}-${b.version}`] : [a.id, b.id]
  const one = marked(a, marks[0] ?? a.id)
  const two = withAnswersOf(one, marked(b, marks[1] ?? b.id))
  const text = writePolicy(join(one, two, ledger))
  const read = parsePolicy(text)
  if (!read.ok) return { ok: false, problems: read.problems }
  const { choices, conflicts } = ledger
  const origins = inOrder(ledger.origins, read.policy)
  return {
    ok: true,
    a: headOf(a),
    b: headOf(b),
    names: ledger.names,
    policy: read.policy,
    text,
    origins,
    choices,
    conflicts,
  }
}

const headOf = ({ id, title, version }: Policy) => ({ id, title: curly(title), version })

/** As a case meets them: each stage, then what stands in it; then what holds everywhere. */
function inOrder(origins: readonly OriginOf[], { stages }: Policy): readonly OriginOf[] {
  const kinds = ['stage', 'limit', 'duty', 'move', 'track', 'fact', 'role'] as const
  const at = (one: OriginOf) => {
    const index = stages.findIndex(({ id }) => id === (one.what === 'stage' ? one.id : one.stage))
    return index < 0 ? stages.length + kinds.indexOf(one.what) : index
  }
  return [...origins].sort((x, y) => at(x) - at(y) || kinds.indexOf(x.what) - kinds.indexOf(y.what))
}

/** Clauses behind the name of their policy. */
function marked(policy: Policy, mark: Id): Policy {
  const clause = (id: Id): Id => {
    const long = `${mark}/${id}`
    return clausePattern.test(long) ? long : `${mark.slice(0, 39 - Math.min(id.length, 30))}/${id.slice(0, 30)}`
  }
  return renamed(policy, { ...nothingRenamed, clause })
}

/** An answer of the same words has the first's name; one of the same name and other words gets a new one. */
function withAnswersOf(a: Policy, b: Policy): Policy {
  const { facts, to } = match(a, b)
  const names = new Map<Id, ReadonlyMap<Id, Id>>()
  for (const { a: one, b: two } of facts) {
    if (!one || !two || !('options' in one.kind) || !('options' in two.kind)) continue
    const theirs = Object.entries(one.kind.options)
    const taken = new Map(theirs)
    names.set(
      one.id,
      new Map(
        Object.entries(two.kind.options).map(([id, words]) => {
          const alike = theirs.find(([, text]) => text === words)?.[0]
          return [id, alike ?? (taken.has(id) ? `${id}-${b.id}` : id)] as const
        }),
      ),
    )
  }
  return renamed(b, { ...nothingRenamed, answer: (fact, answer) => names.get(to.fact(fact))?.get(answer) ?? answer })
}

function join(a: Policy, second: Policy, ledger: Ledger): Policy {
  const matched = match(a, second, joinable)
  const { b } = matched
  const settings = joinSettings(a, b, ledger)
  const policies: Both = { a, b, delay: settings.withoutDelay }
  const homes = { a: homesOf(a), b: homesOf(b) }
  const duties = joinDuties(matched.duties, policies, (duty, side) => homes[side].get(duty.id), ledger).map((one) => ({
    ...one,
    duty: bothBoards(one.duty, matched),
  }))
  const stages = joinStages(matched.stages, policies, duties, ledger)
  const { register: _register, review: _review, changes: _changes, ...rest } = a
  const register = joinRegister(a, b, stages, ledger)
  const review = joinReview(a, b)
  if (a.nation !== b.nation)
    ledger.conflict('Bank holidays', `The areas keep different ones.`, `Those of ${ledger.names.a} are counted here.`)
  tellBoards(matched, ledger)
  const parts = {
    roles: joinRoles(matched.roles, a, ledger),
    facts: joinFacts(matched.facts, ledger),
    raise: joinRaise(policies, ledger),
    tracks: joinTracks(a, b, stages),
    moves: joinPolicyMoves(matched.moves, a, ledger),
    settings,
  }
  return {
    ...rest,
    ...parts,
    id: a.id === b.id ? `${a.id}-both` : `${a.id}-and-${b.id}`,
    title: titleOf(a, b, ledger),
    version: 1,
    for: subjectKinds.filter((kind) => a.for.includes(kind) || b.for.includes(kind)),
    readWith: union(union([a.title, b.title], a.readWith), b.readWith),
    stages,
    duties: duties.filter((one) => one.in === undefined).map(({ duty }) => duty),
    ...(register ? { register } : {}),
    ...(review ? { review } : {}),
    clauses: { ...a.clauses, ...b.clauses },
    gaps: [
      ...a.gaps,
      ...b.gaps,
      ...ledger.conflicts.map(
        ({ about, says, chosen }): Gap => ({ cites: [], says: `${about}: ${says}`, ours: chosen }),
      ),
    ],
    history: [],
  }
}

function titleOf(a: Policy, b: Policy, { names }: Ledger): string {
  return a.id === b.id ? `${a.title}, the stricter of ${names.both}` : `${names.both}: the stricter of both`
}

/** Duty to the stage that it is written in. */
function homesOf({ stages }: Policy): ReadonlyMap<Id, Id> {
  return new Map(stages.flatMap((stage) => stage.duties.map((duty) => [duty.id, stage.id] as const)))
}

/** Where both areas have such a post at their Board, a duty to tell it means each area's. Source: K42. */
function bothBoards(duty: Duty, matched: Matched): Duty {
  const { act } = duty
  if (act.verb !== 'tell' && act.verb !== 'write') return duty
  const each = (who: Who): Who =>
    who.side === 'none' && boardPosts(matched).has(who.role) ? { ...who, side: 'each' } : who
  return { ...duty, act: { ...act, to: act.to.map(each) } }
}

function boardPosts({ roles }: Matched): ReadonlySet<Id> {
  return new Set(roles.flatMap(({ a, b }) => (a && b && a.at === 'board' && !a.seats && !b.seats ? [a.id] : [])))
}

function tellBoards(matched: Matched, ledger: Ledger): void {
  if (boardPosts(matched).size > 0)
    ledger.chose(
      'The Boards',
      'Where a duty tells somebody at the Board, each area’s is told: one copy would leave the other Board out.',
    )
}
