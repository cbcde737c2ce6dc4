import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, RunResult, Viewer } from '../app/app.ts'
import { type Answer, changed, missing, refused, seeOther } from './answers.ts'
import { type Cookies, readCookie, setCookie } from './cookies.ts'
import { type Form, readForm } from './form.ts'
import { tidy } from './form-fields.ts'
import { formToken, randomKey } from './form-token.ts'
import { bearerOf, isJson } from './guard.ts'
import { attributes, type Html, html } from './html/html.ts'
import { asJson } from './media.ts'
import type { Ctx, Next, SignedIn } from './screen.ts'
import { Unusable } from './unusable.ts'

/** What a context is made of, once the guard has let a request through. */
export interface Given {
  readonly app: App
  readonly cookies: Cookies
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly form: Form
  readonly viewer?: Viewer
  /** What the form token is bound to: the session's cookie, or a visitor's. */
  readonly secret?: string
}

export function openContext(given: Given): Ctx {
  const { app, request, form, viewer } = given
  let submission = form.typed('submission')
  return {
    app,
    ...(viewer ? { viewer } : {}),
    path: request.url.split('?', 1)[0] ?? '/',
    param: (name) => paramOf(request, name),
    query: readForm(request.query),
    form,
    json: asJson(request),
    ...sessionToken(request, given.cookies),
    request: request.id,
    hidden(expected, anew = false) {
      submission = anew || submission === '' ? randomKey() : submission
      // A form that comes back unusable keeps the version its reader saw; whoever is shown what changed gets the newest.
      const seen = form.ok ? '' : form.typed('expected')
      return hiddenFields({ _csrf: tokenFor(given), submission, expected: seen === '' ? expected : seen })
    },
  }
}

export function signedInContext(given: Given, viewer: Viewer): SignedIn {
  const { app, request, form } = given
  const ctx = openContext(given)
  const asking = { viewer, route: `${request.method} ${request.routeOptions.url ?? ''}`, request: request.id }
  return {
    ...ctx,
    viewer,
    asking,
    partnership: viewer.partnership,
    get submission() {
      return submissionOf(request, form)
    },
    get expected() {
      return expectedOf(request, form)
    },
    run(caseId, command) {
      refuseUnread(request, form)
      const expected = expectedOf(request, form)
      const submission = submissionOf(request, form)
      return app.run(asking, { caseId, command, submission, ...(expected === undefined ? {} : { expected }) })
    },
    raise(what) {
      refuseUnread(request, form)
      return app.run.raise(asking, { ...what, submission: submissionOf(request, form) })
    },
    done: (result, next) => answerTo(result, next, form),
  }
}

function sessionToken(request: FastifyRequest, cookies: Cookies): { readonly token?: string } {
  const token = bearerOf(request) ?? readCookie(request, cookies.session)
  return token === undefined ? {} : { token }
}

/** The token of a signed-in session, or of this visitor, who gets a cookie for it the first time. */
export function tokenFor({ secret, cookies, reply }: Pick<Given, 'secret' | 'cookies' | 'reply'>): string {
  if (secret !== undefined) return formToken(secret)
  const known = visitors.get(reply) ?? randomKey()
  if (!visitors.has(reply)) setCookie(reply, cookies, cookies.visitor, known)
  visitors.set(reply, known)
  return formToken(known)
}

const visitors = new WeakMap<FastifyReply, string>()

function hiddenFields(values: Readonly<Record<string, string | number | undefined>>): Html {
  return html`${Object.entries(values).map(
    ([name, value]) => value !== undefined && html`<input${attributes({ type: 'hidden', name, value })}>`,
  )}`
}

function answerTo(result: RunResult, next: Next, form: Form): Answer {
  if (result.ok) {
    const url = typeof next.to === 'string' ? next.to : next.to(result.caseId)
    const { caseId, version, again } = result
    return seeOther(url, {
      created: next.created ?? false,
      json: { case: caseId, version, entries: result.references, again, url },
    })
  }
  const shared = {
    typed: form.all,
    ...(next.typedLines ? { typedLines: next.typedLines } : {}),
    ...(next.back ? { back: next.back } : {}),
  }
  switch (result.why) {
    case 'refused':
      return refused({
        ...shared,
        refusal: result.refusal,
        ...(result.policy ? { policy: result.policy } : {}),
        ...(next.caption === undefined ? {} : { caption: next.caption }),
        ...(next.instead ? { instead: next.instead } : {}),
        ...(next.saved === undefined ? {} : { saved: next.saved }),
      })
    case 'changed': {
      const { said } = next
      return changed({
        ...shared,
        version: result.version,
        since: said ? result.since.map((one) => said(one)) : [],
        ...(next.again ? { again: typeof next.again === 'function' ? next.again() : next.again } : {}),
      })
    }
    case 'key reused':
      return { kind: 'sent before', ...shared }
    case 'not found':
      return missing
  }
}

function paramOf(request: FastifyRequest, name: string): string {
  const value = (request.params as Readonly<Record<string, string | undefined>>)[name]
  if (value === undefined) throw new Error(`This route has no ${name} in its address`)
  return tidy(value)
}

/** Before anything is done: a program that sends a field nobody reads means something we would not do. */
function refuseUnread(request: FastifyRequest, form: Form): void {
  if (!isJson(request)) return
  const unread = form.unread()
  if (unread.length > 0)
    throw new Unusable(unread.map((field) => ({ field, words: 'This field is not one that can be sent here' })))
}

function submissionOf(request: FastifyRequest, form: Form): string {
  const header = request.headers['idempotency-key']
  const key = typeof header === 'string' ? header : form.typed('submission')
  if (/^[\w.:-]{8,200}$/.test(key)) return key
  throw new Unusable([
    {
      field: 'Idempotency-Key',
      words: 'Send a key of your own, 8 to 200 letters and figures, so that this happens once however often it is sent',
    },
  ])
}

function expectedOf(request: FastifyRequest, form: Form): number | undefined {
  const header = request.headers['if-match']
  const words = (header ?? form.typed('expected')).replace(/^(W\/)?"(.*)"$/, '$2')
  if (words === '' || words === '*') return undefined
  if (/^\d{1,9}$/.test(words)) return Number(words)
  throw new Unusable([{ field: 'If-Match', words: 'The version must be a whole number' }])
}
