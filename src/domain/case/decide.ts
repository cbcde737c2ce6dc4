/**
 * `decide`: the entries that a command makes, or a refusal that cites its clause. It alone says yes or no.
 * Pure: time and person come in with the actor. What happens by itself (automatic moves, waivers of "same person", closing)
 * is written before and after, at its own time. Source: domain.md section 3; language.md section 3.
 */
import type { Case } from './case.ts'
import type { Command, RaiseCommand } from './command.ts'
import { actedAs } from './decide/acted-as.ts'
import { acts } from './decide/acts.ts'
import { agreeing } from './decide/agreeing.ts'
import { byItself } from './decide/by-itself.ts'
import { changingVersion } from './decide/changing-version.ts'
import { type Deciding, type Draft, writer } from './decide/deciding.ts'
import { following } from './decide/following.ts'
import { moving } from './decide/moving.ts'
import { panel } from './decide/panel.ts'
import { people } from './decide/people.ts'
import { answersWhat, protecting } from './decide/protecting.ts'
import { raising } from './decide/raising.ts'
import { sharing } from './decide/sharing.ts'
import type { Entry } from './entry.ts'
import { partsOf } from './parts.ts'
import { type Decision, refuse } from './refusal.ts'
import { type Actor, type World, worldAfter } from './world.ts'

export function decide(world: World, c: Case | undefined, command: Command, actor: Actor): Decision<readonly Entry[]> {
  const write = writer(world, c)
  if (command.kind === 'raise') {
    if (c)
      return refuse(
        'already done',
        'This concern has been raised already',
        'A case is raised once. Nothing was sent a second time.',
      )
    const raised = raising(world, command, actor)
    if (!raised.ok) return raised
    write.add(raised.value, actor)
    for (const more of withIt(command)) {
      const parts = partsOf(world, write.case, actor.at).filter((p) => p.person === actor.person)
      const part = parts[0]
      if (!part) break
      const drafts = route({ world, c: write.case, actor, part, parts }, more)
      if (!drafts.ok) return drafts
      for (const draft of drafts.value) write.add(draft, actor, part)
    }
    byItself(world, write, actor.at)
    return { ok: true, value: write.entries }
  }
  if (!c) return refuse('no part', 'There is no such case', 'Nothing was changed.')
  byItself(world, write, actor.at)
  if (command.kind === 'tick') return { ok: true, value: write.entries }
  const now = write.case
  const all = partsOf(world, now, actor.at).filter((p) => p.person === actor.person)
  const sides = new Set(all.filter((p) => p.level === 'party').map((p) => p.side))
  // A party does not decide as well: the role's `else` does.
  const parts = sides.size === 0 ? all : all.filter((p) => p.level !== 'decider')
  const part = parts[0]
  if (!part)
    return refuse(
      'no part',
      'You have no part in this case',
      'Only the people the procedure brings into a case may act in it.',
    )
  if (sides.size > 1)
    return refuse(
      'both sides',
      'You cannot act in this case',
      'You hold posts on both sides of it. Somebody else at your agency has to act instead.',
    )
  const deciding: Deciding = { world, c: now, actor, part, parts }
  const drafts = route(deciding, command)
  if (!drafts.ok) return drafts
  const [first, then] = enteredFirst(drafts.value)
  for (const draft of first) write.add({ ...draft, ...actedAs(deciding, draft) }, actor, part)
  for (const draft of then)
    write.add({ ...draft, answers: riskAsked({ ...deciding, c: write.case }, draft) }, actor, part)
  byItself(worldAfter(world, write.case.policy), write, actor.at)
  return { ok: true, value: write.entries }
}

/** The risk said with a move to a stage is the new stage's answer as well: nobody is asked again for what they just said. Source: C-3. */
function enteredFirst(drafts: readonly Draft[]): readonly [readonly Draft[], readonly Draft[]] {
  const enters = drafts.some(({ what }) => what.kind === 'escalated' || what.kind === 'sent back')
  const risk = (draft: Draft) => enters && draft.what.kind === 'risk reviewed'
  return [drafts.filter((draft) => !risk(draft)), drafts.filter(risk)]
}

const riskAsked = (d: Deciding, { answers = [] }: Draft): readonly string[] => [
  ...new Set([...answers, ...answersWhat(d, 'our-risk')]),
]

/** What is said with a concern and is an entry of its own. */
function withIt(command: RaiseCommand): readonly Exclude<Command, { kind: 'raise' | 'tick' }>[] {
  return [
    ...(command.protective ? [{ kind: 'protect' as const, ...command.protective }] : []),
    ...(command.arrangement ? [{ kind: 'arrange' as const, ...command.arrangement }] : []),
    ...(command.risk ? [{ kind: 'review risk' as const, ...command.risk }] : []),
    ...(command.supporter ? [{ kind: 'support' as const, person: command.supporter }] : []),
  ]
}

function route(d: Deciding, command: Exclude<Command, { kind: 'raise' | 'tick' }>): Decision<readonly Draft[]> {
  switch (command.kind) {
    case 'act':
    case 'answer':
    case 'weigh reply':
    case 'breach':
    case 'waive':
    case 'set date':
      return acts(d, command)
    case 'move':
    case 'ask gate':
    case 'reopen':
      return moving(d, command)
    case 'review risk':
    case 'arrange':
    case 'check arrangement':
    case 'protect':
    case 'need no date':
      return protecting(d, command)
    case 'propose':
    case 'confirm':
    case 'not confirm':
      return agreeing(d, command)
    case 'join':
    case 'join as raiser':
    case 'support':
      return people(d, command)
    case 'compose panel':
    case 'declare conflict':
    case 'change decision':
    case 'dissent':
      return panel(d, command)
    case 'note':
    case 'keep information':
    case 'share':
    case 'not share':
    case 'permit':
      return sharing(d, command)
    case 'change version':
      return changingVersion(d, command)
    case 'open action':
    case 'finish action':
    case 'debrief':
    case 'learn':
    case 'correct':
    case 'close':
      return following(d, command)
  }
}
