import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { flowchart, flowchartWidths } from '../domain/policy/flowchart/layout.ts'
import { flowchartSvg } from '../domain/policy/flowchart/svg.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly out?: string
  readonly narrow?: boolean
  readonly page?: string
  readonly json?: boolean
}

export function addPolicyFlowchart(policy: Command, done: Done): void {
  policy
    .command('flowchart <file>')
    .description('Draws a policy as a flowchart (SVG). Every stage links to its clause.')
    .option('--out <file.svg>', 'write the drawing there instead of printing it')
    .option('--narrow', 'for a phone: one column')
    .option('--page <address>', 'where the policy can be read: what the boxes link to', '')
    .option(jsonOption[0], 'print the boxes and arrows with their places as JSON')
    .action((file: string, options: Options) => tell(drawFile(file, options), options, done))
}

function drawFile(file: string, { out, narrow, page = '' }: Options): Outcome {
  const layout = flowchart(policyOf(file), narrow ? flowchartWidths.narrow : flowchartWidths.wide)
  const svg = `${flowchartSvg(layout, { page })}\n`
  if (out === undefined) return { ok: true, json: layout, text: svg }
  writeOut(out, svg)
  return { ok: true, json: layout, text: `${out} is written.` }
}

/** Writes what a command made. Throws a UsageError where that cannot be written. */
export function writeOut(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}
