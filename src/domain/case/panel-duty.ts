/**
 * Choosing a panel is somebody's to do from the moment its stage is entered, by the stage's own limit: a panel that nobody has to convene never meets.
 * A default of ours; the policy says who chooses (`composed-by`), else whoever decided at the stage before. Source: language.md section 3 "Ends", last sentence; C-12.
 */
import type { At } from '../people/directory.ts'
import type { Duty } from '../policy/policy.ts'
import type { Case } from './case.ts'
import type { DutyInstance } from './duty-instance.ts'
import { keyOf } from './owers.ts'
import { composerOf } from './panel-composer.ts'
import { stageOf } from './stage-of.ts'
import type { World } from './world.ts'

export const choosesPanel = 'our-panel'

export function panelDuties(world: World, c: Case, at: At, all: readonly DutyInstance[]): readonly DutyInstance[] {
  return c.visits.flatMap((visit): DutyInstance[] => {
    const stage = stageOf(world, visit.stage)
    const role = stage?.by ? world.policy.roles[stage.by.role] : undefined
    if (!stage || !role?.seats || visit.passed || visit.from > at) return []
    const duty: Duty = {
      id: choosesPanel,
      who: { side: 'none', role: composerOf(world, c, visit.n), place: stage.place },
      force: 'must',
      act: { verb: 'do', words: 'choose the panel' },
      when: [],
      within: [],
      asks: [],
      before: [],
      cites: role.cites,
      origin: 'ours',
      place: stage.place,
    }
    const composed = c.panel && c.panel.visit === visit.n && c.panel.at <= at ? c.panel : undefined
    const left = visit.to !== undefined && visit.to <= at ? visit.to : undefined
    const limit = all.find((i) => i.stage?.id === stage.id && i.visit === visit.n)?.due
    const lateAt = limit && limit.at < (composed?.at ?? left ?? at) ? limit.at + 1 : undefined
    const status = composed ? 'done' : left !== undefined ? 'overtaken' : lateAt === undefined ? 'open' : 'late'
    return [
      {
        key: keyOf(choosesPanel, visit.n, 0, 'board'),
        id: choosesPanel,
        duty,
        force: 'must',
        visit: visit.n,
        scope: 'stage',
        side: 'board',
        arose: visit.from,
        status,
        ...(limit ? { due: limit } : {}),
        ...(lateAt === undefined ? {} : { lateAt }),
        ...(composed ? { done: { at: composed.at, seq: composed.seq, by: composed.by } } : {}),
        ...(left === undefined || composed ? {} : { off: left }),
      },
    ]
  })
}
