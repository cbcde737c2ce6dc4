import { dutySentence } from '../words/phrase-duty.ts'
import { countedPhrase } from '../words/phrase-length.ts'
import { moveSentence } from '../words/phrase-move.ts'
import { stageName } from '../words/phrase-stage.ts'
import { andList, curly, sentence } from '../words/phrase-text.ts'
import { roleName } from '../words/phrase-who.ts'
import { type ExplainedClause, explainClauses } from './explain-clauses.ts'
import { introSentences, raiseSentences } from './explain-raise.ts'
import { roleSentences } from './explain-roles.ts'
import { settingSentences } from './explain-settings.ts'
import { type ExplainedStage, explainStage, homeStage } from './explain-stage.ts'
import { flowchart } from './flowchart/layout.ts'
import { type FlowItem, flowchartList } from './flowchart/list.ts'
import type { Duty, Gap, Id, Move, Origin, Policy } from './policy.ts'

/** One plain sentence (at times with a second that belongs to it), the clauses it rests on, and who speaks. */
export interface Sentence {
  readonly text: string
  readonly cites: readonly Id[]
  readonly origin: Origin
}

/** A whole policy in plain words, stage by stage: what page 08 and the printed guide show. */
export interface Explained {
  readonly title: string
  readonly intro: readonly Sentence[]
  readonly raise: readonly Sentence[]
  readonly stages: readonly ExplainedStage[]
  /** What holds at every stage. */
  readonly everywhere: readonly Sentence[]
  /** What follows once it is settled, decided or given up. */
  readonly ends: readonly Sentence[]
  /** What the policy leaves open and Concordat fills: its default, not the policy's rule. */
  readonly defaults: readonly Sentence[]
  /** Where the source is silent, broken off or wrong, and what stands in. */
  readonly gaps: readonly Sentence[]
  readonly clauses: readonly ExplainedClause[]
  /** The flowchart as a list. */
  readonly flow: readonly FlowItem[]
}

/** The policy in plain words. Everything is said from the policy itself, so words and engine cannot differ. */
export function explain(policy: Policy): Explained {
  const duties = inOrder(policy.duties).filter((duty) => homeStage(duty) === undefined)
  const moves = inOrder(policy.moves)
  const sayDuties = (list: readonly Duty[]) => list.map((duty) => dutySaid(duty, policy))
  const sayMoves = (list: readonly Move[]) => list.map((move) => moveSaid(move, policy))
  const said = {
    title: curly(policy.title),
    intro: printed(introSentences(policy)),
    raise: printed([
      ...raiseSentences(policy),
      ...sayMoves(moves.filter((move) => isTheirs(move) && isHandOver(move))),
    ]),
    stages: policy.stages.map((stage) => printedStage(explainStage(stage, policy))),
    everywhere: printed([
      ...sayDuties(duties.filter((duty) => isTheirs(duty) && !isAfterEnd(duty))),
      ...sayMoves(moves.filter((move) => isTheirs(move) && !isHandOver(move))),
      ...registerSentences(policy),
      ...roleSentences(policy),
    ]),
    ends: printed(sayDuties(duties.filter((duty) => isTheirs(duty) && isAfterEnd(duty)))),
    defaults: printed([
      ...sayDuties(duties.filter((duty) => !isTheirs(duty))),
      ...sayMoves(moves.filter((move) => !isTheirs(move))),
      ...settingSentences(policy),
    ]),
    gaps: printed(policy.gaps.map(gapSaid)),
  }
  const clauses = explainClauses(policy, said).map((clause) => ({ ...clause, text: curly(clause.text) }))
  return { ...said, clauses, flow: flowchartList(flowchart(policy)) }
}

// The policy's own first; what it only took over from ours and made its own comes after.
function inOrder<T extends { readonly origin: Origin }>(list: readonly T[]): readonly T[] {
  return [...list.filter((one) => one.origin !== 'refined'), ...list.filter((one) => one.origin === 'refined')]
}

function isTheirs(one: { readonly origin: Origin }): boolean {
  return one.origin !== 'ours'
}

function isHandOver(move: Move): boolean {
  return move.to.every((target) => target.type === 'end' && target.end === 'handed over')
}

/** Whether it begins only when the case has ended. */
export function isAfterEnd(duty: Duty): boolean {
  return (
    duty.when.length > 0 &&
    duty.when.every((event) => event.on === 'end' || event.on === 'ended' || event.on === 'decision changed')
  )
}

function dutySaid(duty: Duty, policy: Policy): Sentence {
  return { text: dutySentence(duty, policy), cites: duty.cites, origin: duty.origin }
}

function moveSaid(move: Move, policy: Policy): Sentence {
  return { text: moveSentence(move, policy), cites: move.cites, origin: move.origin }
}

function gapSaid(gap: Gap): Sentence {
  const standsIn = gap.ours === undefined ? [] : [`Concordat’s default: ${sentence(gap.ours)}`]
  return { text: [sentence(gap.says), ...standsIn].join(' '), cites: gap.cites, origin: 'ours' }
}

/** Who keeps the register, from when, what it counts; nothing where none is kept. */
export function registerSentences(policy: Policy): readonly Sentence[] {
  const kept = policy.register
  if (kept === undefined) return []
  const counts = kept.counts.length === 0 ? '' : ` It counts ${andList(kept.counts.map((one) => counted[one]))}.`
  const report = kept.report ? ` A report is made every ${countedPhrase(kept.report).replace(/^1 /, '')}.` : ''
  const keeps = sentence(
    `the ${roleName(policy, kept.keptBy)} keeps a register of cases from ${stageName(policy, kept.from)} on`,
  )
  return [{ text: `${keeps}${counts}${report}`, cites: kept.cites ?? [], origin: 'policy' }]
}

const counted = { reason: 'reasons', stage: 'stages', agency: 'agencies', outcome: 'outcomes' } as const

function printed(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map((said) => ({ ...said, text: curly(said.text) }))
}

function printedStage(stage: ExplainedStage): ExplainedStage {
  return { ...stage, title: curly(stage.title), who: curly(stage.who), sentences: printed(stage.sentences) }
}
