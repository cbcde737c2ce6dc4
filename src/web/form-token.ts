import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The token in every form. It is worked out from a secret that only this browser's cookie holds, so another site cannot
 * know it, it dies with the session, and it still fits after a restart: no typed page is lost to one.
 */
export function formToken(secret: string): string {
  return createHmac('sha256', secret).update('concordat form 1').digest('base64url')
}

export function fits(given: string, secret: string | undefined): boolean {
  if (secret === undefined || given === '') return false
  const [a, b] = [Buffer.from(given), Buffer.from(formToken(secret))]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** 256 random bits, for the cookie of somebody who is not signed in and for a submission. */
export const randomKey = (): string => randomBytes(32).toString('base64url')
