/**
 * The application as the edges see it: every write goes through `run`, every read through `access`.
 * Made once at start by `openApp`. Source: house.md.
 */
import type { Case } from '../domain/case/case.ts'
import type { Command } from '../domain/case/command.ts'
import type { DutyInstance } from '../domain/case/duty-instance.ts'
import type { Answer, Entry, InstanceKey, Side } from '../domain/case/entry.ts'
import type { Offer } from '../domain/case/moves.ts'
import type { Part } from '../domain/case/parts.ts'
import type { RegisterRow } from '../domain/case/projection-rows.ts'
import type { Refusal } from '../domain/case/refusal.ts'
import type { World } from '../domain/case/world.ts'
import type { AgencyId, At, Directory, PersonId, Post } from '../domain/people/directory.ts'
import type { Id, Policy } from '../domain/policy/policy.ts'
import type { Clock } from './clock.ts'
import type { Adoption, PolicyLife, PostThatKeeps } from './policy-life.ts'
import type { ReportDue } from './register-report.ts'
import type { Rehearsals, Rehearsing } from './rehearsals.ts'
import type { VersionAsked, VersionView } from './version-view.ts'

/** Who is asking: always known, never assumed. Made only by `sessions`. */
export interface Viewer {
  readonly partnership: string
  readonly person: PersonId
  readonly name: string
  /** The posts held now, the first being the one shown in the header. */
  readonly posts: readonly Post[]
  readonly agency: AgencyId
  readonly agencyName: string
  /** Keeps the register of some policy, or chairs: has the Board's menu. */
  readonly board: boolean
  /** Posts held now that keep policies: drafts and adopts them. */
  readonly keeps: readonly PostThatKeeps[]
  readonly session: string
}

export interface Asking {
  readonly viewer: Viewer
  /** The route as registered, for the audit: "GET /:partnership/cases/:case". */
  readonly route: string
  readonly request: string
}

export interface App {
  readonly clock: Clock
  /** The sample place: one-click sign-in and a clock that can be set. Absent in a real one. */
  readonly sample?: Sample
  readonly sessions: Sessions
  readonly run: Run
  readonly access: Access
  readonly policies: Policies
  /** Drafts, adoption and review of policies. */
  readonly policyLife: PolicyLife
  /** Absent inside a rehearsal. */
  readonly rehearsals?: Rehearsals
  /** What is rehearsed, where this is the application inside a rehearsal. */
  readonly rehearsing?: Rehearsing
  /** The partnerships kept here. */
  partnerships(): Promise<readonly string[]>
  /** True when the database answers. */
  healthy(): Promise<boolean>
  close(): Promise<void>
}

export interface Sample {
  readonly partnership: string
  /** Who can be signed in as, with what they come for. */
  readonly cast: readonly {
    readonly person: PersonId
    readonly name: string
    readonly post: string
    readonly agency: string
    readonly comesFor: string
  }[]
  setClock(at: At): Promise<void>
}

export interface Sessions {
  /** A new session for a person: 256 random bits, kept hashed. Only a sign-in route calls it. */
  begin(partnership: string, person: PersonId): Promise<string>
  find(token: string): Promise<Viewer | undefined>
  end(token: string): Promise<void>
}

export interface Run {
  /**
   * Gives one command. `submission` makes it happen once: the same key and body again answer what was answered.
   * `expected` is the version the page showed; absent = whatever is newest.
   */
  (
    asking: Asking,
    given: {
      readonly caseId: string
      readonly command: Command
      readonly submission: string
      readonly expected?: number
    },
  ): Promise<RunResult>
  raise(
    asking: Asking,
    given: { readonly policy: Id; readonly command: RaiseInput; readonly submission: string; readonly draft?: string },
  ): Promise<RunResult>
  /** Writes what happens by itself in every case whose time has come; says how many cases it wrote in. */
  tick(partnership: string): Promise<number>
}

export type RaiseInput = Omit<Extract<Command, { kind: 'raise' }>, 'number'>

export type RunResult =
  | {
      readonly ok: true
      readonly caseId: string
      readonly version: number
      readonly entries: readonly Entry[]
      /** What this viewer calls those of them that they may read. */
      readonly references: readonly string[]
      readonly again: boolean
    }
  | { readonly ok: false; readonly why: 'refused'; readonly refusal: Refusal; readonly policy?: Policy }
  /** Somebody else wrote first; `since` are the entries this viewer may read that are new. Nothing was written. */
  | { readonly ok: false; readonly why: 'changed'; readonly since: readonly Entry[]; readonly version: number }
  /** The same submission key with another body. */
  | { readonly ok: false; readonly why: 'key reused' }
  /** No such case for this viewer: missing and forbidden look the same. */
  | { readonly ok: false; readonly why: 'not found' }

/**
 * How pages, addresses and the API name what one reader may know of. Numbers of the record stay inside: a gap between two would tell of what is hidden.
 * Source: trust.md requirement 7.
 */
export interface Refs {
  /** By seq. */
  readonly entries: ReadonlyMap<number, string>
  readonly duties: ReadonlyMap<InstanceKey, string>
}

