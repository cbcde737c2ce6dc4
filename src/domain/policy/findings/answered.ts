import type { Finding } from '../finding.ts'
import type { Condition, Id, Place, Policy } from '../policy.ts'
import { atomsOf, dutiesOf, movesOf } from '../static/of-policy.ts'
import { found } from './found.ts'

/** Conditions that are decided by nobody having answered. */
export function answered(policy: Policy): readonly Finding[] {
  const isAnswered = (fact: Id) =>
    fact === 'immediate-harm' || policy.facts[fact]?.derived === true || policy.raise.asks.includes(fact)
  const denied = new Map<string, { fact: Id; place: Place }>()
  for (const atom of conditionsOf(policy).flatMap((condition) => atomsOf(condition))) {
    const { line, column, policy: other } = atom.place
    if (atom.denied && !isAnswered(atom.fact)) denied.set(`${other} ${line} ${column}`, atom)
  }
  const early = policy.tracks.flatMap((track) => atomsOf(track.if).filter((atom) => !isAnswered(atom.fact)))
  return [
    ...[...denied.values()].map(({ fact, place }) => {
      const message = `\`not ${fact}\` holds as long as nobody has answered, and \`${fact}\` is not asked on raising.`
      return found('warning', 'not-yet-asked', place, `${message} Add it to the \`asks\` of \`raise\`.`)
    }),
    ...early.map(({ fact, place }) => {
      const message = `The track is chosen on raising, and \`${fact}\` is not asked there. Add it to the \`asks\` of \`raise\`.`
      return found('warning', 'track-not-asked', place, message)
    }),
  ]
}

function conditionsOf(policy: Policy): readonly (Condition | undefined)[] {
  return [
    ...dutiesOf(policy).flatMap(({ duty }) => [duty.if, ...duty.within.map((limit) => limit.if)]),
    ...movesOf(policy).map(({ move }) => move.if),
    ...policy.stages.flatMap((stage) => [stage.if, ...stage.within.map((limit) => limit.if)]),
    ...policy.raise.within.map((limit) => limit.if),
  ]
}
