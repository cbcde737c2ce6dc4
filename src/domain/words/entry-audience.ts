/** Who can read an entry, in words. Stands under every entry, before and after it is sent. */
import type { Entry } from '../case/entry.ts'
import { agencyName } from '../case/world.ts'
import { agencyOfPerson, namesOf, type Telling } from './case-telling.ts'
import { andList } from './phrase-text.ts'

export interface AudienceWords {
  readonly isForBoth: boolean
  readonly text: string
}

export function audienceWords(entry: Entry, view: Telling): AudienceWords {
  const more = alsoRead(entry, view)
  const also = more === '' ? '' : `, and so can ${more}`
  const { audience } = entry
  switch (audience.to) {
    case 'parties':
      return { isForBoth: true, text: `${bothWords(view)}${also}` }
    case 'agency': {
      const owner =
        entry.owner !== 'concordat' && entry.owner !== audience.agency
          ? `. It belongs to ${agencyName(view.world, entry.owner)}`
          : ''
      return {
        isForBoth: false,
        text: `Only ${andList([agencyName(view.world, audience.agency), ...(more ? [more] : [])])} can read this${owner}`,
      }
    }
    case 'people':
      return { isForBoth: false, text: `Only ${namesOf(view, audience.people)} can read this` }
    case 'board':
      return { isForBoth: false, text: 'Only the Board can read this' }
    case 'panel':
      return { isForBoth: false, text: 'Only the panel and whoever chose it can read this' }
  }
}

/** While a stage inside one side runs, the other has not been told of the concern. */
function bothWords(view: Telling): string {
  if (view.c.agencies.some((a) => a.side === 'responding' && a.joinedAt !== undefined))
    return 'Both sides can read this'
  const own = view.c.agencies.find((a) => a.side === 'raising')
  return `${own ? agencyName(view.world, own.agency) : 'Your side'} can read this now. The side that was asked can read it once this reaches them`
}

/** Addressees from outside the two sides, and those to whom this reader may know it was passed on. */
function alsoRead(entry: Entry, view: Telling): string {
  const inCase = (person: string) => {
    const agency = agencyOfPerson(view, person)
    return view.c.agencies.some((a) => a.agency === agency)
  }
  const to = 'to' in entry.what && Array.isArray(entry.what.to) ? entry.what.to.filter((p: string) => !inCase(p)) : []
  const shares = view.entries.flatMap((e) =>
    e.what.kind === 'shared' && e.what.entry === entry.seq ? [e.what.with] : [],
  )
  const agencies = [...new Set(shares.flatMap((s) => s.agencies))].map((a) => agencyName(view.world, a))
  const people = [...new Set([...to, ...shares.flatMap((s) => s.people)])]
  return andList([...(people.length > 0 ? [namesOf(view, people)] : []), ...agencies])
}
