import type { FactKind, Id, Role } from './policy.ts'

/** Everything a phrase can name, gathered before any phrase is read. */
export interface Names {
  readonly roles: ReadonlyMap<Id, { readonly at: Role['at']; readonly or: readonly string[] }>
  readonly facts: ReadonlyMap<Id, FactName>
  readonly stages: ReadonlySet<Id>
  /** Duty id to the stage it stands in; nothing for the policy's own. */
  readonly duties: ReadonlyMap<Id, Id | undefined>
  readonly moves: ReadonlySet<Id>
}

export interface FactName {
  readonly type: FactKind['type']
  /** Answers that can be chosen; empty for other kinds. */
  readonly answers: readonly Id[]
}

export const builtInRoles = ['raiser', 'party', 'decider', 'supporter', 'everyone'] as const
export const sides = ['raising', 'responding', 'each', 'any', 'own'] as const
export const ends = ['agreed', 'decided', 'recorded', 'withdrawn', 'handed over'] as const

/** Words with a meaning of their own in phrases, which would be misread if they were ids as well. */
export const languageWords: ReadonlySet<string> = new Set([
  ...sides,
  ...builtInRoles,
  'agreed',
  'decided',
  'recorded',
  'withdrawn',
  'handed',
  'over',
  'handed-over',
  'raised',
  'joined',
  'entered',
  'left',
  'late',
  'due',
  'done',
  'ended',
  'closed',
  'next',
  'same',
  'every',
  'after',
  'of',
  'if',
  'or',
  'and',
  'not',
  'is',
  'to',
  'as',
  'action',
  'immediately',
  'yes',
  'no',
  'true',
  'false',
  'null',
])
