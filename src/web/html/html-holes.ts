/** Where a hole of a template stands: between tags, inside a tag, or inside a quoted attribute (perhaps an address). */
export type Hole = 'text' | 'tag' | 'attribute' | 'address'

/** Where each hole of a template stands; read once per template, so that rendering costs nothing for it. Throws on unsafe holes. */
export function holesOf(strings: TemplateStringsArray): readonly Hole[] {
  const known = seen.get(strings)
  if (known !== undefined) return known
  const holes: Hole[] = []
  let state: State = { in: 'text' }
  for (let i = 0; i < strings.length; i++) {
    state = read(strings[i] as string, state)
    if (i < strings.length - 1) holes.push(holeIn(state, strings))
  }
  if (state.in !== 'text') throw new Error(`A template must end outside a tag: ${strings.join('${…}').slice(0, 200)}`)
  seen.set(strings, holes)
  return holes
}

const seen = new WeakMap<TemplateStringsArray, readonly Hole[]>()

type State =
  | { readonly in: 'text' | 'unsafe' }
  | { readonly in: 'tag'; readonly name: string; readonly attribute: string; readonly afterEquals: boolean }
  | { readonly in: 'quoted'; readonly name: string; readonly attribute: string; readonly quote: string }

function holeIn(state: State, strings: TemplateStringsArray): Hole {
  switch (state.in) {
    case 'text':
      return 'text'
    case 'quoted':
      return addresses.has(state.attribute) ? 'address' : 'attribute'
    case 'tag':
      if (!state.afterEquals) return 'tag'
      throw new Error(`Put quotes around an attribute's value: ${strings.join('${…}').slice(0, 200)}`)
    case 'unsafe':
      throw new Error(
        `Nothing may stand in a comment, script, style or name of a tag: ${strings.join('${…}').slice(0, 200)}`,
      )
  }
}

const addresses = new Set(['href', 'src', 'action', 'formaction', 'cite'])

/** Walks one piece of a template from the state before it to the state after it. */
function read(piece: string, start: State): State {
  let state = start
  let at = 0
  while (at < piece.length) {
    if (state.in === 'text') {
      const open = /<(!--|script\b|style\b|\/?[a-z][a-z0-9-]*|!doctype)/i.exec(piece.slice(at))
      if (open === null) return /<\/?$/.test(piece) ? { in: 'unsafe' } : state
      at += open.index + open[0].length
      const name = (open[1] as string).toLowerCase()
      const end = name === '!--' ? '-->' : name === 'style' ? '</style>' : ''
      if (end !== '') {
        const close = piece.indexOf(end, at)
        if (close === -1) return { in: 'unsafe' }
        at = close + end.length
      } else state = { in: 'tag', name, attribute: '', afterEquals: false }
    } else if (state.in === 'tag') {
      const token = /^(\s+|>|=|["']|\/|[^\s"'>=/]+)/.exec(piece.slice(at))?.[0] as string
      at += token.length
      if (token === '>')
        state = state.name === 'script' && !piece.startsWith('</script>', at) ? { in: 'unsafe' } : { in: 'text' }
      else if (token === '=') state = { ...state, afterEquals: true }
      else if (token === '"' || token === "'")
        state = { in: 'quoted', name: state.name, attribute: state.attribute, quote: token }
      else if (token.trim() !== '') state = { ...state, attribute: token.toLowerCase(), afterEquals: false }
    } else if (state.in === 'quoted') {
      const close = piece.indexOf(state.quote, at)
      if (close === -1) return state
      at = close + 1
      state = { in: 'tag', name: state.name, attribute: '', afterEquals: false }
    } else return state
  }
  return state
}
