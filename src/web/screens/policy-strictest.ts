import { strictest } from '../../domain/policy/strictest/strictest.ts'
import { file, missing, seeOther, show } from '../answers.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { chosenOf, keyOf, readable } from './policy-compare-choose.ts'
import { strictestPage } from './policy-strictest-page.ts'

/** Which rules hold when two areas are concerned: the stricter of two policies, and the file of it. Source: HV-1.7, K42. */
export const policyStrictest: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies/strictest',
    handle: async (ctx) => {
      const found = await joined(ctx)
      if (found === 'not chosen') return seeOther(urls.policyCompare(ctx.partnership))
      if (found === 'unknown') return missing
      const { a, b, made } = found
      const keys = [keyOf(a.policy), keyOf(b.policy)] as const
      const around = {
        back: { text: 'Both policies compared', href: urls.policyCompare(ctx.partnership, ...keys) },
        file: urls.policyStrictestText(ctx.partnership, ...keys),
        turned: urls.policyStrictest(ctx.partnership, keys[1], keys[0]),
      }
      return show(strictestPage(made, around), { strictest: made })
    },
  },
  {
    method: 'GET',
    url: '/:partnership/policies/strictest/text',
    handle: async (ctx) => {
      const found = await joined(ctx)
      if (found === 'not chosen') return seeOther(urls.policyCompare(ctx.partnership))
      if (found === 'unknown') return missing
      const { made } = found
      return made.ok ? file(made.text, 'application/yaml; charset=utf-8', `${made.policy.id}.yaml`) : missing
    },
  },
]

async function joined(ctx: SignedIn) {
  const chosen = chosenOf(ctx, readable(await ctx.app.policies.versions(ctx.partnership)))
  if (chosen === undefined) return 'not chosen'
  if (chosen === 'unknown') return 'unknown'
  return { ...chosen, made: strictest(chosen.a.policy, chosen.b.policy) }
}
