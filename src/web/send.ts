import type { FastifyReply } from 'fastify'
import type { Viewer } from '../app/app.ts'
import type { Answer, Shown } from './answers.ts'
import { changedPage, sentBeforePage } from './changed-page.ts'
import { type Cookies, clearCookie, cookiesInside, setCookie } from './cookies.ts'
import type { FieldError } from './form-reading.ts'
import { errorSummary } from './html/error-summary.ts'
import { type Html, html } from './html/html.ts'
import { page } from './html/page.ts'
import { menuFor } from './menu.ts'
import { refusedJson, refusedPage } from './refused-page.ts'
import type { RehearsalFrame } from './rehearsal-frame.ts'
import { notFoundPage } from './screens/not-found.ts'
import type { Trouble } from './trouble.ts'

/** What every page is framed with, and how this asker wants it. */
export interface Frame {
  readonly reply: FastifyReply
  readonly cookies: Cookies
  readonly json: boolean
  readonly path: string
  readonly viewer?: Viewer
  readonly sample: boolean
  /** Set inside a rehearsal. */
  readonly rehearsal?: RehearsalFrame
  /** Whether an address is registered: the menu shows no dead links. */
  readonly has: (url: string) => boolean
  /** The token of this session's forms, for "Sign out". */
  readonly token?: () => string
}

/** Sends an answer as a page or as JSON. `hidden` makes the hidden fields of a form that goes out again. */
export function send(frame: Frame, answer: Answer, hidden: (expected?: number, anew?: boolean) => Html): FastifyReply {
  const { reply, json, viewer } = frame
  switch (answer.kind) {
    case 'shown':
      return json ? sendJson(reply, 200, answer.json) : sendPage(frame, 200, answer.page)
    case 'file':
      if (answer.name !== undefined)
        reply.header('content-disposition', `attachment; filename="${plainName(answer.name)}"`)
      return reply.code(200).type(answer.type).send(answer.body)
    case 'see other':
      if (answer.session === 'end') {
        clearCookie(reply, frame.cookies, frame.cookies.session)
        reply.header('clear-site-data', '"cache"')
      } else if (answer.session && !json) {
        const { begin, inside } = answer.session
        const cookies = inside === undefined ? frame.cookies : cookiesInside(inside, frame.cookies)
        setCookie(reply, cookies, cookies.session, begin)
      }
      reply.header('location', answer.url)
      return json ? sendJson(reply, answer.created ? 201 : 200, answer.json) : reply.code(303).send('')
    case 'invalid':
      return json
        ? sendJson(reply, 422, { errors: answer.errors.map(({ field, words }) => ({ field, words })) })
        : sendPage(frame, 422, withErrors(answer.page, answer.errors), true)
    case 'refused':
      return json
        ? sendJson(reply, 409, refusedJson(answer))
        : sendPage(frame, 409, refusedPage(answer, viewer?.partnership))
    case 'changed':
      return json
        ? sendJson(reply, 409, { changed: { version: answer.version, since: answer.since } })
        : sendPage(frame, 409, changedPage(answer, hidden(answer.version)))
    case 'sent before':
      return json
        ? sendJson(reply, 422, { errors: [{ field: 'Idempotency-Key', words: 'This key was used with another body' }] })
        : sendPage(frame, 422, sentBeforePage(answer, hidden(undefined, true)))
    case 'missing':
      return json
        ? sendJson(reply, 404, { error: 'not found' })
        : sendPage({ ...frame, path: '/not-found' }, 404, notFoundPage)
  }
}

export function sendTrouble(frame: Frame, trouble: Trouble, reference?: string): FastifyReply {
  const { status, code } = trouble
  if (frame.json)
    return sendJson(frame.reply, status, { error: code, ...(reference === undefined ? {} : { reference }) })
  return sendPage(frame, status, trouble.page)
}

function sendJson(reply: FastifyReply, status: number, value: unknown): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(value))
}

function sendPage(frame: Frame, status: number, shown: Shown, error = false): FastifyReply {
  return frame.reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(framed(frame, shown, error))
}

/** The whole document. */
export function framed(frame: Omit<Frame, 'reply' | 'cookies' | 'json'>, shown: Shown, error = false): string {
  const { viewer, path, sample, rehearsal, has, token } = frame
  return page({
    ...shown,
    path,
    error,
    sample,
    rehearsal,
    menu: viewer ? menuFor(viewer, has) : [],
    viewer: viewer && { name: viewer.name, place: viewer.agencyName, board: viewer.board },
    token: token?.(),
  })
}

function withErrors(shown: Shown, errors: readonly FieldError[]): Shown {
  const summary = errorSummary({
    errors: errors.map(({ field, at, words }) => ({ text: words, href: `#${at ?? field}` })),
  })
  return { ...shown, body: html`${summary}${shown.body}` }
}

/** File names carry case numbers only; whatever else comes never leaves the header. */
const plainName = (name: string): string => name.replace(/[^\w.-]+/g, '-')
