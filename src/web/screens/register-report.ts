import type { RegisterPage } from '../../app/app.ts'
import type { ReportDue } from '../../app/register-report.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { dateWords } from '../../domain/calendar/words.ts'
import type { AgencyId, Directory } from '../../domain/people/directory.ts'
import type { Register } from '../../domain/policy/policy.ts'
import { endWords } from '../../domain/words/case-ended.ts'
import { invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { button } from '../html/button.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { input } from '../html/input.ts'
import { table } from '../html/table.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { reasonWords, stageLabel } from './register-lines.ts'

const url = '/:partnership/register/report'

/** What the policy has counted for the report of its register since the last one, and that it was made. For whoever keeps it. Source: K48. */
export const registerReport: Screen = [
  {
    method: 'GET',
    url,
    handle: async (ctx) => {
      const found = await find(ctx)
      return found
        ? show(
            page(ctx, found),
            found.map(({ due, counts }) => ({ policy: due.policy.id, since: due.since, on: due.on, counts })),
          )
        : missing
    },
  },
  {
    method: 'POST',
    url,
    handle: async (ctx) => {
      const found = await find(ctx)
      if (!found) return missing
      const ids = found.map(({ due }) => due.policy.id)
      const policy = ctx.form.choice('policy', ids, 'Choose the policy') ?? ''
      const to = ctx.form.text('to', 'Say to whom it was reported', 500)
      if (!ctx.form.ok) return invalid(ctx.form, page(ctx, found))
      const done = await ctx.app.access.recordReport(ctx.asking, { policy, to })
      return done ? seeOther(urls.registerReport(ctx.partnership)) : missing
    },
  },
]

interface Reporting {
  readonly due: ReportDue
  readonly counts: readonly Counted[]
}

interface Counted {
  readonly by: Register['counts'][number]
  readonly rows: readonly { readonly is: string; readonly cases: number }[]
}

async function find(ctx: SignedIn): Promise<readonly Reporting[] | undefined> {
  const due = await ctx.app.access.reportsDue(ctx.asking)
  if (due.length === 0) return undefined
  const [all, directory] = [await everyRow(ctx), await ctx.app.access.directory(ctx.asking)]
  return due.map((one) => ({
    due: one,
    counts: countsOf(
      one,
      all.filter(({ row }) => row.policyId === one.policy.id && dateAt(row.raisedAt) >= one.since),
      directory,
    ),
  }))
}

async function everyRow(ctx: SignedIn): Promise<RegisterPage['rows']> {
  const found: RegisterPage['rows'][number][] = []
  for (let after: string | undefined; ; ) {
    const read = await ctx.app.access.register(ctx.asking, { size: 1000, ...(after === undefined ? {} : { after }) })
    found.push(...(read?.rows ?? []))
    after = read?.next
    if (after === undefined) return found
  }
}

function countsOf({ policy }: ReportDue, rows: RegisterPage['rows'], directory: Directory): readonly Counted[] {
  const name = (agency: AgencyId) => directory.agencies[agency]?.name ?? 'An agency no longer in the directory'
  const by: Readonly<Record<Counted['by'], (row: RegisterPage['rows'][number]['row']) => readonly string[]>> = {
    reason: (row) =>
      row.reasons.length === 0 ? ['Not said'] : row.reasons.map((reason) => reasonWords(policy, reason)),
    stage: (row) => [stageLabel(policy, row.stage, row.stageTitle)],
    agency: (row) => [...new Set([row.raisingAgency, ...row.respondingAgencies])].map(name),
    outcome: (row) => [row.end ? endWords(row.end) : 'Not ended yet'],
  }
  return (policy.register?.counts ?? []).map((one) => {
    const named = rows.flatMap(({ row }) => by[one](row))
    return {
      by: one,
      rows: [...new Set(named)]
        .map((is) => ({ is, cases: named.filter((other) => other === is).length }))
        .toSorted((a, b) => b.cases - a.cases || a.is.localeCompare(b.is, 'en')),
    }
  })
}

const headings: Readonly<Record<Counted['by'], string>> = {
  reason: 'What they are about',
  stage: 'Stage they stand at',
  agency: 'Agencies in them',
  outcome: 'How they ended',
}

function page(ctx: SignedIn, found: readonly Reporting[]): Shown {
  return {
    title: 'Report of the register',
    back: { text: 'Register of disagreements', href: urls.register(ctx.partnership) },
    body: html`${titleBlock({
      title: 'Report of the register',
      lead: 'The cases raised since the last report, counted as the policy asks. A case with several reasons or agencies counts for each.',
    })}${found.map((one) => reported(ctx, one))}`,
  }
}

function reported(ctx: SignedIn, { due, counts }: Reporting): Html {
  const { policy, since, on, made } = due
  const last = made.at(-1)
  return html`${heading(2, policy.title, { classes: 'govuk-heading-m' })}<p class="govuk-body">The next report is due by <strong>${dateWords(on)}</strong>. ${
    last
      ? `The last was made on ${dateWords(last.on)}, to ${last.to}.`
      : `No report has been recorded since ${dateWords(since)}.`
  }</p>${counts.map(({ by, rows }) =>
    rows.length === 0
      ? html`<p class="govuk-body">${headings[by]}: no case.</p>`
      : table({
          caption: headings[by],
          captionClasses: 'govuk-table__caption--s',
          firstCellIsHeader: true,
          head: [{ text: headings[by] }, { text: 'Cases', format: 'numeric' }],
          rows: rows.map(({ is, cases }) => [{ text: is }, { text: String(cases), format: 'numeric' }]),
        }),
  )}<form method="post" novalidate>${ctx.hidden(undefined)}<input type="hidden" name="policy" value="${policy.id}">${input(
    {
      name: 'to',
      label: { text: 'To whom was it reported?', classes: 'govuk-label--s' },
      value: ctx.form.typed('policy') === policy.id ? ctx.form.typed('to') : '',
      error: ctx.form.typed('policy') === policy.id ? ctx.form.error('to') : undefined,
    },
  )}${button({ text: 'Record that it was reported', kind: 'secondary', preventDoubleClick: true })}</form>`
}
