import { type AsTheySeeIt, asTheySeeIt, drawnOnly } from './as-they-see-it.ts'
import { backLink } from './back-link.ts'
import { dangerStrip } from './danger-strip.ts'
import { footer } from './footer.ts'
import { genericHeader } from './generic-header.ts'
import { attributes, classes, type Html, html } from './html.ts'
import { rings } from './rings.ts'
import { type MenuItem, serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'

export type PageOptions = {
  /** Without " – Concordat". A case's title is its number: a child's name never stands here. */
  readonly title: string
  /** What stands in `main`, from the `h1` (or the error summary) on. */
  readonly body: Html
  /** Who is signed in: "Joanne Pike", "Bramble Lane Nursery". */
  readonly viewer?: Viewer | undefined
  /** The address of this page; the menu item with the longest address that starts it is marked. */
  readonly path: string
  readonly menu: readonly { readonly text: string; readonly href: string }[]
  readonly back?: { readonly text: string; readonly href: string } | undefined
  /** The body spans the page (1080 px); otherwise it keeps to a readable line (710 px), as questions and refusals do. */
  readonly wide?: boolean | undefined
  /** Some answer was not usable: the title starts "Error: ". */
  readonly error?: boolean | undefined
  readonly banner?: Html | undefined
  /** Over every page of a rehearsal: what time it is there, and the ways to its desk and out. */
  readonly rehearsal?: { readonly now: string; readonly desk: string; readonly leave: string } | undefined
  readonly sample?: boolean | undefined
  /** The form token of this session. With it "Sign out" is a form that posts; without it a link to the same address. */
  readonly token?: string | undefined
  /** The page is the other side's view: drawn inside its frame, with nothing to press. */
  readonly frame?: AsTheySeeIt | undefined
}

export type Viewer = { readonly name: string; readonly place: string; readonly board?: boolean | undefined }

/** The frame of every page as a whole document: no inline style, no inline script, nothing from another host. */
export function page(options: PageOptions): string {
  const { viewer } = options
  const menu = marked(options.menu, options.path)
  return `<!doctype html>\n${html`<html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>${options.error && 'Error: '}${options.title} – Concordat</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no"><link rel="icon" href="/assets/concordat.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/concordat.css"><script src="/assets/hide.js" defer></script><script src="/assets/menu.js" defer></script><script src="/assets/print.js" defer></script><script src="/assets/check.js" defer></script><script src="/assets/import.js" defer></script></head><body class="govuk-template__body">${skipLink('Skip to main content', '#main-content')}<header class="govuk-template__header">${
    options.sample &&
    html`<div class="c-strip"><div class="govuk-width-container">This is a sample place. Everyone in it is invented.</div></div>`
  }${
    options.rehearsal &&
    html`<div class="c-strip c-strip--rehearsal"><div class="govuk-width-container"><strong>Rehearsal.</strong> Everybody here is invented and nothing is sent. It is ${options.rehearsal.now}. <a class="govuk-link" href="${options.rehearsal.desk}">Be somebody else, or move the clock on</a></div></div>`
  }${genericHeader(logo, '/', html`<div class="c-header__aside">${viewer ? who(viewer, options) : signIn}${hideLink}</div>`)}${
    (menu.length > 0 || viewer) && serviceNavigation(menu, viewer && whoInMenu(viewer, options))
  }</header>${dangerStrip}${inner(options)}<footer class="govuk-template__footer">${footer(support)}</footer></body></html>`}\n`
}

function inner({ frame, back, banner, body, wide }: PageOptions): Html {
  const main = html`<main class="${classes('govuk-main-wrapper c-main', !wide && 'c-main--narrow')}" id="main-content" tabindex="-1">${banner}${frame ? drawnOnly(body) : body}</main>`
  if (frame) return asTheySeeIt(frame, html`<div class="govuk-width-container">${main}</div>`)
  return html`<div class="govuk-width-container">${back && html`<nav class="c-back" aria-label="Back">${backLink(back.text, back.href)}</nav>`}${main}</div>`
}

const logo = html`<span class="c-logo">${rings}<span>Concordat</span></span>`

const signIn = html`<a class="c-header__link" href="/sign-in">Sign in</a>`

/** A plain link without script; `hide.js` makes it leave no trace in the history. It never signs out. */
const hideLink = html`<a class="c-hide" href="/hide" rel="nofollow">Hide this screen</a>`

const support = [
  { text: 'What to do if a child is in danger', href: '/danger' },
  { text: 'Get help using this service', href: '/help' },
  { text: 'Privacy', href: '/privacy' },
  { text: 'Accessibility', href: '/accessibility' },
]

type Leaving = Pick<PageOptions, 'token' | 'rehearsal'>

function who(viewer: Viewer, leaving: Leaving): Html {
  return html`<span class="c-who">${viewer.name}, ${viewer.place} ${leave(leaving, 'c-header__link')}</span>`
}

/** On a phone the same words stand at the end of the menu. */
function whoInMenu(viewer: Viewer, leaving: Leaving): Html {
  return html`<li class="govuk-service-navigation__item c-who-in-menu"><span>${viewer.name}, ${viewer.place}</span> ${leave(leaving, 'govuk-service-navigation__link')}</li>`
}

function leave({ token, rehearsal }: Leaving, names: string): Html {
  if (rehearsal) return html`<a class="${names}" href="${rehearsal.leave}">Leave the rehearsal</a>`
  return signOut(token, names)
}

function signOut(token: string | undefined, names: string): Html {
  if (token === undefined) return html`<a class="${names}" href="/sign-out">Sign out</a>`
  return html`<form class="c-sign-out" method="post" action="/sign-out"><input${attributes({ type: 'hidden', name: '_csrf', value: token })}><button class="${classes('c-link-button', names)}">Sign out</button></form>`
}

/** A page belongs to the longest address over it; one that is over most of the menu ("/place") counts only as itself. */
function marked(menu: PageOptions['menu'], path: string): readonly MenuItem[] {
  const bare = path.replace(/[?#].*$/, '')
  const under = (href: string) => menu.filter((other) => other.href.startsWith(`${href}/`)).length
  const isRoot = (href: string) => href === '/' || 2 * under(href) > menu.length - 1
  const within = menu.filter(({ href }) => bare === href || (!isRoot(href) && bare.startsWith(`${href}/`)))
  const nearest = within.reduce((best, { href }) => (href.length > best.length ? href : best), '')
  return menu.map(({ text, href }) => ({
    text,
    href,
    current: href !== nearest ? undefined : bare === href ? 'page' : 'true',
  }))
}
