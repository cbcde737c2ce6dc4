/** What else an entry says: answers, people, dates, actions. A line each. */

import { dateWords } from '../calendar/words.ts'
import type { Entry } from '../case/entry.ts'
import { agencyName } from '../case/world.ts'
import { shortStage, stageWords } from './case-stage.ts'
import { nameOf, type Telling } from './case-telling.ts'
import { citesWords } from './duty-clause.ts'
import { actionWords, answersLines, answerWords } from './entry-answers.ts'
import { conditionPhrase } from './phrase-condition.ts'
import { dutyOf } from './phrase-event.ts'
import { andList, capital } from './phrase-text.ts'
import { votesLines } from './vote-lines.ts'

export function entryLines(entry: Entry, view: Telling): readonly string[] {
  return [...ownLines(entry, view), ...requiredBy(entry, view)]
}

function ownLines(entry: Entry, view: Telling): readonly string[] {
  const { what } = entry
  const { policy } = view.world
  switch (what.kind) {
    case 'raised':
      return [...answersLines(policy, what.facts), ...passedOver(what.start.passed, view)]
    case 'told':
    case 'written':
    case 'recorded':
    case 'referred':
    case 'replied':
    case 'consulted':
    case 'done':
      return answersLines(policy, what.facts ?? {})
    case 'discussed':
    case 'met':
      return [
        ...(what.chair ? [`${nameOf(view, what.chair)} chaired it.`] : []),
        ...answersLines(policy, what.facts ?? {}),
      ]
    case 'escalated':
    case 'sent back':
      return [
        ...votesLines(what.move, what.votes, view),
        ...answersLines(policy, what.facts),
        ...passedOver(what.start.passed, view),
      ]
    case 'agreed':
    case 'decided':
    case 'went no further':
    case 'withdrawn':
    case 'handed over':
      return [
        ...votesLines(what.move, what.votes, view),
        ...answersLines(policy, what.facts),
        ...what.outstanding.map((a) => `To be done: ${actionWords(a)}`),
      ]
    case 'move signed':
    case 'confirmed':
      return answersLines(policy, what.facts)
    case 'version changed':
      return [`Until then it went by version ${what.from}.`, ...placeKept(what, view)]
    case 'fact answered': {
      const answer = answerWords(policy.facts[what.fact], what.answer)
      return answer.length > 60 || answer.includes('\n') ? [answer] : []
    }
    case 'proposed':
      return what.outstanding.map((a) => `To be done: ${actionWords(a)}`)
    case 'decision changed':
      return votesLines(view.c.end?.move ?? '', what.votes, view)
    case 'interim arrangement':
      return [
        `${nameOf(view, what.answersFor)} answers for it.`,
        ...(what.until ? [`It ends on ${dateWords(what.until)}.`] : []),
      ]
    case 'panel composed':
      return [
        `On it: ${andList(what.members.map((m) => `${nameOf(view, m.person)} (${agencyName(view.world, m.agency)}${m.chairs ? ', in the chair' : ''})`))}.`,
        ...(what.leftOut === '' ? [] : ['Why an agency is left out stands above.']),
      ]
    case 'shared':
      return [groundWords(what.ground), familyTold(what.familyTold)]
    case 'not shared':
      return what.asked === '' ? [] : [`Asked for by ${what.asked}.`]
    case 'joined':
      return [
        what.person === undefined
          ? 'Nobody there has been named yet.'
          : `The contact there is ${nameOf(view, what.person)}.`,
      ]
    case 'outstanding opened':
      return [actionWords(what.action)]
    case 'corrected':
      return what.why === '' ? [] : [`Why: ${what.why}`]
    case 'closed':
      return what.undone.length > 0
        ? [`${what.undone.length === 1 ? 'One thing was' : `${what.undone.length} things were`} left undone.`]
        : []
    case 'deadline passed':
    case 'gate asked':
    case 'raiser joined':
    case 'supporter joined':
    case 'reply weighed':
    case 'breached':
    case 'not confirmed':
    case 'risk reviewed':
    case 'arrangement checked':
    case 'protective date':
    case 'no protective date':
    case 'date set':
    case 'raiser withdrew':
    case 'settled with':
    case 'dissented':
    case 'reopened':
    case 'conflict declared':
    case 'note':
    case 'information':
    case 'permission':
    case 'outstanding done':
    case 'debriefed':
    case 'learning point':
    case 'waived':
    case 'dates moved':
    case 'addendum':
      return []
  }
}

function passedOver(stages: readonly string[], view: Telling): readonly string[] {
  if (stages.length === 0) return []
  return [
    `${capital(andList(stages.map((s) => shortStage(view.world, view.c, s))))} ${stages.length === 1 ? 'was' : 'were'} passed over.`,
  ]
}

function groundWords(ground: 'own information' | 'permission' | 'override'): string {
  switch (ground) {
    case 'own information':
      return 'It was our own information.'
    case 'permission':
      return 'Its owner said it may be passed on.'
    case 'override':
      return 'Its owner has not said yes. It was passed on for the child’s safety, and the owner is told.'
  }
}

function familyTold(told: 'yes' | 'no' | 'not safe'): string {
  switch (told) {
    case 'yes':
      return 'The family was told.'
    case 'no':
      return 'The family was not told.'
    case 'not safe':
      return 'The family was not told, because that was not safe.'
  }
}

/** "Required because the child is on a plan (clause EX-2.5)": why a notice had to go. */
function requiredBy(entry: Entry, view: Telling): readonly string[] {
  if (entry.what.kind !== 'told' && entry.what.kind !== 'referred') return []
  const duty = entry.answers
    .map((key) => dutyOf(view.world.policy, key.split('·')[0] ?? ''))
    .find((d) => d !== undefined)
  if (!duty?.if) return []
  const clause = citesWords(duty.cites)
  const force = duty.force === 'must' ? 'Required' : 'Asked for'
  return [
    `${force} because ${conditionPhrase(duty.if, view.world.policy)}${clause === '' ? '' : ` (${clause.replace(/^C/, 'c')})`}.`,
  ]
}

/** Where the case goes on, when the version calls its stage otherwise. */
function placeKept(what: Extract<Entry['what'], { kind: 'version changed' }>, view: Telling): readonly string[] {
  const renamed = Object.values(what.stages).includes(what.start.stage)
  return renamed ? [`It goes on at ${stageWords(view.world, view.c, what.start.stage)}, with the time it had.`] : []
}
