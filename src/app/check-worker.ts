/** The thread of `check-apart.ts`: one text after another. */
import { parentPort } from 'node:worker_threads'
import { check } from '../domain/policy/check.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import { bankHolidays } from './bank-holidays.ts'
import type { CheckInput } from './check-apart.ts'
import { libraryIn } from './library-in.ts'
import type { TextRead } from './policy-life.ts'

parentPort?.on('message', (input: CheckInput) => {
  try {
    parentPort?.postMessage({ read: readAndCheck(input) }, [])
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }, [])
  }
})

function readAndCheck({ text, library: texts, directory, today }: CheckInput): TextRead {
  const library = libraryIn(texts)
  const read = parsePolicy(text, library)
  if (!read.ok) return { ok: false, problems: read.problems }
  const holidays = bankHolidays(read.policy.nation)
  return { ok: true, policy: read.policy, checked: check(read.policy, { holidays, directory, today, library }) }
}
