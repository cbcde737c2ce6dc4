import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { plural } from '../domain/calendar/length.ts'
import type { Choice, OriginOf, Strictest } from '../domain/policy/strictest/strict.ts'
import { strictest } from '../domain/policy/strictest/strictest.ts'
import { wrapped } from './columns.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { UsageError } from './usage-error.ts'

interface Options {
  readonly yaml?: boolean
  readonly out?: string
  readonly json?: boolean
}

export function addPolicyStrictest(policy: Command, done: Done): void {
  policy
    .command('strictest <a> <b>')
    .description(
      'Which rules hold when two areas are concerned: one policy that asks whatever either asks, and where it comes from.',
    )
    .option('--yaml', 'print the joined policy as a file, and nothing else')
    .option('--out <file>', 'write the joined policy to a file')
    .option(...jsonOption)
    .action((a: string, b: string, options: Options) => tell(strictestOf(a, b, options), options, done))
}

function strictestOf(a: string, b: string, options: Options): Outcome {
  const made = strictest(policyOf(a), policyOf(b))
  if (!made.ok) {
    const lines = made.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    return { ok: false, json: made, text: ['The two cannot be joined:', ...lines].join('\n') }
  }
  if (options.out !== undefined) keep(options.out, made.text)
  return { ok: true, json: made, text: options.yaml ? made.text : textOf(made, options.out) }
}

function keep(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

const page = 98

function textOf(made: Strictest, out: string | undefined): string {
  const { a, b, policy, choices, conflicts, origins } = made
  return [
    policy.title,
    '',
    `a  ${a.title} (version ${a.version})`,
    `b  ${b.title} (version ${b.version})`,
    '',
    ...part('CHOSEN, AND WHY', choices.map(choiceText)),
    ...part(
      'NEITHER IS STRICTER',
      conflicts.map((one) => `${choiceText(one)} ${one.chosen}`),
    ),
    ...part(
      'WHERE EACH STAGE, LIMIT, DUTY AND MOVE COMES FROM',
      origins.filter(({ what }) => what !== 'role' && what !== 'fact').map((one) => originText(one, made)),
    ),
    out === undefined ? 'The policy itself: --yaml prints it, --out <file> keeps it.' : `${out} is written.`,
  ].join('\n')
}

const choiceText = ({ about, says }: Choice): string => `${about}: ${says}`

function part(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const items = lines.flatMap((text) => wrapped(text, page - 2).map((line, i) => `${i === 0 ? '- ' : '  '}${line}`))
  return [`${title} (${plural(lines.length, 'line')})`, ...items, '']
}

function originText({ what, words, from, cites }: OriginOf, { names }: Strictest): string {
  const whose = from === 'both' ? 'both' : names[from]
  const clauses = cites.length === 0 ? '' : ` (${cites.join(', ')})`
  return what === 'stage' ? `${words.toUpperCase()}: ${whose}` : `${words}: ${whose}${clauses}`
}
