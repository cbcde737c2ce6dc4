import type { AdoptedPolicy } from '../../app/app.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { html } from '../html/html.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { mostText, textOf } from './policy-draft.ts'

/** Where a policy begins: empty, from a file that somebody has, or as a copy of a version kept here. */
export const policyDrafts: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policy-drafts/new',
    handle: async (ctx) => {
      if (ctx.viewer.keeps.length === 0) return missing
      const of = await copied(ctx)
      return show(page(ctx, of?.text ?? starting, of?.own))
    },
  },
  {
    method: 'POST',
    url: '/:partnership/policy-drafts',
    handle: async (ctx): Promise<Answer> => {
      if (ctx.viewer.keeps.length === 0) return missing
      const text = textOf(ctx.form)
      const of = await copied(ctx)
      if (!ctx.form.ok) return invalid(ctx.form, page(ctx, text, of?.own))
      const begun = await ctx.app.policyLife.begin(ctx.asking, {
        submission: ctx.submission,
        text,
        ...(of ? { of: { policy: of.policy, version: of.version } } : {}),
      })
      return begun
        ? seeOther(urls.policyDraft(ctx.partnership, begun.id), {
            created: true,
            json: { id: begun.id, revision: begun.revision },
          })
        : missing
    },
  },
]

/** The version to begin from, named in the address or the form; none named, none found. */
async function copied(ctx: SignedIn) {
  const given = ctx.form.has('policy') ? ctx.form : ctx.query
  const policy = given.typed('policy')
  const version = given.whole('version', { min: 1, max: 100_000 })
  if (policy === '') return undefined
  const found = await ctx.app.policies.get(ctx.partnership, policy, version)
  if (!found) return undefined
  const own = makesOwn(ctx, found)
  const text = own === undefined ? nextVersion(found.text) : ownCopy(found.text, own.agency)
  return { policy: found.policy.id, version: found.policy.version, text, own: own?.onBehalfOf }
}

/** Who keeps policies for one agency alone cannot change what is everybody's: it makes its own from it. */
export function makesOwn({ viewer }: SignedIn, { adoption }: AdoptedPolicy) {
  const [first] = viewer.keeps
  if (first?.agency === undefined || viewer.keeps.some((post) => post.agency !== first.agency)) return undefined
  return adoption?.agency === first.agency ? undefined : { agency: first.agency, onBehalfOf: first.onBehalfOf }
}

/** The same file under a name of the agency's own, as its first version. */
const ownCopy = (text: string, agency: string): string =>
  text.replace(/^id:[ \t]*/m, (id) => `${id}${agency}-`).replace(/^version:[ \t]*\d+/m, 'version: 1')

/** The same file under the next version number: a version never changes once it was adopted. */
export const nextVersion = (text: string): string =>
  text.replace(/^version:[ \t]*(\d+)/m, (_all, n: string) => `version: ${Number(n) + 1}`)

function page(ctx: SignedIn, text: string, own: string | undefined): Shown {
  const { form, query, partnership } = ctx
  const copy = query.typed('policy') || form.typed('policy')
  const version = query.typed('version') || form.typed('version')
  const title =
    copy === '' ? 'Write or import a policy' : own === undefined ? 'Write a new version' : 'Make it your own'
  return {
    title,
    wide: true,
    back: { text: 'Policies', href: urls.policies(partnership) },
    body: html`${titleBlock({
      title,
      lead:
        copy === ''
          ? 'Paste the text of a policy file, or begin from the lines below. It is a draft: nothing goes by it until it is adopted.'
          : own === undefined
            ? 'This is the version as it stands, with the next version number. It is a draft: nothing goes by it until it is adopted.'
            : `This is the policy as it stands, as a first version of ${own}’s own. It is a draft: nothing goes by it until it is adopted.`,
    })}<form method="post" action="${urls.policyDrafts(partnership)}" novalidate>${ctx.hidden()}${
      copy !== '' &&
      html`<input type="hidden" name="policy" value="${copy}"><input type="hidden" name="version" value="${version}">`
    }${textarea({
      name: 'text',
      label: { text: 'The policy’s text', classes: 'govuk-label--s' },
      hint: `In the form that the lines below have (YAML), at most ${mostText / 1024} KB`,
      value: form.has('text') ? form.typed('text') : text,
      error: form.error('text'),
      rows: 24,
      spellcheck: false,
      classes: 'c-code',
      attributes: { 'data-import': mostText },
    })}${button({ text: 'Save as a draft and check it' })}</form>`,
  }
}

const starting = `id: our-own-name
title: Settling professional disagreement
version: 1
nation: england-and-wales
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Line manager, tier: 2 }
  chair: { is: Independent chair, at: board }
stages:
  talk:
    is: Talk to each other
    between: worker
    within: 3 working days
  line:
    is: Line managers
    between: manager
    within: 5 working days
  top:
    is: The Chair
    by: chair
    within: 10 working days
`
