/** The code blocks and headings of `docs/writing-a-policy.md`, and each part of a policy in it laid over the whole. */
import { readFileSync } from 'node:fs'
import { isMap, parseDocument, type YAMLMap } from 'yaml'

export interface Block {
  /** 1-based line of its fence. */
  readonly line: number
  readonly language: string
  /** The words after the language, parted by commas: `in: mapleford, new ladder` is two. */
  readonly options: ReadonlyMap<string, string>
  readonly text: string
}

function blocksOf(document: string): readonly Block[] {
  return [...document.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)].map(
    ([, language = '', words = '', text = ''], n) => ({
      line: lineOf(document, n),
      language,
      options: optionsIn(words),
      text,
    }),
  )
}

function lineOf(document: string, n: number): number {
  const fences = document.split('\n').flatMap((line, at) => (line.startsWith('```') ? [at + 1] : []))
  return fences[n * 2] ?? 0
}

/** `wrong in: mapleford, as: other` → wrong, in = mapleford, as = other. */
function optionsIn(words: string): ReadonlyMap<string, string> {
  const marked = words.trim().startsWith('wrong ') ? `wrong, ${words.trim().slice(6)}` : words.trim()
  return new Map(
    marked.split(',').map((one) => {
      const [key = '', ...rest] = one.split(':')
      return [key.trim(), rest.join(':').trim()] as const
    }),
  )
}

/** The document, its blocks, and what they come to: a part with the policy it is laid over. */
export const document = readFileSync(new URL('../docs/writing-a-policy.md', import.meta.url), 'utf8')
export const blocks = blocksOf(document)

const named = new Map<string, string>()
const wholes = blocks.filter(({ language }) => language === 'yaml').map((block) => [block, kept(block)] as const)

function kept(block: Block): string {
  const under = block.options.get('in')
  const base = under === undefined ? '' : named.get(under)
  if (base === undefined) throw new Error(`Line ${block.line}: there is no policy ${under} above this block.`)
  const text = under === undefined ? block.text : laidOver(base, block.text, block.options.has('new ladder'))
  const name = block.options.get('as') ?? block.options.get('whole')
  if (name !== undefined && !block.options.has('wrong')) named.set(name, text)
  return text
}

/** The whole policy that a block comes to. */
export const wholeOf = (block: Block): string => wholes.find(([one]) => one === block)?.[1] ?? block.text

/** A policy of the document by its name there. */
export const policyNamed = (name: string): string => named.get(name) ?? ''

/** Where parents are looked for: the last policy in the document with this id. */
export const library = (id: string): string | undefined => [...named.values()].findLast((text) => idIn(text) === id)

/** What the first example under a heading comes to. */
export function exampleUnder(title: string): string {
  const from = headingsOf(document).find((one) => one.title.startsWith(title))?.line
  const block = blocks.find((one) => one.language === 'yaml' && from !== undefined && one.line > from)
  if (!block) throw new Error(`There is no example under ${title}.`)
  return wholeOf(block)
}

export function headingsOf(document: string): readonly { readonly title: string; readonly line: number }[] {
  let isCode = false
  return document.split('\n').flatMap((text, at) => {
    if (text.startsWith('```')) isCode = !isCode
    const title = isCode ? undefined : /^#+ (.*)$/.exec(text)?.[1]
    return title === undefined ? [] : [{ title, line: at + 1 }]
  })
}

function idIn(text: string): unknown {
  return parseDocument(text).get('id')
}

/** A part laid over a whole: keys merge, everything else replaces, tracks stand alone. With a new ladder so do its stages and register. */
export function laidOver(whole: string, part: string, isNewLadder = false): string {
  const below = parseDocument(whole)
  const above = parseDocument(part)
  if (!isMap(below.contents) || !isMap(above.contents)) throw new Error('A policy and its parts are maps.')
  const alone = isNewLadder ? ['stages', 'tracks', 'register'] : above.contents.has('tracks') ? ['tracks'] : []
  for (const key of alone) below.contents.delete(key)
  merge(below.contents, above.contents)
  return below.toString({ lineWidth: 0 })
}

function merge(below: YAMLMap, above: YAMLMap): void {
  for (const { key, value } of above.items) {
    const old = below.get(key, true)
    if (isMap(old) && isMap(value)) merge(old, value)
    else below.set(key, value)
  }
}
