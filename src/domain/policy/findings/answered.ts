import { openedOut } from '../../case/forms.ts'
import type { Finding } from '../finding.ts'
import type { Id, Place, Policy } from '../policy.ts'
import { atomsOf, conditionsOf, dutiesOf, movesOf } from '../static/of-policy.ts'
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
  const isAsked = isAskedSomewhere(policy)
  const ofTracks = new Set(policy.tracks.map((track) => track.if))
  const never = conditionsOf(policy)
    .filter((condition) => !ofTracks.has(condition))
    .flatMap((condition) => atomsOf(condition))
    .filter((atom) => !atom.denied && !isAsked(atom.fact))
  const early = policy.tracks.flatMap((track) => atomsOf(track.if).filter((atom) => !isAnswered(atom.fact)))
  return [
    ...[...denied.values()].map(({ fact, place }) => {
      const message = `\`not ${fact}\` holds as long as nobody has answered, and \`${fact}\` is not asked on raising.`
      return found('warning', 'not-yet-asked', place, `${message} Add it to the \`asks\` of \`raise\`.`)
    }),
    ...never.map(({ fact, place }) => {
      const message = `Nobody is ever asked \`${fact}\`, so this never holds. Add it to the \`asks\` of \`raise\` or of a duty, or say \`by\` whom it is answered.`
      return found('warning', 'never-asked', place, message)
    }),
    ...early.map(({ fact, place }) => {
      const message = `The track is chosen on raising, and \`${fact}\` is not asked there. Add it to the \`asks\` of \`raise\`.`
      return found('warning', 'track-not-asked', place, message)
    }),
  ]
}

/** Facts that somebody is asked: on raising, on the form of a duty or a move, as a duty of its own, or as whoever answers it. */
export function isAskedSomewhere(policy: Policy): (fact: Id) => boolean {
  const duties = dutiesOf(policy).map(({ duty }) => duty)
  const forms = [...duties.flatMap(({ asks }) => asks), ...movesOf(policy).flatMap(({ move }) => move.asks)]
  const own = duties.flatMap(({ act }) => (act.verb === 'answer' ? [act.fact] : []))
  const ofMoves = movesOf(policy).flatMap(({ move }) => atomsOf(move.if).map((atom) => atom.fact))
  const asked = new Set([...openedOut(policy, [...policy.raise.asks, ...forms, ...own]), ...ofMoves, 'immediate-harm'])
  return (fact) => asked.has(fact) || policy.facts[fact]?.by !== undefined || policy.facts[fact]?.derived === true
}
