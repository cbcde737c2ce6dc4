import type { PersonId } from '../domain/people/directory.ts'

/** For whom a transaction runs. Row security, the audit and the database role follow from it. */
export type Principal =
  | {
      readonly person: PersonId
      readonly partnership: string
      /** An id of the session for the audit; never its token. */
      readonly session?: string
      readonly request?: string
      readonly route?: string
    }
  /** The program itself: automatic entries, the directory, policies, rebuilding. Signs in as concordat_engine. */
  | { readonly program: true; readonly partnership: string }
  /** The sweeper: deadlines and notices, no content. Signs in as concordat_work. */
  | { readonly work: true; readonly partnership: string }
  /** Nobody yet: public pages and signing in. Sees no case. */
  | { readonly nobody: true; readonly partnership: string }

export type LoginRole = 'concordat_app' | 'concordat_engine' | 'concordat_work' | 'concordat_auditor'

export function roleOf(principal: Principal): LoginRole {
  if ('program' in principal) return 'concordat_engine'
  if ('work' in principal) return 'concordat_work'
  return 'concordat_app'
}

/** What row security is told; empty for whoever is no person. */
export const personOf = (principal: Principal): string => ('person' in principal ? principal.person : '')
/** Who the audit and the entries name. */
export const nameOf = (principal: Principal): string => ('person' in principal ? principal.person : 'concordat')
