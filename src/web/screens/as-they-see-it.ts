import type { CaseView } from '../../app/app.ts'
import type { Entry } from '../../domain/case/entry.ts'
import { agencyName } from '../../domain/case/world.ts'
import { nameOf } from '../../domain/words/case-telling.ts'
import { shortDayOf } from '../../domain/words/case-when.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import { missing, show } from '../answers.ts'
import type { AsTheySeeIt } from '../html/as-they-see-it.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { knownPolicies } from './case.ts'
import { caseJson } from './case-json.ts'
import { markOf } from './case-marks.ts'
import { casePage } from './case-page.ts'
import { entryRef } from './refs.ts'

/** The same case through the other side's eyes (mock-up 03): the same code with the other reader, nothing to press. */
export const asTheySeeIt: Screen = [
  {
    method: 'GET',
    url: '/:partnership/cases/:case/as-they-see-it',
    handle: async (ctx) => {
      const both = await ctx.app.access.asTheySeeIt(ctx.asking, ctx.param('case'))
      if (!both) return missing
      const { own, theirs, leftOut } = both
      const p = ctx.partnership
      const page = casePage(theirs, {
        partnership: p,
        known: await knownPolicies(ctx, theirs),
        show: 'all',
        asThem: true,
      })
      const frame = frameOf(p, own, theirs, leftOut)
      return show(
        {
          title: `Case ${own.c.number} as ${nameOf(own, theirs.reader)} sees it`,
          wide: true,
          body: page,
          frame,
        },
        { ...caseJson(p, theirs), moves: [], leftOut: leftOut.map((e) => entryRef(own, e.seq)) },
      )
    },
  },
]

/** What differs: what is ours is named and linked, what is theirs is neither shown nor counted. */
export function frameOf(p: string, own: CaseView, theirs: CaseView, leftOut: readonly Entry[]): AsTheySeeIt {
  const agency = agencyName(own.world, theirs.part.agency)
  return {
    title: `Case ${own.c.number} as ${nameOf(own, theirs.reader)} sees it`,
    side: theirs.part.side === 'raising' ? 'raising' : 'answering',
    mark: markOf(own, theirs.part.agency),
    yours: leftOut.toReversed().map((e) => ({
      text: entryWords(e, own).heading,
      href: urls.entry(p, own.caseId, entryRef(own, e.seq) ?? ''),
      when: shortDayOf(e.happened, own.at),
    })),
    theirs: `If ${agency} keeps private notes, they do not appear here and are not counted. They cannot see yours when they look at your view.`,
    back: urls.caseUrl(p, own.caseId),
  }
}
