import type { Command } from 'commander'
import { bankHolidays } from '../app/bank-holidays.ts'
import { rehearse } from '../domain/policy/rehearse.ts'
import { factsOf } from './facts.ts'
import { momentOf } from './moments.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { rehearsalText } from './rehearsal-text.ts'

interface Options {
  readonly raised: string
  readonly facts?: string
  readonly json?: boolean
}

export function addPolicyRehearse(policy: Command, done: Done): void {
  policy
    .command('rehearse <file>')
    .description(
      'An invented case that takes the slowest lawful way to the top: its stages, its duties and their dates.',
    )
    .requiredOption('--raised <time>', 'when it is raised, in London: 2026-12-21T10:00')
    .option('--facts <answers>', 'answers to the questions of the policy: on-plan=yes,reason=plan')
    .option(...jsonOption)
    .action((file: string, options: Options) => tell(rehearseFile(file, options), options, done))
}

function rehearseFile(file: string, options: Options): Outcome {
  const policy = policyOf(file)
  const rehearsed = rehearse(policy, {
    raisedAt: momentOf(options.raised).epochMilliseconds,
    facts: factsOf(policy, options.facts ?? ''),
    holidays: bankHolidays(policy.nation),
  })
  if (!rehearsed.ok) return { ok: false, json: { ok: false, why: rehearsed.why }, text: rehearsed.why }
  return { ok: true, json: rehearsed.value, text: rehearsalText(rehearsed.value) }
}
