import type { Explained, Sentence } from './explain.ts'
import type { ExplainedStage } from './explain-stage.ts'

/** An explained policy as Markdown, ending in one line break: the files of docs/policies. */
export function explainMarkdown(explained: Explained): string {
  const flow = explained.stages.map((stage) => section(heading(stage), [...stage.sentences.map(line), ...leads(stage)]))
  const parts = [
    `# ${explained.title}`,
    'Written by Concordat from the policy file. Change the file and write this again. Clause numbers are in brackets. “Default” marks what is Concordat’s and not the policy’s rule.',
    ...explained.intro.map(line),
    section('Before you start', explained.raise.map(line)),
    ...flow,
    section('At every stage', explained.everywhere.map(line)),
    section('Afterwards', explained.ends.map(line)),
    section('Where the source is silent, and what stands in', explained.gaps.map(plain)),
    section('Concordat’s defaults in use', explained.defaults.map(plain)),
    section(
      'The rules in our words',
      explained.clauses.map(({ id, text }) => `**${id}** ${text}`),
    ),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function heading(stage: ExplainedStage): string {
  return stage.number === undefined ? stage.title : `${stage.number}. ${stage.title}`
}

function leads(stage: ExplainedStage): readonly string[] {
  const ways = stage.exits.map((exit) => `${exit.label} → ${exit.words}`)
  const limit = stage.limit === undefined ? [] : [stage.limit]
  return [`*${[stage.who, ...limit, ...ways].join(' · ')}*`]
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.map((text) => `- ${text}`).join('\n')}`
}

function line(said: Sentence): string {
  return `${plain(said)}${said.origin === 'ours' ? ' *Default.*' : ''}`
}

function plain(said: Sentence): string {
  return said.cites.length === 0 ? said.text : `${said.text} (${said.cites.join(', ')})`
}
