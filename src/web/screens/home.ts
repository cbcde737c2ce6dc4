import type { CaseLine, Draft, Home, HomeDuty } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { agencyName } from '../../domain/case/world.ts'
import type { At, PersonId } from '../../domain/people/directory.ts'
import type { Reminder } from '../../domain/policy/life/reminders.ts'
import { homeWords, tellingOf } from '../../domain/words/case-home.ts'
import { numberOf } from '../../domain/words/case-stage.ts'
import { childName } from '../../domain/words/case-telling.ts'
import { dayOf, momentInSentence, nearOf, shortDayOf, timeOf } from '../../domain/words/case-when.ts'
import { isLate } from '../../domain/words/duty-due.ts'
import { bySoonest, dutyWords } from '../../domain/words/duty-words.ts'
import { small } from '../../domain/words/phrase-text.ts'
import { show } from '../answers.ts'
import { button } from '../html/button.ts'
import { type DutyRow, dutyList } from '../html/duty-list.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { softBox } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen } from '../screen.ts'
import * as urls from '../urls.ts'
import { stateView } from './case-duties.ts'
import { dutyHref } from './case-links.ts'
import { calledName } from './form-draft.ts'
import { lateIn } from './late-words.ts'
import { reminderList } from './policy-reminders.ts'

/** What needs you (mock-ups 01 and 01b). */
export const home: Screen = [
  {
    method: 'GET',
    url: '/:partnership',
    handle: async (ctx) => {
      const { access, policyLife } = ctx.app
      const found = await access.home(ctx.asking)
      const policiesNeed = ctx.viewer.keeps.length > 0 ? await policyLife.reminders(ctx.partnership) : []
      const view = {
        p: ctx.partnership,
        at: ctx.app.clock.now(),
        reader: ctx.viewer.person,
        found,
        mayRaise: !ctx.viewer.board,
        policiesNeed,
      }
      return show({ title: homeWords(tellingFor(view)).title, wide: true, body: homePage(view) }, homeJson(view))
    },
  },
]

export interface HomeView {
  readonly p: string
  readonly at: At
  readonly reader: PersonId
  readonly found: Home
  /** The Board keeps the register; it raises nothing. */
  readonly mayRaise: boolean
  /** For those who keep policies. */
  readonly policiesNeed?: readonly Reminder[]
}

export const tellingFor = ({ at, reader, found }: Pick<HomeView, 'at' | 'reader' | 'found'>) => ({
  at,
  reader,
  mine: found.mine,
  owed: found.owed,
  open: found.cases.filter((x) => x.row.status !== 'closed').length,
})

export function homePage(view: HomeView): Html {
  const { p, at, found } = view
  const words = homeWords(tellingFor(view))
  const nothing = found.mine.length === 0
  // What has no date cannot be late: it stands on the case, not here.
  const owed = byDate(found.owed, at).filter((d) => d.instance.due !== undefined)
  return html`${titleBlock({
    size: 'xl',
    caption: dayOf(at),
    title: words.title,
    ...(view.mayRaise ? { button: button({ text: 'Raise a concern', href: urls.raise(p) }) } : {}),
    lead: words.lead,
  })}${!nothing && html`${h2('Yours to do')}${dutyList(byDate(found.mine, at).map((d) => mineRow(view, d)))}`}${nothing && openCases(view)}${
    owed.length > 0 &&
    (view.mayRaise
      ? html`${h2('What others owe you')}${dutyList(owed.map((d) => owedRow(view, d)))}`
      : html`${h2('What others do next in your cases')}${dutyList(byCase(owed).map((one) => caseOwedRow(view, one)))}`)
  }${found.drafts.length > 0 && html`${h2('Drafts only you can read')}${dutyList(found.drafts.map((d) => draftRow(view, d)))}`}${
    nothing &&
    softBox(
      html`${heading(2, 'If something needs you', { classes: 'govuk-heading-s' })}<p class="govuk-body">It appears here. Concordat sends no email yet, so look here each working day.</p>`,
    )
  }${policies(view)}<p class="govuk-body">${link({ text: 'All your cases', href: urls.cases(p) })}: ${countWords(found.cases)}</p>`
}