/** Everything a case page needs, already cut to what the reader may see. */
export interface CaseView {
  readonly caseId: string
  readonly world: World
  readonly c: Case
  readonly at: At
  readonly reader: PersonId
  readonly part: Part
  /** Entries this reader may read, oldest first. */
  readonly entries: readonly Entry[]
  readonly duties: readonly DutyInstance[]
  readonly offers: readonly Offer[]
  readonly parts: readonly Part[]
  /** Who read which entries first when; of people this reader may know have a part. */
  readonly reads: readonly { readonly person: PersonId; readonly seq: number; readonly at: At }[]
  readonly refs: Refs
}

export interface HomeDuty {
  readonly caseId: string
  readonly refs: Refs
  readonly number: string
  readonly title: string
  readonly childName: string
  readonly stageTitle: string
  readonly policy: Policy
  readonly c: Case
  readonly world: World
  readonly instance: DutyInstance
}

export interface Home {
  /** Live must and should duties this person may do, soonest first. */
  readonly mine: readonly HomeDuty[]
  /** Live duties that others owe in this person's cases. */
  readonly owed: readonly HomeDuty[]
  readonly drafts: readonly Draft[]
  readonly cases: readonly CaseLine[]
}

export interface CaseLine {
  readonly caseId: string
  readonly row: RegisterRow
  readonly title: string
  readonly childName: string
  readonly side: Side
}

/** A private draft: only its author reads it. */
export interface Draft {
  readonly id: string
  readonly kind: 'raise' | 'form'
  readonly saved: At
  readonly fields: Readonly<Record<string, Answer>>
}

export interface RegisterQuery {
  readonly status?: 'open' | 'ended' | 'closed'
  readonly stage?: string
  readonly agency?: AgencyId
  readonly reason?: string
  readonly sort?: 'due' | 'number' | 'stage'
  /** The page after this case, or before it. */
  readonly after?: string
  readonly before?: string
  /** How many rows; 50 unless said, 1,000 at most. */
  readonly size?: number
}

export interface RegisterPage {
  readonly rows: readonly {
    readonly caseId: string
    readonly row: RegisterRow /** Only when the procedure has told this reader: may open the case. */
    readonly open: boolean
  }[]
  readonly total: number
  /** For `after` and `before`: absent on the last and the first page. */
  readonly next?: string
  readonly previous?: string
  /** Over everything open, not just this page. */
  readonly byStage: readonly {
    readonly stage: string
    readonly title: string
    readonly open: number
    readonly late: number
  }[]
  readonly silent: readonly { readonly agency: AgencyId; readonly late: number; readonly longest: At }[]
}

export interface Access {
  /** One case as this viewer reads it; every reading is on the audit in the same transaction. Nothing when missing or not theirs. */
  caseFor(asking: Asking, caseId: string, purpose: string): Promise<CaseView | undefined>
  /** The same case as somebody on another side reads it, cut to what the viewer may know too. */
  asTheySeeIt(
    asking: Asking,
    caseId: string,
  ): Promise<
    | {
        readonly own: CaseView
        readonly theirs: CaseView /** Entries of ours they cannot read. */
        readonly leftOut: readonly Entry[]
      }
    | undefined
  >
  /** What moving the case to another version of its policy would change. Nothing when missing or not theirs. */
  versionChange(asking: Asking, caseId: string, asked: VersionAsked): Promise<VersionView | undefined>
  home(asking: Asking): Promise<Home>
  /** For whoever keeps a register; nothing for others. */
  register(asking: Asking, query: RegisterQuery): Promise<RegisterPage | undefined>
  /** Registers this viewer keeps that the policy has reported every so often; none for others. */
  reportsDue(asking: Asking): Promise<readonly ReportDue[]>
  /** Records that a register was reported, and to whom; false for whoever does not keep it. */
  recordReport(asking: Asking, given: { readonly policy: Id; readonly to: string }): Promise<boolean>
  directory(asking: Asking): Promise<Directory>
  drafts: {
    save(
      asking: Asking,
      draft: { readonly id?: string; readonly kind: 'raise' | 'form'; readonly fields: Draft['fields'] },
    ): Promise<Draft>
    get(asking: Asking, id: string): Promise<Draft | undefined>
    delete(asking: Asking, id: string): Promise<void>
  }
}

export interface AdoptedPolicy {
  readonly policy: Policy
  readonly text: string
  /** How this version last came into force; absent for one that never did. */
  readonly adoption?: Adoption
  /** ISO date by which it is to be looked at again: as the last review held says, else as signed. Source: LB-5, RSG-8. */
  readonly reviewOn?: string
}

export interface Policies {
  /** Those in force; with an agency, those that a case it raises can go by. Addenda apart. */
  list(partnership: string, agency?: AgencyId): Promise<readonly AdoptedPolicy[]>
  /** Every version there was, addenda too, by id and version. */
  versions(partnership: string): Promise<readonly AdoptedPolicy[]>
  get(partnership: string, id: Id, version?: number): Promise<AdoptedPolicy | undefined>
  /** The world a new case under this policy would stand in. */
  world(partnership: string, id: Id): Promise<World | undefined>
}
