import { dayOf, shortDate, shortDayOf } from '../../domain/words/case-when.ts'
import { citesWords } from '../../domain/words/duty-clause.ts'
import { stageName } from '../../domain/words/phrase-stage.ts'
import { barTable } from '../html/bar-table.ts'
import { filterBar } from '../html/filter-bar.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { columns } from '../html/layout.ts'
import { pagination } from '../html/pagination.ts'
import { registerTable } from '../html/register-table.ts'
import { titleBlock } from '../html/title-block.ts'
import * as urls from '../urls.ts'
import { type RegisterShown, reasonWords, registerLines, stageLabel } from './register-lines.ts'

/** The sentence with the pattern, the bars by stage beside the silent agencies, the filters, the cases: late first. */
export function registerPage(shown: RegisterShown): Html {
  const { p, at, page } = shown
  const here = urls.register(p)
  return html`${titleBlock({
    size: 'xl',
    caption: `${shown.place}, ${dayOf(at)}`,
    title: 'Register of disagreements',
    actions: [
      { text: 'Download as CSV', href: `${here}.csv${queryWords(shown, {})}` },
      ...(shown.reportOn === undefined
        ? []
        : [{ text: `Report due by ${shortDate(shown.reportOn, at)}`, href: urls.registerReport(p) }]),
    ],
    lead: leadOf(shown),
  })}${columns({ main: html`${h2('Open, by stage')}${bars(shown)}`, aside: html`${h2('Silent agencies')}${silent(shown)}` })}${h2('All cases')}${filters(shown, here)}<p class="c-muted">${countLine(shown)}</p>${
    page.rows.length === 0
      ? html`<p class="govuk-body">No case fits.</p>`
      : registerTable({
          caption: 'Cases',
          sort: {
            case: sortLink(shown, here, 'number'),
            stage: sortLink(shown, here, 'stage'),
            due: sortLink(shown, here, 'due'),
          },
          rows: registerLines(shown).map((line) => ({
            ...line,
            href: line.open ? urls.caseUrl(p, line.id) : `${here}${queryWords(shown, {})}#${line.number}`,
            with: `with ${line.with}`,
            late: line.late === '' ? undefined : line.late,
          })),
        })
  }${(page.next !== undefined || page.previous !== undefined) && pagination({ ...(page.previous === undefined ? {} : { previous: { href: `${here}${queryWords(shown, { before: page.previous })}` } }), ...(page.next === undefined ? {} : { next: { href: `${here}${queryWords(shown, { after: page.next })}` } }) })}`
}

/** "14 are open. 3 are late, 2 of them with the same agency." */
function leadOf({ page, directory }: RegisterShown): string {
  const open = page.byStage.reduce((n, s) => n + s.open, 0)
  const late = page.byStage.reduce((n, s) => n + s.late, 0)
  if (open === 0) return 'No disagreement is open.'
  const first = open === 1 ? 'One is open.' : `${open} are open.`
  if (late === 0) return `${first} Nothing is late.`
  const most = page.silent.reduce<(typeof page.silent)[number] | undefined>(
    (a, b) => (a && a.late >= b.late ? a : b),
    undefined,
  )
  const same =
    most && most.late > 1
      ? `, ${most.late === late ? 'all' : most.late} of them with ${directory.agencies[most.agency]?.name ?? 'the same agency'}`
      : ''
  return `${first} In ${late === 1 ? 'one' : late} of them something is late${same}.`
}

function bars(shown: RegisterShown): Html {
  const rows = shown.page.byStage.map((s) => ({
    label: stageLabel(policyWith(shown, s.stage), s.stage, s.title),
    open: s.open,
    late: s.late,
  }))
  if (rows.length === 0) return html`<p class="govuk-body">Nothing is open.</p>`
  return barTable({
    caption: 'Open cases by stage',
    of: 'Stage',
    rows: rows.toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
  })
}

const policyWith = (shown: RegisterShown, stage: string) =>
  shown.policies.findLast((x) => x.stages.some((s) => s.id === stage))

function silent(shown: RegisterShown): Html {
  if (shown.page.silent.length === 0) return html`<p class="govuk-body">Nothing is late.</p>`
  return html`<ul class="govuk-list">${shown.page.silent.map(
    (s) =>
      html`<li><strong>${shown.directory.agencies[s.agency]?.name ?? 'An agency no longer in the directory'}</strong><span class="c-under">${s.late === 1 ? 'Late in one case' : `Late in ${s.late} cases, the oldest since ${shortDayOf(s.longest, shown.at)}`}${s.late === 1 && `, since ${shortDayOf(s.longest, shown.at)}`}</span></li>`,
  )}</ul>`
}

function filters(shown: RegisterShown, here: string): Html {
  const { query, directory } = shown
  const used = policiesInUse(shown)
  const several = used.length > 1
  const stages = used.flatMap((x) =>
    x.stages.map((s) => ({
      value: s.id,
      text: `${stageLabel(x, s.id, s.is)}${several ? ` (${x.title.split(':')[0]})` : ''}`,
    })),
  )
  const reasons = used.flatMap((x) => {
    const kind = x.facts['reason']?.kind
    return kind?.type === 'any-of' || kind?.type === 'one-of'
      ? Object.keys(kind.options).map((id) => ({ value: id, text: reasonWords(x, id) }))
      : []
  })
  const agencies = Object.values(directory.agencies)
    .filter((a) => a.kind !== 'board')
    .map((a) => ({ value: a.id, text: a.name }))
  return filterBar({
    action: here,
    label: 'Filter the cases',
    selects: [
      {
        name: 'status',
        label: 'Status',
        value: query.status ?? 'all',
        items: [
          { value: 'open', text: 'Open' },
          { value: 'ended', text: 'Ended, not closed' },
          { value: 'closed', text: 'Closed' },
          { value: 'all', text: 'Any status' },
        ],
      },
      {
        name: 'stage',
        label: 'Stage',
        value: query.stage ?? '',
        items: [{ value: '', text: 'Any stage' }, ...once(stages)],
      },
      {
        name: 'agency',
        label: 'Agency',
        value: query.agency ?? '',
        items: [{ value: '', text: 'Any agency' }, ...agencies.toSorted((a, b) => a.text.localeCompare(b.text))],
      },
      {
        name: 'reason',
        label: 'What it is about',
        value: query.reason ?? '',
        items: [{ value: '', text: 'Anything' }, ...once(reasons)],
      },
    ],
  })
}

/** Policies that a case of the register is under: no stage is offered where no case can be. */
function policiesInUse({ policies, page, query }: RegisterShown): RegisterShown['policies'] {
  const shown = policies.filter((x) => page.rows.some(({ row }) => row.policyId === x.id))
  const known = (stage: string) => shown.some((x) => x.stages.some((s) => s.id === stage))
  const others = [...page.byStage.map((b) => b.stage), query.stage ?? ''].filter((stage) => !known(stage))
  const found = policies.filter((x) => shown.includes(x) || x.stages.some((s) => others.includes(s.id)))
  return found.length > 0 ? found : policies
}

const once = <T extends { readonly value: string; readonly text: string }>(items: readonly T[]): readonly T[] =>
  items.filter((x, n) => items.findIndex((y) => y.value === x.value && y.text === x.text) === n)

function countLine(shown: RegisterShown): string {
  const { total } = shown.page
  const cases = total === 1 ? 'One case' : `${total} cases`
  const order = (shown.query.sort ?? 'due') === 'due' ? ', late first' : ''
  const keeping = shown.policies.find((x) => x.register)
  const told = keeping?.register
    ? ` The register begins at ${stageName(keeping, keeping.register.from)}${citesWords(keeping.register.cites ?? []) === '' ? '' : ` (${citesWords(keeping.register.cites ?? []).replace(/^C/, 'c')})`}.`
    : ''
  return `${cases}${order}. Children are shown by case number only: you are told the name when the procedure tells you of the case.${told}`
}

function sortLink(shown: RegisterShown, here: string, sort: 'due' | 'number' | 'stage') {
  return {
    href: `${here}${queryWords(shown, { sort })}`,
    ...((shown.query.sort ?? 'due') === sort ? { is: 'ascending' as const } : {}),
  }
}

function queryWords(
  { query }: RegisterShown,
  change: { readonly sort?: string; readonly after?: string; readonly before?: string },
): string {
  const given = {
    status: query.status ?? 'all',
    stage: query.stage,
    agency: query.agency,
    reason: query.reason,
    sort: query.sort === 'due' ? undefined : query.sort,
    ...change,
  }
  return urls.query({
    ...given,
    status: given.status === 'open' ? undefined : given.status,
    sort: given.sort === 'due' ? undefined : given.sort,
  })
}

const h2 = (words: string): Html => heading(2, words, { classes: 'govuk-heading-m' })
