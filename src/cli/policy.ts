import type { Command } from 'commander'
import type { Done } from './outcome.ts'
import { addPolicyCheck } from './policy-check.ts'
import { addPolicyCompare } from './policy-compare.ts'
import { addPolicyExplain } from './policy-explain.ts'
import { addPolicyFlowchart } from './policy-flowchart.ts'
import { addPolicyRehearse } from './policy-rehearse.ts'
import { addPolicyReplay } from './policy-replay.ts'
import { addPolicySchema } from './policy-schema.ts'
import { addPolicyStrictest } from './policy-strictest.ts'

export function addPolicy(program: Command, done: Done): void {
  const policy = program.command('policy').description('Checks, rehearses and explains policy files.')
  for (const add of [
    addPolicyCheck,
    addPolicyRehearse,
    addPolicyExplain,
    addPolicyFlowchart,
    addPolicyCompare,
    addPolicyStrictest,
    addPolicyReplay,
    addPolicySchema,
  ])
    add(policy, done)
}
