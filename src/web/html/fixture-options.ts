import type { Attributes } from './html.ts'

/** Words as the official fixtures give them. */
export type Words = { readonly text?: string; readonly html?: string }
export type Look = Words & { readonly classes?: string; readonly isPageHeading?: boolean }

/** One item of any list in the official fixtures. */
export type OfficialItem = Look & {
  readonly href?: string
  readonly id?: string
  readonly name?: string
  readonly value?: string
  readonly checked?: boolean
  readonly selected?: boolean
  readonly disabled?: boolean
  readonly divider?: string
  readonly behaviour?: 'exclusive'
  readonly hint?: Words
  readonly conditional?: Words
  readonly current?: boolean
  readonly active?: boolean
  readonly number?: number
  readonly ellipsis?: true
  readonly visuallyHiddenText?: string
}

export type OfficialCell = Look & { readonly format?: 'numeric'; readonly colspan?: number; readonly rowspan?: number; readonly attributes?: Attributes }

export type OfficialRow = { readonly key: Words; readonly value: Words; readonly actions?: { readonly items?: readonly OfficialItem[] } }

/** The options of the official fixtures that our functions read, of all components together. */
export type Official = Look & {
  readonly name: string
  readonly id: string
  readonly idPrefix?: string
  readonly namePrefix?: string
  readonly href?: string
  readonly url?: string
  readonly for: string
  readonly role?: string
  readonly type?: never
  readonly open?: boolean
  readonly value?: string
  readonly rows?: unknown
  readonly disabled?: boolean
  readonly describedBy?: string
  readonly titleText?: string
  readonly titleHtml?: string
  readonly titleId?: string
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4
  readonly headingLevel?: 1 | 2 | 3
  readonly summaryText?: string
  readonly summaryHtml?: string
  readonly descriptionText?: string
  readonly descriptionHtml?: string
  readonly logoText?: string
  readonly logoHtml?: string
  readonly iconFallbackText?: string
  readonly landmarkLabel?: string
  readonly caption?: string
  readonly captionClasses?: string
  readonly firstCellIsHeader?: boolean
  readonly label?: Look
  readonly hint?: Words
  readonly errorMessage?: Words
  readonly prefix?: Words
  readonly suffix?: Words
  readonly formGroup?: { readonly classes?: string }
  readonly fieldset?: { readonly legend?: Look; readonly classes?: string; readonly describedBy?: string }
  readonly legend?: Look
  readonly day?: { readonly error?: boolean }
  readonly month?: { readonly error?: boolean }
  readonly year?: { readonly error?: boolean }
  readonly items?: readonly (OfficialItem | null | false)[]
  readonly navigation?: readonly (OfficialItem | null | false)[]
  readonly errorList?: readonly OfficialItem[]
  readonly head?: readonly OfficialCell[]
  readonly previous?: Words & { readonly href: string; readonly labelText?: string }
  readonly next?: Words & { readonly href: string; readonly labelText?: string }
}
