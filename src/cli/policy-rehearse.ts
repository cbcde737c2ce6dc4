import type { Command } from 'commander'
import { bankHolidays } from '../app/bank-holidays.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { rehearse } from '../domain/policy/rehearse.ts'
import { rehearseScript } from '../domain/policy/rehearse-script.ts'
import { factsOf } from './facts.ts'
import { momentOf } from './moments.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { readScript } from './rehearsal-script.ts'
import { rehearsalText, scriptText } from './rehearsal-text.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly raised?: string
  readonly script?: string
  readonly facts?: string
  readonly json?: boolean
}

export function addPolicyRehearse(policy: Command, done: Done): void {
  policy
    .command('rehearse <file>')
    .description(
      'An invented case that takes the slowest lawful way to the top: its stages, its duties and their dates.',
    )
    .option('--raised <time>', 'when it is raised, in London: 2026-12-21T10:00')
    .option('--facts <answers>', 'answers to the questions of the policy: on-plan=yes,reason=plan')
    .option(
      '--script <file>',
      'what is done when, instead of the slowest way: a YAML file with raised, facts and steps',
    )
    .option(...jsonOption)
    .action((file: string, options: Options) => tell(rehearseFile(file, options), options, done))
}

function rehearseFile(file: string, options: Options): Outcome {
  const policy = policyOf(file)
  if (options.script !== undefined) return rehearseFromScript(policy, options.script)
  if (options.raised === undefined)
    throw new UsageError('Say when it is raised: --raised 2026-12-21T10:00. Or give a script: --script file.yaml')
  const rehearsed = rehearse(policy, {
    raisedAt: momentOf(options.raised).epochMilliseconds,
    facts: factsOf(policy, options.facts ?? ''),
    holidays: bankHolidays(policy.nation),
  })
  if (!rehearsed.ok) return { ok: false, json: { ok: false, why: rehearsed.why }, text: rehearsed.why }
  return { ok: true, json: rehearsed.value, text: rehearsalText(rehearsed.value) }
}

function rehearseFromScript(policy: Policy, path: string): Outcome {
  const rehearsed = rehearseScript(policy, { ...readScript(path, policy), holidays: bankHolidays(policy.nation) })
  if (!rehearsed.ok) return { ok: false, json: { ok: false, why: rehearsed.why }, text: rehearsed.why }
  const { value } = rehearsed
  return { ok: value.steps.every((step) => step.ok), json: value, text: scriptText(value) }
}
