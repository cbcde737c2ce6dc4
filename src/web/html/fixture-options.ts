import type { DatePart } from './date-input.ts'
import type { CellOptions } from './table.ts'

/** The shapes of the official fixtures, as far as our functions read them. */
export type Words = { readonly text?: string | undefined; readonly html?: string | undefined }

export type Look = Words & { readonly classes?: string; readonly isPageHeading?: boolean }

export type Titled = { readonly [name in `${'title' | 'summary' | 'description' | 'logo'}${'Text' | 'Html'}`]?: string }

/** The options of ours that the official ones spell differently. */
export type Worded = 'label' | 'hint' | 'error' | 'groupClasses' | 'prefix' | 'suffix'

export type OfficialField = {
  readonly id: string
  readonly label?: Look
  readonly hint?: Words
  readonly errorMessage?: Words
  readonly describedBy?: string | undefined
  readonly formGroup?: { readonly classes?: string }
  readonly fieldset?: { readonly legend?: Look; readonly classes?: string; readonly describedBy?: string }
}

export type OfficialDate = {
  readonly [part in DatePart]?: { readonly error?: boolean }
} & { readonly namePrefix?: string; readonly values?: { readonly [name: string]: string }; readonly classes?: string }

export type OfficialChoices = OfficialField & {
  readonly name: string
  readonly idPrefix?: string
  readonly classes?: string
  readonly items: readonly (OfficialChoice | null | false | '')[]
}

export type OfficialChoice = Words & {
  readonly value: string
  readonly id?: string
  readonly name?: string
  readonly divider?: string
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly behaviour?: 'exclusive'
  readonly hint?: Words
  readonly conditional?: Words
}

export type OfficialStep = Words & { readonly href: string; readonly labelText?: string }

export type OfficialPages = {
  readonly previous?: OfficialStep
  readonly next?: OfficialStep
  readonly landmarkLabel?: string
  readonly items?: readonly (
    | { readonly ellipsis: true }
    | {
        readonly number: number
        readonly href: string
        readonly current?: boolean
        readonly visuallyHiddenText?: string
      }
  )[]
}

export type OfficialLink = {
  readonly text: string
  readonly href: string
  readonly current?: boolean
  readonly active?: boolean
}

export type OfficialRow = {
  readonly key: Words
  readonly value: Words
  readonly actions?: {
    readonly items?: readonly (Words & { readonly href: string; readonly visuallyHiddenText?: string })[]
  }
}

export type OfficialCell = Omit<CellOptions, 'text'> & Words
