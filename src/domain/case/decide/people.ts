/** Who joins a case: another agency, another raiser, a supporter. Source: SM-3, C-8, C-14. */
import { live } from '../../people/holders.ts'
import { raisingAgency } from '../case.ts'
import type { Command } from '../command.ts'
import { type Decision, refuse } from '../refusal.ts'
import { agencyOf } from '../world.ts'
import { type Deciding, type Draft, ownAgency } from './deciding.ts'

export function people(
  d: Deciding,
  command: Extract<Command, { kind: 'join' | 'join as raiser' | 'support' }>,
): Decision<readonly Draft[]> {
  if (d.c.end) return refuse('ended', 'This case has ended', 'Nobody joins a case that has ended.')
  const posts = live({ directory: d.world.directory, at: d.actor.at })
  switch (command.kind) {
    case 'join': {
      if (d.part.level !== 'party' && d.part.level !== 'decider')
        return refuse('not yours', 'You cannot bring an agency in', 'One of the two sides, or whoever decides, may.')
      if (!agencyOf(d.world, command.agency))
        return refuse('missing', 'That agency is not in the directory', 'Choose an agency from the directory.')
      if (d.c.agencies.some((a) => a.agency === command.agency))
        return refuse('already done', 'That agency is in the case already', 'Nothing was changed.')
      return {
        ok: true,
        value: [
          {
            what: {
              kind: 'joined',
              agency: command.agency,
              ...(command.person ? { person: command.person } : {}),
              why: command.words,
            },
          },
        ],
      }
    }
    case 'join as raiser': {
      if (!posts.some((p) => p.person === command.person && p.agency === raisingAgency(d.c)))
        return refuse(
          'missing',
          'Only a colleague can raise this with you',
          'Choose somebody of the agency that raised it.',
        )
      if (d.c.raisers.some((r) => r.person === command.person))
        return refuse('already done', 'That person raised it too', 'Nothing was changed.')
      if (d.part.side !== 'raising')
        return refuse('not yours', 'You cannot add a raiser', 'The side that raised it may.')
      return { ok: true, value: [{ what: { kind: 'raiser joined', person: command.person } }] }
    }
    case 'support': {
      if (d.part.level !== 'party')
        return refuse(
          'not yours',
          'Only people of the two sides can ask for support',
          'You can still talk to whoever you like, without the case.',
        )
      if (!posts.some((p) => p.person === command.person))
        return refuse('missing', 'That person is not in the directory', 'Choose somebody from the directory.')
      if (d.c.supporters.some((s) => s.person === command.person && s.supports === d.actor.person))
        return refuse('already done', 'That person supports you already', 'Nothing was changed.')
      const other = posts.some(
        (p) =>
          p.person === command.person && d.c.agencies.some((a) => a.agency === p.agency && a.agency !== d.part.agency),
      )
      if (other)
        return refuse(
          'both sides',
          'That person is on the other side',
          'Choose somebody who has no part in this case, or is on your side.',
        )
      return {
        ok: true,
        value: [
          {
            what: { kind: 'supporter joined', person: command.person, supports: d.actor.person },
            audience: ownAgency(d),
          },
        ],
      }
    }
  }
}
