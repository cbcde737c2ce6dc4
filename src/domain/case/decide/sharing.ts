/** Notes, other agencies' information, and every decision to share or not to share, with its reason. Source: SM-7, SM-9, LB-2; domain.md "Originator control". */
import type { Command } from '../command.ts'
import { type Decision, refuse } from '../refusal.ts'
import { agencyName } from '../world.ts'
import { type Deciding, type Draft, onlyKnows, onlyThese, ownAgency } from './deciding.ts'

type Sharing = Extract<Command, { kind: 'note' | 'keep information' | 'share' | 'not share' | 'permit' }>

export function sharing(d: Deciding, command: Sharing): Decision<readonly Draft[]> {
  if (onlyKnows(d) && !(d.part.level === 'observer' && command.kind === 'permit'))
    return refuse('not yours', 'You cannot write in this case', 'You were told of it; the two sides write its record.')
  if (command.words.trim() === '') return refuse('missing', 'Write something first', 'An entry needs words.')
  switch (command.kind) {
    case 'note': {
      const supporters = d.c.supporters.filter((s) => s.supports === d.actor.person).map((s) => s.person)
      const audience = command.private ? onlyThese(d.actor.person, ...supporters) : ownAgency(d)
      return { ok: true, value: [{ what: { kind: 'note', words: command.words }, audience }] }
    }
    case 'keep information':
      return {
        ok: true,
        value: [
          {
            what: { kind: 'information', words: command.words, from: command.from, fromWords: command.fromWords },
            owner: command.from,
            audience: ownAgency(d),
            inConfidence: true,
          },
        ],
      }
    case 'share':
      return share(d, command)
    case 'not share':
      return {
        ok: true,
        value: [
          {
            what: {
              kind: 'not shared',
              ...(command.entry === undefined ? {} : { entry: command.entry }),
              words: command.words,
              asked: command.asked,
            },
            audience: ownAgency(d),
          },
        ],
      }
    case 'permit':
      return permit(d, command)
  }
}

/** Another agency's information goes on only with that agency's recorded yes, or by an override for the child's safety, of which the owner is told. */
function share(d: Deciding, command: Extract<Command, { kind: 'share' }>): Decision<readonly Draft[]> {
  const mark = d.c.marks[command.entry - 1]
  if (!mark) return refuse('missing', 'There is no such entry', 'Choose an entry from the record.')
  if (!isReadable(d, command.entry))
    return refuse('missing', 'There is no such entry', 'Choose an entry from the record.')
  if (command.with.agencies.length + command.with.people.length === 0)
    return refuse('missing', 'Say whom you share it with', 'Choose an agency or a person.')
  const foreign = mark.inConfidence && mark.owner !== 'concordat' && mark.owner !== d.part.agency
  const allowed =
    d.c.permissions.filter((p) => p.of === mark.owner && p.entry === command.entry).at(-1)?.step === 'given'
  if (foreign && !allowed && !command.override)
    return refuse(
      'no consent',
      `You cannot pass this on without ${agencyName(d.world, mark.owner)}`,
      'It is their information, given in confidence. Ask them first. If the child’s safety cannot wait, you may pass it on with your reason, and they are told.',
      { cites: clausesOfConfidence(d) },
    )
  const ground = foreign ? (allowed ? ('permission' as const) : ('override' as const)) : ('own information' as const)
  return {
    ok: true,
    value: [
      {
        what: {
          kind: 'shared',
          entry: command.entry,
          words: command.words,
          with: command.with,
          ground,
          familyTold: command.familyTold,
        },
        audience: ground === 'own information' ? { to: 'parties' } : ownAgency(d),
      },
    ],
  }
}

function permit(d: Deciding, command: Extract<Command, { kind: 'permit' }>): Decision<readonly Draft[]> {
  const answering = command.step === 'given' || command.step === 'refused'
  const owner = command.of
  // An owner answers for its own information unread; everyone else speaks only of what they can read.
  if (command.entry !== undefined && d.part.agency !== owner && !isReadable(d, command.entry))
    return refuse('missing', 'There is no such entry', 'Choose an entry from the record.')
  if (owner !== 'family' && answering && d.part.agency !== owner && !recordedForThem(d, owner))
    return refuse(
      'not yours',
      'Only the agency whose information it is can say yes or no',
      'Record that you asked, and their answer when they give it.',
    )
  return {
    ok: true,
    value: [
      {
        what: {
          kind: 'permission',
          step: command.step,
          of: owner,
          ...(command.entry === undefined ? {} : { entry: command.entry }),
          words: command.words,
        },
        audience: ownAgency(d),
      },
    ],
  }
}

/** An agency without a part in the case answers by telephone: its yes is recorded by whoever asked, in that agency's own words. */
const recordedForThem = (d: Deciding, owner: string): boolean =>
  !d.c.agencies.some((a) => a.agency === owner) &&
  d.c.permissions.some((p) => p.of === owner && p.step === 'asked' && p.agency === d.part.agency)

function isReadable(d: Deciding, seq: number): boolean {
  const mark = d.c.marks[seq - 1]
  return (
    mark !== undefined &&
    (mark.by === d.actor.person ||
      mark.audience.to === 'parties' ||
      (mark.audience.to === 'agency' && mark.audience.agency === d.part.agency) ||
      (mark.audience.to === 'people' && mark.audience.people.includes(d.actor.person)))
  )
}

/** Clauses about confidence: by their own words, or cited by what the policy has everyone keep in confidence. */
function clausesOfConfidence(d: Deciding): readonly string[] {
  const { clauses, duties } = d.world.policy
  const about = /confiden|third.party|consent of|without (that|the) agency/i
  const kept = duties.flatMap((duty) => (duty.act.verb === 'keep' && about.test(duty.act.words) ? duty.cites : []))
  return [...new Set([...kept, ...Object.keys(clauses).filter((id) => about.test(clauses[id] ?? ''))])]
}
