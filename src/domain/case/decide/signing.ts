import type { Available } from '../available.ts'
import { type Case, currentVisit, sidePlace, stillIn } from '../case.ts'
import type { Command } from '../command.ts'
import { type Decision, refuse } from '../refusal.ts'
import type { Deciding, Draft } from './deciding.ts'
import { landing } from './landing.ts'

type MoveCommand = Extract<Command, { kind: 'move' }>

/** `each`: every agency still in the case has to say so; it happens with the last. One responding agency alone may be settled with. */
export function signing(
  d: Deciding,
  a: Available,
  command: MoveCommand,
  risk: readonly Draft[],
): Decision<readonly Draft[]> {
  const { move, lands } = a
  const visit = currentVisit(d.c).n
  // What the raising side said to one alone is used up when that one is settled with.
  const settled = d.c.marks.findLastIndex((m) => m.kind === 'settled with') + 1
  const same = d.c.signatures.filter(
    (s) =>
      s.move === move.id &&
      s.visit === visit &&
      (lands.to === 'end' ? s.end === lands.end : s.stage === lands.stage) &&
      (!s.alone || s.seq > settled || s.side !== 'raising'),
  )
  if (same.some((s) => s.agency === d.part.agency && s.side === d.part.side && s.alone === (command.alone ?? false)))
    return refuse('already done', 'Your agency has said so already', 'It happens when the others say so too.', {
      cites: move.cites,
    })
  const signed: Draft = {
    what: {
      kind: 'move signed',
      move: move.id,
      ...(lands.to === 'end' ? { end: lands.end } : { stage: lands.stage }),
      alone: command.alone ?? false,
      words: command.words,
      facts: command.facts,
    },
  }
  // Saying that it is settled with one alone says nothing to the others, while there are others.
  const others = stillIn(d.c).filter((x) => x.side === 'responding').length > 1
  const have = new Set([
    ...same.filter((s) => !s.alone || !others).map(sidePlace),
    ...(command.alone && others ? [] : [sidePlace(d.part)]),
  ])
  if (stillIn(d.c).every((row) => have.has(sidePlace(row))))
    return { ok: true, value: [...risk, signed, landing(d.world, d.c, move, lands, command, d.actor.at)] }
  const alone = settledAlone(d, same, command)
  return { ok: true, value: [...risk, signed, ...alone] }
}

function settledAlone(d: Deciding, same: Case['signatures'], command: MoveCommand): readonly Draft[] {
  if (!command.alone || command.end === undefined) return []
  const others = stillIn(d.c).filter((x) => x.side === 'responding')
  if (others.length < 2) return []
  const partners =
    d.part.side === 'raising'
      ? others.map((x) => x.agency).filter((agency) => same.some((s) => s.alone && s.agency === agency))
      : same.some((s) => s.alone && s.side === 'raising')
        ? [d.part.agency]
        : []
  return partners.map((agency): Draft => ({ what: { kind: 'settled with', agency, words: command.words } }))
}
