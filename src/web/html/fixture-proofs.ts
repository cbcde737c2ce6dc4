import { backLink } from './back-link.ts'
import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import type { Choice } from './choices.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { fieldset } from './fieldset.ts'
import { genericHeader } from './generic-header.ts'
import { hint } from './hint.ts'
import { type Content, type Html, raw } from './html.ts'
import { input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { panel } from './panel.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { type TagColour, tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

export type Fixture = { readonly name: string; readonly options: Official; readonly html: string }
export type Proof = {
  readonly reads: string
  readonly compared: number
  readonly cannot?: readonly string[]
  readonly draw: (o: Official) => Html
}

const field =
  'name id classes value label.* hint.text hint.html errorMessage.text errorMessage.html describedBy formGroup.classes disabled'
const choiceList =
  'name idPrefix describedBy classes fieldset.legend.* fieldset.classes hint.text hint.html errorMessage.text errorMessage.html formGroup.classes items.*.value items.*.text items.*.html items.*.id items.*.name items.*.checked items.*.disabled items.*.divider items.*.hint.text items.*.hint.html items.*.conditional.html items.*.behaviour'

/** For each component: the options our function can say, how many fixtures that makes, and how it says them. */
export const proofs: { readonly [component: string]: Proof } = {
  'back-link': { reads: 'text html href', compared: 4, draw: (o) => backLink(content(o) ?? 'Back', o.href ?? '#') },
  button: {
    reads: 'text html href classes name value type disabled id preventDoubleClick attributes.*',
    compared: 35,
    draw: (o) => button({ ...o, text: content(o) ?? '', disabled: o.disabled }),
  },
  checkboxes: {
    reads: `${choiceList} values`,
    compared: 34,
    draw: (o) => checkboxes({ ...choicesOf(o), values: o.values }),
  },
  'date-input': {
    reads:
      'id namePrefix values.* day.error month.error year.error fieldset.legend.* fieldset.describedBy hint.text hint.html errorMessage.text formGroup.classes classes',
    compared: 13,
    cannot: ['classes', 'with empty items', 'with error on single field by omission'],
    draw: (o) => {
      const wrong = (['day', 'month', 'year'] as const).filter((part) => o[part]?.error === true)
      const value = (part: string) => o.values?.[o.namePrefix ? `${o.namePrefix}-${part}` : part]
      return dateInput({
        ...about(o),
        id: o.id,
        legend: content(o.fieldset?.legend, true) ?? '',
        namePrefix: o.namePrefix,
        values: { day: value('day'), month: value('month'), year: value('year') },
        wrong: wrong.length > 0 ? wrong : undefined,
        describedBy: o.fieldset?.describedBy,
        classes: o.classes,
      })
    },
  },
  details: {
    reads: 'summaryText summaryHtml text html open id classes',
    compared: 9,
    draw: (o) =>
      details({
        summary: content({ text: o.summaryText, html: o.summaryHtml }) ?? '',
        body: content(o) ?? '',
        open: o.open,
        id: o.id,
        classes: o.classes,
      }),
  },
  'error-message': { reads: 'text html id', compared: 4, draw: (o) => errorMessage(content(o) ?? '', o.id) },
  'error-summary': {
    reads: 'titleText titleHtml descriptionText descriptionHtml errorList.*.text errorList.*.html errorList.*.href',
    compared: 14,
    draw: (o) =>
      errorSummary({
        title: content({ text: o.titleText, html: o.titleHtml }) ?? '',
        description: content({ text: o.descriptionText, html: o.descriptionHtml }),
        errors: (o.errorList ?? []).map((e: Options) => ({ text: content(e), href: e['href'] })),
        focus: false,
      }),
  },
  fieldset: {
    reads: 'legend.* describedBy classes role html',
    compared: 17,
    draw: (o) =>
      fieldset(
        { legend: content(o.legend, true), describedBy: o.describedBy, classes: o.classes, role: o.role },
        raw(o.html ?? ''),
      ),
  },
  'generic-header': {
    reads: 'logoText logoHtml url',
    compared: 4,
    draw: (o) => genericHeader(content({ text: o.logoText, html: o.logoHtml }) ?? '', o.url),
  },
  hint: { reads: 'text html id classes', compared: 5, draw: (o) => hint(content(o) ?? '', o.id, o.classes) },
  input: {
    reads: `${field} type inputmode autocomplete autocapitalize pattern spellcheck attributes.* prefix.text prefix.html suffix.text suffix.html`,
    compared: 40,
    draw: (o) =>
      input({
        ...o,
        ...about(o),
        label: content(o.label, true) ?? '',
        prefix: content(o.prefix),
        suffix: content(o.suffix),
      }),
  },
  'inset-text': { reads: 'text html id classes', compared: 5, draw: (o) => insetText(content(o) ?? '', o) },
  label: {
    reads: 'text html for classes isPageHeading',
    compared: 15,
    cannot: ['empty'],
    draw: (o) => label(content(o, true) ?? '', o.for),
  },
  'notification-banner': {
    reads: 'text html type titleText titleHtml titleId titleHeadingLevel classes',
    compared: 14,
    cannot: ['with invalid type'],
    draw: (o) =>
      notificationBanner({
        ...o,
        body: content(o) ?? '',
        title: content({ text: o.titleText, html: o.titleHtml }) ?? (o.type === 'success' ? 'Success' : 'Important'),
      }),
  },
  pagination: {
    reads:
      'previous.href previous.text previous.html previous.labelText next.href next.text next.html next.labelText items.*.number items.*.href items.*.current items.*.ellipsis items.*.visuallyHiddenText landmarkLabel',
    compared: 13,
    draw: (o) =>
      pagination({
        ...o,
        previous: o.previous && { href: o.previous.href, text: content(o.previous), label: o.previous.labelText },
        next: o.next && { href: o.next.href, text: content(o.next), label: o.next.labelText },
        items: o.items
          ?.filter((item: Options | null) => item && Object.keys(item).length > 0)
          .map((item: Options) => ({ ...item, hidden: item['visuallyHiddenText'] })),
      }),
  },
  panel: {
    reads: 'titleText titleHtml text html headingLevel classes',
    compared: 8,
    cannot: ['interruption with custom classes', 'interruption, no actions', 'interruption'],
    draw: (o) =>
      panel(content({ text: o.titleText, html: o.titleHtml }) ?? '', content(o), {
        level: o.headingLevel ?? 1,
        classes: o.classes,
      }),
  },
  radios: { reads: `${choiceList} value`, compared: 34, draw: (o) => radios({ ...choicesOf(o), value: o.value }) },
  select: {
    reads: `${field} items.*.value items.*.text items.*.selected items.*.disabled`,
    compared: 16,
    cannot: ['with falsy values'],
    draw: (o) =>
      select({ ...o, ...about(o), label: content(o.label, true) ?? '', items: (o.items ?? []).filter(Boolean) }),
  },
  'service-navigation': {
    reads: 'navigation.*.text navigation.*.href navigation.*.current navigation.*.active',
    compared: 8,
    draw: (o) =>
      serviceNavigation(
        (o.navigation ?? [])
          .filter(Boolean)
          .map((i: Options) => ({ ...i, current: i['current'] ? 'page' : i['active'] ? 'true' : undefined })),
      ),
  },
  'skip-link': { reads: 'text html href', compared: 6, draw: (o) => skipLink(content(o) ?? '', o.href ?? '#content') },
  'summary-list': {
    reads:
      'classes rows.*.key.text rows.*.key.html rows.*.value.text rows.*.value.html rows.*.actions.items.*.text rows.*.actions.items.*.html rows.*.actions.items.*.href rows.*.actions.items.*.visuallyHiddenText',
    compared: 12,
    cannot: ['translated'],
    draw: (o) =>
      summaryList(
        o.rows.filter(Boolean).map((row: any) => ({
          key: content(row.key) ?? '',
          value: content(row.value) ?? '',
          actions: row.actions?.items?.map((a: Options) => ({
            text: content(a),
            href: a['href'],
            hidden: a['visuallyHiddenText'],
          })),
        })),
        o.classes,
      ),
  },
  table: {
    reads:
      'caption captionClasses firstCellIsHeader classes head.*.text head.*.html head.*.format head.*.classes head.*.colspan head.*.rowspan head.*.attributes.* rows.*.*.text rows.*.*.html rows.*.*.format rows.*.*.classes rows.*.*.colspan rows.*.*.rowspan rows.*.*.attributes.*',
    compared: 20,
    draw: (o) =>
      table({ ...o, head: o.head?.map(cellOf), rows: o.rows.filter(Boolean).map((row: Options[]) => row.map(cellOf)) }),
  },
  tag: {
    reads: 'text html classes',
    compared: 11,
    draw: (o) => tag(content(o) ?? '', o.classes?.replace('govuk-tag--', '') as TagColour | undefined),
  },
  textarea: {
    reads: `${field} rows autocomplete spellcheck attributes.*`,
    compared: 18,
    draw: (o) => textarea({ ...o, ...about(o), label: content(o.label, true) ?? '' }),
  },
  'warning-text': {
    reads: 'text html iconFallbackText classes',
    compared: 7,
    draw: (o) => warningText(content(o) ?? '', o.iconFallbackText, o.classes),
  },
}

function content(given: Options | undefined): Content | undefined
function content(given: Options | undefined, withLook: true): any
function content(given: Options | undefined, withLook?: true): any {
  if (given === undefined) return undefined
  const text = given['html'] ? raw(String(given['html'])) : (given['text'] as string | undefined)
  return withLook && text !== undefined
    ? { text, classes: given['classes'], isPageHeading: given['isPageHeading'] }
    : text
}

function about(o: any) {
  return {
    hint: content(o.hint),
    error: content(o.errorMessage),
    describedBy: o.describedBy,
    groupClasses: o.formGroup?.classes,
  }
}

function choicesOf(o: any) {
  const items: (Choice | false)[] = o.items.map(
    (i: any) =>
      i && {
        ...i,
        text: content(i) ?? '',
        hint: content(i.hint),
        conditional: i.conditional?.html && raw(i.conditional.html),
      },
  )
  return { ...o, ...about(o), items, legend: content(o.fieldset?.legend, true), fieldsetClasses: o.fieldset?.classes }
}

function cellOf(cell: Options) {
  return { ...cell, text: content(cell) ?? '' } as any
}
