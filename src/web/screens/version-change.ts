import type { ChosenVersion, VersionView } from '../../app/version-view.ts'
import { dayOf } from '../../domain/words/case-when.ts'
import { changeRows } from '../../domain/words/version-words.ts'
import { type Answer, invalid, missing, type Shown, show } from '../answers.ts'
import type { Form } from '../form.ts'
import { button } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import { link } from '../html/link.ts'
import { radios } from '../html/radios.ts'
import { select } from '../html/select.ts'
import { table } from '../html/table.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { type Asked, backToCase, captionOf } from './form-asked.ts'
import { doneOr, refusedPage } from './form-result.ts'

const url = '/:partnership/cases/:case/version'

/** A running case is moved to another version of its policy: which one, what would change, why. For whoever keeps the register or decides. */
export const versionChange: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const found = await find(ctx, ctx.query)
      if (!found) return missing
      const asked = askedOf(ctx, found)
      if (found.refusal) return refusedPage(asked, found.refusal)
      const { chosen } = found
      return chosen
        ? show(preview(asked, found, chosen, ctx.form), {
            version: found.view.c.version,
            ...chosen,
            policy: chosen.policy.version,
          })
        : show(choosing(asked, found), { version: found.view.c.version, versions: found.versions })
    },
  },
  {
    method: 'POST',
    url,
    handle: async (ctx): Promise<Answer> => {
      const found = await find(ctx, ctx.form)
      if (!found) return missing
      const asked = askedOf(ctx, found)
      if (found.refusal) return refusedPage(asked, found.refusal)
      const { chosen } = found
      const words = ctx.form.text('words', 'Say why this case is moved')
      if (!chosen) {
        ctx.form.fail('to', 'Choose a version')
        return invalid(ctx.form, choosing(asked, found, ctx.form))
      }
      for (const stage of chosen.unplaced)
        if (stage.needed)
          ctx.form.text(
            stageField(stage.stage),
            `Choose what “${stage.is}” is called in version ${chosen.policy.version}`,
          )
      const again = () => preview(asked, found, chosen, ctx.form)
      if (!ctx.form.ok) return invalid(ctx.form, again())
      const { id, version, hash } = chosen.policy
      const result = await ctx.run(found.view.caseId, {
        kind: 'change version',
        to: { id, version, hash },
        stages: stagesIn(ctx.form, found),
        words,
      })
      return doneOr(asked, result, { to: urls.caseUrl(asked.p, found.view.caseId), again })
    },
  },
]

const askedOf = (ctx: SignedIn, { view }: VersionView): Asked => ({ ctx, view, p: ctx.partnership })

const stageField = (stage: string): string => `stage-${stage}`

/** The mapping comes by the stages of the case itself, so it is read once they are known. */
async function find(ctx: SignedIn, form: Form): Promise<VersionView | undefined> {
  const to = form.whole('to', { min: 1, max: 1_000_000 })
  const bare = { ...(to === undefined ? {} : { to }), stages: {} }
  const first = await ctx.app.access.versionChange(ctx.asking, ctx.param('case'), bare)
  const stages = first ? stagesIn(form, first) : {}
  if (Object.keys(stages).length === 0) return first
  return ctx.app.access.versionChange(ctx.asking, ctx.param('case'), { ...bare, stages })
}

const stagesIn = (form: Form, { view }: VersionView): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new Set(view.c.visits.map((visit) => visit.stage))].flatMap((stage) => {
      const to = form.typed(stageField(stage))
      return to === '' ? [] : [[stage, to] as const]
    }),
  )

function frame(asked: Asked, title: string, lead: string, body: Html): Shown {
  return {
    title,
    wide: true,
    back: backToCase(asked),
    body: html`${titleBlock({ caption: captionOf(asked.view), title, lead })}${body}`,
  }
}

const kept =
  'A case keeps the version it was raised under. It can be moved to another one, with a reason that both sides read. You see first what would change.'

