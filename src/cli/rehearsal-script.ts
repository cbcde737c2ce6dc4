/** The script of a rehearsal as somebody writes it: when it is raised, what is answered, and what is done when. */
import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Answers } from '../domain/case/entry.ts'
import type { Policy } from '../domain/policy/policy.ts'
import type { Scripted, Step } from '../domain/policy/rehearse-script.ts'
import { factsOf } from './facts.ts'
import { momentOf } from './moments.ts'
import { UsageError } from './usage-error.ts'

const answers = z.record(z.string(), z.union([z.boolean(), z.string(), z.array(z.string())]))
const step = z.strictObject({
  at: z.string(),
  do: z.string().optional(),
  move: z.string().optional(),
  to: z.string().optional(),
  answer: answers.optional(),
})
const file = z.strictObject({
  raised: z.string(),
  facts: answers.default({}),
  steps: z.array(step).max(500).default([]),
})

/** Reads a script. Throws a UsageError with line and column where it is not one. */
export function readScript(path: string, policy: Policy): Omit<Scripted, 'holidays'> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`${path} cannot be read. Name the script's file.`)
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as object)
  const [broken] = document.errors
  if (broken) throw new UsageError(`${path}:${place(lines, broken.pos[0])} ${broken.message.split('\n')[0]}`)
  const read = file.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!read.success) {
    const [issue] = read.error.issues
    const node =
      issue && (document.getIn(issue.path.map(String), true) as { readonly range?: readonly number[] } | undefined)
    throw new UsageError(
      `${path}:${place(lines, node?.range?.[0] ?? 0)} ${issue?.path.join('.') || 'The script'}: ${issue?.message}. A script has raised, facts and steps; a step has at, and do, move (with to) or answer.`,
    )
  }
  return {
    raisedAt: momentOf(read.data.raised).epochMilliseconds,
    facts: answered(policy, read.data.facts),
    steps: read.data.steps.map((one) => stepOf(policy, one)),
  }
}

function place(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset)
  return `${line}:${col}`
}

function stepOf(policy: Policy, one: z.infer<typeof step>): Step {
  const at = momentOf(one.at).epochMilliseconds
  const given = answered(policy, one.answer ?? {})
  if (one.do !== undefined) return { at, does: { duty: one.do } }
  if (one.move !== undefined)
    return { at, does: { move: one.move, ...(one.to === undefined ? {} : { to: one.to }), facts: given } }
  return one.answer === undefined ? { at } : { at, does: { answer: given } }
}

/** In the words of the command line, so that a script and `--facts` understand the same. */
function answered(policy: Policy, given: z.infer<typeof answers>): Answers {
  return Object.assign(
    {},
    ...Object.entries(given).map(([fact, answer]) =>
      factsOf(policy, `${fact}=${typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : [answer].flat().join('+')}`),
    ),
  ) as Answers
}
