import type { Screen } from '../screen.ts'
import { advice, referrals } from './act-advice.ts'
import { breaches } from './act-breach.ts'
import { dates } from './act-date.ts'
import { papers } from './act-paper.ts'
import { doings, records } from './act-record.ts'
import { replies, weighings } from './act-reply.ts'
import { discussions, meetings } from './act-talk.ts'
import { arrangement, arrangementCheck } from './arrangement.ts'
import { closure } from './close.ts'
import { corrections } from './correction.ts'
import { debrief, learning } from './debrief.ts'
import { dissent } from './dissent.ts'
import { drafts } from './draft.ts'
import { gates } from './gate.ts'
import { agencies, raisers } from './join.ts'
import { move } from './move.ts'
import { information, notes } from './note.ts'
import { notices } from './notice.ts'
import { outcome } from './outcome.ts'
import { decision } from './outcome-decision.ts'
import { outcomeRefusal, outcomeSignature, outcomeWords } from './outcome-sign.ts'
import { outstanding, outstandingDone } from './outstanding.ts'
import { panel } from './panel.ts'
import { panelConflict } from './panel-conflict.ts'
import { permissions } from './permission.ts'
import { protectiveDate } from './protective-date.ts'
import { questions } from './question.ts'
import { raise } from './raise.ts'
import { reopening } from './reopen.ts'
import { risk } from './risk.ts'
import { notShared, shares } from './share.ts'
import { supporters } from './supporter.ts'
import { waivers } from './waive.ts'

/** Every page on which something is written: raising, moves, and acts of a case. */
export const writingPages: Screen = [
  ...[raise, drafts],
  ...[move, gates, questions],
  ...[discussions, meetings, replies, weighings, notices, papers, records, doings, advice, referrals, breaches, dates],
  ...[risk, arrangement, arrangementCheck, protectiveDate, waivers],
  ...[notes, information, shares, notShared, permissions, supporters, agencies, raisers, corrections],
  ...[outcome, outcomeWords, outcomeSignature, outcomeRefusal, decision, dissent, outstanding, outstandingDone, debrief, learning],
  ...[panel, panelConflict, closure, reopening],
].flat()