function choosing(asked: Asked, { versions, view }: VersionView, form?: Form): Shown {
  const title = 'Move this case to another version'
  if (versions.length === 0)
    return frame(
      asked,
      title,
      kept,
      html`<p class="govuk-body">No other version of ${view.world.policy.title} has been adopted.</p>`,
    )
  const items = versions.map(({ version, starts }) => ({
    value: String(version),
    text: `Version ${version}, in force since ${dayOf(starts)}`,
  }))
  return frame(
    asked,
    title,
    kept,
    html`<form method="get" novalidate>${radios({ name: 'to', legend: 'Which version?', value: items[0]?.value, items, error: form?.error('to') })}${button({ text: 'See what would change' })}</form>`,
  )
}

function preview(asked: Asked, { view, versions }: VersionView, chosen: ChosenVersion, form: Form): Shown {
  const { ctx, p } = asked
  const { policy, would, refusal, unplaced } = chosen
  const from = view.c.policy.version
  const rows = would ? changeRows(would, view.world.policy, policy, view.at) : []
  const compare = urls.policyCompare(p, `${policy.id}.${from}`, `${policy.id}.${policy.version}`)
  const changes = table({
    caption: 'What would change in this case',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    stacked: true,
    head: ['What', `Version ${from}, now`, `Version ${policy.version}`],
    rows: rows.map((row) => [row.what, row.was, row.would]),
  })
  return frame(
    asked,
    `Move this case to version ${policy.version}`,
    `It goes by version ${from} now. What has happened stays as it is; what is still to be done goes by version ${policy.version} from then on.`,
    html`${unplaced.length > 0 && places(chosen, ctx, from)}${
      refusal && insetText(html`<p class="govuk-body"><strong>${refusal.title}.</strong> ${refusal.because}</p>`)
    }${
      would &&
      (rows.length > 0
        ? changes
        : html`${heading(2, 'What would change in this case', { classes: 'govuk-heading-m' })}<p class="govuk-body">Nothing: no date, nothing to be done and no move would be different today.</p>`)
    }<p class="govuk-body">${link({ text: 'Compare the two versions', href: compare })}${
      versions.length > 1 &&
      html` or ${link({ text: 'choose another version', href: urls.versionChange(p, view.caseId) })}`
    }</p>${
      would &&
      html`<form method="post" novalidate>${ctx.hidden(view.c.version)}<input type="hidden" name="to" value="${String(policy.version)}">${unplaced.map(
        ({ stage }) => html`<input type="hidden" name="${stageField(stage)}" value="${typedPlace(ctx, stage)}">`,
      )}${textarea({
        name: 'words',
        label: { text: 'Why is it moved?', classes: 'govuk-label--m' },
        hint: 'Both sides read this in the record.',
        rows: 4,
        value: form.typed('words'),
        error: form.error('words'),
      })}${button({ text: `Move this case to version ${policy.version}`, preventDoubleClick: true })}</form>`
    }`,
  )
}

/** Stages that the version calls otherwise: without a place for those that are needed nothing can be shown. */
function places({ policy, unplaced }: ChosenVersion, { query, form }: SignedIn, from: number): Html {
  const items = [{ value: '', text: 'None' }, ...policy.stages.map((s) => ({ value: s.id, text: s.is }))]
  return html`<form method="get" novalidate>${heading(2, 'Stages of another name', { classes: 'govuk-heading-m' })}<input type="hidden" name="to" value="${String(policy.version)}">${unplaced.map(
    (one) =>
      select({
        name: stageField(one.stage),
        label: { text: `“${one.is}” of version ${from} is` },
        ...(one.needed ? { hint: 'The case stands in it, or something is still to be done from it.' } : {}),
        items,
        value: typedPlace({ query, form }, one.stage),
        error: form.error(stageField(one.stage)),
      }),
  )}${button({ text: 'See what would change', kind: 'secondary' })}</form>`
}

const typedPlace = ({ query, form }: Pick<SignedIn, 'query' | 'form'>, stage: string): string =>
  query.typed(stageField(stage)) || form.typed(stageField(stage))
