const traceRules: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: 'a path of one machine',
    pattern: /(?<![\w.])\/(?:home\/\w+|Users\/\w+|root|work\/(?:main|shared))\/|[A-Z]:\\Users\\/,
  },
  {
    name: 'the address of a package registry',
    pattern: /https?:\/\/[\w.-]*(?:registry|artifactory|verdaccio|nexus)[\w.-]*/i,
  },
  { name: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[\w+/=]{20}/ },
]

/** What in this text belongs to one machine, each as a short phrase with its line. `places` are this machine's own. */
export function traces(text: string, places: readonly string[]): readonly string[] {
  const named = traceRules.flatMap(({ name, pattern }) => {
    const found = pattern.exec(text)
    return found ? [`line ${lineAt(text, found.index)}: ${name}`] : []
  })
  const local = places.filter((place) => place.length > 4 && text.includes(place))
  return [...named, ...local.map((place) => `line ${lineAt(text, text.indexOf(place))}: a path of this machine`)]
}

/** Words in a row that count as copied. */
const copied = 8

/**
 * Given the source texts: what a text of ours took from them, each as a phrase with its line: a run of eight words,
 * an e-mail address, a telephone number or a postcode. Only the first run of each text is named.
 */
export function copiesOf(sources: readonly string[]): (text: string) => readonly string[] {
  const runs = new Set(sources.flatMap((source) => runsOf(wordsOf(source)).map(({ run }) => run)))
  const contacts = new Set(sources.flatMap(contactsOf))
  return (text) => {
    const run = runsOf(wordsOf(text)).find((one) => runs.has(one.run))
    return [
      ...(run ? [`line ${lineAt(text, run.at)}: words of a source: "${run.run}"`] : []),
      ...contactsOf(text)
        .filter((contact) => contacts.has(contact))
        .map((contact) => `a contact of a source: ${contact}`),
    ]
  }
}

type Word = { readonly word: string; readonly at: number }

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => ({
    word: match[0].toLowerCase().replaceAll('’', "'"),
    at: match.index,
  }))
}

function runsOf(words: readonly Word[]): readonly { readonly run: string; readonly at: number }[] {
  return words.slice(0, Math.max(0, words.length - copied + 1)).map(({ at }, i) => ({
    at,
    run: words
      .slice(i, i + copied)
      .map(({ word }) => word)
      .join(' '),
  }))
}

function contactsOf(text: string): readonly string[] {
  const emails = text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []
  const telephones = text.match(/(?<!\d)0\d(?:[ -]?\d){8,9}(?!\d)/g) ?? []
  const postcodes = text.match(/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g) ?? []
  return [...emails.map((one) => one.toLowerCase()), ...telephones.map((one) => one.replace(/\D/g, '')), ...postcodes]
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}
