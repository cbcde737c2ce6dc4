import type { RunResult } from '../../app/app.ts'
import { mineOf } from './form-duty.ts'
import { atOf } from './form-read.ts'
import type { RaiseAt } from './raise-at.ts'

/** Advice taken at home before raising becomes an entry of the new case, for one's own agency only. Once: its key is made of the concern's. */
export async function recordAdvice(r: RaiseAt, raised: Extract<RunResult, { ok: true }>): Promise<void> {
  const { ctx, form } = r
  const who = form.typed('manager-who')
  if (form.typed('manager') !== 'yes' || who === '') return
  const view = await ctx.app.access.caseFor(ctx.asking, raised.caseId, 'to record advice taken before')
  if (!view) return
  const owed = mineOf(view, 'consult').find(
    (i) => i.duty?.act.verb === 'consult' && i.duty.act.to.some((to) => to.side === 'own'),
  )
  const date = form.date('manager-date')
  await ctx.app.run(ctx.asking, {
    caseId: raised.caseId,
    submission: `${ctx.submission}.advice`.slice(-200),
    command: {
      kind: 'act',
      verb: 'consult',
      ...(owed ? { keys: [owed.key] } : {}),
      act: { words: form.typed('manager-words') || 'Talked it over before raising the concern.', to: [who] },
      audience: { to: 'agency', agency: r.from },
      ...(date && date < r.today ? { happened: atOf(`${date}T12:00`) } : {}),
    },
  })
}
