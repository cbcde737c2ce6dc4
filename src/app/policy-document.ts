import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Explained, Sentence } from '../domain/policy/explain.ts'
import type { ExplainedClause } from '../domain/policy/explain-clauses.ts'
import type { FlowItem } from '../domain/policy/flowchart/list.ts'

/** A policy in plain words as a Word document (DOCX): real headings, the flowchart as a numbered list, the clauses as a table. */
export async function policyDocument(explained: Explained, version: number): Promise<Uint8Array> {
  const { title, intro, raise, stages, everywhere, ends, gaps, defaults, clauses, flow } = explained
  const document = new Document({
    title,
    creator: 'Concordat',
    description: `${title}, version ${version}, in plain words`,
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } } } } },
    numbering: { config: [{ reference: steps, levels: [{ level: 0, format: 'decimal', text: '%1.' }] }] },
    sections: [
      {
        properties: { page: { size: { width: a4.width, height: a4.height } } },
        footers: { default: footer(`${title}, version ${version}`) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          words(
            `Version ${version}. Written by Concordat from the policy itself. Clause numbers are in brackets. “Default” marks what is Concordat’s and not the policy’s rule.`,
          ),
          ...intro.map((one) => words(plain(one))),
          ...part('The flowchart as a list', flow.flatMap(step)),
          ...part('Before you start', raise.map(bullet)),
          ...stages.flatMap(({ number, title: stage, sentences }) =>
            part(number === undefined ? stage : `${number}. ${stage}`, sentences.map(bullet)),
          ),
          ...part('At every stage', everywhere.map(bullet)),
          ...part('When it has ended', ends.map(bullet)),
          ...part('Where the source is silent, and what stands in', gaps.map(marked)),
          ...part('Concordat’s defaults in use', defaults.map(marked)),
          ...part('Clause by clause', clauses.length === 0 ? [] : [clauseTable(clauses)]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

// In twentieths of a point.
const a4 = { width: 11_906, height: 16_838 }
const steps = 'steps'

const words = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 120 } })

const part = (title: string, children: readonly FileChild[]): readonly FileChild[] =>
  children.length === 0
    ? []
    : [new Paragraph({ text: title, heading: HeadingLevel.HEADING_1, keepNext: true }), ...children]

// Gaps and defaults stand under headings that say whose they are.
const marked = (one: Sentence): Paragraph => new Paragraph({ text: plain(one), bullet: { level: 0 } })

const bullet = (one: Sentence): Paragraph =>
  new Paragraph({ children: [new TextRun(plain(one)), ...ours(one.origin)], bullet: { level: 0 } })

const ours = (origin: Sentence['origin']): readonly TextRun[] =>
  origin === 'ours' ? [new TextRun({ text: ' Default.', italics: true })] : []

function step({ title, lines, ways }: FlowItem): readonly Paragraph[] {
  return [
    new Paragraph({
      children: [new TextRun({ text: title, bold: true })],
      numbering: { reference: steps, level: 0 },
      keepNext: true,
    }),
    ...lines.map((text) => new Paragraph({ text, indent: { left: 720 } })),
    ...ways.map((text) => new Paragraph({ text: `→ ${text}`, indent: { left: 720 } })),
  ]
}

function clauseTable(clauses: readonly ExplainedClause[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [1200, 3400, 4400],
    borders: borders,
    rows: [
      new TableRow({
        tableHeader: true,
        children: ['Clause', 'The rule', 'What carries it out'].map((text) =>
          cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })]),
        ),
      }),
      ...clauses.map(
        ({ id, text, rules, gaps }) =>
          new TableRow({
            cantSplit: rules.length < 6,
            children: [
              cell([new Paragraph({ children: [new TextRun({ text: id, bold: true })] })]),
              cell([new Paragraph(text)]),
              cell([
                ...rules.map(
                  (rule) =>
                    new Paragraph({
                      children: [
                        new TextRun({ text: `${rule.where}: `, italics: true }),
                        new TextRun(rule.text),
                        ...ours(rule.origin),
                      ],
                      spacing: { after: 80 },
                    }),
                ),
                ...gaps.map(
                  (gap) =>
                    new Paragraph({
                      children: [new TextRun({ text: 'Left open: ', italics: true }), new TextRun(gap)],
                    }),
                ),
                ...(rules.length + gaps.length === 0
                  ? [new Paragraph('No step of the procedure rests on this clause by itself.')]
                  : []),
              ]),
            ],
          }),
      ),
    ],
  })
}

const cell = (children: Paragraph[]): TableCell =>
  new TableCell({ children, margins: { top: 60, bottom: 60, left: 100, right: 100 } })

const thin = { style: BorderStyle.SINGLE, size: 4, color: '505A5F' }
const borders = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

const footer = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ children: [`${text} · page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 18 }),
        ],
      }),
    ],
  })

const plain = ({ text, cites }: Sentence): string => (cites.length === 0 ? text : `${text} (${cites.join(', ')})`)
