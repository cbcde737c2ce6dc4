/** Past cases under a draft, from the terminal of whoever operates the database. Nothing is written. */
import { openApp } from '../app/open-app.ts'
import { type ReplayReport, replayCases } from '../app/replay-cases.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { differencesWords } from '../domain/words/replay-words.ts'
import { storeOptions } from './keeping.ts'
import type { Outcome } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { UsageError } from './usage-error.ts'

export async function replayDraft(file: string, wanted: string | undefined): Promise<Outcome> {
  const draft = policyOf(file)
  const { app, store } = await openApp(storeOptions())
  try {
    const all = await app.partnerships()
    const partnership = wanted ?? (all.length === 1 ? all[0] : undefined)
    if (partnership === undefined || !all.includes(partnership))
      throw new UsageError(`Say whose cases: --partnership ${all.join(' | ')}`)
    const at = app.clock.now()
    const { caseIds: _, ...report } = await replayCases(store, partnership, draft, { at, named: () => true })
    return { ok: true, json: report, text: textOf(report, draft) }
  } finally {
    await app.close()
  }
}

function textOf({ cases, differing, replayed }: ReplayReport, draft: Policy): string {
  return [
    `${draft.title}, version ${draft.version}: ${differing} of ${cases} past cases would have gone differently.`,
    ...replayed.map(({ number, version, differences }) =>
      [
        `Case ${number}, raised under version ${version}`,
        ...differencesWords(differences, draft).map((words) => `  - ${words}`),
      ].join('\n'),
    ),
  ].join('\n\n')
}
