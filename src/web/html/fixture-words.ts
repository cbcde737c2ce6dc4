import type { Choice, ChoicesOptions } from './choices.ts'
import type {
  Look,
  OfficialCell,
  OfficialChoices,
  OfficialField,
  OfficialRow,
  Titled,
  Words,
} from './fixture-options.ts'
import { type Content, raw } from './html.ts'
import type { Cell } from './table.ts'

/** The words of an official fixture as our functions take them: markup as Html, anything else as a string to escape. */
export function words(given: Words | undefined): Content | undefined {
  return given === undefined ? undefined : given.html ? raw(given.html) : given.text
}

export function titled(given: Titled): Content | undefined {
  return words({ text: given.titleText, html: given.titleHtml })
}

export function looked(given: Look | undefined) {
  return { text: words(given) ?? '', classes: given?.classes, isPageHeading: given?.isPageHeading }
}

export function about(o: Pick<OfficialField, 'hint' | 'errorMessage' | 'describedBy' | 'formGroup'>) {
  return {
    hint: words(o.hint),
    error: words(o.errorMessage),
    describedBy: o.describedBy,
    groupClasses: o.formGroup?.classes,
  }
}

export function choicesOf(o: OfficialChoices): ChoicesOptions {
  const items = o.items.map((item): Choice | false => {
    if (!item) return false
    if (item.divider !== undefined) return { divider: item.divider }
    const { html: markup } = item.conditional ?? {}
    return { ...item, text: words(item) ?? '', hint: words(item.hint), conditional: markup ? raw(markup) : undefined }
  })
  const legend = o.fieldset && looked(o.fieldset.legend)
  return {
    ...about(o),
    name: o.name,
    idPrefix: o.idPrefix,
    classes: o.classes,
    items,
    legend,
    fieldsetClasses: o.fieldset?.classes,
  }
}

export function rowOf(row: OfficialRow) {
  const actions = row.actions?.items?.map((one) => ({
    text: words(one) ?? '',
    href: one.href,
    hidden: one.visuallyHiddenText,
  }))
  return { key: words(row.key) ?? '', value: words(row.value) ?? '', actions }
}

export function cellOf(cell: OfficialCell): Cell {
  return { ...cell, text: words(cell) ?? '' }
}
