import type { CaseView } from '../../app/app.ts'
import { decide } from '../../domain/case/decide.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { missing, type Shown, show } from '../answers.ts'
import type { Screen, SignedIn } from '../screen.ts'
import * as urls from '../urls.ts'
import { caseJson } from './case-json.ts'
import { casePage } from './case-page.ts'
import { filters } from './case-record.ts'
import type { KnownPolicies } from './case-title.ts'

/** The case on one page (mock-up 02). JSON has the same facts. */
export const caseScreen: Screen = [
  {
    method: 'GET',
    url: '/:partnership/cases/:case',
    handle: async (ctx) => {
      const view = await ctx.app.access.caseFor(ctx.asking, ctx.param('case'), 'to read the case')
      if (!view) return missing
      return show(await caseShown(ctx, view), caseJson(ctx.partnership, view))
    },
  },
]

async function caseShown(ctx: SignedIn, view: CaseView): Promise<Shown> {
  return {
    title: `Case ${view.c.number}`,
    wide: true,
    back: { text: 'What needs you', href: urls.home(ctx.partnership) },
    body: casePage(view, {
      partnership: ctx.partnership,
      known: await knownPolicies(ctx, view),
      show: ctx.query.choice('show', filters) ?? 'all',
    }),
  }
}

/** The newest version of the case's policy, and the titles of those the parties have of their own. */
export async function knownPolicies(ctx: SignedIn, view: CaseView): Promise<KnownPolicies> {
  const all = await ctx.app.policies.list(ctx.partnership)
  const newest = all
    .map((a) => a.policy)
    .filter(({ id }) => id === view.c.policy.id)
    .toSorted((a, b) => b.version - a.version)[0]
  return {
    ...(newest ? { newest: newest.version, mayMove: mayMove(view, newest) } : {}),
    titles: Object.fromEntries(all.map((a) => [a.policy.id, a.policy.title])),
  }
}

/** Whether `decide` lets this reader move the case, whatever they would still have to say. */
function mayMove(view: CaseView, policy: Policy): boolean {
  if (policy.version <= view.c.policy.version) return false
  const { id, version, hash } = policy
  const answer = decide(
    { ...view.world, other: { ...view.world, policy } },
    view.c,
    { kind: 'change version', to: { id, version, hash }, stages: {}, words: 'rehearsed' },
    { person: view.reader, at: view.at },
  )
  return answer.ok || answer.refusal.code === 'missing' || answer.refusal.code === 'condition'
}
