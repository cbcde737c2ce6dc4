import type { Finding } from '../finding.ts'
import type { Duty, Event, Limit, Policy, Stage } from '../policy.ts'
import { dutiesOf, movesOf } from '../static/of-policy.ts'
import { isAskedSomewhere } from './answered.ts'
import { code, found } from './found.ts'

/** Stages and duties that nothing ever makes late. */
export function limited(policy: Policy): readonly Finding[] {
  return [
    ...policy.stages.flatMap((stage) => stageLimits(stage, policy)),
    ...sharedLimits(policy),
    ...dutiesOf(policy).flatMap(({ duty }) => holdsUp(duty)),
    ...neverLate(policy),
    ...neverStarts(policy),
  ]
}

function stageLimits(stage: Stage, policy: Policy): readonly Finding[] {
  if (stage.within.length === 0) {
    const message = `\`${stage.id}\` has no limit, so it is never late unless a protective date is given. Add \`within\`.`
    return [found('warning', 'stage-without-limit', stage.place, message)]
  }
  const isSet = policy.settings.setByPolicy.includes('without-delay')
  if (isSet || stage.within.some(({ length }) => length.unit !== 'without-delay')) return []
  const message = `\`${stage.id}\` has no limit but \`without delay\`, and what that means is Concordat's default. Add a length.`
  return [found('warning', 'stage-only-without-delay', stage.within[0]?.place, message)]
}

// One clock over two stages: whoever is slow first leaves nothing to the next, and neither stage answers for it.
function sharedLimits(policy: Policy): readonly Finding[] {
  const groups = Map.groupBy(
    policy.stages.flatMap((stage) => stage.within.filter(({ of }) => of).map((limit) => ({ stage, limit }))),
    ({ limit }) => JSON.stringify([limit.length, limit.of], (key, value) => (key === 'place' ? undefined : value)),
  )
  return [...groups.values()].flatMap((group) => {
    const stages = [...new Set(group.map(({ stage }) => stage))]
    if (stages.length < 2 || stages.some((stage) => stage.within.length > 1)) return []
    const names = code(stages.map(({ id }) => id))
    const message = `${names} share one limit and none has its own: when the first uses it up, the next is due at once.`
    return [found('warning', 'shared-limit', group[0]?.limit.place, message)]
  })
}

function holdsUp(duty: Duty): readonly Finding[] {
  const isRaising = duty.who.side === 'raising' || duty.who.role === 'raiser'
  const blocks = duty.before.length > 0 && duty.force !== 'may' && duty.act.verb !== 'keep'
  if (isRaising || !blocks || hasDeadline(duty)) return []
  const what = code(duty.before.map((block) => (block.type === 'closed' ? 'closed' : block.id)))
  const message = `\`${duty.id}\` holds up ${what} and has no limit, so it is never late and never lets go. Add \`within\`.`
  return [found('warning', 'blocking-without-limit', duty.before[0]?.place, message)]
}

function hasDeadline(duty: Duty): boolean {
  return duty.within.length > 0 || duty.act.verb === 'tell'
}

function neverLate(policy: Policy): readonly Finding[] {
  const duties = new Map(dutiesOf(policy).map(({ duty }) => [duty.id, duty]))
  const of = (limits: readonly Limit[]) => limits.flatMap((limit) => (limit.of ? [limit.of] : []))
  const heard: readonly Event[] = [
    ...dutiesOf(policy).flatMap(({ duty }) => [...duty.when, ...of(duty.within)]),
    ...movesOf(policy).flatMap(({ move }) => move.when),
    ...policy.stages.flatMap((stage) => of(stage.within)),
  ]
  return heard.flatMap((event) => {
    const named = event.on === 'late' ? event.duty : event.on === 'due' && event.is === 'duty' ? event.of : undefined
    const duty = named === undefined ? undefined : duties.get(named)
    if (!duty || hasDeadline(duty)) return []
    const message = `\`${duty.id}\` has no limit, so it is never late and this never happens. Give \`${duty.id}\` a \`within\`.`
    return [found('warning', 'never-late', event.place, message)]
  })
}

/** Clocks that count from a date for which nobody is asked. */
function neverStarts(policy: Policy): readonly Finding[] {
  const isAsked = isAskedSomewhere(policy)
  const limits = [
    ...policy.raise.within,
    ...policy.stages.flatMap((stage) => stage.within),
    ...dutiesOf(policy).flatMap(({ duty }) => duty.within),
  ]
  return limits.flatMap(({ of }) => {
    if (of?.on !== 'date' || isAsked(of.fact)) return []
    const message = `Nobody is asked for the date \`${of.fact}\`, so this clock never starts. Add it to the \`asks\` of \`raise\` or of a duty.`
    return [found('warning', 'start-never-known', of.place, message)]
  })
}
