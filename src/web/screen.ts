/**
 * How a screen is written. One file in `screens/` is one screen: its routes, the reading of its form, its view; its test
 * beside it. It exports an array of routes, and `routes.ts` names it (one import, one line: that is all the wiring).
 * HTML and JSON come from the same handler; access, sessions, form tokens and the frame of the page are not its business.
 *
 *   const url = '/:partnership/cases/:case/notes'
 *   const view = (ctx: SignedIn) => ctx.app.access.caseFor(ctx.asking, ctx.param('case'), 'to add a note')
 *   const page = (ctx: SignedIn, { c }: CaseView): Shown => ({ title: 'Add a note', body: html`<form method="post">${ctx.hidden(c.version)}...` })
 *
 *   export const notes: Screen = [
 *     { method: 'GET', url, handle: async (ctx) => { const v = await view(ctx); return v ? show(page(ctx, v)) : missing } },
 *     { method: 'POST', url, handle: async (ctx) => {
 *         const v = await view(ctx)
 *         if (!v) return missing
 *         const words = ctx.form.text('words', 'Write the note')
 *         if (!ctx.form.ok) return invalid(ctx.form, page(ctx, v))     // fields show ctx.form.typed(...) and ctx.form.error(...)
 *         const result = await ctx.run(v.caseId, { kind: 'note', words })
 *         return ctx.done(result, { to: caseUrl(ctx.partnership, v.caseId), again: page(ctx, v) })
 *     } },
 *   ]
 *
 * Rules that hold by construction (`guard.ts`):
 * - every route that is neither `open` nor `bare` is called only with a viewer of the partnership in its address;
 * - nothing changes on GET; every other method needs the form token (HTML) or a bearer token (JSON) first;
 * - what is shown to somebody signed in is never stored by a browser.
 */
import type { App, Asking, RaiseInput, RunResult, Viewer } from '../app/app.ts'
import type { Command } from '../domain/case/command.ts'
import type { Entry } from '../domain/case/entry.ts'
import type { Id } from '../domain/policy/policy.ts'
import type { Answer, Instead, Link, Shown } from './answers.ts'
import type { Form } from './form.ts'
import type { Html } from './html/html.ts'
import type { TypedLine } from './typed.ts'

export type Screen = readonly Route[]

export type Route = SignedInRoute | OpenRoute | BareRoute

interface RouteBase {
  readonly method: 'GET' | 'POST'
  /** As registered. Signed-in addresses begin `/:partnership`. */
  readonly url: string
  /** Where this is false the route is not there at all. */
  readonly exists?: (app: App) => boolean
}

export interface SignedInRoute extends RouteBase {
  readonly access?: 'signed in'
  readonly handle: (ctx: SignedIn) => Promise<Answer> | Answer
}

/** For anybody. `ctx.viewer` is there when somebody happens to be signed in. */
export interface OpenRoute extends RouteBase {
  readonly access: 'open'
  readonly handle: (ctx: Ctx) => Promise<Answer> | Answer
}

/** Without session, token, frame or database of ours: there when nothing else is. */
export interface BareRoute extends RouteBase {
  readonly access: 'bare'
  readonly method: 'GET'
  /** Called once at start; what it returns answers each request. */
  readonly make: (app: App) => () => Bare | Promise<Bare>
}

export interface Bare {
  readonly status?: number
  readonly type: string
  readonly body: string
  /** Kept by browsers for so many seconds; not at all unless told. */
  readonly keepFor?: number
}

export interface Ctx {
  readonly app: App
  readonly viewer?: Viewer
  /** The address without query, as asked for. */
  readonly path: string
  /** A part of the address: `param('case')`. Throws for a name the route does not have. */
  param(name: string): string
  /** The query string, read like a form. */
  readonly query: Form
  /** The body, urlencoded or JSON. Empty on GET. */
  readonly form: Form
  /** A program asks: it gets the JSON of the answer. */
  readonly json: boolean
  /** The session's own token, for whoever ends it. */
  readonly token?: string
  /** Random id of this request: the reference number on screen. */
  readonly request: string
  /**
   * The hidden fields every form carries: form token, submission key, and the case's version the page shows.
   * `anew`: a new submission key, for a form that was sent before.
   */
  hidden(expected?: number, anew?: boolean): Html
}

export interface SignedIn extends Ctx {
  readonly viewer: Viewer
  readonly asking: Asking
  readonly partnership: string
  /** Makes it happen once: hidden field or `Idempotency-Key`. */
  readonly submission: string
  /** The version the page showed: hidden field or `If-Match`. */
  readonly expected: number | undefined
  /** Gives one command, once, on the version that was shown. */
  run(caseId: string, command: Command): Promise<RunResult>
  /** Raises a concern, once. */
  raise(given: { readonly policy: Id; readonly command: RaiseInput; readonly draft?: string }): Promise<RunResult>
  /** The answer to what `run` said: 303, or 409 with the refusal, or 409 with what changed, or 404. */
  done(result: RunResult, next: Next): Answer
}

export interface Next {
  /** Where to go when it is done. For `raise`, made of the new case's id. */
  readonly to: string | ((caseId: string) => string)
  readonly created?: boolean
  /** The form again, with what was typed, for when somebody else wrote first. */
  readonly again?: Shown | (() => Shown)
  /** Over the refusal's heading: "Case 2026-014, Leila R". */
  readonly caption?: string
  readonly back?: Link
  readonly instead?: readonly Instead[]
  /** "Saved as your private draft today at 5:58pm." */
  readonly saved?: string
  /** What was typed, question by question. Without it, by the names of the fields. */
  readonly typedLines?: readonly TypedLine[]
  /** An entry as a sentence, for what others wrote meanwhile. */
  readonly said?: (entry: Entry) => string
}
