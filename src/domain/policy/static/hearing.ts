import type { Event, Policy, Stage } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'

/** A stage's duties and moves hear their own visit only: what lies outside it would never start them. Source: language.md trap 2. */
export function hearing(policy: Policy): readonly StaticError[] {
  return policy.stages.flatMap((stage) =>
    [...stage.duties, ...stage.moves].flatMap((one) =>
      one.when.flatMap((event): readonly StaticError[] => {
        const what = outside(event, stage, policy)
        if (what === undefined) return []
        const advice = `count from it with \`of ${what}\` in \`within\`, or put this in the policy's own pocket.`
        const message = `\`${what}\` never happens during a stay in \`${stage.id}\`, so \`${one.id}\` would never start: ${advice}`
        return [{ rule: 'event-outside-stage', place: event.place, message }]
      }),
    ),
  )
}

/** The event's words when it cannot belong to a visit of this stage. */
function outside(event: Event, stage: Stage, policy: Policy): string | undefined {
  switch (event.on) {
    case 'raised':
      return 'raised'
    case 'entered':
      return event.stage === stage.id ? undefined : event.stage
    case 'left':
      return event.stage === stage.id ? undefined : `${event.stage} left`
    case 'stage late':
      return event.stage === stage.id ? undefined : `${event.stage} late`
    case 'done':
      return isElsewhere(event.duty, stage, policy) ? event.duty : undefined
    case 'late':
      return isElsewhere(event.duty, stage, policy) ? `${event.duty} late` : undefined
    case 'after':
      return isElsewhere(event.duty, stage, policy) ? event.duty : undefined
    case 'joined':
    case 'any entered':
    case 'any left':
    case 'end':
    case 'ended':
    case 'decision changed':
    case 'action late':
    case 'every':
    case 'date':
    case 'due':
      return undefined
  }
}

// The policy's own duties are done and fall late in whatever stage the case stands in, so a stage may hear them.
function isElsewhere(duty: string, stage: Stage, policy: Policy): boolean {
  return !stage.duties.some((own) => own.id === duty) && !policy.duties.some((own) => own.id === duty)
}
