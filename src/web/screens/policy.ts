import type { AdoptedPolicy } from '../../app/app.ts'
import { explain } from '../../domain/policy/explain.ts'
import { file, missing, show } from '../answers.ts'
import { checked } from '../policy-check.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { policyJson } from './policies.ts'
import { policyPage } from './policy-page.ts'

/** One policy in plain words beside its flowchart (mock-up 08), and the file itself: both are what the engine goes by. */
export const policy: Screen = [
  {
    method: 'GET',
    url: '/:partnership/policies/:policy',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      if (!adopted) return missing
      const explained = explain(adopted.policy)
      const found = checked(adopted.policy)
      return show(policyPage(ctx, adopted, explained, found), {
        ...policyJson(ctx.partnership, adopted),
        explained,
        checked: found,
      })
    },
  },
  {
    method: 'GET',
    url: '/:partnership/policies/:policy/text',
    handle: async (ctx) => {
      const adopted = await asked(ctx)
      return adopted ? file(adopted.text) : missing
    },
  },
]

async function asked(ctx: SignedIn): Promise<AdoptedPolicy | undefined> {
  const version = ctx.query.whole('version', { min: 1, max: 100_000 })
  return ctx.query.ok ? ctx.app.policies.get(ctx.partnership, ctx.param('policy'), version) : undefined
}
