import type { Explained, Sentence } from './explain.ts'
import type { ExplainedClause } from './explain-clauses.ts'
import type { ExplainedStage } from './explain-stage.ts'
import type { FlowItem } from './flowchart/list.ts'

/** An explained policy as Markdown, ending in one line break: the files of docs/policies. `drawing` is the address of its flowchart, where there is one. */
export function explainMarkdown(explained: Explained, drawing?: string): string {
  const parts = [
    `# ${explained.title}`,
    'Written by Concordat from the policy file. Change the file and write this again. Clause numbers are in brackets. “Default” marks what is Concordat’s and not the policy’s rule.',
    ...explained.intro.map(line),
    '## The flowchart',
    ...(drawing === undefined
      ? []
      : [`![Flowchart: ${explained.title}. The same is said in the list below.](${drawing})`]),
    explained.flow.map(flowItem).join('\n'),
    section('Before you start', explained.raise.map(line)),
    ...explained.stages.map((stage) => section(heading(stage), stage.sentences.map(line))),
    section('At every stage', explained.everywhere.map(line)),
    section('When it has ended', explained.ends.map(line)),
    section('Where the source is silent, and what stands in', explained.gaps.map(plain)),
    section('Concordat’s defaults in use', explained.defaults.map(plain)),
    ...(explained.clauses.length === 0 ? [] : ['## Clause by clause', ...explained.clauses.map(clause)]),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function flowItem({ title, lines, ways }: FlowItem, index: number): string {
  return [
    `${index + 1}. **${title}**`,
    ...[...lines, ...ways.map((way) => `→ ${way}`)].map((one) => `   - ${one}`),
  ].join('\n')
}

function clause({ id, text, rules, gaps }: ExplainedClause): string {
  const carried = rules.map((rule) => `- *${rule.where}:* ${rule.text}${rule.origin === 'ours' ? ' *Default.*' : ''}`)
  const none = 'No step of the procedure rests on this clause by itself.'
  const done =
    carried.length === 0 && gaps.length === 0
      ? [none]
      : [[...carried, ...gaps.map((gap) => `- *Left open:* ${gap}`)].join('\n')]
  return [`<a id="clause-${id}"></a>\n### ${id}`, text, ...done].join('\n\n')
}

function heading(stage: ExplainedStage): string {
  return stage.number === undefined ? stage.title : `${stage.number}. ${stage.title}`
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
