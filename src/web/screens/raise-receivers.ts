import { dateWords } from '../../domain/calendar/words.ts'
import type { Case, CaseAgency } from '../../domain/case/case.ts'
import { currentVisit } from '../../domain/case/case.ts'
import { stagePeople } from '../../domain/case/stage-people.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import { rungsAbove } from '../../domain/words/case-stage.ts'
import type { Telling } from '../../domain/words/case-telling.ts'
import { citesWords } from '../../domain/words/duty-clause.ts'
import { stageName, stageOf } from '../../domain/words/phrase-stage.ts'
import { andList, curly, small } from '../../domain/words/phrase-text.ts'
import { roleName } from '../../domain/words/phrase-who.ts'
import { type Html, html } from '../html/html.ts'
import { type PersonCard, personCard } from '../html/person-card.ts'
import { raiseStep } from '../urls.ts'
import { postOf } from './form-people.ts'
import { personName as fieldName, type RaiseWorld } from './raise-at.ts'

/** Who will get this and why this person: cover if away, who comes next, choose someone else. Mock-up 04c. */
export function receivers(r: RaiseWorld, t: Telling & { readonly c: Case }): Html {
  return html`${t.c.agencies.filter((agency) => agency.side === 'responding').map((agency) => personCard(cardOf(r, t, agency)))}`
}

function cardOf(r: RaiseWorld, t: Telling & { readonly c: Case }, to: CaseAgency): PersonCard {
  const { world, at, ctx, draft } = r
  const { person } = to
  const post = person === undefined ? undefined : postOf(world, person, at, to.agency)
  const name =
    person === undefined
      ? 'We could not find who made this decision'
      : [personName(world, person), post && small(post.title)].filter((part) => part).join(', ')
  const away = post?.away.find((one) => one.from <= r.today && r.today <= one.to)
  const next = nextPeople(t)
  const reasons = [
    { label: person === undefined ? 'Instead:' : `Why ${personName(world, person)}:`, words: why(r, t, to) },
    ...(away
      ? [
          {
            label: 'Away:',
            words: away.cover
              ? `${personName(world, away.cover)} covers until ${dateWords(away.to)}.`
              : `Until ${dateWords(away.to)}. Nobody covers.`,
          },
        ]
      : []),
    ...(next ? [next] : []),
  ]
  return {
    mark: { owner: 'answering', initials: world.directory.agencies[to.agency]?.initials ?? '?' },
    name,
    place: agencyName(world, to.agency),
    reasons,
    action: {
      text: 'Choose someone else',
      href: draft ? `${raiseStep(ctx.partnership, draft.id, `person-${to.agency}`)}?back=check` : '#',
    },
  }
}

function why(r: RaiseWorld, t: Telling & { readonly c: Case }, to: CaseAgency): string {
  const { policy } = r.world
  const stage = stageOf(policy, currentVisit(t.c).stage)
  const cites = citesWords(stage?.cites ?? []).replace(/^C/, 'c')
  const clause = cites === '' ? '' : ` (${cites})`
  if (to.person === undefined) return 'the agency’s most senior person, or the Board’s office, is asked.'
  if (r.form.typed(fieldName(to.agency)) === to.person) return `you named this person’s decision${clause}.`
  return to.role
    ? `the policy has the ${roleName(policy, to.role)} there talk first${clause}.`
    : `the most senior person there${clause}.`
}

/** Who takes it up at the next stage on each side. */
function nextPeople(t: Telling & { readonly c: Case }): { readonly label: string; readonly words: string } | undefined {
  const { world, c, at } = t
  const stage = stageOf(world.policy, rungsAbove(world, c, at)[0] ?? '')
  if (!stage) return undefined
  const people = stagePeople(world, c, stage, 0, at, [])
  const names = (side: 'raising' | 'responding') =>
    andList([...new Set(people.filter((one) => one.side === side).map((one) => personName(world, one.person)))])
  const [ours, theirs] = [names('raising'), names('responding')]
  const label = `At ${stageName(world.policy, stage.id)}:`
  if (ours !== '' && theirs !== '') return { label, words: `${ours} talks to ${theirs}.` }
  const others = andList([...new Set(people.map((one) => personName(world, one.person)))])
  return others === '' ? undefined : { label, words: `${curly(stage.is)}: ${others}.` }
}
