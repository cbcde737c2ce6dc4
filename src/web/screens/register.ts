import type { RegisterQuery } from '../../app/app.ts'
import { file, missing, seeOther, show } from '../answers.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { cases } from '../urls.ts'
import { csvOf } from './register-csv.ts'
import { type RegisterShown, registerLines } from './register-lines.ts'
import { registerPage } from './register-page.ts'

const statuses = ['open', 'ended', 'closed', 'all'] as const
const sorts = ['due', 'number', 'stage'] as const

/** The register (mock-up 06), for whoever keeps one; for anybody else there is none. The CSV has the same columns and the same pseudonyms. */
export const register: Screen = [
  {
    method: 'GET',
    url: '/:partnership/register',
    handle: async (ctx) => {
      const shown = await shownFor(ctx, queryOf(ctx))
      // The Chair's menu has a register too, and no policy has the Chair keep one: what came to the Chair are cases.
      if (!shown) return ctx.viewer.board && !ctx.json ? seeOther(cases(ctx.partnership)) : missing
      return show(
        { title: 'Register of disagreements', wide: true, body: registerPage(shown) },
        {
          total: shown.page.total,
          byStage: shown.page.byStage,
          silent: shown.page.silent.map((s) => ({ agency: s.agency, late: s.late })),
          cases: registerLines(shown),
          ...(shown.page.next ? { next: shown.page.next } : {}),
          ...(shown.page.previous ? { previous: shown.page.previous } : {}),
        },
      )
    },
  },
  {
    method: 'GET',
    url: '/:partnership/register.csv',
    handle: async (ctx) => {
      const { after: _after, before: _before, ...filters } = queryOf(ctx)
      const query = { ...filters, size: 1000 }
      const first = await shownFor(ctx, query)
      if (!first) return missing
      const lines = [...registerLines(first)]
      for (let next = first.page.next; next !== undefined; ) {
        const more = await shownFor(ctx, { ...query, after: next })
        if (!more) break
        lines.push(...registerLines(more))
        next = more.page.next
      }
      return file(csvOf(lines), 'text/csv; charset=utf-8', 'register.csv')
    },
  },
]

function queryOf({ query }: SignedIn): RegisterQuery {
  const status = query.choice('status', statuses) ?? 'open'
  const stage = query.typed('stage')
  const agency = query.typed('agency')
  const reason = query.typed('reason')
  const after = query.typed('after')
  const before = query.typed('before')
  return {
    ...(status === 'all' ? {} : { status }),
    ...(stage === '' ? {} : { stage }),
    ...(agency === '' ? {} : { agency }),
    ...(reason === '' ? {} : { reason }),
    ...(after === '' ? (before === '' ? {} : { before }) : { after }),
    sort: query.choice('sort', sorts) ?? 'due',
  }
}

async function shownFor(ctx: SignedIn, query: RegisterQuery): Promise<RegisterShown | undefined> {
  const page = await ctx.app.access.register(ctx.asking, query)
  if (!page) return undefined
  const policies = await ctx.app.policies.list(ctx.partnership)
  const reportOn = (await ctx.app.access.reportsDue(ctx.asking))[0]?.on
  return {
    ...(reportOn === undefined ? {} : { reportOn }),
    p: ctx.partnership,
    at: ctx.app.clock.now(),
    query,
    page,
    directory: await ctx.app.access.directory(ctx.asking),
    policies: policies.map((a) => a.policy),
    place: ctx.viewer.agencyName,
    roles: ctx.viewer.posts.map((post) => post.role),
  }
}
