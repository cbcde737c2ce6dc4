import { holds } from '../../domain/case/condition.ts'
import { firstStage } from '../../domain/case/decide/raising.ts'
import { placeOf } from '../../domain/case/holders-in-case.ts'
import { agencyName, personName as nameOf } from '../../domain/case/world.ts'
import type { AgencyId } from '../../domain/people/directory.ts'
import { holders } from '../../domain/people/holders.ts'
import type { Id, Stage } from '../../domain/policy/policy.ts'
import { roleName } from '../../domain/words/phrase-who.ts'
import { html } from '../html/html.ts'
import type { Option } from './form-field.ts'
import { agencyOptions, peopleAt, personOption } from './form-people.ts'
import { answerSoFar, personName, type RaiseWorld, toSoFar } from './raise-at.ts'
import type { Step } from './raise-step.ts'

/** Whom it is with: agencies, then in each the person whose decision it is. Not knowing who is an answer. Source: C-17, SM-3. */
export function whomSteps(r: RaiseWorld): readonly Step[] {
  return [agenciesStep(r), ...toSoFar(r).map((to) => personStep(r, to.agency))]
}

function agenciesStep(r: RaiseWorld): Step {
  const { world, from } = r
  const all = Object.values(world.directory.agencies).filter((agency) => agency.kind !== 'board' && agency.id !== from)
  const own: readonly Option[] = [
    { divider: 'or' },
    { value: from, text: `${agencyName(world, from)}, your own agency`, hint: 'For a disagreement among colleagues' },
  ]
  return {
    id: 'agencies',
    title: 'Which agency is this with?',
    lead: 'Choose the agency whose decision you disagree with. It can be more than one.',
    fields: [
      {
        kind: 'any-of',
        name: 'agencies',
        label: 'Agencies',
        options: [
          ...agencyOptions(
            world,
            all.map((agency) => agency.id),
          ),
          ...own,
        ],
        missing: 'Choose at least one agency',
      },
    ],
    summary: {
      group: 'concern',
      key: 'With',
      value:
        toSoFar(r)
          .map((to) => agencyName(world, to.agency))
          .join(', ') || 'Not answered',
    },
  }
}

function personStep(r: RaiseWorld, agency: AgencyId): Step {
  const { world, at } = r
  const role = respondingRole(r)
  const first =
    role === undefined
      ? []
      : holders(placeOf(world, at), role, agency)
          .filter((one) => one.via === 'role' || one.via === 'cover')
          .map((one) => one.person)
  const others = peopleAt(world, agency, at).filter((person) => !first.includes(person))
  const option = (person: string) => personOption(world, person, at, agency)
  const fallback = role === undefined ? undefined : holders(placeOf(world, at), role, agency)[0]
  const unknown: Option = {
    value: 'unknown',
    text: 'I do not know who',
    hint: fallback
      ? `Then it goes to ${nameOf(world, fallback.person)}, by the policy`
      : 'Then it goes to the most senior person there',
  }
  const options = [
    ...[...new Set(first)].map(option),
    ...others.map(option),
    ...(first.length + others.length > 0 ? [{ divider: 'or' }] : []),
    unknown,
  ].filter((one) => !('value' in one && one.value === r.ctx.viewer.person))
  const label = `Whose decision is it at ${agencyName(world, agency)}?`
  const chosen = r.form.typed(personName(agency))
  return {
    id: `person-${agency}`,
    title: label,
    fields: [
      {
        kind: 'one-of',
        name: personName(agency),
        label,
        hint:
          role === undefined
            ? undefined
            : `At the first stage the policy has the ${roleName(world.policy, role)} of each side talk.`,
        options,
        missing: 'Choose a person, or say that you do not know who',
      },
    ],
    summary: {
      group: 'concern',
      key: `Person at ${agencyName(world, agency)}`,
      value: world.directory.people[chosen]
        ? nameOf(world, chosen)
        : chosen === 'unknown'
          ? html`You do not know who`
          : 'Not answered',
    },
  }
}

/** The stage a concern like this one begins at. */
export function firstStageOf(r: RaiseWorld): Stage | undefined {
  const answer = answerSoFar(r)
  const track = r.world.policy.tracks.find((one) => holds(one.if, answer))
  return track && firstStage(r.world, track, answer)
}

/** The role that is talked to at the first stage the other side sees. */
function respondingRole(r: RaiseWorld): Id | undefined {
  const { policy } = r.world
  const first = firstStageOf(r)
  const open = [first, ...policy.stages].find((stage) => stage?.between && !stage.inside)
  return open?.between?.[1].role
}
