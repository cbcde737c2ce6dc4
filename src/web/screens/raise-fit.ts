import { factsIn, holds } from '../../domain/case/condition.ts'
import type { Fact, Id, Move, Policy } from '../../domain/policy/policy.ts'
import { moveOrder } from '../../domain/words/phrase-move.ts'
import { curly, sentence } from '../../domain/words/phrase-text.ts'
import { html } from '../html/html.ts'
import { link } from '../html/link.ts'
import { draft as draftUrl } from '../urls.ts'
import { quotedClauses } from './form-clause.ts'
import { openFacts } from './form-facts.ts'
import { answerSoFar, type RaiseWorld } from './raise-at.ts'
import type { Step } from './raise-step.ts'

/** Moves of the policy that hand a concern over to another procedure, with what they depend on. */
export const handOvers = (policy: Policy): readonly Move[] => {
  const all = [...policy.moves, ...policy.stages.flatMap((stage) => stage.moves)]
  const over = all.filter(
    (move) => move.if !== undefined && move.to.some((target) => target.type === 'end' && target.end === 'handed over'),
  )
  return over.filter((move, n) => over.findIndex((other) => other.id === move.id) === n)
}

/** Questions that tell whether this is the right procedure: asked before the others. */
export const fitFacts = (policy: Policy): readonly Fact[] =>
  openFacts(
    policy,
    handOvers(policy).flatMap((move) => factsIn(move.if)),
  ).filter((fact) => fact.by === undefined && fact.id !== 'immediate-harm')

/** Where another procedure is the right one: what the policy says, before anything is sent. Going on stays possible. */
export function signposts(r: RaiseWorld, asked: readonly Id[]): readonly Step[] {
  const { policy } = r.world
  const answer = answerSoFar(r)
  return handOvers(policy)
    .filter((move) => factsIn(move.if).every((fact) => asked.includes(fact)) && holds(move.if, answer))
    .map((move) => ({
      id: `other-way-${move.id}`,
      title: 'Another procedure may be the right one',
      lead:
        move.says === undefined
          ? `The policy has a way for this: ${moveOrder(move, policy).toLowerCase()}.`
          : sentence(curly(move.says)),
      fields: [],
      before: html`${quotedClauses(policy, move.cites, r.ctx.partnership)}<p class="govuk-body">Nothing has been sent. You can stop here and use the other procedure, or go on: part of it may still be a disagreement about a child’s safety.</p>${
        r.draft &&
        html`<p class="govuk-body">${link({ text: 'Stop here and delete this draft', href: `${draftUrl(r.ctx.partnership, r.draft.id)}/deletion` })}</p>`
      }`,
      button: 'Go on with this concern',
    }))
}
