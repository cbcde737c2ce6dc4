import type { Refusal } from '../domain/case/refusal.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Refused, Shown } from './answers.ts'
import { button } from './html/button.ts'
import { clause } from './html/clause.ts'
import { heading } from './html/heading.ts'
import { html } from './html/html.ts'
import { link } from './html/link.ts'
import { moveList } from './html/move-list.ts'
import { prose } from './html/prose.ts'
import { titleBlock } from './html/title-block.ts'
import { whatYouTyped } from './typed.ts'
import * as urls from './urls.ts'

/**
 * Mock-up 05: no, in one line; why, and that nothing is lost; the clause; what can be done now; when it becomes possible;
 * what was typed. Not an error: nothing red, no code.
 */
export function refusedPage(given: Refused, partnership: string | undefined): Shown {
  const { refusal, policy, caption, back, instead = [], typed = [], typedLines, saved } = given
  const [first, ...others] = instead
  const kept = whatYouTyped(typed, saved, typedLines)
  return {
    title: refusal.title,
    ...(back ? { back } : {}),
    body: html`${titleBlock({
      title: refusal.title,
      ...(caption === undefined ? {} : { caption }),
      lead: html`${prose(refusal.because)} ${kept === false ? 'Nothing has been sent.' : `Nothing has been sent, and what you typed is ${saved === undefined ? 'below' : 'saved'}.`}`,
    })}${policy && partnership !== undefined && quoted(refusal, policy, partnership)}${heading(2, 'What you can do now', { classes: 'govuk-heading-m' })}${
      first ? offered(first.what, first.href, first.text) : nothingElse(back)
    }${others.length > 0 && html`<p class="govuk-body govuk-!-margin-bottom-2">Or:</p>${moveList({ columns: 1, moves: others })}`}${
      refusal.possible && html`<p class="govuk-body">${prose(refusal.possible.words)}</p>`
    }${kept}${
      policy &&
      partnership !== undefined &&
      html`<p class="govuk-body">If you think the policy is wrong about this, tell the person who keeps it. You can also ${link({ text: 'read the whole policy', href: urls.policy(partnership, policy.id, policy.version) })}.</p>`
    }`,
  }
}

/** What a program gets: the same no, with its clauses. */
export function refusedJson({ refusal, policy }: Refused): unknown {
  const { code, title, because, possible, first } = refusal
  return {
    refused: {
      code,
      title,
      because,
      clauses: clausesOf(refusal, policy),
      first,
      ...(possible ? { possible } : {}),
    },
  }
}

function clausesOf(
  refusal: Refusal,
  policy: Policy | undefined,
): readonly { readonly id: string; readonly text: string }[] {
  return refusal.cites.map((id) => ({ id, text: policy?.clauses[id] ?? '' }))
}

function quoted(refusal: Refusal, policy: Policy, partnership: string) {
  return clausesOf(refusal, policy)
    .filter(({ text }) => text !== '')
    .map(({ id, text }) =>
      clause({
        words: text,
        policy: `${policy.title}, version ${policy.version}`,
        clause: { text: `clause ${id}`, href: urls.clause(partnership, policy.id, id, policy.version) },
      }),
    )
}

const offered = (what: string | undefined, href: string, text: string) =>
  html`${what !== undefined && html`<p class="govuk-body">${prose(what)}</p>`}${button({ text, href })}`

const nothingElse = (back: Refused['back']) =>
  html`<p class="govuk-body">${back ? link({ text: `Go back to ${back.text}`, href: back.href }) : link({ text: 'See what needs you', href: '/' })}, which says what may be done and by whom.</p>`
