import type { Command } from 'commander'
import { bankHolidays } from '../app/bank-holidays.ts'
import { systemClock } from '../app/clock.ts'
import { plural } from '../domain/calendar/length.ts'
import { dateAt } from '../domain/calendar/london.ts'
import { checkText, type Finding } from '../domain/policy/check.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyFile } from './policy-file.ts'

interface Options {
  readonly strict?: boolean
  readonly json?: boolean
}

interface FileChecked {
  readonly file: string
  readonly ok: boolean
  /** Different situations a case can be in, all of them walked; 0 for a file that does not read. */
  readonly states: number
  readonly findings: readonly Finding[]
}

export function addPolicyCheck(policy: Command, done: Done): void {
  policy
    .command('check <files...>')
    .description(
      'Reads policy files and walks every situation a case can get into. Errors fail; warnings and notes do not.',
    )
    .option('--strict', 'warnings fail too')
    .option(...jsonOption)
    .action((files: readonly string[], options: Options) => tell(checkFiles(files, options), options, done))
}

function checkFiles(files: readonly string[], options: Options): Outcome {
  const checked = files.map(checkFile)
  const fails = (finding: Finding) =>
    finding.level === 'error' || (options.strict === true && finding.level === 'warning')
  return {
    ok: !checked.some((one) => one.findings.some(fails)),
    json: checked,
    text: checked.map(textOf).join('\n\n'),
  }
}

function checkFile(file: string): FileChecked {
  const { text, library } = policyFile(file)
  return { file, ...checkText(text, { holidays: bankHolidays, library, today: dateAt(systemClock.now()) }) }
}

function textOf({ file, ok, states, findings }: FileChecked): string {
  const count = (level: Finding['level']) => plural(findings.filter((finding) => finding.level === level).length, level)
  const walked = states === 0 ? 'not walked' : `${plural(states, 'situation')} walked`
  const head = `${file}: ${ok ? 'no errors' : count('error')}, ${count('warning')}, ${count('note')}; ${walked}`
  return [head, ...findings.flatMap((finding) => findingLines(file, finding))].join('\n')
}

function findingLines(file: string, finding: Finding): readonly string[] {
  const where = `${file}:${finding.line}:${finding.column}`
  return [
    `  ${finding.level}  ${where}  ${finding.message}  [${finding.rule}]`,
    ...finding.story.map((line) => `         ${line}`),
  ]
}
