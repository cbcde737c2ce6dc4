import type { Finding } from '../finding.ts'
import type { Id, Move, Policy, Stage } from '../policy.ts'
import { code, found } from './found.ts'

/** Papers and referrals of a stage that a jump passes by: of a passed stage only its notices are still owed. */
export function jumped(policy: Policy): readonly Finding[] {
  const passing = passedBy(policy)
  return policy.stages.flatMap((stage) => {
    const moves = [...(passing.get(stage.id) ?? [])]
    if (moves.length === 0) return []
    return stage.duties
      .filter(({ act, force }) => force !== 'may' && (act.verb === 'write' || act.verb === 'refer'))
      .map((duty) => {
        const message = `\`${duty.id}\` is not owed when ${code(moves)} passes \`${stage.id}\` by. If it must be, put it in the policy's \`duties\`.`
        return found('note', 'jump-misses', duty.place, message)
      })
  })
}

function passedBy(policy: Policy): ReadonlyMap<Id, ReadonlySet<Id>> {
  const passed = new Map<Id, Set<Id>>()
  const note = (stages: readonly Id[], move: Id) => {
    for (const stage of stages) passed.set(stage, (passed.get(stage) ?? new Set()).add(move))
  }
  for (const { stages } of policy.tracks) {
    // On raising, a move to any stage chooses where to begin.
    for (const move of policy.moves) {
      if (move.to.some((target) => target.type === 'any stage')) note(stages.slice(0, -1), move.id)
    }
    for (const [index, id] of stages.entries()) {
      const stage = policy.stages.find((one) => one.id === id)
      for (const move of stage ? movesIn(stage, policy) : []) {
        for (const target of move.to) {
          const to =
            target.type === 'stage' ? stages.indexOf(target.id) : target.type === 'any stage' ? stages.length - 1 : -1
          note(stages.slice(index + 1, Math.max(index + 1, to)), move.id)
        }
      }
    }
  }
  return passed
}

function movesIn(stage: Stage, policy: Policy): readonly Move[] {
  const hidden = new Set([...stage.removes, ...stage.moves.map(({ id }) => id)])
  return [...stage.moves, ...policy.moves.filter(({ id }) => !hidden.has(id))]
}
