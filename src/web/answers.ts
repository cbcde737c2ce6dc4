/** What a handler hands back: a value, drawn as a page or as JSON by `send.ts`. Source: house.md "Three kinds of no". */
import type { Refusal } from '../domain/case/refusal.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Form } from './form.ts'
import type { AsTheySeeIt } from './html/as-they-see-it.ts'
import type { Html } from './html/html.ts'
import type { TypedLine } from './typed.ts'

/** A page without its frame: `send.ts` adds header, menu, danger strip and footer. */
export interface Shown {
  /** Goes into the address bar's title: never a child's name. */
  readonly title: string
  readonly body: Html
  /** The whole width of the page instead of a readable line. */
  readonly wide?: boolean
  readonly back?: { readonly text: string; readonly href: string }
  /** Above the heading: what has just been done. */
  readonly banner?: Html
  readonly frame?: AsTheySeeIt
}

export interface Link {
  readonly text: string
  readonly href: string
}

/** Something that can be done instead, checked like any other move by whoever offers it. */
export interface Instead extends Link {
  /** What follows, or why it is allowed. */
  readonly what?: string
}

/** A session that begins with this answer, maybe inside a rehearsal, or one that ends. */
export type Session = { readonly begin: string; readonly inside?: string } | 'end'

export type Answer =
  | { readonly kind: 'shown'; readonly page: Shown; readonly json: unknown }
  | { readonly kind: 'file'; readonly type: string; readonly body: string | Uint8Array; readonly name?: string }
  | {
      readonly kind: 'see other'
      readonly url: string
      readonly json: unknown
      readonly created: boolean
      readonly session?: Session
    }
  | { readonly kind: 'invalid'; readonly page: Shown; readonly errors: Form['errors'] }
  | ({ readonly kind: 'refused' } & Refused)
  | ({ readonly kind: 'changed' } & Changed)
  | ({ readonly kind: 'sent before' } & SentBefore)
  | { readonly kind: 'missing' }

export interface Refused {
  readonly refusal: Refusal
  /** The policy that says so: its clauses are quoted. */
  readonly policy?: Policy
  readonly caption?: string
  readonly back?: Link
  readonly instead?: readonly Instead[]
  /** "Saved as your private draft today at 5:58pm.", when it was. */
  readonly saved?: string
  readonly typed?: Form['all']
  /** The same, question by question, where the questions are known. */
  readonly typedLines?: readonly TypedLine[]
}

export interface Changed {
  readonly version: number
  /** What others wrote meanwhile, as sentences for this reader, oldest first. */
  readonly since: readonly string[]
  readonly back?: Link
  /** The form with what was typed. Without it a plain one is made of the fields. */
  readonly again?: Shown
  readonly typed?: Form['all']
  /** The same, question by question, where the questions are known. */
  readonly typedLines?: readonly TypedLine[]
}

/** The form's submission key was used before, with other words. What was sent then stands. */
export interface SentBefore {
  readonly back?: Link
  readonly typed?: Form['all']
  /** The same, question by question, where the questions are known. */
  readonly typedLines?: readonly TypedLine[]
}

/** 200. `json` is what a program gets; without it the title alone. */
export const show = (page: Shown, json?: unknown): Answer => ({
  kind: 'shown',
  page,
  json: json ?? { title: page.title },
})

/** 200, text as it is: "Copy as text", a policy file. With a name it is downloaded. */
export const file = (body: string | Uint8Array, type = 'text/plain; charset=utf-8', name?: string): Answer => ({
  kind: 'file',
  type,
  body,
  ...(name === undefined ? {} : { name }),
})

/** Done: HTML 303 to `url`; JSON 200 with the body, 201 when something new has this address. Never after nothing was done. */
export const seeOther = (
  url: string,
  more: {
    readonly json?: unknown
    readonly created?: boolean
    readonly session?: Session
  } = {},
): Answer => ({
  kind: 'see other',
  url,
  json: more.json ?? { ok: true, url },
  created: more.created ?? false,
  ...(more.session === undefined ? {} : { session: more.session }),
})

/** 422: the same form, with what was typed. The error summary and the title's "Error:" are added; JSON gets `{ errors }`. */
export const invalid = (form: Form, page: Shown): Answer => ({ kind: 'invalid', page, errors: form.errors })

/** 409: a kind no, with its clause (mock-up 05). */
export const refused = (given: Refused): Answer => ({ kind: 'refused', ...given })

/** 409: somebody else wrote first. */
export const changed = (given: Changed): Answer => ({ kind: 'changed', ...given })

/** 404: missing and forbidden look the same. */
export const missing: Answer = { kind: 'missing' }
