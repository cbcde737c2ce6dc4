/** What a source file imports, and its code with comments and the insides of strings blanked out. */
export type Scan = {
  readonly imports: readonly string[]
  readonly unreadable: readonly string[]
  readonly code: string
}

/** Reads TypeScript well enough to find every import and every name used: comments, strings, templates and regular expressions. */
export function scan(text: string): Scan {
  const strings: string[] = []
  const code = blank(text, (string) => `'${strings.push(string) - 1}'`)
  const imports: string[] = []
  const unreadable: string[] = []
  const name = (slot: string | undefined) => strings[Number(slot)] ?? ''
  // import 'x' · import a, { b } from 'x' · export * from 'x' · export { a } from 'x' · import type { A } from 'x'
  for (const [, slot] of code.matchAll(/\bimport\s*'(\d+)'/g)) imports.push(name(slot))
  for (const [, slot] of code.matchAll(/(?:^|[;\n}])\s*(?:import|export)\b[^;'=]*?\bfrom\s*'(\d+)'/g))
    imports.push(name(slot))
  // import('x') · require('x') · typeof import('x') · import.meta.resolve('x')
  for (const [whole, slot] of code.matchAll(
    /(?<![.\w$])(?:import|require|import\.meta\.resolve)\s*\(\s*(?:'(\d+)')?/g,
  )) {
    if (slot === undefined) unreadable.push(whole)
    else imports.push(name(slot))
  }
  return { imports, unreadable, code }
}

/** The text with comments gone and each string handed to `keep`, whose answer takes its place. What templates compute stays. */
function blank(text: string, keep: (string: string) => string): string {
  let code = ''
  let at = 0
  // How deep in braces each template under way was when its `${` opened.
  const templates: number[] = []
  let depth = 0

  while (at < text.length) {
    const here = text[at] ?? ''
    const pair = text.slice(at, at + 2)
    if (pair === '//') at = until('\n')
    else if (pair === '/*') at = until('*/') + 2
    else if (here === "'" || here === '"') string(here)
    else if (here === '`') template(at + 1)
    else if (here === '}' && templates.at(-1) === depth) {
      templates.pop()
      template(at + 1)
    } else if (here === '/' && startsRegularExpression(code)) at = endOfRegularExpression(text, at)
    else {
      if (here === '{') depth++
      if (here === '}') depth--
      code += here
      at++
    }
  }
  return code

  function until(mark: string): number {
    const end = text.indexOf(mark, at)
    return end === -1 ? text.length : end
  }

  function string(quote: string): void {
    let end = at + 1
    while (end < text.length && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1
    code += keep(text.slice(at + 1, end))
    at = end + 1
  }

  function template(from: number): void {
    let end = from
    while (end < text.length && text[end] !== '`' && text.slice(end, end + 2) !== '${')
      end += text[end] === '\\' ? 2 : 1
    // A whole template without holes may name a module as well as a string may.
    const whole = text[from - 1] === '`' && text[end] === '`'
    code += whole ? keep(text.slice(from, end)) : ' '
    at = end + 1
    if (text[end] === '$') {
      templates.push(depth)
      code += ' ('
      at = end + 2
    }
  }
}

function startsRegularExpression(code: string): boolean {
  const before = code.trimEnd()
  return (
    before === '' ||
    /[(,=:[!&|?{};+\-*%~^<>]$/.test(before) ||
    /\b(return|typeof|case|in|of|do|else|yield|await)$/.test(before)
  )
}

function endOfRegularExpression(text: string, from: number): number {
  let inClass = false
  for (let at = from + 1; at < text.length; at++) {
    const here = text[at]
    if (here === '\\') at++
    else if (here === '[') inClass = true
    else if (here === ']') inClass = false
    else if (here === '\n' || (here === '/' && !inClass)) return at + 1
  }
  return text.length
}
