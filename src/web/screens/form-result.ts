import type { RunResult } from '../../app/app.ts'
import type { Entry } from '../../domain/case/entry.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import { type Answer, refused, type Shown } from '../answers.ts'
import type { TypedLine } from '../typed.ts'
import { type Asked, backToCase, captionOf } from './form-asked.ts'
import { dropDraft, keepDraft, savedWords } from './form-draft.ts'
import { insteadOf } from './form-instead.ts'

/** The answer to what was run: on to where it says, or a kind no with what can be done instead, the typed words saved. */
export async function doneOr(
  asked: Asked,
  result: RunResult,
  next: {
    readonly to: string
    /** The form again, for the version that stands now. */
    readonly again: (version: number) => Shown
    /** What was typed, question by question. */
    readonly typedLines?: readonly TypedLine[]
  },
): Promise<Answer> {
  const { ctx, view, p } = asked
  const shared = {
    to: next.to,
    again: next.again(!result.ok && result.why === 'changed' ? result.version : view.c.version),
    caption: captionOf(view),
    back: backToCase(asked),
    said: (entry: Entry) => saidOf(asked, entry),
    ...(next.typedLines ? { typedLines: next.typedLines } : {}),
  }
  if (result.ok) {
    await dropDraft(ctx)
    return ctx.done(result, shared)
  }
  if (result.why !== 'refused') return ctx.done(result, shared)
  const typed = ctx.form.all.length > 0
  const draft = typed && !ctx.json ? await keepDraft(ctx, view) : undefined
  return ctx.done(result, {
    ...shared,
    instead: insteadOf(view, result.refusal, p),
    ...(draft ? { saved: `${savedWords(draft.saved)} as your private draft.` } : {}),
  })
}

/** "Talked by phone. Not settled, Grace Adeyemi". */
function saidOf({ view }: Asked, entry: Entry): string {
  const { heading, by } = entryWords(entry, view)
  return by === '' ? heading : `${heading}, ${by}`
}

/** A no that is known before anything is typed. */
export function refusedPage(asked: Asked, refusal: Refusal): Answer {
  const { view, p } = asked
  return refused({
    refusal,
    policy: view.world.policy,
    caption: captionOf(view),
    back: backToCase(asked),
    instead: insteadOf(view, refusal, p),
  })
}
