import type { Finding } from '../finding.ts'
import type { Duty, Policy, Role, Who } from '../policy.ts'
import { dutiesOf } from '../static/of-policy.ts'
import { toldIn } from '../static/who-fits.ts'
import { found } from './found.ts'

/** People who cannot be found, or who would be telling themselves. */
export function reached(policy: Policy): readonly Finding[] {
  return [
    ...Object.values(policy.roles).filter(isNowhere).map(nobodyThere),
    ...dutiesOf(policy).flatMap(({ duty }) => tellsItself(duty, policy)),
  ]
}

// A role with a tier falls to the most senior person its agency has; a panel is composed for the case.
function isNowhere(role: Role): boolean {
  return !role.contact && role.else.length === 0 && role.tier === undefined && !role.seats
}

function nobodyThere(role: Role): Finding {
  const message = `When nobody holds \`${role.id}\`, there is no one to turn to: give it a \`contact\` or an \`else\`.`
  return found('warning', 'role-without-contact', role.place, message)
}

function tellsItself(duty: Duty, policy: Policy): readonly Finding[] {
  return toldIn(duty.act).flatMap((who) => {
    if (!mayShareAgency(duty.who, who) || !mayBeOne(policy.roles[duty.who.role], policy.roles[who.role])) return []
    const message = `\`${duty.id}\` may fall to the very person it is meant for: \`${duty.who.role}\` and \`${who.role}\` may be one.`
    return [found('warning', 'tells-itself', who.place, `${message} Name somebody else, or leave it out.`)]
  })
}

function mayShareAgency(ower: Who, told: Who): boolean {
  return ower.side === told.side || told.side === 'own' || told.side === 'each' || ower.side === 'each'
}

function mayBeOne(ower: Role | undefined, told: Role | undefined): boolean {
  if (!ower || !told) return false
  return ower.id === told.id || counts(ower, told) || counts(told, ower)
}

/** Whether a title of the one is the other. */
function counts(role: Role, other: Role): boolean {
  return role.or.some((title) => slug(title) === other.id || slug(title) === slug(other.is))
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
