/** Headings of entries that do what a duty asks, or say that nobody did. */

import type { Entry, What } from '../case/entry.ts'
import type { ContactWay } from '../policy/policy.ts'
import { shortStage } from './case-stage.ts'
import { namesOf, type Telling } from './case-telling.ts'
import { timeOf } from './case-when.ts'
import { instanceOrder, onWhoseFile, withoutWords } from './duty-order.ts'
import { dutyOf } from './phrase-event.ts'
import { andList, capital, small } from './phrase-text.ts'
import { roleName } from './phrase-who.ts'

/** " by phone": after "Talked". */
export function wayWords(way: ContactWay | undefined): string {
  if (way === undefined) return ''
  const words: Readonly<Record<ContactWay, string>> = {
    phone: 'by phone',
    'face to face': 'face to face',
    video: 'by video',
    'e-mail': 'by email',
    writing: 'in writing',
    meeting: 'in a meeting',
  }
  return ` ${words[way]}`
}

/** "Reviewing officer told": posts of the Board and outside by their post, people of the agencies by name. */
export function toldHeading(entry: Entry, what: Extract<What, { kind: 'told' }>, view: Telling): string {
  const { policy } = view.world
  const roles = entry.answers.flatMap((key) => {
    const act = dutyOf(policy, key.split('·')[0] ?? '')?.act
    return act?.verb === 'tell' ? act.to : []
  })
  const posts = roles.filter((w) => policy.roles[w.role] && policy.roles[w.role]?.at !== 'agency')
  if (posts.length > 0 && posts.length === roles.length)
    return `${capital(andList([...new Set(posts.map((w) => roleName(policy, w.role)))]))} told`
  const to = what.to ?? []
  if (to.length > 3) return `${to.length} people told`
  if (to.length > 0) return `${namesOf(view, to)} told`
  return what.toWords ? `${capital(what.toWords)} told` : 'Somebody told'
}

/** "Put on record: the stage on file": the words of the duty it does, or the plain word. */
export function dutyHeading(entry: Entry, view: Telling, plain: string): string {
  for (const key of entry.answers) {
    const act = dutyOf(view.world.policy, key.split('·')[0] ?? '')?.act
    if (act && 'words' in act) return `${plain}: ${small(onWhoseFile(view, act.words))}`
  }
  return plain
}

/** "5pm passed without a reply"; of a guide: "The guide for stage 2 passed". */
export function passedHeading(what: Extract<What, { kind: 'deadline passed' }>, view: Telling): string {
  const i = view.duties.find((d) => d.key === what.key)
  const time = capital(timeOf(what.due))
  if (!i) return `${time} passed`
  if (i.due?.guide) {
    const visit = view.c.visits.find((v) => v.n === i.visit)
    if (i.duty || !visit) return `The guide passed: ${small(instanceOrder(view, i))}`
    return `The guide for ${shortStage(view.world, view.c, visit.stage, visit.tier)} passed without ${withoutWords(view, i)}`
  }
  return `${time} passed without ${withoutWords(view, i)}`
}