function policies({ p, policiesNeed = [] }: HomeView): Html | false {
  const list = reminderList(p, policiesNeed)
  return list && html`${h2('What the policies need')}${list}`
}

const byDate = (duties: readonly HomeDuty[], at: At): readonly HomeDuty[] =>
  duties.toSorted((a, b) => bySoonest(at)(a.instance, b.instance))

/** A person whose step it is not still sees how the cases stand. */
function openCases(view: HomeView): Html | false {
  const open = view.found.cases.filter((x) => x.row.status !== 'closed')
  if (open.length === 0) return false
  const raised = open.filter((x) => isRaiser(view, x))
  return html`${raised.length > 0 && html`${h2(raised.length === 1 ? 'The concern you raised' : 'The concerns you raised')}${dutyList(raised.map((x) => caseRow(view, x)))}`}${
    open.length > raised.length &&
    html`${h2('Your open cases')}${dutyList(open.filter((x) => !raised.includes(x)).map((x) => caseRow(view, x)))}`
  }`
}

const isRaiser = (view: HomeView, line: CaseLine): boolean =>
  [...view.found.owed, ...view.found.mine].some(
    (d) => d.caseId === line.caseId && d.c.raisers.some((r) => r.person === view.reader && r.withdrew === undefined),
  )

function caseRow(view: HomeView, line: CaseLine): DutyRow {
  const { row } = line
  return {
    when: row.due === undefined ? 'No date' : nearOf(row.due, view.at),
    ...(row.due === undefined
      ? {}
      : {
          date:
            row.due < view.at
              ? `Was due by ${timeOf(row.due)}`
              : `${shortDayOf(row.due, view.at)}, by ${timeOf(row.due)}`,
        }),
    duty:
      line.title === '' ? `Case ${row.number}` : `${line.childName === '' ? '' : `${line.childName}: `}${line.title}`,
    href: urls.caseUrl(view.p, line.caseId),
    about: `${line.title === '' ? '' : `Case ${row.number}. `}${row.stageTitle}. Raised on ${shortDayOf(row.raisedAt, view.at)}`,
    ...(row.late ? { state: { text: lateIn(view.found, line.caseId, view.at), colour: 'red' as const } } : {}),
  }
}

function mineRow(view: HomeView, d: HomeDuty): DutyRow {
  const telling = tellingOf(view, d)
  const words = dutyWords(telling, d.instance)
  return {
    when: words.when,
    ...(words.date === undefined ? {} : { date: words.date }),
    duty: words.order,
    href: dutyHref(view.p, d, d.instance) ?? urls.caseUrl(view.p, d.caseId),
    about: html`${link({ text: `Case ${d.number}`, href: urls.caseUrl(view.p, d.caseId) })}${d.childName === '' ? '' : `, ${d.childName}`}. ${stageLine(d)}`,
    state: stateView(words),
  }
}

function stageLine(d: HomeDuty): string {
  const visit = currentVisit(d.c)
  const number = numberOf(d.world, d.c, visit.stage, visit.tier)
  return number === undefined ? d.stageTitle : `Stage ${number}, ${small(d.stageTitle)}`
}

