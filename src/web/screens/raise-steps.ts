import { openFacts } from './form-facts.ts'
import { subjectNoun } from './form-risk.ts'
import { factStep, subjectStep } from './raise-about.ts'
import { type RaiseAt, type RaiseWorld, subjectOf } from './raise-at.ts'
import { dangerStep, fromStep, nowStep, policyStep } from './raise-first.ts'
import { fitFacts, signposts } from './raise-fit.ts'
import { safetySteps } from './raise-safety.ts'
import type { Step } from './raise-step.ts'
import { managerStep, startStep, supporterStep } from './raise-support.ts'
import { isYesNo, pagesOf, placeOf, together } from './raise-together.ts'
import { whomSteps } from './raise-whom.ts'

/** Every page of raising, in order, as the answers so far have it. All of it comes from the policy's data. `own` are the policies of the raiser's agency. */
export function raiseSteps(r: RaiseAt, own: readonly string[]): readonly Step[] {
  const first = [dangerStep(r), ...nowStep(r), ...policyStep(r, own), ...fromStep(r)]
  return isKnown(r) ? [...first, ...ofPolicy(r)] : first
}

function ofPolicy(r: RaiseWorld): readonly Step[] {
  const { policy } = r.world
  const fit = fitFacts(policy)
  const subject = subjectStep(r)
  const safety = safetySteps(r)
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
    ...together(
      'fit',
      'Is this the right procedure?',
      fit.map((fact) => factStep(r, fact)),
    ),
    ...early,
    ...together('subject', subject.title, [subject, ...rest.filter(isYesNo).map((fact) => factStep(r, fact))]),
    ...pagesOf(rest.filter((fact) => !isYesNo(fact))).flatMap((facts, n) =>
      together(
        `about-${n + 1}`,
        aboutTitles[n] ?? `${aboutTitles.at(-1)} (${n + 1})`,
        facts.map((fact) => factStep(r, fact)),
      ),
    ),
    ...together('safety', `The safety of ${subjectNoun(subjectOf(r).kind)} now`, safety.slice(0, 2)),
    ...safety.slice(2),
    ...whomSteps(r),
    ...afterWhom,
    ...together('support', 'Who helps you with this?', [...managerStep(r), supporterStep(r)]),
    ...startStep(r),
  ]
}

const aboutTitles = [
  'What do you disagree about?',
  'What is behind it, and what do you want?',
  'What else do they need to know?',
]

export const isKnown = (r: RaiseAt): r is RaiseWorld => r.world !== undefined

/** "Page 4 of 9": pages that only tell something are not counted. How many there are is known once the policy is. */
export function counted(steps: readonly Step[], id: string): string | undefined {
  const asking = steps.filter((step) => step.fields.length > 0)
  const n = placeOf(asking, id)
  if (n < 0) return undefined
  return steps.some((step) => step.id === 'subject') ? `Page ${n + 1} of ${asking.length}` : `Page ${n + 1}`
}
