/** A gate: somebody asked for a move that needs another person's answer, so that person owes the answer, within the setting `gate`. Source: language.md section 3 "Moves". */
import type { At } from '../people/directory.ts'
import { settingsAsOf } from './addenda.ts'
import type { Case } from './case.ts'
import { answersAt } from './condition.ts'
import type { DutyInstance } from './duty-instance.ts'
import { dueOf } from './instance-deadline.ts'
import { calendarAgency, keyOf, owersOf } from './owers.ts'
import type { World } from './world.ts'

export function gatesOf(world: World, c: Case, at: At): readonly DutyInstance[] {
  return c.gates
    .filter((g) => g.at <= at)
    .flatMap((g) =>
      g.facts.flatMap((fact): DutyInstance[] => {
        const who = world.policy.facts[fact]?.by
        if (!who) return []
        const ower =
          owersOf(world, c, { who }).find((o) => who.side === 'any' || o.side === g.side) ??
          owersOf(world, c, { who })[0]
        if (!ower) return []
        const key = keyOf(fact, g.visit, g.seq, ower.mark)
        const given = (c.answers[fact] ?? []).find((a) => a.at <= at && a.seq > g.seq)
        const left = c.visits.find((v) => v.n === g.visit)?.to
        const off = left !== undefined && left <= at ? left : undefined
        const limit = {
          length: settingsAsOf(world, g.at).gate,
          orSooner: false,
          asAGuide: false,
          text: '',
          place: { line: 0, column: 0 },
        }
        const agency = calendarAgency(world, ower)
        const due = dueOf([limit], {
          world,
          arose: g.at,
          answer: answersAt(c, at),
          latest: () => undefined,
          isStage: false,
          ...(agency ? { agency } : {}),
        })
        const settled = given?.at ?? off
        const lateAt = due && due.at < (settled ?? at) ? due.at + 1 : undefined
        const status = given ? 'done' : off !== undefined ? 'overtaken' : lateAt !== undefined ? 'late' : 'open'
        return [
          {
            key,
            id: fact,
            gate: { fact, move: g.move, side: g.side },
            force: 'must',
            visit: g.visit,
            scope: 'stage',
            side: ower.side,
            ...(ower.agency ? { agency: ower.agency } : {}),
            arose: g.at,
            status,
            ...(due ? { due } : {}),
            ...(lateAt === undefined ? {} : { lateAt }),
            ...(given ? { done: { at: given.at, seq: given.seq, by: given.by } } : {}),
            ...(off === undefined || given ? {} : { off }),
          },
        ]
      }),
    )
}
