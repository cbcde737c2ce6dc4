import type { DeadlineRow } from '../domain/case/projection-rows.ts'
import type { At, Directory } from '../domain/people/directory.ts'
import { type AuditLine, audit, type Reading, reads } from './audit.ts'
import { type Calendars, calendars } from './calendars.ts'
import type { Db } from './db.ts'
import { type CaseDeadline, type DueDeadline, deadlinesOf, dueBefore, myDeadlines } from './deadlines.ts'
import { directory, personIdByEmail, saveDirectory } from './directory.ts'
import { type Drafts, drafts } from './drafts.ts'
import { type Append, append } from './entries/append.ts'
import { type EntryHash, type LoadedCase, loadCase, loadCases, visible } from './entries/load.ts'
import { dutyReference } from './entries/references.ts'
import { type Outbox, outbox } from './outbox.ts'
import { type Policies, policies } from './policies.ts'
import { type PolicyDrafts, policyDrafts } from './policy-drafts.ts'
import { type PolicyReviews, policyReviews } from './policy-reviews.ts'
import {
  caseIdOf,
  type MyCase,
  myCaseIds,
  myCases,
  type RegisterFilter,
  type RegisterKey,
  type RegisterLine,
  register,
} from './register.ts'
import { type RegisterAsked, type RegisterFound, registerPage } from './register-page.ts'
import { type Rehearsals, rehearsals } from './rehearsals.ts'
import { type Sessions, sessions } from './sessions.ts'
import { type Submissions, submissions } from './submissions.ts'

/** Everything that can be asked of the store, inside one transaction and as one principal. */
export interface Tx {
  /** The moment row security goes by. */
  readonly at: At
  loadCase(caseId: string, options?: { readonly lock?: boolean }): Promise<LoadedCase | undefined>
  /** Several at once; those without a part are left out. */
  loadCases(caseIds: readonly string[]): Promise<ReadonlyMap<string, LoadedCase>>
  visible(caseId: string): Promise<ReadonlySet<number>>
  append(it: Append): Promise<readonly EntryHash[]>
  /** How readers are told of a duty instance of a case: nothing in it can be counted. */
  dutyReference(caseId: string, key: string): string
  audit(...lines: readonly AuditLine[]): Promise<void>
  reads(caseId: string): Promise<readonly Reading[]>
  register(
    filter: RegisterFilter,
    page: { readonly after?: RegisterKey; readonly limit: number },
  ): Promise<readonly RegisterLine[]>
  registerPage(asked: RegisterAsked): Promise<RegisterFound>
  /** The cases in which the person asking has a part now. */
  myCaseIds(): Promise<ReadonlySet<string>>
  myCases(): Promise<readonly MyCase[]>
  caseIdOf(number: string): Promise<string | undefined>
  myDeadlines(): Promise<readonly CaseDeadline[]>
  deadlinesOf(caseId: string): Promise<readonly DeadlineRow[]>
  dueBefore(at: At, limit: number, lease?: number): Promise<readonly DueDeadline[]>
  directory(): Promise<Directory>
  saveDirectory(directory: Directory, name?: string): Promise<void>
  personIdByEmail(email: string): Promise<string | undefined>
  readonly drafts: Drafts
  readonly submission: Submissions
  readonly sessions: Sessions
  readonly policies: Policies
  readonly policyDrafts: PolicyDrafts
  readonly policyReviews: PolicyReviews
  readonly rehearsals: Rehearsals
  readonly calendars: Calendars
  readonly outbox: Outbox
}

export function txOf(db: Db): Tx {
  return {
    at: db.at,
    loadCase: (caseId, options) => loadCase(db, caseId, options),
    loadCases: (caseIds) => loadCases(db, caseIds),
    visible: (caseId) => visible(db, caseId),
    append: (it) => append(db, it),
    dutyReference: (caseId, key) => dutyReference(db.keys.lookup, db.principal.partnership, caseId, key),
    audit: (...lines) => audit(db, lines),
    reads: (caseId) => reads(db, caseId),
    register: (filter, page) => register(db, filter, page),
    registerPage: (asked) => registerPage(db, asked),
    myCaseIds: () => myCaseIds(db),
    myCases: () => myCases(db),
    caseIdOf: (number) => caseIdOf(db, number),
    myDeadlines: () => myDeadlines(db),
    deadlinesOf: (caseId) => deadlinesOf(db, caseId),
    dueBefore: (at, limit, lease) => dueBefore(db, at, limit, lease),
    directory: () => directory(db),
    saveDirectory: (it, name) => saveDirectory(db, it, name),
    personIdByEmail: (email) => personIdByEmail(db, email),
    drafts: drafts(db),
    submission: submissions(db),
    sessions: sessions(db),
    policies: policies(db),
    policyDrafts: policyDrafts(db),
    policyReviews: policyReviews(db),
    rehearsals: rehearsals(db),
    calendars: calendars(db),
    outbox: outbox(db),
  }
}
