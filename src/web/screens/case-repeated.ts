import type { CaseView } from '../../app/app.ts'
import type { DutyInstance } from '../../domain/case/duty-instance.ts'
import { shortStage } from '../../domain/words/case-stage.ts'
import { youOrName } from '../../domain/words/case-telling.ts'
import { shortDayOf } from '../../domain/words/case-when.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { dutyWords } from '../../domain/words/duty-words.ts'
import { andList } from '../../domain/words/phrase-text.ts'
import type { DutyRow } from '../html/duty-list.ts'

/** The same thing done again at each stage is one line, newest first: "Tell everyone in the case" is otherwise there four times over. */
export function repeated(view: CaseView, done: readonly DutyInstance[]): readonly (readonly DutyInstance[])[] {
  const groups = new Map<string, DutyInstance[]>()
  for (const i of done) {
    const key = [i.id, instanceOrder(view, i), i.agency].join('|')
    groups.set(key, [...(groups.get(key) ?? []), i])
  }
  return [...groups.values()]
}

/** `rowOf`: the line of one of them. */
export function doneRow(view: CaseView, same: readonly DutyInstance[], rowOf: (i: DutyInstance) => DutyRow): DutyRow {
  const [last] = same
  if (!last) throw new Error('A line stands for something done')
  const row = rowOf(last)
  if (same.length === 1) return row
  const words = same.map((i) => dutyWords(view, i))
  const days = new Map<string, string[]>()
  for (const i of same.toSorted((a, b) => a.visit - b.visit)) {
    const late = i.lateAt === undefined || i.due?.guide ? '' : ', late'
    const day = `${shortDayOf(i.done?.at ?? 0, view.at)}${late}`
    days.set(day, [...(days.get(day) ?? []), stageOfDuty(view, i)])
  }
  const each = [...days].map(([day, stages]) => `at ${andList(stages)} on ${day}`)
  const people = [...new Set(same.flatMap((i) => i.done?.by ?? []))].map((p) => youOrName(view, p))
  const verb = `${last.duty?.act.verb === 'tell' ? 'Told' : 'Done'} by ${andList(people)}`
  const { date: _, ...rest } = row
  return {
    ...rest,
    about: [`${verb} ${each.join('; ')}`, words[0]?.clause ?? ''].filter((x) => x !== '').join('. '),
    ...(words.every((w) => w.state.text === words[0]?.state.text) ? {} : { state: { text: 'Done, once late' } }),
  }
}

/** Asked at two stages and done at neither: each line says which it is for. */
export function forItsStage(view: CaseView, i: DutyInstance, open: readonly DutyInstance[], row: DutyRow): DutyRow {
  const order = instanceOrder(view, i)
  const again = open.some(
    (o) => o !== i && o.id === i.id && o.agency === i.agency && o.visit !== i.visit && instanceOrder(view, o) === order,
  )
  if (!again || typeof row.about !== 'string') return row
  return { ...row, about: `For ${stageOfDuty(view, i)}. ${row.about}` }
}

function stageOfDuty(view: CaseView, i: DutyInstance): string {
  const visit = view.c.visits.find((v) => v.n === i.visit) ?? view.c.visits.findLast((v) => v.from <= (i.arose ?? 0))
  return visit ? shortStage(view.world, view.c, visit.stage, visit.tier) : 'the start'
}
