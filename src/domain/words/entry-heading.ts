/** What happened, as the heading of an entry. One for every kind. No full stop at the end. */

import { dateWords } from '../calendar/words.ts'
import type { Entry, What } from '../case/entry.ts'
import { agencyName } from '../case/world.ts'
import { riskWords } from './case-risk.ts'
import { shortStage, stageWords } from './case-stage.ts'
import { childName, nameOf, namesOf, possessive, type Telling, whomAbout } from './case-telling.ts'
import { instanceOrder } from './duty-order.ts'
import { answerWords } from './entry-answers.ts'
import { dutyHeading, passedHeading, toldHeading, wayWords } from './entry-duty.ts'
import { dutyOf } from './phrase-event.ts'
import { moveOrder } from './phrase-move.ts'
import { andList, capital, quoted, small } from './phrase-text.ts'

export function entryHeading(entry: Entry, view: Telling): string {
  const { what } = entry
  const { world, c } = view
  switch (what.kind) {
    case 'raised': {
      const jumped = what.start.passed.length > 0 ? ` at ${stageWords(world, c, what.start.stage)}` : ''
      return `Concern raised${jumped}${what.late ? ', after the time the policy gives' : ''}`
    }
    case 'joined':
      return `${agencyName(world, what.agency)} joined`
    case 'raiser joined':
      return `${nameOf(view, what.person)} raises it too`
    case 'supporter joined':
      return `${nameOf(view, what.person)} supports ${nameOf(view, what.supports)}`
    case 'told':
      return toldHeading(entry, what, view)
    case 'written':
      return written(what, view, entry)
    case 'recorded':
      return dutyHeading(entry, view, 'Put on record')
    case 'referred':
      return `Referred to ${named(what, view)}`
    case 'discussed':
      return `Talked${wayWords(what.way)}${settled(what.settled)}`
    case 'met':
      return `Met${wayWords(what.way === 'meeting' ? undefined : what.way)}${settled(what.settled)}`
    case 'replied':
      return `Replied${wayWords(what.way)}`
    case 'reply weighed':
      return what.satisfied ? 'The reply is enough' : 'The reply is not enough'
    case 'consulted':
      return `Asked ${named(what, view)} for advice or help`
    case 'done':
      return dutyHeading(entry, view, 'Done')
    case 'breached':
      return 'Something that had to be kept was not kept'
    case 'proposed':
      return `${signed(what.of, view)} written, for each side to confirm`
    case 'confirmed':
      return `${signed(what.of, view)} confirmed`
    case 'not confirmed':
      return `${signed(what.of, view)} not confirmed${what.stage ? `. ${capital(shortStage(world, c, what.stage.stage, what.stage.tier))} is open again` : ''}`
    case 'fact answered': {
      const fact = world.policy.facts[what.fact]
      const answer = answerWords(fact, what.answer)
      return answer.length <= 60 && !answer.includes('\n')
        ? `${fact?.ask ?? 'A question'} ${answer}`.trim()
        : (fact?.ask ?? 'A question answered')
    }
    case 'gate asked':
      return `Asked: ${andList(what.facts.map((f) => quoted(world.policy.facts[f]?.ask ?? '')))}`
    case 'risk reviewed':
      return `Risk checked: ${riskWords(what.level)}`
    case 'interim arrangement':
      return `Arrangement to keep ${whomAbout(c)} safe`
    case 'arrangement checked':
      return `Checked what keeps ${whomAbout(c)} safe`
    case 'protective date':
      return `The date that protects ${whomAbout(c)}: ${dateWords(what.date)}`
    case 'no protective date':
      return `No sooner date is needed to protect ${whomAbout(c)}`
    case 'date set':
      return `Date set: ${dateWords(what.date)}`
    case 'waived':
      return `Not needed: ${small(ofKey(view, what.key))}`
    case 'move signed':
      return signedMove(what, view)
    case 'escalated':
      return `${entry.by === 'concordat' ? 'Went on to' : 'Taken to'} ${stageWords(world, c, what.start.stage, what.start.tier)}`
    case 'sent back':
      return `Sent back to ${stageWords(world, c, what.start.stage, what.start.tier)}`
    case 'agreed':
      return 'Settled by agreement'
    case 'decided':
      return 'Decided'
    case 'went no further':
      return 'Disagreement recorded. It goes no further'
    case 'withdrawn':
      return 'Concern withdrawn'
    case 'handed over':
      return 'Handed over to another procedure'
    case 'raiser withdrew':
      return `${nameOf(view, what.person)} no longer raises this`
    case 'settled with':
      return `Settled with ${agencyName(world, what.agency)}`
    case 'decision changed':
      return 'Decision changed'
    case 'dissented':
      return 'Disagreement with the decision recorded'
    case 'reopened':
      return `Opened again at ${stageWords(world, c, what.start.stage, what.start.tier)}`
    case 'panel composed':
      return 'Panel chosen'
    case 'conflict declared':
      return `${nameOf(view, what.person)} declared a conflict`
    case 'note':
      return entry.audience.to === 'people'
        ? 'Private note'
        : entry.audience.to === 'agency'
          ? 'Note to ourselves'
          : 'Note'
    case 'information':
      return `Information from ${agencyName(world, what.from)}, given in confidence`
    case 'shared':
      return `Passed on to ${andList([...what.with.agencies.map((a) => agencyName(world, a)), ...(what.with.people.length > 0 ? [namesOf(view, what.with.people)] : [])])}`
    case 'not shared':
      return 'Not passed on'
    case 'permission':
      return permission(what, view)
    case 'outstanding opened':
      return `To be done: ${small(what.action.what)}`
    case 'outstanding done':
      return `Done: ${small(opened(what, view))}`
    case 'debriefed':
      return 'Talked it over afterwards'
    case 'learning point':
      return 'Learning point'
    case 'corrected':
      return 'Correction'
    case 'closed':
      return what.undone.length > 0 ? 'Case closed, with things left undone' : 'Case closed'
    case 'version changed':
      return `Goes on under version ${what.version.version} of the policy`
    case 'deadline passed':
      return passedHeading(what, view)
    case 'dates moved':
      return 'Dates moved'
    case 'addendum':
      return `A temporary change to the policy ${what.step}`
  }
}

