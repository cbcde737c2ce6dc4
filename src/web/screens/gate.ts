import { gateFacts } from '../../domain/case/available.ts'
import { answersAt } from '../../domain/case/condition.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { whoPhrase } from '../../domain/words/phrase-who.ts'
import { html } from '../html/html.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Asking whoever the policy has answer first. If they are silent, the way to the next stage opens by itself. */
export const gates = writing(['moves/:move/gate'], 'to ask for an answer', ({ ctx, view }) => {
  const { policy } = view.world
  const move = view.offers.find((o) => o.move.id === ctx.param('move'))?.move
  if (!move) return undefined
  const answer = answersAt(view.c, view.at)
  const facts = gateFacts(policy, move.if)
    .filter((id) => answer(id) === undefined)
    .flatMap((id) => policy.facts[id] ?? [])
  return {
    title: 'Ask for the answer that comes first',
    lead: `Before you can ${lower(moveOrder(move, policy))}, the policy has somebody else answer. If they do not answer in time, the way to the next stage opens.`,
    cites: move.cites,
    before: html`<ul class="govuk-list govuk-list--bullet">${facts.map((fact) => html`<li>${curly(fact.ask)} Asked of ${fact.by ? whoPhrase(fact.by, policy) : 'you'}.</li>`)}</ul>`,
    fields: [{ kind: 'words', name: 'words', label: 'What do you want to say to them?', optional: true }],
    button: 'Ask them',
    example: { kind: 'ask gate', move: move.id, words: '' },
    command: (values) => ({ kind: 'ask gate', move: move.id, words: wordsOf(values, 'words') }),
  }
})

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
