import type { Draft } from '../../app/app.ts'
import { momentWords } from '../../domain/words/case-when.ts'
import { missing, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { summaryList } from '../html/summary-list.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen } from '../screen.ts'
import { drafts as draftsUrl, draft as draftUrl, raiseStep } from '../urls.ts'
import { addressName, calledName } from './form-draft.ts'
import { stepName } from './raise-draft.ts'

/** Private drafts: what is not sent yet. A draft's address goes on where it was left. */
export const drafts: Screen = [
  {
    method: 'GET',
    url: '/:partnership/drafts',
    async handle(ctx) {
      const { drafts: all } = await ctx.app.access.home(ctx.asking)
      const at = ctx.app.clock.now()
      const rows = all.map((one) => ({
        key: calledOf(one),
        value: `Saved ${momentWords(one.saved, at).toLowerCase()}`,
        actions: [
          { text: 'Go on', href: draftUrl(ctx.partnership, one.id), hidden: `with ${calledOf(one)}` },
          { text: 'Delete', href: `${draftUrl(ctx.partnership, one.id)}/deletion`, hidden: calledOf(one) },
        ],
      }))
      const lead = all.length === 0 ? 'You have no drafts.' : 'Nothing here has been sent. Only you can read it.'
      return show(
        {
          title: 'Your drafts',
          body: html`${titleBlock({ title: 'Your drafts', lead })}${all.length > 0 && summaryList(rows)}`,
        },
        { drafts: all },
      )
    },
  },
  {
    method: 'GET',
    url: '/:partnership/drafts/:draft',
    async handle(ctx) {
      const found = await ctx.app.access.drafts.get(ctx.asking, ctx.param('draft'))
      const to = found && goesOn(ctx.partnership, found)
      return to === undefined ? missing : seeOther(to)
    },
  },
  {
    method: 'GET',
    url: '/:partnership/drafts/:draft/deletion',
    async handle(ctx) {
      const found = await ctx.app.access.drafts.get(ctx.asking, ctx.param('draft'))
      if (!found) return missing
      const body = html`${titleBlock({ title: 'Delete this draft?', caption: calledOf(found), lead: 'What you typed is gone for good. Nothing that was sent is touched.' })}<form method="post">${ctx.hidden()}${button({ text: 'Delete the draft', kind: 'warning' })}</form><p class="govuk-body">${link({ text: 'Keep it', href: draftsUrl(ctx.partnership) })}</p>`
      return show({
        title: 'Delete this draft?',
        body,
        back: { text: 'Your drafts', href: draftsUrl(ctx.partnership) },
      })
    },
  },
  {
    method: 'POST',
    url: '/:partnership/drafts/:draft/deletion',
    async handle(ctx) {
      await ctx.app.access.drafts.delete(ctx.asking, ctx.param('draft'))
      return seeOther(draftsUrl(ctx.partnership))
    },
  },
]

/** Only ever an address of this partnership: a draft holds words, and words are not trusted with where to go. */
function goesOn(partnership: string, draft: Draft): string | undefined {
  if (draft.kind === 'raise') return raiseStep(partnership, draft.id, textOf(draft, stepName) || 'danger')
  const address = textOf(draft, addressName)
  if (!address.startsWith(`/${partnership}/cases/`)) return undefined
  return `${address}${address.includes('?') ? '&' : '?'}draft=${encodeURIComponent(draft.id)}`
}

const calledOf = (draft: Draft): string =>
  draft.kind === 'raise' ? 'A concern you have not sent' : textOf(draft, calledName) || 'Something you were writing'

const textOf = (draft: Draft, name: string): string => {
  const found = draft.fields[name]
  return typeof found === 'string' ? found : ''
}
