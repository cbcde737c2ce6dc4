import type { Command } from 'commander'
import { explain } from '../domain/policy/explain.ts'
import { explainMarkdown } from '../domain/policy/explain-markdown.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'
import { writeOut } from './policy-flowchart.ts'

interface Options {
  readonly markdown?: boolean
  readonly drawing?: string
  readonly docx?: string
  readonly json?: boolean
}

export function addPolicyExplain(policy: Command, done: Done): void {
  policy
    .command('explain <file>')
    .description('Says a policy in plain words: its flowchart as a list, stage by stage, clause by clause.')
    .option('--markdown', 'as Markdown, the form kept in docs/policies')
    .option('--drawing <address>', 'with --markdown: where the drawing of its flowchart is')
    .option('--docx <file.docx>', 'write it there as a Word document')
    .option(...jsonOption)
    .action(async (file: string, options: Options) => tell(await explainFile(file, options), options, done))
}

async function explainFile(file: string, { markdown, drawing, docx }: Options): Promise<Outcome> {
  const policy = policyOf(file)
  const explained = explain(policy)
  if (docx !== undefined) {
    // The writer of Word documents is large: whoever does not want one does not load it.
    const { policyDocument } = await import('../app/policy-document.ts')
    writeOut(docx, await policyDocument(explained, policy.version))
    return { ok: true, json: explained, text: `${docx} is written.` }
  }
  const text = explainMarkdown(explained, drawing)
  return { ok: true, json: explained, text: markdown ? text : plain(text) }
}

/** Markdown is plain enough for a terminal once its marks are gone. */
function plain(markdown: string): string {
  return markdown
    .replace(/^<a id="[^"]*"><\/a>\n/gm, '')
    .replace(/^#+ (.*)$/gm, (_, title: string) => title)
    .replace(/\*\*?([^*\n]+)\*\*?/g, (_, words: string) => words)
}
