import * as urls from '../urls.ts'
import type { PartRef } from './policy-form-parts.ts'

/** The parts of a draft as a list. */
export const formUrl = (partnership: string, draft: string): string => urls.ofPolicyDraft(partnership, draft, 'form')

/** One part of a draft; without an id a new one of its kind. */
export const partUrl = (partnership: string, draft: string, { kind, id, stage }: PartRef, noun?: 'check'): string =>
  `${formUrl(partnership, draft)}/${kind}${noun === undefined ? '' : `/${noun}`}${urls.query({ id, stage })}`
