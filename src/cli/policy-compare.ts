import type { Command } from 'commander'
import { plural } from '../domain/calendar/length.ts'
import { compare } from '../domain/policy/compare/compare.ts'
import type { Compared, Difference, Part, Side } from '../domain/policy/compare/compared.ts'
import { besideEachOther, wrapped } from './columns.ts'
import { type Done, jsonOption, type Outcome, tell } from './outcome.ts'
import { policyOf } from './policy-file.ts'

interface Options {
  readonly all?: boolean
  readonly json?: boolean
}

export function addPolicyCompare(policy: Command, done: Done): void {
  policy
    .command('compare <a> <b>')
    .description('Two policies, or two versions of one, beside each other: what each says of the same thing, in words.')
    .option('--all', 'also what is the same in both')
    .option(...jsonOption)
    .action((a: string, b: string, options: Options) => tell(compareFiles(a, b, options), options, done))
}

function compareFiles(a: string, b: string, options: Options): Outcome {
  const compared = compare(policyOf(a), policyOf(b))
  return { ok: true, json: compared, text: textOf(compared, options.all === true) }
}

const column = 47
const page = 98

function textOf(compared: Compared, all: boolean): string {
  const { a, b, counts, headlines } = compared
  const other = counts['only-in-a'] + counts['only-in-b'] + counts.differs
  const count = other === 0 ? 'They say the same.' : `${plural(other, 'difference')}; ${counts.same} alike.`
  return [
    name(a),
    name(b),
    '',
    count,
    ...headlines.flatMap((text) => wrapped(text, page - 2).map((line, i) => `${i === 0 ? '- ' : '  '}${line}`)),
    ...compared.parts.flatMap((part) => partText(part, all, compared)),
  ].join('\n')
}

const name = ({ title, version }: Compared['a']): string => `${title} (version ${version})`

function partText(part: Part, all: boolean, { a, b }: Compared): readonly string[] {
  const lines = part.differences.filter((one) => all || one.kind !== 'same')
  if (lines.length === 0) return []
  const heads = besideEachOther(short(a, b), short(b, a), column)
  return ['', part.title.toUpperCase(), ...heads, '-'.repeat(page), ...lines.flatMap(differenceText)]
}

function short(head: Compared['a'], other: Compared['a']): string {
  return head.id === other.id ? `Version ${head.version}` : head.title
}

function differenceText({ about, kind, a, b }: Difference): readonly string[] {
  const mark = kind === 'same' ? ' (alike)' : ''
  return [...wrapped(`${about}${mark}`, page), ...besideEachOther(said(a), said(b), column), '']
}

function said({ text, also, clauses, ours }: Side): string {
  const ids = clauses.length === 0 ? '' : ` [${clauses.map(({ id }) => id).join(', ')}]`
  return `${[text, ...also].join(' ')}${ids}${ours ? ' (Concordat’s default)' : ''}`
}
