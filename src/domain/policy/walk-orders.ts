/** Deadlines whose order decides where a case goes by itself. Source: language.md section 5, "both orders are tried". */
import type { Finding } from './finding.ts'
import { code, found } from './findings/found.ts'
import type { Id } from './policy.ts'
import { movesOf, namedBy } from './static/of-policy.ts'
import type { State, Walk } from './walk.ts'
import { orderMark } from './walk-key.ts'
import { storyOf } from './walk-story.ts'

/** States alike in everything but which deadline comes first. */
export function dependsOnTheDay(walk: Walk): readonly Finding[] {
  const told = new Set<Id>()
  return walk.states.flatMap((state) => {
    const trigger = [...state.parts.keys()].find((part) => part.startsWith(orderMark))?.slice(orderMark.length)
    if (trigger === undefined || told.has(trigger)) return []
    const other = walk.states.find((one) => one.n < state.n && apart(one, state, trigger))
    if (!other) return []
    const rivals = differing(other, state, trigger)
    const move = movesOf(walk.policy).find(
      ({ move: one }) => !one.by && one.when.some((event) => namedBy(event) === trigger),
    )?.move
    if (rivals.length === 0 || !move) return []
    told.add(trigger)
    const [late, rival] = [trigger, rivals[0] ?? ''].map((name) => name.replace(/^stage /, ''))
    const message = `\`${move.id}\` happens by itself when ${code([late ?? ''])} is late. Whether ${code([rival ?? ''])} falls due before or after that depends on the day; both were walked. If one should always come first, count both in the same unit.`
    const ending = `Here ${code([rival ?? ''])} falls due ${namesIn(state, trigger).includes(rivals[0] ?? '') ? 'before' : 'after'} ${code([late ?? ''])}; on other days it is the other way round.`
    return [{ ...found('note', 'depends-on-the-day', move.place, message), story: [...storyOf(walk, state), ending] }]
  })
}

/** Alike but for the order around this deadline. */
function apart(one: State, other: State, trigger: Id): boolean {
  const plain = (state: State) => [...state.parts].filter(([part]) => !part.startsWith(orderMark)).join('|')
  return (
    one.parts.has(orderMark + trigger) &&
    one.parts.get(orderMark + trigger) !== other.parts.get(orderMark + trigger) &&
    plain(one) === plain(other)
  )
}

const namesIn = (state: State, trigger: Id): readonly Id[] => (state.parts.get(orderMark + trigger) ?? '').split(',')

/** What is before it in the one and neither before it nor at the same moment in the other. */
function differing(one: State, other: State, trigger: Id): readonly Id[] {
  const [first, second] = [namesIn(one, trigger), namesIn(other, trigger)]
  const only = (here: readonly Id[], there: readonly Id[]) =>
    here.filter((name) => name !== '' && !name.startsWith('=') && !there.includes(name) && !there.includes(`=${name}`))
  return [...only(first, second), ...only(second, first)]
}
