import { type Hole, holesOf } from './html-holes.ts'

/** Markup that is safe to send. Only `html`, `attributes` and `raw` can make one: a string can never pass for it. */
export type Html = Markup

/** What a component accepts for words: a string is escaped, Html passes as it is. */
export type Content = string | Html

/** What may stand in a hole of the `html` tag. `null`, `undefined` and `false` render nothing. */
export type Value = Content | number | false | null | undefined | readonly Value[]

/**
 * The tag every page is written in. Strings are escaped; Html and arrays of it pass. A hole in an attribute must stand
 * in quotes; addresses (`href`, `src`, `action`) with a scheme other than http, https, tel or mailto become `#`.
 * Throws on a hole where nothing can be safe: unquoted values, names, comments, inside script or style.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const holes = holesOf(strings)
  let out = strings[0] as string
  for (let i = 0; i < values.length; i++) out += render(values[i], holes[i] as Hole) + (strings[i + 1] as string)
  return new Markup(out)
}

/**
 * Attributes for the inside of a tag, each with a space before it: `html\`<a${attributes({ id })}>\``.
 * `true` gives the bare name; `undefined`, `null` and `false` leave it out; an empty string stays. Throws on an odd name.
 */
export function attributes(given: Attributes | undefined): Html {
  let out = ''
  for (const name in given) {
    const value = given[name]
    if (value === undefined || value === null || value === false) continue
    if (!/^[a-z][a-z0-9:.-]*$/i.test(name) || /^(on|style$)/i.test(name))
      throw new Error(`Not an attribute we write: ${name}`)
    if (value === true) out += ` ${name}`
    else out += ` ${name}="${addresses.has(name) ? render(value, 'address') : escapeText(String(value))}"`
  }
  return out === '' ? nothing : new Markup(out)
}

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Names of classes, those not given left out, in one string. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  let out = ''
  for (const name of names) if (name) out += out === '' ? name : ` ${name}`
  return out
}

/** Several pieces with the same text between each two of them. */
export function join(pieces: readonly Value[], between: Content): Html {
  return html`${pieces.map((piece, i) => (i === 0 ? piece : [between, piece]))}`
}

/** Trusts a string as markup. Only for constants of this folder: a test keeps it from leaving. */
export function raw(markup: string): Html {
  return new Markup(markup)
}

/** Whether there is anything to show. */
export function isShown(content: Content | undefined): content is Content {
  return content !== undefined && content.toString() !== ''
}

class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** Nothing at all, as Html. */
export const nothing: Html = new Markup('')

const addresses = new Set(['href', 'src', 'action', 'formaction', 'cite'])

function render(value: Value, hole: Hole): string {
  if (value === undefined || value === null || value === false) return ''
  if (value instanceof Markup)
    return hole === 'attribute' || hole === 'address' ? quoteless(value.toString()) : value.toString()
  if (Array.isArray(value)) {
    let out = ''
    for (const piece of value as readonly Value[]) out += render(piece, hole)
    return out
  }
  const text = String(value)
  if (hole === 'tag' && text !== '') throw new Error('Inside a tag only attributes() may stand')
  return escapeText(hole === 'address' && !isSafeAddress(text) ? '#' : text)
}

function escapeText(text: string): string {
  return /[&<>"'`]/.test(text) ? text.replace(/[&<>"'`]/g, (c) => entities[c] as string) : text
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function quoteless(markup: string): string {
  return markup.replace(/[<>"']/g, (c) => entities[c] as string)
}

/** Browsers drop control characters and spaces in a scheme ("java\nscript:"), so they are dropped before looking. */
function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, ''))?.[1]
  return scheme === undefined || ['http', 'https', 'tel', 'mailto'].includes(scheme.toLowerCase())
}
