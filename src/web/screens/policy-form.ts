import { textValue } from '../../domain/policy/edit/tree-value.ts'
import { type Answer, file, missing, seeOther, show } from '../answers.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { draftOf } from './policy-draft.ts'
import { foundIn, foundOf } from './policy-form-found.ts'
import { foundAfter, open, sentencesOf } from './policy-form-open.ts'
import { formPage } from './policy-form-page.ts'
import { partPage } from './policy-form-part.ts'
import { partSaid } from './policy-form-said.ts'
import { rearrange, write } from './policy-form-save.ts'
import { formUrl } from './policy-form-urls.ts'
import { writePart } from './policy-form-write.ts'

const url = '/:partnership/policy-drafts/:draft/form'

/** One policy being written, as a form: its text taken apart, and each part changed by itself. For those who keep policies. */
export const policyForm: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const draft = await draftOf(ctx)
      if (!draft) return missing
      if (draft.ended) return seeOther(urls.policyDraft(ctx.partnership, draft.id))
      const read = await ctx.app.policyLife.read(ctx.partnership, draft.text)
      const root = textValue(draft.text)
      const found = foundIn(draft.text, read)
      return show(formPage(ctx, { draft, read, root, found, sentences: sentencesOf(read) }), {
        revision: draft.revision,
        found,
      })
    },
  },
  {
    method: 'GET',
    url: `${url}/:part`,
    handle: async (ctx) => {
      const opened = await open(ctx)
      if (opened === 'missing') return missing
      if (!('part' in opened)) return seeOther(formUrl(ctx.partnership, opened.draft.id))
      const { draft, part, known, read } = opened
      const found = foundIn(draft.text, read)
      return show(partPage(ctx, { draft, part, known, found, sentences: sentencesOf(read) }), {
        revision: draft.revision,
        found: foundOf(found, part),
      })
    },
  },
  {
    method: 'POST',
    url: `${url}/:part`,
    handle: async (ctx): Promise<Answer> => {
      const opened = await open(ctx)
      if (opened === 'missing' || opened.draft.ended) return missing
      if (!('part' in opened)) return seeOther(formUrl(ctx.partnership, opened.draft.id))
      const wanted = ctx.form.choice('do', ['save', 'keep', 'check', 'remove', 'up', 'down'] as const) ?? 'save'
      return wanted === 'remove' || wanted === 'up' || wanted === 'down'
        ? rearrange(ctx, opened, wanted)
        : write(ctx, opened, wanted)
    },
  },
  {
    // What the script asks for while somebody fills the form in: the panel alone. Nothing is kept.
    method: 'POST',
    url: `${url}/:part/check`,
    handle: async (ctx): Promise<Answer> => {
      const opened = await open(ctx)
      if (opened === 'missing' || !('part' in opened)) return missing
      const { draft, part, root } = opened
      const written = writePart(draft.text, root, part, ctx.form, ctx.json)
      const after = written.ok
        ? await foundAfter(ctx, opened, written)
        : { found: [], part, sentences: new Map<string, string>() }
      const errors = ctx.form.errors.map(({ words }) => ({
        path: part.path,
        message: words,
        level: 'mistake' as const,
      }))
      const panel = partSaid({ ...after, found: [...errors, ...after.found] })
      return ctx.json
        ? show({ title: 'Check', body: panel }, { found: after.found, errors: ctx.form.errors })
        : file(String(panel), 'text/html; charset=utf-8')
    },
  },
]
