import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { CaseView, Draft } from '../../app/app.ts'
import { timeWords } from '../../domain/calendar/words.ts'
import type { Answer } from '../../domain/case/entry.ts'
import type { At } from '../../domain/people/directory.ts'
import { type Form, readForm } from '../form.ts'
import type { SignedIn } from '../screen.ts'

/** Where a kept form goes on, and what it is called in the list of drafts. */
export const addressName = 'at-address'
export const calledName = 'at-called'

/** Keeps what was typed on a page of a case as this person's private draft. */
export async function keepDraft(ctx: SignedIn, view: CaseView): Promise<Draft> {
  const address = addressOf(ctx)
  return ctx.app.access.drafts.save(ctx.asking, {
    id: idOf(address),
    kind: 'form',
    fields: { ...typedFields(ctx.form), [addressName]: address, [calledName]: `Case ${view.c.number}` },
  })
}

/** The draft named in the address, as a form; nothing when there is none or it is somebody else's. */
export async function draftForm(ctx: SignedIn): Promise<Form | undefined> {
  const id = ctx.query.typed('draft')
  const found = id === '' ? undefined : await ctx.app.access.drafts.get(ctx.asking, id)
  return found && readForm(found.fields)
}

/** What was typed goes once it is sent. */
export async function dropDraft(ctx: SignedIn): Promise<void> {
  await ctx.app.access.drafts.delete(ctx.asking, idOf(addressOf(ctx)))
}

/** Everything typed, by name. */
export function typedFields(form: Form): Readonly<Record<string, Answer>> {
  const kept = form.all.filter(({ name }) => name !== 'later')
  return Object.fromEntries(kept.map(({ name, values }) => [name, values.length === 1 ? (values[0] ?? '') : values]))
}

/** "Saved at 5:52pm." */
export const savedWords = (at: At): string => `Saved at ${timeWords(Temporal.Instant.fromEpochMilliseconds(at))}`

/** One draft a question: keeping it again keeps the newer words. */
const idOf = (address: string): string => createHash('sha256').update(address).digest('hex').slice(0, 24)

/** Address and query without the draft's id: there the same question is asked again. */
function addressOf({ path, query }: SignedIn): string {
  const pairs = query.all
    .filter(({ name }) => name !== 'draft')
    .flatMap(({ name, values }) => values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`))
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`
}
