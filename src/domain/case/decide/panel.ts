/** The panel: composed by its policy's rule, conflicts, a changed decision, dissent. Source: C-11, C-12, C-13; language.md section 2 "seats". */
import { type Case, currentVisit } from '../case.ts'
import type { Command } from '../command.ts'
import { stageOf } from '../due.ts'
import type { PanelMember } from '../entry.ts'
import { actingFor, holdersInCase } from '../holders-in-case.ts'
import { panelRule, seatsOf, standing } from '../panel-rule.ts'
import { hasConflict, panelHere, recorded, votesRefusal } from '../panel-votes.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type Deciding, type Draft, dutiesNow, mine } from './deciding.ts'

export function panel(
  d: Deciding,
  command: Extract<Command, { kind: 'compose panel' | 'declare conflict' | 'change decision' | 'dissent' }>,
): Decision<readonly Draft[]> {
  switch (command.kind) {
    case 'compose panel':
      return compose(d, command)
    case 'declare conflict':
      return {
        ok: true,
        value: [{ what: { kind: 'conflict declared', person: d.actor.person, words: command.words } }],
      }
    case 'change decision': {
      if (d.c.end?.end !== 'decided')
        return refuse('no such move', 'There is no decision to change', 'A decision is changed once there is one.')
      const stage = stageOf(d.world, currentVisit(d.c).stage)
      if (
        !stage?.by ||
        !holdersInCase(d.world, d.c, 'decider', undefined, d.actor.at).some((h) => h.person === d.actor.person)
      )
        return refuse('not yours', 'You cannot change this decision', 'Only whoever decided may change it.', {
          cites: stage?.cites ?? [],
        })
      if (command.words.trim() === '')
        return refuse('missing', 'Write the new decision', 'Everybody told of the first is told of this one.')
      const voters = panelHere(d.world, d.c)
      const cast = command.votes ?? []
      const outcome = d.c.end.move
      const undecided = voters && votesRefusal(d.world, d.c, voters, cast, outcome, d.actor.at, stage.cites)
      if (undecided) return undecided
      const votes = voters && recorded(d.world, d.c, voters, cast, outcome, d.actor.at)
      return {
        ok: true,
        value: [{ what: { kind: 'decision changed', words: command.words, ...(votes ? { votes } : {}) } }],
      }
    }
    case 'dissent': {
      if (d.part.level !== 'party')
        return refuse('not yours', 'You cannot record a dissent', 'It is for the two sides.')
      if (d.c.end?.end !== 'decided')
        return refuse(
          'no such move',
          'There is no decision to disagree with',
          'Until there is one, the policy’s stages are the way to disagree.',
        )
      const keys = mine(d, dutiesNow(d))
        .filter((i) => i.duty?.act.verb === 'record' && /dissent/.test(i.duty.act.words))
        .map((i) => i.key)
      return { ok: true, value: [{ what: { kind: 'dissented', words: command.words }, answers: keys }] }
    }
  }
}

function compose(d: Deciding, command: Extract<Command, { kind: 'compose panel' }>): Decision<readonly Draft[]> {
  const found = seatsOf(d.world, d.c)
  if (!found)
    return refuse('panel', 'There is no panel at this stage', 'The policy has one only where it says so.', {
      cites: stageOf(d.world, currentVisit(d.c).stage)?.cites ?? [],
    })
  const { role, seats } = found
  const cites = role.cites
  const composers = actingFor(d.world, d.c, seats.composedBy ?? found.composedBy, undefined, d.actor.at)
  const nobody = composers.length === 0 && d.part.side === 'board'
  if (!composers.some((h) => h.person === d.actor.person) && d.part.level !== 'decider' && !nobody)
    return refuse('not yours', 'You cannot choose the panel', 'The policy says who chooses it.', { cites })
  const sits = panelOf(d.c)
  const stepsAside = sits?.members.some((m) => hasConflict(d.c, m.person))
  // Together there is no tie to break.
  const chair = seats.decides === 'majority' && sits && namesChair(sits.members, command.members)
  if (sits && !stepsAside && !chair)
    return refuse('already done', 'The panel has been chosen', 'Nothing was changed.', { cites })
  if (command.members.filter((m) => m.chairs).length > 1)
    return refuse('panel', 'A panel has one chair', 'Name one of its members.', { cites })
  const excluded = command.members.map((m) => standing(d.world, d.c, m, d.actor.at)).find((s) => !s.may)
  if (excluded) return refuse('panel', `${excluded.name} may not sit on this panel`, excluded.why, { cites })
  const rule = panelRule(d.world, d.c, command.members, d.actor.at)
  const unmet = rule.filter((r) => !r.met)
  const hard = unmet.find((r) => r.must)
  if (hard) return refuse('panel', 'This panel breaks the policy’s rule', `${hard.words}: ${hard.howFar}.`, { cites })
  if (unmet.length > 0 && command.leftOut.trim() === '')
    return refuse(
      'missing',
      'Say why an agency is left out',
      `The policy asks for it where possible. ${unmet[0]?.words ?? ''}: ${unmet[0]?.howFar ?? ''}.`,
      { cites },
    )
  return { ok: true, value: [{ what: { kind: 'panel composed', members: command.members, leftOut: command.leftOut } }] }
}

/** The panel of this visit: one that sat before is composed again. */
const panelOf = (c: Case): Case['panel'] => (c.panel?.visit === currentVisit(c).n ? c.panel : undefined)

/** The same people, who now say which of them chairs: a tie needs it. */
const namesChair = (before: readonly PanelMember[], now: readonly PanelMember[]): boolean =>
  !before.some((m) => m.chairs) &&
  now.some((m) => m.chairs) &&
  now.length === before.length &&
  now.every((m) => before.some((b) => b.person === m.person && b.agency === m.agency))
