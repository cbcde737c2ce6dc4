import type { PolicyDraft, TextRead } from '../../app/policy-life.ts'
import { textValue } from '../../domain/policy/edit/tree-value.ts'
import type { ValueMap } from '../../domain/policy/write/value.ts'
import { dutySentence } from '../../domain/words/phrase-duty.ts'
import { moveSentence } from '../../domain/words/phrase-move.ts'
import type { SignedIn } from '../screen.ts'
import { draftOf } from './policy-draft.ts'
import { foundIn } from './policy-form-found.ts'
import { type Known, knownIn } from './policy-form-known.ts'
import { type Part, partOf } from './policy-form-parts.ts'

export interface Opened {
  readonly draft: PolicyDraft
  readonly read: TextRead
  readonly root: ValueMap
  readonly known: Known
  readonly part: Part
}

/** The part in the address; the draft alone where its text cannot be taken apart, or has no such part any more. */
export async function open(ctx: SignedIn): Promise<Opened | { readonly draft: PolicyDraft } | 'missing'> {
  const draft = await draftOf(ctx)
  if (!draft) return 'missing'
  const root = textValue(draft.text)
  if (!root) return { draft }
  const read = await ctx.app.policyLife.read(ctx.partnership, draft.text)
  const known = knownIn(root, read)
  const part = partOf(ctx.param('part'), ctx.query.typed('id'), ctx.query.typed('stage'), root, known)
  return part ? { draft, read, root, known, part } : { draft }
}

/** Sentences of all duties and moves of a policy: by id, in a stage by its id and theirs. */
export function sentencesOf(read: TextRead): ReadonlyMap<string, string> {
  if (!read.ok) return new Map()
  const { policy } = read
  return new Map([
    ...policy.duties.map((duty) => [duty.id, dutySentence(duty, policy)] as const),
    ...policy.moves.map((move) => [move.id, moveSentence(move, policy)] as const),
    ...policy.stages.flatMap(({ id, duties, moves }) => [
      ...duties.map((duty) => [`${id} ${duty.id}`, dutySentence(duty, policy)] as const),
      ...moves.map((move) => [`${id} ${move.id}`, moveSentence(move, policy)] as const),
    ]),
  ])
}

/** What the check finds in the text that the form comes to, and the part as it stands there. */
export async function foundAfter(
  ctx: SignedIn,
  { part }: Opened,
  written: { readonly text: string; readonly id: string | undefined },
) {
  const read = await ctx.app.policyLife.read(ctx.partnership, written.text)
  const path = part.isNew && written.id !== undefined ? [...part.path.slice(0, -1), written.id] : part.path
  return { found: foundIn(written.text, read), part: { ...part, path }, sentences: sentencesOf(read) }
}
