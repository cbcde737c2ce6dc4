import type { AdoptedPolicy } from '../../app/app.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { button } from '../html/button.ts'
import { type Html, html } from '../html/html.ts'
import { select } from '../html/select.ts'
import type { SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'

/** How an address names a policy in one version: "havering.2". */
export const keyOf = ({ id, version }: Policy): string => `${id}.${version}`

/** What can be laid beside one another: every version that was ever in force; a change for a time is part of a policy, not one. */
export function readable(versions: readonly AdoptedPolicy[]): readonly AdoptedPolicy[] {
  return versions
    .filter(({ policy, adoption }) => adoption !== undefined && policy.changes?.from === undefined)
    .toSorted((x, y) => x.policy.title.localeCompare(y.policy.title, 'en') || y.policy.version - x.policy.version)
}

/** The two in the address; nothing where one is still to be chosen; unknown where one of them is not here. */
export function chosenOf(
  ctx: SignedIn,
  all: readonly AdoptedPolicy[],
): { readonly a: AdoptedPolicy; readonly b: AdoptedPolicy } | 'unknown' | undefined {
  const keys = [ctx.query.typed('a'), ctx.query.typed('b')]
  if (keys.some((key) => key === '')) return undefined
  const [a, b] = keys.map((key) => all.find(({ policy }) => keyOf(policy) === key))
  return a && b ? { a, b } : 'unknown'
}

/** Two lists and a button; the address says the rest, so that a comparison can be sent to somebody. */
export function chooseForm(
  ctx: SignedIn,
  all: readonly AdoptedPolicy[],
  chosen: { readonly a: string | undefined; readonly b: string | undefined },
): Html {
  const items = all.map(({ policy }) => ({ value: keyOf(policy), text: `${policy.title}, version ${policy.version}` }))
  const list = (name: 'a' | 'b', label: string) =>
    select({ name, label: { text: label }, items, value: chosen[name], classes: 'govuk-!-width-full' })
  return html`<form method="get" action="${urls.policyCompare(ctx.partnership)}" novalidate class="c-readable">${list('a', 'First policy')}${list('b', 'Second policy')}${button({ text: 'Compare' })}</form>`
}
