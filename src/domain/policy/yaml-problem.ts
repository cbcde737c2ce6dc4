import type { YAMLError } from 'yaml'
import type { ProblemRule } from './finding-rules.ts'
import type { Problem } from './policy.ts'

type Locate = (offset: number) => { readonly line: number; readonly column: number }

/** What the YAML reader stumbled over, said to somebody who does not know YAML. */
export function yamlProblem(error: YAMLError, text: string, locate: Locate): Problem {
  const start = Math.min(error.pos[0], text.length)
  const { rule, message } = wording(error, text, start)
  return { ...locate(start), rule, message }
}

const colon = 'A colon followed by a space starts a value. Put the text that contains it in double quotes.'

function wording(error: YAMLError, text: string, start: number): { rule: ProblemRule; message: string } {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { rule: 'tab', message: 'A tab cannot indent a line here. Use spaces, two for each step.' }
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return { rule: 'quote-needed', message: colon }
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        rule: 'quote-needed',
        message: `This line and the next run into one another. Either a colon is missing after a key, or: ${lower(colon)}`,
      }
    case 'MISSING_CHAR':
      return { rule: 'not-closed', message: 'Something opened here is not closed: a quote, a bracket or a brace.' }
    case 'MULTIPLE_DOCS':
      return { rule: 'one-file-one-policy', message: 'One file holds one policy: leave out the line of three dashes.' }
    case 'BAD_SCALAR_START':
      return {
        rule: 'quote-needed',
        message: `A text cannot begin with \`${text[start] ?? ''}\`. Put it in double quotes.`,
      }
    case 'BAD_INDENT':
      return { rule: 'indentation', message: 'This line is not indented like its neighbours. Line it up with them.' }
    case 'UNEXPECTED_TOKEN':
      return /^\s*['"]/.test(text.slice(Math.max(0, start - 1), start + 1)) || error.message.includes('node end')
        ? { rule: 'quote-needed', message: 'The text goes on after its closing quote. Put all of it in double quotes.' }
        : { rule: 'not-yaml', message: 'This sign does not belong here. Check brackets, braces, colons and dashes.' }
    default:
      return { rule: 'not-yaml', message: `This line cannot be read. ${colon}` }
  }
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
