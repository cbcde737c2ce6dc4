import type { CaseView } from '../../app/app.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { owersIn } from '../../domain/case/holders-in-case.ts'
import type { Offer } from '../../domain/case/moves.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import { personName } from '../../domain/case/world.ts'
import { offerText } from '../../domain/words/case-offers.ts'
import { dutyOrder } from '../../domain/words/phrase-duty.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import { andList } from '../../domain/words/phrase-text.ts'
import type { Instead } from '../answers.ts'
import { gate, move, ofCase, risk } from '../urls.ts'
import { dutyUrl } from './form-duty.ts'
import { postOf } from './form-people.ts'

/** What can be done instead of what was refused: duties that come first, then moves `decide` would allow now, then the risk. Always at least a person to ring. */
export function insteadOf(view: CaseView, refusal: Refusal, partnership: string): readonly Instead[] {
  const first = view.duties.filter((i) => refusal.first.includes(i.key) && isLive(i) && i.duty)
  const own = first.filter((i) => owersIn(view.world, view.c, i, view.at).some((h) => h.person === view.reader))
  const todo = own.flatMap((i): readonly Instead[] =>
    i.duty
      ? [
          {
            text: dutyOrder(i.duty, view.world.policy),
            href: dutyUrl(partnership, view, i),
            what: 'This comes first.',
          },
        ]
      : [],
  )
  const moves = view.offers.filter((o) => o.state !== 'not yet' && !leaves(o)).map((o) => offered(view, o, partnership))
  const child = view.c.end === undefined && view.c.subject.kind !== 'theme'
  const raised: readonly Instead[] = child
    ? [
        {
          text: 'Say how great the risk is now',
          href: risk(partnership, view.caseId),
          what: 'If it is immediate, a later stage may start at once where your policy allows it.',
        },
      ]
    : []
  const waiting = first
    .filter((i) => !own.includes(i))
    .flatMap((i) => owersIn(view.world, view.c, i, view.at).map((h) => h.person))
  const all = [...todo, ...moves, ...(todo.length + moves.length > 0 || child ? raised : [])]
  const people = ring(view, [...new Set(waiting)], partnership)
  // Whoever decides has nothing to hurry: for them the risk comes last.
  return view.part.side === 'board' ? [...todo, ...moves, ...people, ...raised] : [...all, ...people]
}

/** Withdrawing and going no further are no way on. */
const leaves = (o: Offer): boolean => o.lands.to === 'end' && o.lands.end !== 'agreed' && o.lands.end !== 'decided'

function offered(view: CaseView, o: Offer, partnership: string): Instead {
  const target = o.lands.to === 'stage' ? { stage: o.lands.stage } : { end: o.lands.end }
  const tier = o.lands.to === 'stage' && o.lands.tier > 0
  const text = tier
    ? offerText(view, o)
    : moveOrder(
        o.move,
        view.world.policy,
        o.lands.to === 'stage' ? { type: 'stage', id: o.lands.stage } : { type: 'end', end: o.lands.end },
      )
  if (o.state === 'ask')
    return {
      text,
      href: gate(partnership, view.caseId, o.move.id),
      what: 'Somebody is asked first. You can ask them now.',
    }
  return { text, href: move(partnership, view.caseId, o.move.id, target) }
}

/** Whoever is waited for, else the Board's contact of the policy: a name and a telephone number. */
function ring(view: CaseView, people: readonly string[], partnership: string): readonly Instead[] {
  const { world, at } = view
  const named = people.flatMap((person) => {
    const phone = world.directory.people[person]?.phone
    return phone === undefined
      ? []
      : [
          `${personName(world, person)}${postOf(world, person, at) ? `, ${postOf(world, person, at)?.title}` : ''}: ${phone}`,
        ]
  })
  const board = Object.values(world.policy.roles).find((role) => role.at === 'board' && role.contact !== undefined)
  const contact = [board?.contact?.phone, board?.contact?.email].filter((one) => one !== undefined)
  const what =
    named.length > 0
      ? `${named.join('. ')}.`
      : board && contact.length > 0
        ? `${board.is}: ${andList(contact)}.`
        : undefined
  return what === undefined
    ? []
    : [
        {
          text: 'Talk to somebody about it, and record what was said',
          href: ofCase(partnership, view.caseId, 'advice'),
          what,
        },
      ]
}
