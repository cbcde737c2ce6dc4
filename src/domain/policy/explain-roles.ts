import { andList, orList, sentence, small, withA } from '../words/phrase-text.ts'
import { roleName } from '../words/phrase-who.ts'
import type { Sentence } from './explain.ts'
import type { Policy, Role } from './policy.ts'

/** Who counts as whom, who stands in for whom, and whom to write to: one sentence for each role that says more than its name. */
export function roleSentences(policy: Policy): readonly Sentence[] {
  return Object.values(policy.roles).flatMap((role) => {
    const text = [...sameAs(role, policy), ...standIns(role, policy), ...contact(role, policy), ...said(role)].join(' ')
    return text === '' ? [] : [{ text, cites: role.cites, origin: role.origin }]
  })
}

/** The rule of a panel: "The resolution panel has people from 3 agencies ...". Undefined for a role without seats. */
export function seatsSentence(role: Role, policy: Policy): string | undefined {
  const seats = role.seats
  if (seats === undefined) return undefined
  const rank = seats.rank === undefined ? '' : ` and each a ${seats.rank}`
  const composer = seats.composedBy === undefined ? '' : ` The ${roleName(policy, seats.composedBy)} chooses them.`
  return (
    [
      sentence(
        `the ${roleName(policy, role.id)} has people from ${seats.agencies} agencies, each ${withA(roleName(policy, seats.of))}${rank}`,
      ),
      ...parties(seats.parties),
      seats.decides === 'together' ? 'They decide together.' : 'They decide by majority.',
    ].join(' ') + composer
  )
}

function parties(rule: NonNullable<Role['seats']>['parties']): readonly string[] {
  switch (rule) {
    case 'must':
      return ['The agencies in the disagreement must be among them.']
    case 'where possible':
      return ['The agencies in the disagreement are among them where possible. Leaving one out needs a reason.']
    case 'never':
      return ['No agency in the disagreement may be among them.']
    case 'any':
      return []
  }
}

function sameAs(role: Role, policy: Policy): readonly string[] {
  if (role.or.length === 0) return []
  const titles = orList(role.or.map((title) => withA(roleName(policy, title))))
  return [sentence(`${titles} counts as ${withA(roleName(policy, role.id))}`)]
}

function standIns(role: Role, policy: Policy): readonly string[] {
  if (role.else.length === 0) return []
  const name = roleName(policy, role.id)
  const others = role.else.map((other) => `the ${roleName(policy, other)}`)
  return [sentence(`where there is no ${name}, or all are away, ${others.join(', then ')} acts instead`)]
}

function contact(role: Role, policy: Policy): readonly string[] {
  if (role.contact === undefined) return []
  const { email, phone, address, find } = role.contact
  const ways = [email, phone, address].filter((way) => way !== undefined)
  const reach = ways.length === 0 ? [] : [sentence(`the ${roleName(policy, role.id)} is reached at ${andList(ways)}`)]
  return find === undefined ? reach : [...reach, sentence(`Where to look: ${small(find)}`)]
}

function said(role: Role): readonly string[] {
  return role.says === undefined ? [] : [sentence(role.says)]
}
