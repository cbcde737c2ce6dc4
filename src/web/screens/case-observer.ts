import type { CaseView } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { isLive } from '../../domain/case/duty-instance.ts'
import { agencyName } from '../../domain/case/world.ts'
import { endWords } from '../../domain/words/case-ended.ts'
import { stageWords } from '../../domain/words/case-stage.ts'
import { caseTitle } from '../../domain/words/case-title.ts'
import { dayOf } from '../../domain/words/case-when.ts'
import { isReaders } from '../../domain/words/duty-names.ts'
import { andList, capital } from '../../domain/words/phrase-text.ts'
import { dutyList } from '../html/duty-list.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { record } from '../html/record.ts'
import { summaryList } from '../html/summary-list.ts'
import { titleBlock } from '../html/title-block.ts'
import { rowOf } from './case-duties.ts'
import { entryView } from './case-record.ts'
import { type KnownPolicies, policyLine } from './case-title.ts'

/** For somebody who was told of the case: the stage, the sides, their own duties and what was addressed to them. */
export function observerPage(p: string, view: CaseView, known: KnownPolicies): Html {
  const { c, world } = view
  const side = (s: 'raising' | 'responding') =>
    andList(c.agencies.filter((a) => a.side === s).map((a) => agencyName(world, a.agency)))
  const addressed = view.entries.filter((e) => isAddressed(view, e))
  const own = view.duties.filter((i) => isLive(i) && i.status !== 'waiting' && i.force !== 'may' && isReaders(view, i))
  return html`${titleBlock({
    caption: `Case ${c.number}`,
    title: caseTitle(c) || 'A case you know of',
    lead: `${leadOf(view)}${own.length === 0 && !c.closed ? ' Nothing is asked of you now.' : ''}`,
  })}${summaryList([
    { key: 'Stage', value: stageLine(view) },
    { key: 'The side that raised this', value: side('raising') },
    { key: 'The side that was asked', value: side('responding') },
    { key: 'Raised', value: dayOf(c.raisedAt) },
    {
      key: 'Policy',
      value: policyLine(p, view, known),
    },
  ])}${own.length > 0 && html`${h2('Yours to do', 'duties')}${dutyList(own.map((i) => rowOf(p, view, i)))}`}${h2('What you were told', 'record')}${
    addressed.length === 0
      ? html`<p class="govuk-body">Nothing has been addressed to you yet.</p>`
      : record({ entries: addressed.toReversed().map((e) => entryView(p, view, e)) })
  }`
}

const isAddressed = (view: CaseView, e: CaseView['entries'][number]): boolean =>
  e.by === view.reader ||
  e.audience.to !== 'parties' ||
  ('to' in e.what && Array.isArray(e.what.to) && (e.what.to as readonly string[]).includes(view.reader)) ||
  view.c.shares.some((s) => s.entry === e.seq && s.people.includes(view.reader))

function leadOf(view: CaseView): string {
  const { c } = view
  if (c.end)
    return `${endWords(c.end.end)} on ${dayOf(c.end.at)}. ${c.closed ? 'The case is closed.' : 'You see what was addressed to you.'}`
  return `This is at ${stageLine(view).replace(/^S/, 's')}. You see what was addressed to you.`
}

function stageLine(view: CaseView): string {
  const visit = currentVisit(view.c)
  return capital(stageWords(view.world, view.c, visit.stage, visit.tier))
}

const h2 = (words: string, id: string): Html => heading(2, words, { classes: 'govuk-heading-m', id })
