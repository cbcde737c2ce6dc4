import type { CaseView } from '../../app/app.ts'
import type { Entry } from '../../domain/case/entry.ts'
import { agencyName } from '../../domain/case/world.ts'
import { nameOf } from '../../domain/words/case-telling.ts'
import { momentInSentence } from '../../domain/words/case-when.ts'
import { type EntryGroup, entryGroup } from '../../domain/words/entry-group.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { type RecordEntry, record } from '../html/record.ts'
import * as urls from '../urls.ts'
import { markOf } from './case-marks.ts'
import { entryRef } from './refs.ts'

export const filters = ['all', 'both', 'agency', 'private', 'talks', 'concordat'] as const
export type Filter = (typeof filters)[number]

/** The record as this reader may read it, newest first; filters are links, counted over what this reader reads. */
export function recordFor(p: string, view: CaseView, shown: Filter): Html {
  const entries = standing(view)
  const wanted = entries.filter((e) => fits(e, shown)).toReversed()
  // Of one kind all are wanted; of everything the newest, and the rest one step away.
  const open = shown === 'all' ? openUpTo(wanted) : wanted.length
  return html`<p class="c-muted">Nothing here is ever changed or removed. A correction is a new entry. Newest first.</p>${record(
    {
      filters: filterLinks(p, view, entries, shown),
      entries: wanted.slice(0, open).map((e) => entryView(p, view, e)),
      older: wanted.slice(open).map((e) => entryView(p, view, e)),
    },
  )}${wanted.length === 0 && html`<p class="govuk-body">No entry of this kind.</p>`}`
}

/** The newest eight that people wrote, with what Concordat wrote among them. For a few more no fold is made. */
function openUpTo(newestFirst: readonly Entry[]): number {
  const eighth = newestFirst.findIndex(
    (e, n) => e.by !== 'concordat' && newestFirst.slice(0, n + 1).filter((x) => x.by !== 'concordat').length === 8,
  )
  return eighth < 0 || newestFirst.length - eighth - 1 < 4 ? newestFirst.length : eighth + 1
}

/** Entries that stand by themselves: a correction stands inside what it corrects, when that can be read. */
export function standing(view: CaseView): readonly Entry[] {
  const seqs = new Set(view.entries.map((e) => e.seq))
  return view.entries.filter((e) => e.what.kind !== 'corrected' || e.corrects === undefined || !seqs.has(e.corrects))
}

const fits = (e: Entry, filter: Filter): boolean => filter === 'all' || entryGroup(e).includes(filter)

function filterLinks(p: string, view: CaseView, entries: readonly Entry[], shown: Filter) {
  const count = (group: EntryGroup) => entries.filter((e) => entryGroup(e).includes(group)).length
  const each = [
    { filter: 'all', text: 'Everything you can read', n: entries.length },
    { filter: 'both', text: 'Both sides', n: count('both') },
    { filter: 'agency', text: 'Only our agency', n: count('agency') },
    { filter: 'private', text: 'Private', n: count('private') },
    { filter: 'talks', text: 'Discussions and replies', n: count('talks') },
    { filter: 'concordat', text: 'Written by Concordat', n: count('concordat') },
  ] as const
  return each
    .filter(({ filter, n }) => n > 0 || filter === 'all' || filter === shown)
    .map(({ filter, text, n }) => ({
      text: `${text} (${n})`,
      href: `${urls.caseUrl(p, view.caseId)}${filter === 'all' ? '' : urls.query({ show: filter })}#record`,
      isCurrent: filter === shown,
    }))
}

export function entryView(p: string, view: CaseView, e: Entry): RecordEntry {
  const words = entryWords(e, view)
  const owner = e.owner
  return {
    id: `entry-${entryRef(view, e.seq)}`,
    mark: markOf(view, owner),
    agency: owner === 'concordat' ? 'Concordat' : agencyName(view.world, owner),
    heading: words.heading,
    isOwn: e.by === 'concordat',
    when: words.when,
    by: words.by,
    ...bodyOf(words.text, words.lines),
    links: entryLinks(p, view, e),
    corrections: correctionsOf(view, e),
    audience: words.audience,
  }
}

function bodyOf(text: string, lines: readonly string[]): { readonly body?: Content } {
  if (text === '' && lines.length === 0) return {}
  if (lines.length === 0) return { body: text }
  return {
    body: html`${text !== '' && html`<p class="c-typed">${text}</p>`}<ul class="govuk-list c-entry__lines">${lines.map((line) => html`<li class="c-typed">${line}</li>`)}</ul>`,
  }
}

/** What this reader may do about an entry: correct their own words, weigh the other side's reply, ask its owner. */
function entryLinks(p: string, view: CaseView, e: Entry) {
  const isWriter = view.part.level !== 'observer' && view.part.level !== 'board'
  if (!isWriter || e.by === 'concordat') return []
  const heading = entryWords(e, view).heading
  const own = e.by === view.reader && e.what.kind !== 'corrected'
  const weigh =
    e.what.kind === 'replied' &&
    e.owner !== view.part.agency &&
    view.part.side === 'raising' &&
    !view.c.end &&
    !view.entries.some((x) => x.what.kind === 'reply weighed' && x.what.reply === e.seq)
  const ref = entryRef(view, e.seq) ?? ''
  const passes = e.audience.to !== 'board' && e.audience.to !== 'panel' && view.part.level !== 'panel'
  const foreign = e.inConfidence && e.owner !== view.part.agency && e.owner !== 'concordat'
  return [
    ...(weigh ? [{ text: 'Say whether this reply is enough', href: urls.ofCase(p, view.caseId, 'replies', ref) }] : []),
    ...(foreign
      ? [
          {
            text: `Ask ${agencyName(view.world, e.owner)} if it may be passed on`,
            href: `${urls.ofCase(p, view.caseId, 'permissions')}${urls.query({ entry: ref })}`,
          },
        ]
      : []),
    ...(passes ? [{ text: 'Pass this on', href: urls.shares(p, view.caseId, ref), hidden: heading }] : []),
    ...(own ? [{ text: 'Correct this', href: urls.corrections(p, view.caseId, ref), hidden: heading }] : []),
  ]
}

function correctionsOf(view: CaseView, e: Entry) {
  return view.entries
    .filter((x) => x.what.kind === 'corrected' && x.corrects === e.seq)
    .map((x) => ({
      by: `Corrected ${momentInSentence(x.recorded, view.at)} by ${nameOf(view, x.by)}:`,
      words: html`${x.what.kind === 'corrected' ? x.what.words : ''} The first wording stands above.`,
    }))
}
