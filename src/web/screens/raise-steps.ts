import { openFacts } from './form-facts.ts'
import { factStep, subjectStep } from './raise-about.ts'
import type { RaiseAt, RaiseWorld } from './raise-at.ts'
import { dangerStep, fromStep, nowStep, policyStep } from './raise-first.ts'
import { fitFacts, signposts } from './raise-fit.ts'
import { safetySteps } from './raise-safety.ts'
import type { Step } from './raise-step.ts'
import { managerStep, startStep, supporterStep } from './raise-support.ts'
import { whomSteps } from './raise-whom.ts'

/** Every page of raising, in order, as the answers so far have it. All of it comes from the policy's data. `own` are the policies of the raiser's agency. */
export function raiseSteps(r: RaiseAt, own: readonly string[]): readonly Step[] {
  const first = [dangerStep(r), ...nowStep(r), ...policyStep(r, own), ...fromStep(r)]
  return isKnown(r) ? [...first, ...ofPolicy(r)] : first
}

function ofPolicy(r: RaiseWorld): readonly Step[] {
  const { policy } = r.world
  const fit = fitFacts(policy)
  const asked = new Set(fit.map((fact) => fact.id))
  const rest = openFacts(policy, policy.raise.asks).filter(
    (fact) => !asked.has(fact.id) && fact.id !== 'immediate-harm',
  )
  const early = signposts(r, [...asked])
  const afterWhom = signposts(r, [
    ...asked,
    ...Object.values(policy.facts)
      .filter((fact) => fact.derived)
      .map((fact) => fact.id),
  ]).filter((step) => !early.some((one) => one.id === step.id))
  return [
    ...fit.map((fact) => factStep(r, fact)),
    ...early,
    subjectStep(r),
    ...rest.map((fact) => factStep(r, fact)),
    ...safetySteps(r),
    ...whomSteps(r),
    ...afterWhom,
    ...managerStep(r),
    supporterStep(r),
    ...startStep(r),
  ]
}

export const isKnown = (r: RaiseAt): r is RaiseWorld => r.world !== undefined

/** "Question 4 of 9": pages that only tell something are not counted. How many there are is known once the policy is. */
export function counted(steps: readonly Step[], id: string): string | undefined {
  const asking = steps.filter((step) => step.fields.length > 0)
  const n = asking.findIndex((step) => step.id === id)
  if (n < 0) return undefined
  return steps.some((step) => step.id === 'subject') ? `Question ${n + 1} of ${asking.length}` : `Question ${n + 1}`
}
