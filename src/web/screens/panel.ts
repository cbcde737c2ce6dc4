import { currentVisit } from '../../domain/case/case.ts'
import type { PanelMember } from '../../domain/case/entry.ts'
import { candidatesFor, type PanelCondition, panelRule, type Standing, seatsOf } from '../../domain/case/panel-rule.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import { agencyName } from '../../domain/case/world.ts'
import type { Seats } from '../../domain/policy/policy.ts'
import { byWords } from '../../domain/words/case-when.ts'
import { stageOf } from '../../domain/words/phrase-stage.ts'
import { andList, quoted } from '../../domain/words/phrase-text.ts'
import { roleNames } from '../../domain/words/phrase-who.ts'
import { type Answer, invalid, missing, type Shown, seeOther, show } from '../answers.ts'
import { type Form, readForm } from '../form.ts'
import { button, buttonGroup } from '../html/button.ts'
import { checkboxes } from '../html/checkboxes.ts'
import { heading } from '../html/heading.ts'
import { html, nothing } from '../html/html.ts'
import { columns, reasonList } from '../html/layout.ts'
import { link } from '../html/link.ts'
import { radios } from '../html/radios.ts'
import { ruleList } from '../html/rule-list.ts'
import { textarea } from '../html/textarea.ts'
import { titleBlock } from '../html/title-block.ts'
import type { Screen, SignedIn } from '../screen.ts'
import { caseUrl, clause, home, ofCase } from '../urls.ts'
import { type Asked, backToCase, captionOf } from './form-asked.ts'
import { draftForm, keepDraft } from './form-draft.ts'
import { doneOr, refusedPage } from './form-result.ts'
import { later } from './form-write.ts'
import { panelShut, sitting } from './panel-again.ts'

const url = '/:partnership/cases/:case/panel'

/** Choosing a panel: mock-up 07. The rule, who may sit, who may not and why. Without script the rule is judged on sending. Source: C-12. */
export const panel: Screen = [
  { method: 'GET', url, handle: get },
  { method: 'POST', url, handle: post },
]

async function ask(ctx: SignedIn): Promise<Asked | undefined> {
  const view = await ctx.app.access.caseFor(ctx.asking, ctx.param('case'), 'to choose a panel')
  return view && seatsOf(view.world, view.c) ? { ctx, view, p: ctx.partnership } : undefined
}

async function get(ctx: SignedIn): Promise<Answer> {
  const asked = await ask(ctx)
  if (!asked) return missing
  const shut = panelShut(asked.view)
  if (shut) return refusedPage(asked, shut)
  return show(
    drawn(asked, (await draftForm(ctx)) ?? readForm({ members: sitting(asked.view).map((one) => one.person) })),
  )
}

async function post(ctx: SignedIn): Promise<Answer> {
  const asked = await ask(ctx)
  if (!asked) return missing
  const { form } = ctx
  if (form.flag('later')) {
    await keepDraft(ctx, asked.view)
    return seeOther(home(asked.p))
  }
  const leftOut = form.text('left-out')
  const members = chosen(asked, form)
  const chairs = form.typed('chairs')
  if (chairs !== '' && !members.some((one) => one.person === chairs))
    form.fail('chairs', 'Choose somebody who sits on the panel')
  if (members.length === 0) form.fail('members', 'Choose who sits on the panel')
  if (!form.ok) return invalid(form, drawn(asked, form))
  const result = await ctx.run(asked.view.caseId, { kind: 'compose panel', members, leftOut })
  if (
    !result.ok &&
    result.why === 'refused' &&
    (result.refusal.code === 'panel' || result.refusal.code === 'missing')
  ) {
    // The rule stands beside the choices: answered there, with the choices kept, it can be put right at once.
    form.fail(
      result.refusal.code === 'missing' ? 'left-out' : 'members',
      `${result.refusal.title}. ${result.refusal.because}${clauseOf(asked, result.refusal)}`,
    )
    return ctx.json
      ? doneOr(asked, result, {
          to: '',
          again: (version) => drawn({ ...asked, view: { ...asked.view, c: { ...asked.view.c, version } } }, form),
        })
      : invalid(form, drawn(asked, form))
  }
  return doneOr(asked, result, {
    to: caseUrl(asked.p, asked.view.caseId),
    again: (version) => drawn({ ...asked, view: { ...asked.view, c: { ...asked.view.c, version } } }, form),
  })
}

