import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { policySchema } from '../domain/policy/schema.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'

interface Options {
  readonly check?: boolean
  readonly write?: boolean
  readonly json?: boolean
}

const name = 'policies/policy.schema.json'
const file = new URL(`../../${name}`, import.meta.url)

export function addPolicySchema(policy: Command, done: Done): void {
  policy
    .command('schema')
    .description('The JSON Schema of a policy file, for editors.')
    .option('--write', `write it to ${name}`)
    .option('--check', `only say whether ${name} is what this command would write`)
    .option(...jsonOption)
    .action((options: Options) => tell(schema(options), options, done))
}

function schema(options: Options): Outcome {
  const text = `${JSON.stringify(policySchema(), null, 2)}\n`
  if (options.check) {
    const ok = existsSync(file) && readFileSync(file, 'utf8') === text
    const stale = `${name} is not what the program would write. Run: npx concordat policy schema --write`
    return { ok, json: { ok }, text: ok ? `${name} is up to date.` : stale }
  }
  if (options.write) {
    writeFileSync(file, text)
    return { ok: true, json: { ok: true }, text: `${name} is written.` }
  }
  return { ok: true, json: policySchema(), text }
}
