import type { SealedAt } from '../compartments.ts'

/** What lists call the case: what the disagreement is about, and whom it is about. Kept sealed. */
export interface CaseLabel {
  readonly title: string
  readonly subject: string
}

export const placeOfLabel = (caseId: string, owner: string): SealedAt => ({
  table: 'cases',
  column: 'label',
  row: '',
  caseId,
  owner,
})
