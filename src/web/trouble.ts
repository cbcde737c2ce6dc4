import type { Shown } from './answers.ts'
import type { Form } from './form.ts'
import type { Stopped } from './guard.ts'
import { button } from './html/button.ts'
import { html } from './html/html.ts'
import { link } from './html/link.ts'
import { titleBlock } from './html/title-block.ts'
import { whatYouTyped } from './typed.ts'
import * as urls from './urls.ts'

/** A request that did not reach its handler, or a fault on the way: status, page, and the code a program gets. */
export interface Trouble {
  readonly status: number
  readonly code: string
  readonly page: Shown
}

/** `typed`: given back only when the form came from our own page. */
export function stoppedTrouble(why: Exclude<Stopped, 'missing'>, typed: Form['all']): Trouble {
  switch (why) {
    case 'signed out':
      return {
        status: 403,
        code: 'signed out',
        page: simple(
          'You are signed out',
          'Nothing has been sent. Copy what you typed, sign in, and send it again.',
          html`${whatYouTyped(typed)}${button({ text: 'Sign in', href: urls.signIn })}`,
        ),
      }
    case 'stale form':
      return {
        status: 403,
        code: 'form token',
        page: simple(
          'This page is from an earlier sign-in',
          'Nothing has been sent. Copy what you typed, open the page again, and send it from there.',
          html`${whatYouTyped(typed)}${button({ text: 'See what needs you', href: '/' })}`,
        ),
      }
    case 'cross-site':
      return {
        status: 403,
        code: 'cross-site',
        page: simple(
          'This did not come from Concordat',
          'Another site tried to send something in your name. Nothing has been done.',
          html`<p class="govuk-body">${link({ text: 'See what needs you', href: '/' })}</p>`,
        ),
      }
    case 'media':
      return {
        status: 415,
        code: 'media type',
        page: simple('We cannot read this', 'Nothing has been done. Send a form of this site, or JSON with a token.'),
      }
  }
}

/** Something of ours failed. Only a reference number is told; the log has the rest, without names. */
export function faultTrouble(status: number, reference: string, typed: Form['all']): Trouble {
  const kept = whatYouTyped(typed)
  const unsent = kept
    ? 'We do not know whether what you typed was kept. It is below: copy it, look at the case, then send it again if it is not there.'
    : 'Nothing you were reading has been changed.'
  const [title, code] =
    status === 503
      ? ['Concordat cannot reach its records', 'unavailable']
      : ['Something went wrong on our side', 'fault']
  return {
    status,
    code,
    page: simple(
      title,
      unsent,
      html`<p class="govuk-body">Try again in a few minutes. If you ask for help, give this number: <strong>${reference}</strong></p>${kept}`,
    ),
  }
}

/** What the framework refuses before us: too large, too many, not readable. */
export function refusedRequest(status: number, typed: Form['all'] = []): Trouble {
  const known = words[status] ?? words[400]
  return {
    status,
    code: known?.code ?? 'bad request',
    page: simple(known?.title ?? '', known?.lead ?? '', whatYouTyped(typed)),
  }
}

const words: Readonly<Record<number, { readonly code: string; readonly title: string; readonly lead: string }>> = {
  400: {
    code: 'bad request',
    title: 'We cannot use this',
    lead: 'Nothing has been done. Go back, and send it from a page of this site.',
  },
  413: {
    code: 'too large',
    title: 'This is too long',
    lead: 'Nothing has been sent. Make it shorter, or link to where the document is kept.',
  },
  415: {
    code: 'media type',
    title: 'We cannot read this',
    lead: 'Nothing has been done. Send a form of this site, or JSON with a token.',
  },
  429: { code: 'too many', title: 'That was a lot at once', lead: 'Wait a minute, then go on. Nothing is lost.' },
}

const simple = (title: string, lead: string, more?: Shown['body'] | false): Shown => ({
  title,
  body: html`${titleBlock({ title, lead })}${more}`,
})