function owedRow(view: HomeView, d: HomeDuty): DutyRow {
  const telling = tellingOf(view, d)
  const words = dutyWords(telling, d.instance)
  const about = childName(d.c)
  // Several names have commas of their own: only the agency stands apart.
  const agency = d.instance.agency === undefined ? '' : `, ${agencyName(d.world, d.instance.agency)}`
  const place = words.who.endsWith(agency) ? agency : ''
  const name = words.who.slice(0, words.who.length - place.length)
  return {
    when: words.when,
    ...(words.date === undefined ? {} : { date: words.date }),
    duty: html`${words.order}: <strong>${name}</strong>${place}`,
    about: html`${link({ text: `Case ${d.number}`, href: urls.caseUrl(view.p, d.caseId) })}${about === '' ? '' : `, ${d.childName}`}. ${link({ text: 'What you may do about it', href: `${urls.caseUrl(view.p, d.caseId)}#moves`, hidden: `in case ${d.number}: ${words.order}` })}`,
    ...(words.state.is === 'late' ? { state: { text: words.state.text, colour: 'red' as const } } : {}),
  }
}

/** Whoever stands above both sides sees one line a case: what is next in it, and how much else there is. */
const byCase = (owed: readonly HomeDuty[]): readonly (readonly HomeDuty[])[] =>
  [...new Set(owed.map((d) => d.caseId))].map((id) => owed.filter((d) => d.caseId === id))

function caseOwedRow(view: HomeView, [next, ...others]: readonly HomeDuty[]): DutyRow {
  if (!next) throw new Error('A line stands for a case in which something is owed')
  const { about: _, ...row } = owedRow(view, next)
  const late = [next, ...others].filter((d) => isLate(d.instance, view.at)).length
  const more =
    others.length === 0
      ? ''
      : ` and ${others.length === 1 ? 'one more thing' : `${others.length} more things`} by others`
  return {
    ...row,
    about: html`${link({ text: `Case ${next.number}`, href: urls.caseUrl(view.p, next.caseId) })}${next.childName === '' ? '' : `, ${next.childName}`}. ${stageLine(next)}${more === '' ? '' : `.${more.replace(/^ and/, ' Also')}`}${late > 1 ? `, ${late} of all late` : ''}`,
  }
}

/** Names no child unless its author typed one. */
function draftRow(view: HomeView, d: Draft): DutyRow {
  const typed = typeof d.fields['title'] === 'string' ? d.fields['title'] : ''
  const called = d.kind === 'form' ? d.fields[calledName] : undefined
  const what =
    typed !== ''
      ? typed
      : d.kind === 'raise'
        ? 'A concern you began'
        : typeof called === 'string' && called !== ''
          ? called.replace(/^Case /, 'Words you began in case ')
          : 'Words you began'
  const count = Object.values(d.fields).filter((x) => x !== '' && x !== undefined).length
  return {
    when: 'Not sent',
    date: `Saved ${momentInSentence(d.saved, view.at)}`,
    duty: what,
    href: urls.draft(view.p, d.id),
    about:
      d.kind === 'raise'
        ? `${count === 1 ? 'One question' : `${count} questions`} answered. Kept until you send or delete it`
        : 'Kept until you send or delete it',
    state: { text: link({ text: 'Delete', href: `${urls.draft(view.p, d.id)}/deletion`, hidden: what }) },
  }
}

function countWords(cases: readonly CaseLine[]): string {
  const closed = cases.filter((x) => x.row.status === 'closed').length
  return `${cases.length - closed} open, ${closed} closed.`
}

function homeJson(view: HomeView) {
  const words = homeWords(tellingFor(view))
  const line = (d: HomeDuty) => {
    const said = dutyWords(tellingOf(view, d), d.instance)
    return {
      case: d.caseId,
      number: d.number,
      order: said.order,
      who: said.who,
      state: said.state.text,
      ...(d.instance.due ? { due: new Date(d.instance.due.at).toISOString(), isGuide: d.instance.due.guide } : {}),
    }
  }
  return {
    title: words.title,
    says: words.lead,
    mine: view.found.mine.map(line),
    owed: view.found.owed.map(line),
    drafts: view.found.drafts.map((d) => ({ id: d.id, kind: d.kind, saved: new Date(d.saved).toISOString() })),
  }
}

const h2 = (words: string): Html => heading(2, words, { classes: 'govuk-heading-m' })