/** The clause that forbids it, in its words, beside the choices: " (clause EX-5: “All are heard.”)". Without one of its own, the stage's. */
function clauseOf({ view }: Asked, refusal: Refusal): string {
  const { policy } = view.world
  const own = refusal.cites.length > 0 ? refusal.cites : (stageOf(policy, currentVisit(view.c).stage)?.cites ?? [])
  const said = own.flatMap((id) =>
    policy.clauses[id] === undefined ? [] : [`clause ${id}: ${quoted(policy.clauses[id])}`],
  )
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

const chosen = ({ view }: Asked, form: Form): readonly PanelMember[] => {
  const picked = new Set(form.list('members'))
  return candidatesFor(view.world, view.c, view.at)
    .filter((one) => picked.has(one.person))
    .map(({ person, agency }) => ({
      person,
      agency,
      ...(person === form.typed('chairs') ? { chairs: true as const } : {}),
    }))
}

function drawn(asked: Asked, form: Form): Shown {
  const { ctx, view, p } = asked
  const { world, c, at } = view
  const seats = seatsOf(world, c)
  const all = candidatesFor(world, c, at)
  const members = chosen(asked, form)
  const rule = panelRule(world, c, members, at)
  const cites = seats?.role.cites ?? []
  const source = html`${world.policy.title}${cites.map((id) => html`, ${link({ text: `clause ${id}`, href: clause(p, world.policy.id, id, world.policy.version) })}`)}`
  const possible = rule.some((one) => !one.must)
  const main = html`${heading(2, 'People who may sit', { classes: 'govuk-heading-m' })}<p class="govuk-body">${eligible(asked, seats?.seats)}</p><form method="post" novalidate>${ctx.hidden(c.version)}${groups(asked, all, form)}${tiesAreBroken(view, seats?.seats) && chairing(all, form)}${
    possible
      ? textarea({
          name: 'left-out',
          label: { text: 'If an agency concerned is left out, why?', classes: 'govuk-label--s' },
          hint: 'The policy asks for each of them where that is possible.',
          rows: 3,
          value: form.typed('left-out'),
          error: form.error('left-out'),
        })
      : nothing
  }${buttonGroup(button({ text: 'Convene the panel', preventDoubleClick: true }), later)}</form>${excluded(all)}<p class="govuk-body">${link({ text: 'Declare a conflict of interest', href: ofCase(p, view.caseId, 'panel', 'conflict') })}</p>`
  const aside = html`${ruleList({ title: 'The rule', source, conditions: rule.map((one) => ({ text: one.words, isMet: one.met, how: one.met ? undefined : one.howFar })) })}`
  return {
    title: 'Choose the panel',
    wide: true,
    back: backToCase(asked),
    body: html`${titleBlock({ caption: captionOf(view), title: 'Choose the panel', lead: lead(asked, members, rule) })}${columns({ first: 'aside', aside, main })}`,
  }
}

/** What is missing, and by when. */
function lead({ view }: Asked, members: readonly PanelMember[], rule: readonly PanelCondition[]): string {
  const limit = view.duties.find((i) => i.stage && i.visit === currentVisit(view.c).n && i.due)
  const by = limit?.due ? ` It decides by ${byWords(limit.due.at, view.at)}.` : ''
  const unmet = rule.filter((one) => !one.met && one.must)
  if (members.length === 0) return `Nobody has been chosen yet.${by}`
  if (unmet.length === 0) return `These people can be the panel.${by}`
  return `Still missing: ${andList(unmet.map((one) => `${one.words.charAt(0).toLowerCase()}${one.words.slice(1)} (${one.howFar})`))}.${by}`
}

function eligible({ view }: Asked, seats: Seats | undefined): string {
  const rank =
    seats?.rank === undefined ? (seats ? roleNames(view.world.policy, seats.of) : 'people') : `${seats.rank}s`
  return `${rank.charAt(0).toUpperCase()}${rank.slice(1)} of full members of the Board, with no part in this case.`
}

/** Grouped the way the rule thinks: agencies concerned, then the others. */
function groups({ view }: Asked, all: readonly Standing[], form: Form) {
  const may = all.filter((one) => one.may)
  const concerned = may.filter((one) => one.speaksFor.length > 0)
  const others = may.filter((one) => one.speaksFor.length === 0)
  const group = (people: readonly Standing[], text: string, isFirst: boolean) =>
    people.length === 0
      ? nothing
      : checkboxes({
          name: 'members',
          idPrefix: isFirst ? 'members' : 'members-other',
          legend: { text, classes: 'govuk-fieldset__legend--s' },
          error: isFirst ? form.error('members') : undefined,
          values: form.typedList('members'),
          items: people.map((one) => ({
            value: one.person,
            text: html`<strong>${one.name}</strong>`,
            hint: about(one, view),
          })),
        })
  if (may.length === 0)
    return html`<p class="govuk-body">The directory has nobody who may sit. Ask whoever keeps it to add people, or the Board’s office.</p>`
  return html`${group(concerned, 'Agencies concerned', true)}${group(others, 'Other agencies', concerned.length === 0)}`
}

/** Only a majority can be even, and a policy may let nobody break a tie. */
const tiesAreBroken = ({ world }: Asked['view'], seats: Seats | undefined): boolean =>
  seats?.decides === 'majority' && (seats.ties ?? world.policy.settings.ties) !== 'none'

/** Whose vote decides when the votes are even. */
function chairing(all: readonly Standing[], form: Form) {
  const may = all.filter((one) => one.may)
  if (may.length === 0) return nothing
  return radios({
    name: 'chairs',
    legend: { text: 'Who chairs the panel? (if you like)', classes: 'govuk-fieldset__legend--s' },
    hint: 'One of those who sit. If the votes are even, the chair’s vote decides.',
    error: form.error('chairs'),
    value: form.typed('chairs') === '' ? undefined : form.typed('chairs'),
    items: may.map((one) => ({ value: one.person, text: one.name })),
  })
}

function about(one: Standing, view: Asked['view']): string {
  const own = [one.title, agencyName(view.world, one.agency)].filter((part) => part !== '').join(', ')
  const speaks = one.speaksFor.filter((agency) => agency !== one.agency).map((agency) => agencyName(view.world, agency))
  return speaks.length > 0 ? `${own}, for ${andList(speaks)}` : own
}

function excluded(all: readonly Standing[]) {
  const not = all.filter((one) => !one.may)
  if (not.length === 0) return nothing
  return html`${heading(2, 'People who may not sit, and why', { classes: 'govuk-heading-m' })}${reasonList(not.map((one) => ({ name: one.name, about: one.title, reason: one.why })))}`
}
