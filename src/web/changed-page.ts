import type { Changed, SentBefore, Shown } from './answers.ts'
import { button } from './html/button.ts'
import { type Html, html } from './html/html.ts'
import { insetText } from './html/inset-text.ts'
import { link } from './html/link.ts'
import { titleBlock } from './html/title-block.ts'
import { carried, whatYouTyped } from './typed.ts'

/** Somebody else wrote first. Nothing was written; what changed stands above the same form, ready to send again. */
export function changedPage(given: Changed, hidden: Html): Shown {
  const { since, back, again, typed = [], typedLines } = given
  const news = html`<p class="govuk-body">${since.length === 0 ? 'The record has moved on.' : 'Written meanwhile:'}</p>${
    since.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${since.map((one) => html`<li>${one}</li>`)}</ul>`
  }${back && html`<p class="govuk-body">${link({ text: `Read ${back.text}`, href: back.href })}</p>`}`
  const lead = 'Nothing has been sent, and what you typed is still here. Read what changed, then send it again or not.'
  if (again)
    return {
      ...again,
      title: changedTitle,
      body: html`${insetText(html`<h2 class="govuk-heading-m">${changedTitle}</h2><p class="govuk-body">${lead}</p>${news}`)}${again.body}`,
    }
  return {
    title: changedTitle,
    ...(back ? { back } : {}),
    body: html`${titleBlock({ title: changedTitle, lead })}${news}${whatYouTyped(typed, undefined, typedLines)}${resend(typed, hidden, 'Send it all the same')}`,
  }
}

/** The same form, once used, came again with other words. */
export function sentBeforePage({ back, typed = [], typedLines }: SentBefore, hidden: Html): Shown {
  return {
    title: 'You have sent this form before',
    ...(back ? { back } : {}),
    body: html`${titleBlock({
      title: 'You have sent this form before',
      lead: 'What you sent then stands. What you typed now is different, and has not been sent.',
    })}${back && html`<p class="govuk-body">${link({ text: `Read ${back.text}`, href: back.href })}</p>`}${whatYouTyped(typed, undefined, typedLines)}${resend(typed, hidden, 'Send this as well')}`,
  }
}

const changedTitle = 'Somebody else wrote first'

const resend = (typed: NonNullable<Changed['typed']>, hidden: Html, text: string) =>
  html`<form method="post">${hidden}${carried(typed)}${button({ text })}</form>`
