import type { Content } from '../html/html.ts'

/** One question of a form. The same value draws it (`showField`) and reads it (`readFields`), so the two cannot differ. */
export type FormField = Asked &
  (
    | { readonly kind: 'words'; readonly rows?: number | undefined }
    | { readonly kind: 'line'; readonly width?: string | undefined }
    /** `unsure` adds "I do not know", which leaves it unanswered. */
    | { readonly kind: 'yes-no'; readonly unsure?: boolean | undefined }
    | { readonly kind: 'one-of'; readonly options: readonly Option[]; readonly asList?: boolean | undefined }
    | { readonly kind: 'any-of'; readonly options: readonly Option[] }
    /** Three boxes; read as an ISO date. */
    | (Dated & { readonly kind: 'date' })
    /** A date and a clock time; read as `YYYY-MM-DDTHH:MM`, London. */
    | (Dated & { readonly kind: 'moment' })
    /** Rows of what, who and by when; empty rows are left out. */
    | { readonly kind: 'actions'; readonly rows?: number | undefined; readonly today?: string | undefined }
  )

/** `not` says what a date here cannot be, judged against `today` (ISO). */
interface Dated {
  readonly today?: string | undefined
  readonly not?: 'past' | 'future' | undefined
}

export interface Asked {
  /** Also the id of its control. */
  readonly name: string
  readonly label: string
  readonly hint?: Content | undefined
  readonly optional?: boolean | undefined
  /** What stands in the box when the page is first shown. */
  readonly initial?: string | undefined
  /** What is said when it is needed and missing: "Say when it happened". */
  readonly missing?: string | undefined
  /** Who will read the words: stands under the box. */
  readonly readers?: { readonly isForBoth: boolean; readonly text: string } | undefined
}

export type Option =
  | { readonly divider: string }
  | { readonly value: string; readonly text: Content; readonly hint?: Content | undefined }

/** The values that may be sent. */
export const valuesOf = (options: readonly Option[]): readonly string[] =>
  options.flatMap((one) => ('value' in one ? [one.value] : []))
