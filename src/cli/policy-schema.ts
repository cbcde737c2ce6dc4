import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { policySchema } from '../domain/policy/schema.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'

export function addPolicySchema(policy: Command, done: Done): void {
  policy
    .command('schema')
    .description('The JSON Schema of a policy file, for editors.')
    .option('--check', 'only say whether policies/policy.schema.json is what this command would print')
    .option(...jsonOption)
    .action((options: { readonly check?: boolean; readonly json?: boolean }) => tell(schema(options), options, done))
}

function schema(options: { readonly check?: boolean }): Outcome {
  const text = `${JSON.stringify(policySchema(), null, 2)}\n`
  if (!options.check) return { ok: true, json: policySchema(), text }
  const ok = kept() === text
  const words = ok
    ? 'policies/policy.schema.json is up to date.'
    : 'policies/policy.schema.json is not what the program would write. Run `concordat policy schema > policies/policy.schema.json`.'
  return { ok, json: { ok }, text: words }
}

function kept(): string | undefined {
  const file = new URL('../../policies/policy.schema.json', import.meta.url)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
