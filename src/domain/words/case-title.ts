/** What a case is called in the body of a page; never in a title, an address or an email. */
import type { Case } from '../case/case.ts'
import type { Policy } from '../policy/policy.ts'
import { questionTurned } from './case-flags.ts'

/** "Leila R, aged 3: plan not changed after new information". */
export function caseTitle(c: Pick<Case, 'subject' | 'title'>): string {
  const { name, age } = c.subject
  const who = [name, age && name ? agedWords(age) : ''].filter((x) => x !== '').join(', ')
  return who === '' ? capital(c.title) : `${who}: ${c.title}`
}

/** "aged 3", "aged 4 months": whatever was typed. */
const agedWords = (age: string): string => (/^aged/i.test(age) ? age : `aged ${age}`)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What must be known about the child, from answers of yes: "On a protection plan". */
export function caseFlags(c: Case, policy: Policy): readonly string[] {
  return Object.values(policy.facts)
    .filter(
      (f) =>
        f.kind.type === 'yes-no' &&
        f.origin !== 'ours' &&
        f.derived !== true &&
        c.answers[f.id]?.at(-1)?.answer === true,
    )
    .flatMap((f) => questionTurned(f.ask) ?? [])
}
