import type { CaseView } from '../../app/app.ts'
import { decide } from '../../domain/case/decide.ts'
import type { PanelMember } from '../../domain/case/entry.ts'
import { panelHere } from '../../domain/case/panel-votes.ts'
import type { Refusal } from '../../domain/case/refusal.ts'

/** Why this reader cannot choose the panel, whoever they chose; nothing when they can. */
export function panelShut(view: CaseView): Refusal | undefined {
  const answer = decide(
    view.world,
    view.c,
    { kind: 'compose panel', members: withChair(sitting(view)), leftOut: '.' },
    { person: view.reader, at: view.at },
  )
  return !answer.ok && answer.refusal.code !== 'panel' && answer.refusal.code !== 'missing' ? answer.refusal : undefined
}

/** A panel that has been chosen is chosen again when a member steps aside, and may still say who chairs it. */
export function panelAgain(view: CaseView): { readonly text: string; readonly what: string } | undefined {
  const panel = view.c.end ? undefined : panelHere(view.world, view.c)
  if (!panel || panel.members.length === 0) return undefined
  const aside = panel.sitting.length < panel.members.length
  const chairless =
    panel.seats.decides === 'majority' &&
    (panel.seats.ties ?? view.world.policy.settings.ties) !== 'none' &&
    !panel.members.some((one) => one.chairs)
  if ((!aside && !chairless) || panelShut(view)) return undefined
  return aside
    ? { text: 'Choose the panel again', what: 'A member has stepped aside because of a conflict' }
    : { text: 'Say who chairs the panel', what: 'If the votes are even, the chair’s vote decides' }
}

/** Who sits now: ticked when the page is opened again. */
export const sitting = (view: CaseView): readonly PanelMember[] => panelHere(view.world, view.c)?.sitting ?? []

const withChair = (members: readonly PanelMember[]): readonly PanelMember[] =>
  members.some((one) => one.chairs)
    ? members
    : members.map((one, n) => (n === 0 ? { ...one, chairs: true as const } : one))
