import type { CaseView } from '../../app/app.ts'
import { dateAt } from '../../domain/calendar/london.ts'
import { currentVisit, protectiveDate } from '../../domain/case/case.ts'
import type { Command } from '../../domain/case/command.ts'
import { decide } from '../../domain/case/decide.ts'
import { seatsOf } from '../../domain/case/panel-rule.ts'
import { allInFavour } from '../../domain/case/panel-votes.ts'
import { whomAbout } from '../../domain/words/case-telling.ts'
import { contactPhrase, stageOf } from '../../domain/words/phrase-stage.ts'
import { capital } from '../../domain/words/phrase-text.ts'
import * as urls from '../urls.ts'
import { actsOnOpen } from './case-acts-open.ts'
import { type ActLink, mayDuties, waivable } from './case-may.ts'
import { panelAgain } from './panel-again.ts'

/** What may be done besides the moves: each rehearsed with `decide`, so that no link can disagree with the answer. */
export function actsNow(p: string, view: CaseView): readonly ActLink[] {
  const may = (command: Command): boolean =>
    decide(view.world, view.c, command, { person: view.reader, at: view.at }).ok
  const about = whomAbout(view.c)
  const { caseId, c } = view
  const open = c.end === undefined
  const seats = seatsOf(view.world, c)
  const again = panelAgain(view)
  const acts: readonly (readonly [boolean, ActLink])[] = [
    [
      view.part.level === 'decider' && seats !== undefined && c.panel?.visit !== currentVisit(c).n,
      { text: 'Choose the panel', href: urls.panel(p, caseId), what: 'You see who may sit, and who may not and why' },
    ],
    [
      open && may({ kind: 'act', verb: 'discuss', act: { words: rehearsed } }),
      { text: 'Record a discussion', href: urls.discussions(p, caseId), what: ways(view) },
    ],
    [
      open && may({ kind: 'review risk', level: 'some', words: rehearsed }),
      { text: `Say the risk to ${about} has changed`, href: urls.risk(p, caseId), what: riskWhat(view) },
    ],
    [
      open && may({ kind: 'arrange', words: rehearsed, answersFor: view.reader }),
      {
        text: c.arrangement ? `Change what keeps ${about} safe meanwhile` : `Say what keeps ${about} safe meanwhile`,
        href: urls.arrangement(p, caseId),
        what: 'It names who answers for it, and when it ends',
      },
    ],
    [
      open && may({ kind: 'protect', date: dateAt(view.at), words: rehearsed }),
      {
        text: 'Bring the deadline forward',
        href: urls.protectiveDate(p, caseId),
        what: protectiveDate(c) ? 'It can be made sooner still, never later' : 'It can be made sooner, never later',
      },
    ],
    [
      open && may({ kind: 'support', person: someoneElse(view) }),
      {
        text: 'Ask someone to support you',
        href: urls.supporters(p, caseId),
        what: 'They join the case and can speak with you',
      },
    ],
    [
      may({ kind: 'note', words: rehearsed }),
      { text: 'Write a note', href: urls.notes(p, caseId), what: 'Only your agency reads it', aside: true },
    ],
    [
      may({ kind: 'keep information', words: rehearsed, from: view.part.agency, fromWords: rehearsed }),
      {
        text: 'Keep another agency’s information',
        href: urls.ofCase(p, caseId, 'information'),
        what: 'It stays theirs: it is passed on only with their yes',
        aside: true,
      },
    ],
    [
      open && view.part.side !== 'board' && may({ kind: 'join', agency: anotherAgency(view), words: rehearsed }),
      {
        text: 'Bring another agency in',
        href: urls.ofCase(p, caseId, 'agencies'),
        what: 'It joins the side that was asked',
        aside: true,
      },
    ],
    [
      open && view.part.side === 'raising' && may({ kind: 'join as raiser', person: aColleague(view) }),
      {
        text: 'Add a colleague who raises it too',
        href: urls.ofCase(p, caseId, 'raisers'),
        what: 'You raise it together',
        aside: true,
      },
    ],
    [
      may({ kind: 'permit', step: 'asked', of: 'family', words: rehearsed }),
      {
        text: 'Record a permission',
        href: urls.ofCase(p, caseId, 'permissions'),
        what: 'The family’s, or another agency’s, or that it was not given',
        aside: true,
      },
    ],
    [
      (view.part.level === 'panel' || (view.part.level === 'decider' && seats !== undefined)) &&
        may({ kind: 'declare conflict', words: rehearsed }),
      {
        text: 'Declare a conflict',
        href: urls.ofCase(p, caseId, 'panel', 'conflict'),
        what: 'If you should not sit on this panel',
        aside: true,
      },
    ],
    [again !== undefined, { text: '', href: urls.panel(p, caseId), what: '', ...again, aside: true }],
    [
      may({ kind: 'change decision', words: rehearsed, votes: allInFavour(c) }),
      {
        text: 'Change the decision',
        href: urls.ofCase(p, caseId, 'decision'),
        what: 'Everybody told of the first is told of this one',
      },
    ],
    [
      !open &&
        !c.closed &&
        may({ kind: 'open action', action: { what: rehearsed, who: rehearsed, by: dateAt(view.at) } }),
      {
        text: 'Add something that is still to be done',
        href: urls.ofCase(p, caseId, 'outstanding'),
        what: 'With who does it, and by when',
      },
    ],
    [
      waivable(view).some((key) => may({ kind: 'waive', key, words: rehearsed })),
      {
        text: 'Say that something is not needed',
        href: urls.ofCase(p, caseId, 'waivers'),
        what: 'With your reason, on record',
        aside: true,
      },
    ],
    [
      !open && may({ kind: 'reopen', words: rehearsed }),
      { text: 'Open this again', href: urls.ofCase(p, caseId, 'reopening'), what: 'You will be asked why' },
    ],
    [
      !open && may({ kind: 'dissent', words: rehearsed }),
      {
        text: 'Record that you disagree with the decision',
        href: urls.ofCase(p, caseId, 'dissent'),
        what: 'The decision stands. Your words stand beside it',
      },
    ],
    [
      !open && may({ kind: 'debrief', words: rehearsed }),
      {
        text: 'Record a debrief',
        href: urls.ofCase(p, caseId, 'debrief'),
        what: 'Talking it over afterwards. Only your agency reads it',
      },
    ],
    [
      !open && may({ kind: 'learn', words: rehearsed }),
      {
        text: 'Record something to learn from this',
        href: urls.ofCase(p, caseId, 'learning'),
        what: 'For everybody’s next time',
      },
    ],
    [
      !open && !c.closed && may({ kind: 'close', words: rehearsed }),
      {
        text: 'Close this case',
        href: urls.ofCase(p, caseId, 'closure'),
        what: 'What is undone is listed in the record',
      },
    ],
  ]
  return [...mayDuties(p, view), ...actsOnOpen(p, view, may), ...acts.flatMap(([ok, link]) => (ok ? [link] : []))]
}

