/** Somebody else wrote first: the case has moved on from the version that was decided upon. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict'
  readonly caseId: string
  readonly expected: number
  constructor(caseId: string, expected: number) {
    super('Somebody else added to this case first.')
    this.caseId = caseId
    this.expected = expected
  }
}

/** The connection broke while the database was told to keep a change, and nothing says whether it did. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
}

/** The store will not start; the message says why and what to do. */
export class StoreRefuses extends Error {
  override readonly name = 'StoreRefuses'
}

/** A sealed value does not open where it stands: it was changed, or moved from elsewhere, or its key is not here. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}
