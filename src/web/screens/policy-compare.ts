import type { AdoptedPolicy } from '../../app/app.ts'
import { compare } from '../../domain/policy/compare/compare.ts'
import type { Compared } from '../../domain/policy/compare/compared.ts'
import { missing, type Shown, show } from '../answers.ts'
import { html } from '../html/html.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { chooseForm, chosenOf, keyOf, readable } from './policy-compare-choose.ts'
import { comparedPage } from './policy-compare-page.ts'

/** Two of the partnership's policies, or two versions of one, beside each other. Whoever may read the policies may read this. */
export const policyCompare: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies/compare',
    handle: async (ctx) => {
      const all = readable(await ctx.app.policies.versions(ctx.partnership))
      const chosen = chosenOf(ctx, all)
      if (chosen === 'unknown') return missing
      if (chosen === undefined) return show(choosePage(ctx, all), { policies: all.map((one) => keyOf(one.policy)) })
      const compared = compare(chosen.a.policy, chosen.b.policy)
      return show(page(ctx, all, chosen, compared), { compared })
    },
  },
]

interface Chosen {
  readonly a: AdoptedPolicy
  readonly b: AdoptedPolicy
}

function page(ctx: SignedIn, all: readonly AdoptedPolicy[], { a, b }: Chosen, compared: Compared): Shown {
  return comparedPage(compared, {
    a: urls.policy(ctx.partnership, a.policy.id, a.policy.version),
    b: urls.policy(ctx.partnership, b.policy.id, b.policy.version),
    strictest: urls.policyStrictest(ctx.partnership, keyOf(a.policy), keyOf(b.policy)),
    back: { text: 'Policies', href: urls.policies(ctx.partnership) },
    choose: chooseForm(ctx, all, { a: keyOf(a.policy), b: keyOf(b.policy) }),
  })
}

function choosePage(ctx: SignedIn, all: readonly AdoptedPolicy[]): Shown {
  return {
    title: 'Compare two policies',
    back: { text: 'Policies', href: urls.policies(ctx.partnership) },
    body: html`${titleBlock({
      title: 'Compare two policies',
      lead: 'Choose two policies, or two versions of one. You see what each says of the same thing, and what one of them does not say.',
    })}${
      all.length < 2
        ? html`<p class="govuk-body">There is only one policy here, in one version, so there is nothing to compare it with.</p>`
        : chooseForm(ctx, all, firstTwo(ctx, all))
    }`,
  }
}

/** The one that the address names, if it names one, and the first other. */
function firstTwo({ query }: SignedIn, all: readonly AdoptedPolicy[]) {
  const keys = all.map(({ policy }) => keyOf(policy))
  const a = keys.find((key) => key === query.typed('a')) ?? keys[0]
  return { a, b: keys.find((key) => key !== a) }
}
