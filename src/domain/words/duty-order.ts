/** A duty of a case as an order with its people: "Reply to Joanne Pike", "Settle this, or take it to senior managers". No full stop. */
import { dateAt } from '../calendar/london.ts'
import { type DutyInstance, isLive } from '../case/duty-instance.ts'
import type { Duty } from '../policy/policy.ts'
import { stageOrder } from './case-stage.ts'
import { childName, possessive, type Telling, whomAbout } from './case-telling.ts'
import { dutyNames } from './duty-names.ts'
import { ownPage, ownWords } from './duty-ours.ts'
import type { Names } from './phrase-act.ts'
import { dutyOrder } from './phrase-duty.ts'
import { quoted } from './phrase-text.ts'

export function instanceOrder(view: Telling, i: DutyInstance): string {
  const own = ownOf(view, i, isKeptSafe(view, i))
  if (own) return own.order
  if (i.duty) return orderIn(view, i.duty, dutyNames(view, i))
  if (i.gate) return `Answer ${quoted(view.world.policy.facts[i.gate.fact]?.ask ?? '')}`
  const visit = view.c.visits.find((v) => v.n === i.visit)
  return visit ? stageOrder(view.world, view.c, visit, view.at) : 'Settle this'
}

/** A duty in this case, by the names it knows: whose file the stage goes on, and whose it is. */
export function orderIn(view: Pick<Telling, 'c' | 'world'>, duty: Duty, names?: Names): string {
  return onWhoseFile(view, dutyOrder(duty, view.world.policy, names).replace(/^Tell you\b/, 'Let you know'))
}

/** "the stage on file" where the child is known: "the stage on Leila’s file". */
export function onWhoseFile(view: Pick<Telling, 'c'>, words: string): string {
  const child = childName(view.c)
  return child === '' ? words : words.replace(/the stage on file$/, `the stage on ${possessive(child)} file`)
}

/** What has not happened, after "without": "a reply", "telling the reviewing officer, Helen Baptiste", "settling this". */
export function withoutWords(view: Telling, i: DutyInstance): string {
  const own = ownOf(view, i, wasKeptSafe(view, i))
  if (own) return own.without
  if (i.gate) return 'an answer'
  if (!i.duty) return i.stage?.by ? 'a decision' : 'settling this'
  const { act } = i.duty
  const order = instanceOrder(view, i)
  const rest = order.replace(/^\S+ /, '')
  switch (act.verb) {
    case 'tell':
      return `telling ${rest}`
    case 'write':
      return `${order.startsWith('Send') ? 'sending' : 'writing'} ${rest}`
    case 'record':
      return `a record of ${act.words}`
    case 'refer':
      return 'a referral'
    case 'answer':
      return 'an answer'
    case 'discuss':
      return 'a talk'
    case 'meet':
      return 'a meeting'
    case 'reply':
      return 'a reply'
    case 'consult':
      return `asking ${rest}`
    case 'agree':
      return `both sides confirming ${/^(the|an?) /.test(act.words) ? act.words : `the ${act.words}`}`
    case 'do':
      return `this being done: ${act.words}`
    case 'keep':
      return `keeping ${act.words}`
  }
}

/** What somebody has not done, after "has not" or "have not": "replied", "told the reviewing officer, Helen Baptiste". */
export function notDone(view: Telling, i: DutyInstance): string {
  const own = ownOf(view, i, isKeptSafe(view, i))
  if (own) return own.notDone
  if (i.gate) return `answered ${quoted(view.world.policy.facts[i.gate.fact]?.ask ?? '')}`
  if (!i.duty) return i.stage?.by ? 'decided this' : 'settled this'
  const { act } = i.duty
  const order = instanceOrder(view, i)
  const rest = order.replace(/^\S+ /, '')
  switch (act.verb) {
    case 'tell':
      return `told ${rest}`
    case 'write':
      return `${order.startsWith('Send') ? 'sent' : 'written'} ${rest}`
    case 'record':
      return `recorded ${rest}`
    case 'refer':
      return `referred ${rest}`
    case 'answer':
      return `answered ${rest}`
    case 'discuss':
      return 'talked it over'
    case 'meet':
      return 'met'
    case 'reply':
      return 'replied'
    case 'consult':
      return `asked ${rest}`
    case 'agree':
      return `confirmed ${/^(the|an?) /.test(act.words) ? act.words : `the ${act.words}`}`
    case 'do':
      return `done this: ${act.words}`
    case 'keep':
      return `kept ${act.words}`
  }
}

function ownOf(view: Telling, i: DutyInstance, inPlace: boolean) {
  const page = i.duty ? ownPage(i.duty.act) : undefined
  return page && ownWords(page, whomAbout(view.c), inPlace)
}

/** Something kept the child safe already when this was first asked. */
const wasKeptSafe = ({ c }: Telling, i: DutyInstance): boolean =>
  c.arrangement !== undefined && i.arose !== undefined && c.arrangement.at <= i.arose

/** Or does by now, while this is still asked. */
function isKeptSafe(view: Telling, i: DutyInstance): boolean {
  const { arrangement } = view.c
  const lasts = arrangement?.until === undefined || arrangement.until >= dateAt(view.at)
  return wasKeptSafe(view, i) || (isLive(i) && arrangement !== undefined && lasts)
}
