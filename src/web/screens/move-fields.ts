import type { CaseView } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { stillIn } from '../../domain/case/case.ts'
import type { Offer } from '../../domain/case/moves.ts'
import { votersOf } from '../../domain/case/panel-votes.ts'
import { factField, openFacts } from './form-facts.ts'
import type { FormField } from './form-field.ts'
import { riskFields } from './form-risk.ts'
import { voteFields } from './panel-votes.ts'

/** Everything a move's form asks: what the policy asks, how a panel voted, what is still to do, the risk to the child. */
export function moveFields(view: CaseView, offer: Offer): readonly FormField[] {
  const { policy } = view.world
  const today = dateAt(view.at)
  const why = whyFact(view, offer)
  const asked = offer.asks.map((fact) => fact.id)
  const facts = openFacts(policy, asked).map((fact) => {
    const field = factField(fact, policy, { today })
    return fact.id === why && field.hint === undefined ? { ...field, hint: whyHint(offer) } : field
  })
  return [
    ...(decidesInWords(view, offer) ? [decisionField] : []),
    ...facts,
    ...(why === undefined && !decidesInWords(view, offer) ? [wordsField(offer)] : []),
    ...votesFields(view, offer),
    ...(settles(offer) && !facts.some((field) => field.kind === 'actions') ? [outstandingField(today)] : []),
    ...aloneField(view, offer),
    ...(view.c.subject.kind === 'theme'
      ? []
      : riskFields(view.c.subject.kind, settles(offer) || view.part.level !== 'party')),
  ]
}

/** The fact whose words are the words of the move: the first one answered in words. */
export const whyFact = (view: CaseView, offer: Offer): string | undefined =>
  openFacts(
    view.world.policy,
    offer.asks.map((fact) => fact.id),
  ).find((fact) => fact.kind.type === 'words')?.id

const settles = ({ lands }: Offer): boolean => lands.to === 'end' && (lands.end === 'agreed' || lands.end === 'decided')

/** A decision is more than its reasons. A policy may ask for it in a question of its own; else it has a box here. */
function decidesInWords(view: CaseView, { lands, asks }: Offer): boolean {
  const { policy } = view.world
  const asked = openFacts(
    policy,
    asks.map((fact) => fact.id),
  )
  return (
    lands.to === 'end' &&
    lands.end === 'decided' &&
    !asked.some((fact) => fact.kind.type === 'words' && fact.origin !== 'ours')
  )
}

const decisionField: FormField = {
  kind: 'words',
  name: 'words',
  label: 'What do you decide?',
  hint: 'What is to happen, who does it and by when. Both sides read these very words.',
  missing: 'Say what you decide',
}

function wordsField({ lands }: Offer): FormField {
  if (lands.to === 'end' && lands.end === 'agreed')
    return {
      kind: 'words',
      name: 'words',
      label: 'What has been agreed?',
      hint: 'A sentence or two. Both sides then sign the exact words.',
      missing: 'Say what has been agreed',
    }
  return { kind: 'words', name: 'words', label: 'What do you want to say?', optional: true }
}

const outstandingField = (today: string): FormField => ({
  kind: 'actions',
  name: 'outstanding',
  label: 'What is still to be done?',
  hint: 'One row for each thing, with who does it and by when. Leave the rows empty if there is nothing.',
  optional: true,
  today,
})

/** In a case with several agencies, one of them can be agreed with alone. */
function aloneField(view: CaseView, { lands, move }: Offer): readonly FormField[] {
  const others = stillIn(view.c).filter((agency) => agency.side === 'responding')
  if (lands.to !== 'end' || lands.end !== 'agreed' || others.length < 2 || move.by?.side !== 'each') return []
  const whole = { value: 'all', text: 'With every agency in the case' }
  const one = {
    value: 'alone',
    text:
      view.part.side === 'raising'
        ? 'Only with the agency that says so too; the case goes on with the others'
        : 'For our agency alone; the case goes on with the others',
  }
  return [
    {
      kind: 'one-of',
      name: 'with',
      label: 'With whom is it agreed?',
      options: [whole, one],
      missing: 'Say with whom it is agreed',
    },
  ]
}

/** A panel decides by the votes of its members. */
function votesFields(view: CaseView, { lands, move }: Offer): readonly FormField[] {
  const panel = votersOf(view.world, view.c, move, lands)
  return panel ? voteFields(view, panel, move.id) : []
}

/** What the words of a move are for. */
function whyHint({ lands }: Offer): string {
  if (lands.to === 'stage')
    return 'What is still not settled, and what you ask for. Whoever takes it up reads this first.'
  switch (lands.end) {
    case 'decided':
      return 'The reasons, so that both sides can follow them.'
    case 'agreed':
      return 'What was agreed, in a sentence or two.'
    case 'recorded':
    case 'withdrawn':
    case 'handed over':
      return 'A sentence or two. It stays on the record.'
  }
}
