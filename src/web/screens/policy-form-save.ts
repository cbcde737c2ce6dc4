import type { PolicyDraft } from '../../app/policy-life.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { plainDate } from '../../domain/calendar/words.ts'
import type { Change } from '../../domain/policy/edit/change.ts'
import { type Answer, changed, invalid, missing, seeOther, show } from '../answers.ts'
import type { SignedIn } from '../screen.ts'
import { foundIn, foundOf, wrongWith } from './policy-form-found.ts'
import { foundAfter, type Opened, sentencesOf } from './policy-form-open.ts'
import { partPage } from './policy-form-part.ts'
import type { Part } from './policy-form-parts.ts'
import { formUrl, partUrl } from './policy-form-urls.ts'
import { editAll, writePart } from './policy-form-write.ts'

const revisionOf = ({ form }: SignedIn): number | undefined =>
  form.whole('revision', { min: 1, max: 1_000_000 }, 'Open the form again before you save')

/** Checks a part's form, and saves it unless that was all. A phrase that cannot be read is told at its box, and saved only if one says so. */
export async function write(ctx: SignedIn, opened: Opened, wanted: 'save' | 'keep' | 'check'): Promise<Answer> {
  const { draft, part, root, known, read } = opened
  const { form, partnership } = ctx
  const revision = revisionOf(ctx)
  const written = writePart(draft.text, root, part, form, ctx.json)
  const shared = { draft, known, sentences: sentencesOf(read), unsaved: true }
  if (!written.ok || !form.ok || revision === undefined)
    return invalid(form, partPage(ctx, { ...shared, part, found: foundIn(draft.text, read) }))
  const after = await foundAfter(ctx, opened, written)
  const again = () =>
    partPage(ctx, {
      ...shared,
      ...after,
      ...(after.sentences.size === 0 ? { sentences: shared.sentences } : {}),
      anyway: true,
    })
  if (wanted === 'check') return show(again(), { saved: false, found: foundOf(after.found, after.part) })
  const mistakes = foundOf(after.found, after.part).filter(({ level }) => level === 'mistake')
  if (wanted === 'save' && mistakes.length > 0) {
    for (const field of part.fields) {
      const words = wrongWith(field, after.part, mistakes)
      if (words !== undefined) form.fail(field.tells ?? field.name, words)
    }
    // What is wrong with the part as a whole is told at its first question.
    const [first] = mistakes
    if (form.ok && first) form.fail(part.fields[0]?.name ?? 'revision', first.message)
    return invalid(form, again())
  }
  const saved = await ctx.app.policyLife.save(ctx.asking, { id: draft.id, revision, text: written.text })
  if (saved.ok)
    return seeOther(savedUrl(partnership, draft.id, part, written.id), {
      json: { revision: saved.draft.revision, id: written.id },
    })
  if (saved.why === 'not found') return missing
  return somebodyElse(ctx, saved.draft, (theirs) =>
    partPage(ctx, {
      ...shared,
      draft: theirs,
      ...after,
      theirs: theirs.text,
    }),
  )
}

/** Takes a part out, or moves a stage: saved at once. */
export async function rearrange(
  ctx: SignedIn,
  { draft, part, known, read }: Opened,
  wanted: 'remove' | 'up' | 'down',
): Promise<Answer> {
  const revision = revisionOf(ctx)
  const change: Change =
    wanted === 'remove' ? { do: 'remove', at: part.path } : { do: 'move', at: part.path, to: wanted }
  if (part.isNew || part.id === undefined) return missing
  const edited = editAll(draft.text, [change])
  const list = formUrl(ctx.partnership, draft.id)
  if (!edited.ok) return seeOther(list)
  const shared = { known, sentences: sentencesOf(read), part, found: foundIn(draft.text, read) }
  if (revision === undefined) return invalid(ctx.form, partPage(ctx, { ...shared, draft }))
  const saved = await ctx.app.policyLife.save(ctx.asking, { id: draft.id, revision, text: edited.text })
  if (saved.ok) {
    const to = part.stage === undefined ? list : partUrl(ctx.partnership, draft.id, { kind: 'stage', id: part.stage })
    return seeOther(withSaved(to), { json: { revision: saved.draft.revision } })
  }
  if (saved.why === 'not found') return missing
  return somebodyElse(ctx, saved.draft, (theirs) => partPage(ctx, { ...shared, draft: theirs, theirs: theirs.text }))
}

async function somebodyElse(
  ctx: SignedIn,
  theirs: PolicyDraft,
  again: (theirs: PolicyDraft) => ReturnType<typeof partPage>,
) {
  const who = (await ctx.app.access.directory(ctx.asking)).people[theirs.savedBy]?.name ?? 'Somebody'
  return changed({
    version: theirs.revision,
    since: [
      `${who} saved this draft on ${plainDate(dateAt(theirs.saved))}. Saving now changes this part alone of what they saved.`,
    ],
    again: again(theirs),
    typed: ctx.form.all,
  })
}

/** A new stage is gone on with; a part of a stage goes back to it; the rest to the list. */
function savedUrl(partnership: string, draft: string, part: Part, id: string | undefined): string {
  if (part.kind === 'stage' && part.isNew && id !== undefined)
    return withSaved(partUrl(partnership, draft, { kind: 'stage', id }))
  if (part.stage !== undefined) return withSaved(partUrl(partnership, draft, { kind: 'stage', id: part.stage }))
  return withSaved(formUrl(partnership, draft))
}

const withSaved = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}saved=yes`
