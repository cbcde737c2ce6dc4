/** The thread of `check-apart.ts`: one text after another. */
import { parentPort } from 'node:worker_threads'
import { check } from '../domain/policy/check.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import { bankHolidays } from './bank-holidays.ts'
import type { CheckInput } from './check-apart.ts'
import { libraryIn } from './library-in.ts'

parentPort?.on('message', ({ id, input }: { readonly id: number; readonly input: CheckInput }) => {
  try {
    const library = libraryIn(input.library)
    const read = parsePolicy(input.text, library)
    if (!read.ok) throw new Error('A text that cannot be read was to be checked.')
    const { directory, today } = input
    const holidays = bankHolidays(read.policy.nation)
    parentPort?.postMessage({ id, checked: check(read.policy, { holidays, directory, today, library }) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