const rehearsed = 'rehearsed'

function ways(view: CaseView): string {
  const stage = stageOf(view.world.policy, currentVisit(view.c).stage)
  const words = stage ? contactPhrase(stage.contact) : ''
  return words === '' ? 'By phone, face to face, or however you talked' : capital(words)
}

function riskWhat(view: CaseView): string {
  const urgent = view.world.policy.moves.find((m) => m.to.some((t) => t.type === 'any stage') && m.if !== undefined)
  if (!urgent) return 'Both sides see it at once'
  return `If it is immediate, any stage may start at once${urgent.cites.length > 0 ? ` (${urgent.cites.join(', ')})` : ''}`
}

/** Somebody who could be asked, for the rehearsal only. */
const someoneElse = (view: CaseView): string =>
  view.world.directory.posts.find(
    (post) =>
      post.person !== view.reader &&
      !view.c.agencies.some((a) => a.agency === post.agency && a.agency !== view.part.agency) &&
      !view.c.supporters.some((s) => s.person === post.person),
  )?.person ?? view.reader

const aColleague = (view: CaseView): string =>
  view.world.directory.posts.find(
    (post) =>
      post.agency === view.part.agency &&
      post.person !== view.reader &&
      !view.c.raisers.some((r) => r.person === post.person),
  )?.person ?? ''

const anotherAgency = (view: CaseView): string =>
  Object.values(view.world.directory.agencies).find(
    (a) => a.kind !== 'board' && !view.c.agencies.some((b) => b.agency === a.id),
  )?.id ?? ''
