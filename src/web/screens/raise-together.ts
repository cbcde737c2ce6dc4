import type { Fact } from '../../domain/policy/policy.ts'
import type { FormField } from './form-field.ts'
import type { Step } from './raise-step.ts'

/** Short questions that belong together, on one page; one question alone keeps its own page. */
export function together(id: string, title: string, parts: readonly Step[]): readonly Step[] {
  const [only] = parts
  if (!only) return []
  if (parts.length === 1) return [only]
  return [
    {
      id,
      title,
      fields: parts.flatMap((part) => part.fields),
      parts,
      check: (form) => {
        for (const part of parts) part.check?.(form)
      },
    },
  ]
}

/** The questions of a page, each as it would stand alone. */
export const partsOf = (step: Step): readonly Step[] => step.parts ?? [step]

/** What this address asks: a page, or one question of a page by itself, as "Change" on the page of answers wants it. */
export const stepAt = (steps: readonly Step[], id: string): Step | undefined =>
  steps.find((step) => step.id === id) ?? steps.flatMap(partsOf).find((part) => part.id === id)

/** The place of the page that this is, or is on. */
export const placeOf = (steps: readonly Step[], id: string): number =>
  steps.findIndex((step) => step.id === id || partsOf(step).some((part) => part.id === id))

/** As they are shown together: a clause that several questions come from is quoted with the first, and who reads the words stands after the last. */
export function shownTogether(parts: readonly Step[]): readonly Step[] {
  const fields = parts.flatMap((part) => part.fields)
  const said = (field: FormField): string => field.hint?.toString() ?? ''
  const again = (field: FormField, n: number) =>
    said(field) !== '' && fields.findIndex((one) => said(one) === said(field)) < n
  const later = (field: FormField, n: number) =>
    fields.findLastIndex((one) => one.readers?.text === field.readers?.text) > n
  const once = (field: FormField): FormField => {
    const n = fields.indexOf(field)
    return {
      ...field,
      hint: again(field, n) ? undefined : field.hint,
      readers: field.readers && later(field, n) ? undefined : field.readers,
    }
  }
  return parts.map((part) => ({ ...part, fields: part.fields.map(once) }))
}

/** Can be answered at a glance. */
export const isYesNo = (fact: Fact): boolean => fact.kind.type === 'yes-no'

/**
 * The policy's questions in its order, as they share pages: what only chooses goes with the first that asks for words, which
 * is the hard one; the others are at most four to a page, as even as can be.
 */
export function pagesOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const first = facts.findIndex((fact) => fact.kind.type === 'words')
  if (first < 0) return facts.length === 0 ? [] : evenly(facts)
  return [facts.slice(0, first + 1), ...evenly(facts.slice(first + 1))]
}

function evenly(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const pages = Math.ceil(facts.length / 4)
  const each = Math.ceil(facts.length / Math.max(1, pages))
  return Array.from({ length: pages }, (_, n) => facts.slice(n * each, (n + 1) * each))
}
