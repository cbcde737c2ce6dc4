import type { Command } from 'commander'
import { explain } from '../domain/policy/explain.ts'
import { explainMarkdown } from '../domain/policy/explain-markdown.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'

interface Options {
  readonly markdown?: boolean
  readonly json?: boolean
}

export function addPolicyExplain(policy: Command, done: Done): void {
  policy
    .command('explain <file>')
    .description('Says a policy in plain words, stage by stage.')
    .option('--markdown', 'as Markdown, the form kept in docs/policies')
    .option(...jsonOption)
    .action((file: string, options: Options) => tell(explainFile(file, options), options, done))
}

function explainFile(file: string, options: Options): Outcome {
  const explained = explain(policyOf(file))
  const markdown = explainMarkdown(explained)
  return { ok: true, json: explained, text: options.markdown ? markdown : plain(markdown) }
}

/** Markdown is plain enough for a terminal once its marks are gone. */
function plain(markdown: string): string {
  return markdown
    .replace(/^#+ (.*)$/gm, (_, title: string) => title)
    .replace(/\*\*?([^*\n]+)\*\*?/g, (_, words: string) => words)
}
