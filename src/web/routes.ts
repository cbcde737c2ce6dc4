import type { App } from '../app/app.ts'
import type { Route, Screen } from './screen.ts'
import { advice, referrals } from './screens/act-advice.ts'
import { breaches } from './screens/act-breach.ts'
import { dates } from './screens/act-date.ts'
import { papers } from './screens/act-paper.ts'
import { doings, records } from './screens/act-record.ts'
import { replies, weighings } from './screens/act-reply.ts'
import { discussions, meetings } from './screens/act-talk.ts'
import { arrangement, arrangementCheck } from './screens/arrangement.ts'
import { asTheySeeIt } from './screens/as-they-see-it.ts'
import { calculator } from './screens/calculator.ts'
import { caseScreen } from './screens/case.ts'
import { cases } from './screens/cases.ts'
import { closure } from './screens/close.ts'
import { corrections } from './screens/correction.ts'
import { danger } from './screens/danger.ts'
import { debrief, learning } from './screens/debrief.ts'
import { directory } from './screens/directory.ts'
import { dissent } from './screens/dissent.ts'
import { drafts } from './screens/draft.ts'
import { gates } from './screens/gate.ts'
import { health } from './screens/health.ts'
import { help } from './screens/help.ts'
import { hidden } from './screens/hidden.ts'
import { home } from './screens/home.ts'
import { agencies, raisers } from './screens/join.ts'
import { move } from './screens/move.ts'
import { information, notes } from './screens/note.ts'
import { notices } from './screens/notice.ts'
import { outcome } from './screens/outcome.ts'
import { decision } from './screens/outcome-decision.ts'
import { outcomeRefusal, outcomeSignature, outcomeWords } from './screens/outcome-sign.ts'
import { outstanding, outstandingDone } from './screens/outstanding.ts'
import { panel } from './screens/panel.ts'
import { panelConflict } from './screens/panel-conflict.ts'
import { permissions } from './screens/permission.ts'
import { policies } from './screens/policies.ts'
import { policy } from './screens/policy.ts'
import { policyAdopt } from './screens/policy-adopt.ts'
import { policyCompare } from './screens/policy-compare.ts'
import { policyDraft } from './screens/policy-draft.ts'
import { policyDrafts } from './screens/policy-drafts.ts'
import { policyForm } from './screens/policy-form.ts'
import { policyHistory } from './screens/policy-history.ts'
import { policyReplay } from './screens/policy-replay.ts'
import { policyReview } from './screens/policy-review.ts'
import { policyStrictest } from './screens/policy-strictest.ts'
import { protectiveDate } from './screens/protective-date.ts'
import { questions } from './screens/question.ts'
import { raise } from './screens/raise.ts'
import { register } from './screens/register.ts'
import { registerReport } from './screens/register-report.ts'
import { rehearsalDesk } from './screens/rehearsal-desk.ts'
import { rehearsals } from './screens/rehearsals.ts'
import { reopening } from './screens/reopen.ts'
import { risk } from './screens/risk.ts'
import { notShared, shares } from './screens/share.ts'
import { signIn } from './screens/sign-in.ts'
import { supporters } from './screens/supporter.ts'
import { versionChange } from './screens/version-change.ts'
import { waivers } from './screens/waive.ts'
import { welcome } from './screens/welcome.ts'

const open: readonly Screen[] = [danger, hidden, health, welcome, help, signIn, calculator]
const reading: readonly Screen[] = [
  home,
  cases,
  caseScreen,
  asTheySeeIt,
  register,
  registerReport,
  policies,
  policy,
  policyCompare,
  policyStrictest,
  policyHistory,
  policyDrafts,
  policyDraft,
  policyForm,
  directory,
  raise,
  drafts,
]
/** What can be done in a case, each a page of its own. */
const writing: readonly Screen[] = [
  advice,
  referrals,
  breaches,
  dates,
  papers,
  records,
  doings,
  replies,
  weighings,
  discussions,
  meetings,
  arrangement,
  arrangementCheck,
  closure,
  corrections,
  debrief,
  learning,
  dissent,
  gates,
  agencies,
  raisers,
  move,
  notes,
  information,
  notices,
  decision,
  outcomeWords,
  outcomeSignature,
  outcomeRefusal,
  outcome,
  outstanding,
  outstandingDone,
  panelConflict,
  panel,
  permissions,
  policyAdopt,
  policyReplay,
  policyReview,
  rehearsals,
  rehearsalDesk,
  protectiveDate,
  questions,
  reopening,
  risk,
  shares,
  notShared,
  supporters,
  versionChange,
  waivers,
]

/** The route table: every address of the server but its assets. A new screen is one import and one name above. */
export const routes = (): readonly Route[] => [...open, ...reading, ...writing].flat()

/** Those that this installation has. Throws when two screens claim one address. */
export function routesOf(app: App, all: readonly Route[]): readonly Route[] {
  const claimed = new Set<string>()
  const here = all.filter((route) => route.exists?.(app) ?? true)
  for (const { method, url } of here) {
    const address = `${method} ${url.replace(/(?<=.)\/$/, '')}`
    if (claimed.has(address)) throw new Error(`Two screens answer ${address}`)
    claimed.add(address)
  }
  return here
}