const settled = (yes: boolean | undefined): string => (yes === undefined ? '' : yes ? '. Settled' : '. Not settled')

function named(what: Extract<What, { kind: 'referred' | 'consulted' }>, view: Telling): string {
  if (what.to && what.to.length > 0) return namesOf(view, what.to)
  return what.toWords && what.toWords !== '' ? what.toWords : 'somebody'
}

function written(what: Extract<What, { kind: 'written' }>, view: Telling, entry: Entry): string {
  const title = what.title.trim()
  const to = what.to && what.to.length > 0 ? ` sent to ${namesOf(view, what.to)}` : ''
  if (title === '') return dutyHeading(entry, view, 'Written')
  return to === '' ? `Written: ${small(title)}` : `${capital(title)}${to}`
}

function signed(of: string, view: Telling): string {
  const act = dutyOf(view.world.policy, of)?.act
  return capital(act?.verb === 'agree' ? act.words.replace(/^the /, '') : 'outcome')
}

function signedMove(what: Extract<What, { kind: 'move signed' }>, view: Telling): string {
  if (what.end === 'agreed') return what.alone ? 'Said that it is settled between these two' : 'Said that it is settled'
  const { policy } = view.world
  const move = [...policy.moves, ...policy.stages.flatMap((s) => s.moves)].find((m) => m.id === what.move)
  const target =
    what.stage === undefined
      ? what.end
        ? ({ type: 'end', end: what.end } as const)
        : undefined
      : ({ type: 'stage', id: what.stage } as const)
  return move ? `Said yes: ${small(moveOrder(move, policy, target))}` : 'Said yes'
}

/** The order of a duty that this reader may know of. */
function ofKey(view: Telling, key: string): string {
  const i = view.duties.find((d) => d.key === key)
  return i ? instanceOrder(view, i) : 'A duty'
}

function permission(what: Extract<What, { kind: 'permission' }>, view: Telling): string {
  const whose = what.of === 'family' ? familyWords(view) : agencyName(view.world, what.of)
  switch (what.step) {
    case 'asked':
      return what.of === 'family' ? `Asked ${whose} for permission` : `Asked ${whose} if it may be passed on`
    case 'given':
      return what.of === 'family' ? `${capital(whose)} gave permission` : `${whose} says it may be passed on`
    case 'refused':
      return what.of === 'family'
        ? `${capital(whose)} did not give permission`
        : `${whose} says it may not be passed on`
    case 'dispensed with':
      return `Went on without permission from ${whose}`
  }
}

const familyWords = (view: Telling): string =>
  childName(view.c) === '' ? 'the family' : `${possessive(childName(view.c))} family`

function opened(what: Extract<What, { kind: 'outstanding done' }>, view: Telling): string {
  const known = view.entries.some((e) => e.seq === what.opened.seq)
  const item = view.c.outstanding.find((o) => o.seq === what.opened.seq && o.index === what.opened.index)
  return known && item ? item.action.what : 'something agreed'
}
