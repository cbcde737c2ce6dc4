import type { CaseView } from '../../app/app.ts'
import { inForceAt } from '../../domain/case/addenda.ts'
import { agencyName } from '../../domain/case/world.ts'
import { caseFlags, caseTitle } from '../../domain/words/case-title.ts'
import { dayOf, shortDate } from '../../domain/words/case-when.ts'
import { type Content, type Html, html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { titleBlock } from '../html/title-block.ts'
import * as urls from '../urls.ts'

/** What the page knows of the policies besides the case's own: a newer version, and the parties' own policies. */
export interface KnownPolicies {
  /** The newest adopted version of the case's policy. */
  readonly newest?: number
  /** This reader may move the case to that version. */
  readonly mayMove?: boolean
  readonly titles: Readonly<Record<string, string>>
}

export function titleFor(p: string, view: CaseView, known: KnownPolicies): Html {
  const { c, world } = view
  return titleBlock({
    caption: `Case ${c.number}`,
    title: caseTitle(c) || `Case ${c.number}`,
    facts: [
      `Raised ${dayOf(c.raisedAt)}`,
      html`Under ${policyLine(p, view, known)}`,
      ...caseFlags(c, world.policy).map((flag) => html`<strong>${flag}</strong>`),
      ...inForceNow(p, view),
      ...ownPolicies(p, view, known),
    ],
    actions: actionsFor(p, view),
  })
}

/** The version the case goes by, and whether a newer one is there. */
export function policyLine(p: string, view: CaseView, known: KnownPolicies): Content {
  const { policy } = view.world
  const own = link({
    text: `${policy.title}, version ${view.c.policy.version}`,
    href: urls.policy(p, view.c.policy.id, view.c.policy.version),
  })
  if (known.newest === undefined || known.newest <= view.c.policy.version) return own
  const change =
    known.mayMove &&
    html`. ${link({ text: 'See what moving it would change', href: urls.versionChange(p, view.caseId, known.newest) })}`
  return html`${own}. Version ${known.newest} has been adopted since. ${moved(view) ? 'This case was moved to the one it goes by' : 'This case keeps the version it was raised under'}${change}`
}

/** A temporary change that holds today, and until when. */
const inForceNow = (p: string, view: CaseView): readonly Content[] =>
  inForceAt(view.world, view.at).map(
    (one) =>
      html`${link({ text: one.policy.title, href: urls.policy(p, one.id) })}, a temporary change, is in force${one.until !== undefined && ` until ${shortDate(one.until, view.at)}`}`,
  )

const moved = (view: CaseView): boolean => view.c.changes.length > 0

/** Each agency may have a policy of its own, which stands beside this one (HV-1.7). */
function ownPolicies(p: string, view: CaseView, known: KnownPolicies): readonly Content[] {
  return view.c.agencies.flatMap((a) =>
    (view.world.directory.agencies[a.agency]?.policies ?? [])
      .filter((id) => id !== view.c.policy.id && known.titles[id] !== undefined)
      .map(
        (id) =>
          html`${agencyName(view.world, a.agency)} also has its own: ${link({ text: (known.titles[id] ?? '').split(':')[0] ?? '', href: urls.policy(p, id) })}`,
      ),
  )
}

function actionsFor(p: string, view: CaseView) {
  const joined = view.c.agencies.some((a) => a.side === 'responding' && a.joinedAt !== undefined)
  const party = view.part.level === 'party' || view.part.level === 'supporter'
  return party && joined ? [{ text: 'See it as they see it', href: urls.asTheySeeIt(p, view.caseId) }] : []
}
