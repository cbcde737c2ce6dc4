import type { Act, Duty, Policy, Who } from '../policy.ts'
import type { StaticError } from '../static-errors.ts'
import { dutiesOf } from './of-policy.ts'

/** People named where there can be none: `own` of somebody without an agency, `decider` in a stage without one. */
export function whoFits(policy: Policy): readonly StaticError[] {
  return dutiesOf(policy).flatMap(({ duty, stage }): readonly StaticError[] => {
    const named = [duty.who, ...toldIn(duty.act)]
    const deciders = stage && !stage.by ? named.filter((who) => who.role === 'decider') : []
    const nobody = `Nobody decides in \`${stage?.id}\`: add \`by\` to the stage, or name the role.`
    return [
      ...toldIn(duty.act)
        .filter((who) => who.side === 'own' && !hasAgency(duty, policy))
        .map(
          (who): StaticError => ({ rule: 'side-word-not-allowed', place: who.place, message: ownMessage(duty, who) }),
        ),
      ...deciders.map((who): StaticError => ({ rule: 'no-decider', place: who.place, message: nobody })),
    ]
  })
}

export function toldIn(act: Act): readonly Who[] {
  switch (act.verb) {
    case 'tell':
    case 'write':
    case 'refer':
    case 'consult':
      return act.to
    case 'record':
    case 'answer':
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'agree':
    case 'do':
    case 'keep':
      return []
  }
}

function hasAgency(duty: Duty, policy: Policy): boolean {
  return duty.who.role === 'raiser' || duty.who.side !== 'none' || policy.roles[duty.who.role]?.at === 'agency'
}

function ownMessage(duty: Duty, who: Who): string {
  const ways = `\`raising ${who.role}\`, \`responding ${who.role}\` or \`each ${who.role}\``
  return `\`${duty.who.role}\` owes this and is of no agency, so \`own\` has no meaning: write ${ways}.`
}
