import { backLink } from './back-link.ts'
import { type ButtonOptions, button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { type DatePart, dateInput } from './date-input.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { fieldset } from './fieldset.ts'
import type {
  Look,
  OfficialCell,
  OfficialChoices,
  OfficialDate,
  OfficialField,
  OfficialLink,
  OfficialPages,
  OfficialRow,
  OfficialStep,
  Titled,
  Worded,
  Words,
} from './fixture-options.ts'
import { about, cellOf, choicesOf, looked, rowOf, titled, words } from './fixture-words.ts'
import { genericHeader } from './generic-header.ts'
import { hint } from './hint.ts'
import { type Html, raw } from './html.ts'
import { type InputOptions, input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import { type NotificationBannerOptions, notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { radios } from './radios.ts'
import { type SelectOptions, select } from './select.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { type TableOptions, table } from './table.ts'
import { type TagColour, tag } from './tag.ts'
import { type TextareaOptions, textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

export type Fixture = { readonly name: string; readonly options: unknown; readonly html: string }

/** `reads`: the options our function can say. `cannot`: fixtures it cannot say all the same. `compared`: how many remain. */
export type Proof<Options> = {
  readonly reads: string
  readonly compared: number
  readonly cannot?: readonly string[]
  readonly draw: (options: Options) => Html
}

/** The fixtures are somebody else's JSON: each proof names what it reads, and the comparison tells if that was so. */
function prove<Options>(proof: Proof<Options>): Proof<never> {
  return proof
}

const field =
  'name id classes value label.* hint.text hint.html errorMessage.text errorMessage.html describedBy formGroup.classes disabled'
const choiceList =
  'name idPrefix describedBy classes fieldset.legend.* fieldset.classes hint.text hint.html errorMessage.text errorMessage.html formGroup.classes items.*.value items.*.text items.*.html items.*.id items.*.name items.*.checked items.*.disabled items.*.divider items.*.hint.text items.*.hint.html items.*.conditional.html items.*.behaviour'

/** For each component: what of the official options our function can say, and how. */
export const proofs: { readonly [component: string]: Proof<never> } = {
  'back-link': prove<Words & { href?: string }>({
    reads: 'text html href',
    compared: 4,
    draw: (o) => backLink(words(o) ?? 'Back', o.href ?? '#'),
  }),
  button: prove<Omit<ButtonOptions, 'text'> & Words>({
    reads: 'text html href classes name value type disabled id preventDoubleClick attributes.*',
    compared: 35,
    draw: (o) => button({ ...o, text: words(o) ?? '' }),
  }),
  checkboxes: prove<OfficialChoices & { values?: readonly string[] }>({
    reads: `${choiceList} values`,
    compared: 34,
    draw: (o) => checkboxes({ ...choicesOf(o), values: o.values }),
  }),
  'date-input': prove<OfficialField & OfficialDate>({
    reads:
      'id namePrefix values.* day.error month.error year.error fieldset.legend.* fieldset.describedBy hint.text hint.html errorMessage.text formGroup.classes classes',
    compared: 13,
    cannot: ['classes', 'with empty items', 'with error on single field by omission'],
    draw: (o) => {
      const wrong = parts.filter((part) => o[part]?.error === true)
      const value = (part: DatePart) => o.values?.[o.namePrefix ? `${o.namePrefix}-${part}` : part]
      return dateInput({
        ...about(o),
        id: o.id,
        legend: looked(o.fieldset?.legend),
        namePrefix: o.namePrefix,
        values: { day: value('day'), month: value('month'), year: value('year') },
        wrong: wrong.length > 0 ? wrong : undefined,
        describedBy: o.fieldset?.describedBy,
        classes: o.classes,
      })
    },
  }),
  details: prove<Words & Titled & { open?: boolean; id?: string; classes?: string }>({
    reads: 'summaryText summaryHtml text html open id classes',
    compared: 9,
    draw: (o) =>
      details({ ...o, summary: words({ text: o.summaryText, html: o.summaryHtml }) ?? '', body: words(o) ?? '' }),
  }),
  'error-message': prove<Words & { id?: string }>({
    reads: 'text html id',
    compared: 4,
    draw: (o) => errorMessage(words(o) ?? '', o.id),
  }),
  'error-summary': prove<Titled & { errorList?: readonly (Words & { href?: string })[] }>({
    reads: 'titleText titleHtml descriptionText descriptionHtml errorList.*.text errorList.*.html errorList.*.href',
    compared: 14,
    draw: (o) =>
      errorSummary({
        title: titled(o) ?? '',
        description: words({ text: o.descriptionText, html: o.descriptionHtml }),
        errors: (o.errorList ?? []).map((one) => ({ text: words(one) ?? '', href: one.href })),
        focus: false,
      }),
  }),
  fieldset: prove<{ legend?: Look; describedBy?: string; classes?: string; role?: string; html?: string }>({
    reads: 'legend.* describedBy classes role html',
    compared: 17,
    draw: (o) => fieldset({ ...o, legend: o.legend && looked(o.legend) }, raw(o.html ?? '')),
  }),
  'generic-header': prove<Titled & { url?: string }>({
    reads: 'logoText logoHtml url',
    compared: 4,
    draw: (o) => genericHeader(words({ text: o.logoText, html: o.logoHtml }) ?? '', o.url),
  }),
  hint: prove<Words & { id?: string; classes?: string }>({
    reads: 'text html id classes',
    compared: 5,
    draw: (o) => hint(words(o) ?? '', o.id, o.classes),
  }),
  input: prove<Omit<InputOptions, Worded> & OfficialField & { prefix?: Words; suffix?: Words }>({
    reads: `${field} type inputmode autocomplete autocapitalize pattern spellcheck attributes.* prefix.text prefix.html suffix.text suffix.html`,
    compared: 40,
    draw: (o) => input({ ...o, ...about(o), label: looked(o.label), prefix: words(o.prefix), suffix: words(o.suffix) }),
  }),
  'inset-text': prove<Words & { id?: string; classes?: string }>({
    reads: 'text html id classes',
    compared: 5,
    draw: (o) => insetText(words(o) ?? '', o),
  }),
  label: prove<Look & { for: string }>({
    reads: 'text html for classes isPageHeading',
    compared: 15,
    cannot: ['empty'],
    draw: (o) => label(looked(o), o.for),
  }),
  'notification-banner': prove<Omit<NotificationBannerOptions, 'body' | 'title'> & Words & Titled>({
    reads: 'text html type titleText titleHtml titleId titleHeadingLevel classes',
    compared: 14,
    cannot: ['with invalid type'],
    draw: (o) => notificationBanner({ ...o, body: words(o) ?? '', title: titled(o) }),
  }),
  pagination: prove<OfficialPages>({
    reads:
      'previous.href previous.text previous.html previous.labelText next.href next.text next.html next.labelText items.*.number items.*.href items.*.current items.*.ellipsis items.*.visuallyHiddenText landmarkLabel',
    compared: 13,
    draw: (o) => {
      const items = o.items?.filter((item) => item !== null && Object.keys(item).length > 0)
      const step = (one: OfficialStep | undefined) => one && { href: one.href, text: words(one), label: one.labelText }
      return pagination({
        landmarkLabel: o.landmarkLabel,
        previous: step(o.previous),
        next: step(o.next),
        items: items?.map((item) => ('ellipsis' in item ? item : { ...item, hidden: item.visuallyHiddenText })),
      })
    },
  }),
  panel: prove<Words & Titled & { headingLevel?: 1 | 2; classes?: string }>({
    reads: 'titleText titleHtml text html headingLevel classes',
    compared: 8,
    cannot: ['interruption with custom classes', 'interruption, no actions', 'interruption'],
    draw: (o) => panel(titled(o) ?? '', words(o), { level: o.headingLevel, classes: o.classes }),
  }),
  radios: prove<OfficialChoices & { value?: string }>({
    reads: `${choiceList} value`,
    compared: 34,
    draw: (o) => radios({ ...choicesOf(o), value: o.value }),
  }),
  select: prove<Omit<SelectOptions, Worded> & OfficialField>({
    reads: `${field} items.*.value items.*.text items.*.selected items.*.disabled`,
    compared: 16,
    cannot: ['with falsy values'],
    draw: (o) => select({ ...o, ...about(o), label: looked(o.label), items: (o.items ?? []).filter(Boolean) }),
  }),
  'service-navigation': prove<{ navigation?: readonly OfficialLink[] }>({
    reads: 'navigation.*.text navigation.*.href navigation.*.current navigation.*.active',
    compared: 8,
    draw: (o) =>
      serviceNavigation(
        (o.navigation ?? [])
          .filter(Boolean)
          .map((one) => ({ ...one, current: one.current ? 'page' : one.active ? 'true' : undefined })),
      ),
  }),
  'skip-link': prove<Words & { href?: string }>({
    reads: 'text html href',
    compared: 6,
    draw: (o) => skipLink(words(o) ?? '', o.href ?? '#content'),
  }),
  'summary-list': prove<{ rows: readonly OfficialRow[]; classes?: string }>({
    reads:
      'classes rows.*.key.text rows.*.key.html rows.*.value.text rows.*.value.html rows.*.actions.items.*.text rows.*.actions.items.*.html rows.*.actions.items.*.href rows.*.actions.items.*.visuallyHiddenText',
    compared: 12,
    cannot: ['translated'],
    draw: (o) => summaryList(o.rows.filter(Boolean).map(rowOf), o.classes),
  }),
  table: prove<
    Omit<TableOptions, 'head' | 'rows'> & { head?: readonly OfficialCell[]; rows: readonly (readonly OfficialCell[])[] }
  >({
    reads:
      'caption captionClasses firstCellIsHeader classes head.*.text head.*.html head.*.format head.*.classes head.*.colspan head.*.rowspan head.*.attributes.* rows.*.*.text rows.*.*.html rows.*.*.format rows.*.*.classes rows.*.*.colspan rows.*.*.rowspan rows.*.*.attributes.*',
    compared: 20,
    draw: (o) => table({ ...o, head: o.head?.map(cellOf), rows: o.rows.filter(Boolean).map((row) => row.map(cellOf)) }),
  }),
  tag: prove<Words & { classes?: string }>({
    reads: 'text html classes',
    compared: 11,
    draw: (o) => tag(words(o) ?? '', o.classes?.replace('govuk-tag--', '') as TagColour | undefined),
  }),
  textarea: prove<Omit<TextareaOptions, Worded> & OfficialField>({
    reads: `${field} rows autocomplete spellcheck attributes.*`,
    compared: 18,
    draw: (o) => textarea({ ...o, ...about(o), label: looked(o.label) }),
  }),
  'warning-text': prove<Words & { iconFallbackText?: string; classes?: string }>({
    reads: 'text html iconFallbackText classes',
    compared: 7,
    draw: (o) => warningText(words(o) ?? '', o.iconFallbackText, o.classes),
  }),
}

const parts = ['day', 'month', 'year'] as const
