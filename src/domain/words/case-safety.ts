/** The child's safety meanwhile, in words: what is in place, who answers for it, how each side sees the risk. */

import { dateAt } from '../calendar/london.ts'
import { agencyName } from '../case/world.ts'
import { isImmediate, riskWords } from './case-risk.ts'
import { agencyOfPerson, possessive, type Telling, whomAbout, youOrName } from './case-telling.ts'
import { daysToDate, momentInSentence, onDate, shortDate, shortDayOf } from './case-when.ts'
import { capital } from './phrase-text.ts'

export interface SafetyWords {
  readonly state: 'in place' | 'ended' | 'none' | 'immediate'
  readonly title: string
  readonly inPlace: string
  readonly answers: string
  /** "ends tomorrow", then ", Thursday 9 April": for "The arrangement". */
  readonly ends?: { readonly strong: string; readonly rest: string }
  readonly ended?: string
  readonly risk: readonly { readonly who: string; readonly level: string; readonly when: string }[]
}

export function safetyWords(view: Telling): SafetyWords {
  const about = whomAbout(view.c)
  const arrangement = readArrangement(view)
  const base = { inPlace: arrangement?.words ?? '', answers: arrangement ? answersFor(view) : '', risk: risks(view) }
  const title = capital(`${possessive(about)} safety meanwhile`)
  if (isImmediate(view)) return { ...base, state: 'immediate', title: `${capital(about)} may be harmed at once` }
  if (!arrangement)
    return { ...base, state: 'none', title: view.c.end ? title : `Nobody has said what keeps ${about} safe meanwhile` }
  const until = arrangement.until
  if (until === undefined) return { ...base, state: 'in place', title }
  const days = daysToDate(until, view.at)
  if (days < 0) return { ...base, state: 'ended', title, ended: `Ended on ${shortDate(until, view.at)}` }
  const strong = days === 0 ? 'ends today' : days === 1 ? 'ends tomorrow' : `ends ${onDate(until, view.at)}`
  return { ...base, state: 'in place', title, ends: { strong, rest: days < 2 ? `, ${shortDate(until, view.at)}` : '' } }
}

/** Only what this reader can find in the record. */
function readArrangement(view: Telling) {
  return view.entries.some((e) => e.what.kind === 'interim arrangement') ? view.c.arrangement : undefined
}

function answersFor(view: Telling): string {
  const a = view.c.arrangement
  if (!a) return ''
  const agency = agencyOfPerson(view, a.answersFor)
  const who = `${capital(youOrName(view, a.answersFor))}${agency ? `, ${agencyName(view.world, agency)}` : ''}.`
  const by = a.checked ?? { at: a.at, by: a.by }
  return `${who} ${a.checked ? 'Last checked' : 'Recorded'} ${momentInSentence(by.at, view.at)} by ${youOrName(view, by.by)}.`
}

/** The latest of each agency, side by side, never averaged. */
function risks(view: Telling) {
  const latest = new Map<string, Telling['c']['risk'][number]>()
  const readable = new Set(
    view.entries.flatMap((e) => (e.what.kind === 'risk reviewed' ? [`${e.agency} ${e.happened}`] : [])),
  )
  for (const r of view.c.risk) if (readable.has(`${r.agency} ${r.at}`)) latest.set(r.agency, r)
  return [...latest.values()].map((r) => ({
    who: agencyName(view.world, r.agency),
    level: riskWords(r.level),
    when: dateAt(r.at) === dateAt(view.at) ? 'today' : shortDayOf(r.at, view.at),
  }))
}
