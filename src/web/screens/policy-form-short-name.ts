import { languageWords } from '../../domain/policy/names.ts'

/** A short name made of words: "Line managers" is `line-managers`. Never one of `taken`, and never a word of the language. */
export function shortName(words: string, taken: Iterable<string>): string {
  const plain = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
  const short = plain.split('-').slice(0, 4).join('-').slice(0, 40).replace(/-+$/, '') || 'one'
  const used = new Set([...taken, ...languageWords])
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? short : `${short}-${n}`
    if (!used.has(name) && !name.startsWith('our-')) return name
  }
}
