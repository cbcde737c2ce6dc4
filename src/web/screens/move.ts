import type { CaseView } from '../../app/app.ts'
import { currentVisit } from '../../domain/case/case.ts'
import type { Command } from '../../domain/case/command.ts'
import { decide } from '../../domain/case/decide.ts'
import { stageOf } from '../../domain/case/due.ts'
import type { Action, Answers } from '../../domain/case/entry.ts'
import { type Offer, targetOf } from '../../domain/case/moves.ts'
import { votersOf } from '../../domain/case/panel-votes.ts'
import { stagePeople } from '../../domain/case/stage-people.ts'
import { personName, type World } from '../../domain/case/world.ts'
import type { End, Id, Stage, Target } from '../../domain/policy/policy.ts'
import { offerText } from '../../domain/words/case-offers.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import { andList, curly, sentence, small } from '../../domain/words/phrase-text.ts'
import { type Answer, seeOther } from '../answers.ts'
import { ofCase } from '../urls.ts'
import { factsOf } from './form-act.ts'
import type { Asked } from './form-asked.ts'
import { factName } from './form-facts.ts'
import { actionsOf, wordsOf } from './form-read.ts'
import { refusedPage } from './form-result.ts'
import { riskOf } from './form-risk.ts'
import { type Writing, writing } from './form-write.ts'
import { moveFields, whyFact } from './move-fields.ts'
import { votesOf } from './panel-votes.ts'

/** Every move the policy offers where the case stands, one page each. What cannot be done yet says why, and what can. */
export const move = writing(['moves/:move'], 'to make a move', (asked) => {
  const { ctx, view } = asked
  const { offers } = view
  const stage = ctx.query.typed('stage')
  const end = ctx.query.typed('end')
  const same = offers.filter((o) => o.move.id === ctx.param('move'))
  const fits = same.filter((o) =>
    o.lands.to === 'stage'
      ? end === '' && (stage === '' || stage === o.lands.stage)
      : stage === '' && (end === '' || end === o.lands.end),
  )
  const offer = fits.find((o) => o.state === 'may') ?? fits[0]
  if (!offer) return unknown(asked)
  if (offer.state === 'ask') return seeOther(ofCase(asked.p, view.caseId, 'moves', offer.move.id, 'gate'))
  if (offer.state === 'not yet' && offer.refusal) return refusedPage(asked, offer.refusal)
  return page(asked, offer)
})

/** Where a move is ours, the stage speaks: the one it leads to; for a decision, the one at which it is made. */
function aboutCites({ world, c }: CaseView, lands: Offer['lands']): readonly Id[] {
  if (lands.to === 'stage') return stageOf(world, lands.stage)?.cites ?? []
  return lands.end === 'decided' ? (stageOf(world, currentVisit(c).stage)?.cites ?? []) : []
}

function page({ view }: Asked, offer: Offer): Writing {
  const { policy } = view.world
  const { move: it, lands } = offer
  const why = whyFact(view, offer)
  const panel = votersOf(view.world, view.c, it, lands)
  const target: Target = lands.to === 'stage' ? { type: 'stage', id: lands.stage } : { type: 'end', end: lands.end }
  const order = lands.to === 'stage' && lands.tier > 0 ? offerText(view, offer) : moveOrder(it, policy, target)
  const cites = it.cites.length > 0 ? it.cites : aboutCites(view, lands)
  return {
    title: order,
    lead: it.says === undefined ? follows(view, offer) : sentence(curly(it.says)),
    cites,
    fields: moveFields(view, offer),
    button: order.length <= 60 ? order : 'Send this',
    readers:
      lands.to === 'stage'
        ? [{ isForBoth: true, text: 'Everybody in the case will read these words, whoever joins it now among them' }]
        : [{ isForBoth: true, text: 'Both sides will read these words' }],
    command: (values, form) => {
      const facts = factsOf(values)
      return {
        kind: 'move',
        move: it.id,
        ...targetOf(lands),
        words: wordsOf(values, 'words') || (why === undefined ? '' : wordsOf(values, factName(why))),
        facts,
        ...outstandingOf(facts, actionsOf(values, 'outstanding')),
        ...(wordsOf(values, 'with') === 'alone' ? { alone: true } : {}),
        ...(panel ? { votes: votesOf(values, panel) } : {}),
        ...riskOf(values, form),
      }
    },
  }
}

/** Some policies ask for what is outstanding as a fact of their own: it opens items like the form's own rows. */
function outstandingOf(facts: Answers, rows: readonly Action[]): { readonly outstanding?: readonly Action[] } {
  const asked = Object.values(facts).flatMap((answer) =>
    Array.isArray(answer) ? answer.filter((one) => typeof one !== 'string') : [],
  )
  const all = [...asked, ...rows]
  return all.length > 0 ? { outstanding: all } : {}
}

/** What happens next and who is in it, by the people the directory has. */
function follows(view: CaseView, { lands }: Offer): string {
  const { world, c, at } = view
  if (lands.to === 'stage') {
    const stage = stageOf(world, lands.stage)
    const people = stage ? stagePeople(world, c, stage, lands.tier, at, []) : []
    const names = [
      ...new Set(people.map((one) => (one.person === view.reader ? 'you' : personName(world, one.person)))),
    ]
    if (names.length === 0) return toNobodyYet(world, stage)
    return `It goes on to ${andList(names)}. ${back(view) ?? ''}`.trim()
  }
  return ends[lands.end]
}

/** A panel is still to be chosen; a post may be empty. */
function toNobodyYet(world: World, stage: Stage | undefined): string {
  const roles = world.policy.roles
  const seats = stage?.by ? roles[stage.by.role]?.seats : undefined
  if (!seats) return 'Nobody in the directory holds the post that takes it up. Tell them yourself as well.'
  const composer = seats.composedBy ? roles[seats.composedBy]?.is : undefined
  return `${composer === undefined ? 'Whoever convenes it' : `The ${small(composer)}`} then chooses who sits on it. Both sides may write to it.`
}

const back = (view: CaseView): string | undefined =>
  currentVisit(view.c).inside ? 'The other side hears of it only once it leaves your own agency.' : undefined

const ends: Readonly<Record<End, string>> = {
  agreed: 'It ends when every agency says so. Then both sides sign the same words.',
  decided: 'The decision goes to everybody in the case. Both sides sign that they have read the same words.',
  recorded: 'The case ends, and your disagreement stays on the record.',
  withdrawn: 'The case ends, and the record stays. You can raise it again.',
  'handed over': 'The case ends here and goes on under the other procedure.',
}

/** Not on offer: `decide` says why. Only what it would allow after all is no page of ours. */
function unknown(asked: Asked): Answer | undefined {
  const { ctx, view } = asked
  const stage = ctx.query.typed('stage')
  const end = endOf(ctx.query.typed('end'))
  const command: Command = {
    kind: 'move',
    move: ctx.param('move'),
    ...(stage === '' ? {} : { stage }),
    ...(end ? { end } : {}),
    words: '.',
    facts: {},
  }
  const answer = decide(view.world, view.c, command, { person: view.reader, at: view.at })
  return answer.ok ? undefined : refusedPage(asked, answer.refusal)
}

const endOf = (said: string): End | undefined =>
  (['agreed', 'decided', 'recorded', 'withdrawn', 'handed over'] as const).find((one) => one === said)
