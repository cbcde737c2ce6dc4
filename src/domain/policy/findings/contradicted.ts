import { holds } from '../../case/condition.ts'
import type { Answer } from '../../case/entry.ts'
import { movesOfStage } from '../../case/targets.ts'
import type { Finding } from '../finding.ts'
import type { Blocks, Condition, Duty, Event, Id, Policy, Stage } from '../policy.ts'
import { atomsOf, conditionsOf, dutiesOf } from '../static/of-policy.ts'
import { answersTo } from '../walk-facts.ts'
import { atomsIn } from '../walk-steering.ts'
import { code, found } from './found.ts'

/** Rules that contradict themselves or one another: each reads well, and together they cannot be followed. */
export function contradicted(policy: Policy): readonly Finding[] {
  return [
    ...conditionsOf(policy).flatMap((condition) => neverHolds(condition, policy)),
    ...[policy.duties, ...policy.stages.map((stage) => stage.duties)].flatMap(againstEachOther),
    ...dutiesOf(policy).flatMap(({ duty, stage }) => blocksNothing(duty, stage, policy)),
  ]
}

function neverHolds(condition: Condition, policy: Policy): readonly Finding[] {
  if (condition.op !== 'and' || mayHold(condition, policy)) return []
  const message = 'No answers make this hold: its parts contradict one another. Take one of them away.'
  return [found('warning', 'never-holds', atomsOf(condition)[0]?.place, message)]
}

/** Tries every way the questions can be answered, not answered at all among them. Where there are too many, it may. */
function mayHold(condition: Condition, policy: Policy): boolean {
  const atoms = atomsIn(condition)
  let all: ReadonlyMap<Id, Answer>[] = [new Map()]
  for (const fact of new Set(atoms.map((atom) => atom.fact))) {
    const asked = policy.facts[fact]
    const about = atoms.filter((atom) => atom.fact === fact)
    const answers = fact === 'subject' ? policy.for : answersTo(asked, about)
    all = all.flatMap((given) => [given, ...answers.map((answer) => new Map([...given, [fact, answer]]))])
    if (all.length > mostWays) return true
  }
  return all.some((given) => holds(condition, (fact) => given.get(fact)))
}

const mostWays = 5000

/** The same person, the same act, at the same moment, under the same condition: and not the same rule. */
function againstEachOther(duties: readonly Duty[]): readonly Finding[] {
  const groups = Map.groupBy(duties, ({ who, act, when, if: condition }) => meaning([who, act, when, condition]))
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group
    const other = others.find(
      (one) => one.force !== first?.force || meaning(one.within) !== meaning(first?.within ?? []),
    )
    if (!first || !other) return []
    const differ =
      first.force === other.force ? 'give different times' : `say \`${first.force}\` and \`${other.force}\``
    const message = `${code([first.id, other.id])} ask the same of the same person and ${differ}. Keep one, or tell them apart by \`if\` or \`when\`.`
    return [found('warning', 'contradictory-duties', other.place, message)]
  })
}

const meaning = (part: unknown): string =>
  JSON.stringify(part, (key, value) => (key === 'place' || key === 'text' ? undefined : value)) ?? ''

/** A duty before something that nothing leads to from where it is owed, or that has happened when it arises. */
function blocksNothing(duty: Duty, stage: Stage | undefined, policy: Policy): readonly Finding[] {
  return duty.before.flatMap((block) => {
    if (block.type === 'duty' || block.type === 'closed') return []
    const arisesAfter = duty.when.length > 0 && duty.when.every((event) => isOf(event, block))
    if (!arisesAfter && (!stage || leadsTo(stage, block, policy))) return []
    const why = arisesAfter ? 'only arises with it' : `is owed in \`${stage?.id}\`, from where nothing leads there`
    const message = `\`${duty.id}\` is to be done before ${code([block.id])}, and ${why}: it holds nothing up. Correct \`before\`, or leave it out.`
    return [found('warning', 'blocks-nothing', block.place, message)]
  })
}

const isOf = (event: Event, block: Blocks): boolean =>
  (event.on === 'entered' && block.type === 'stage' && block.id === event.stage) ||
  (event.on === 'end' && block.type === 'end' && block.id === event.end) ||
  (event.on === 'ended' && block.type === 'end')

function leadsTo(stage: Stage, block: Blocks, policy: Policy): boolean {
  const moves = movesOfStage(policy, stage)
  if (block.type === 'move') return moves.some((move) => move.id === block.id)
  return moves.some((move) =>
    move.to.some((target) => {
      switch (target.type) {
        case 'stage':
          return block.type === 'stage' && target.id === block.id
        case 'end':
          return (
            block.type === 'end' && target.end === block.id && (move.by?.role !== 'decider' || stage.by !== undefined)
          )
        case 'same':
          return block.type === 'stage' && stage.repeats && stage.id === block.id
        case 'next':
        case 'any stage':
          return block.type === 'stage' && policy.tracks.some((track) => isLater(track.stages, stage.id, block.id))
      }
    }),
  )
}

const isLater = (stages: readonly Id[], here: Id, there: Id): boolean =>
  stages.includes(here) && stages.indexOf(there) > stages.indexOf(here)
