/**
 * What keys a policy file has and what kind of value stands under each: language.md section 2.
 * One description, read twice: by `checkShape` for people's errors and by `schema` for editors. Phrases are texts here.
 */
export type Shape =
  | { readonly is: 'text' }
  | { readonly is: 'id' }
  | { readonly is: 'clause' }
  | { readonly is: 'whole' }
  | { readonly is: 'date' }
  | { readonly is: 'flag' }
  | { readonly is: 'one-of'; readonly words: readonly string[] }
  | { readonly is: 'list'; readonly of: Shape }
  /** One value, or a list of them. */
  | { readonly is: 'some'; readonly of: Shape }
  /** Keys are ids of the author's, or clause ids. */
  | { readonly is: 'map'; readonly keys: 'id' | 'clause'; readonly of: Shape }
  | {
      readonly is: 'object'
      readonly name: string
      readonly keys: Readonly<Record<string, Shape>>
      readonly needs: readonly string[]
    }

const text = { is: 'text' } as const
const id = { is: 'id' } as const
const whole = { is: 'whole' } as const
const date = { is: 'date' } as const
const flag = { is: 'flag' } as const
const some = (of: Shape): Shape => ({ is: 'some', of })
const list = (of: Shape): Shape => ({ is: 'list', of })
const map = (of: Shape): Shape => ({ is: 'map', keys: 'id', of })
const words = (...of: readonly string[]): Shape => ({ is: 'one-of', words: of })
const object = (name: string, keys: Record<string, Shape>, ...needs: readonly string[]): Shape => ({
  is: 'object',
  name,
  keys,
  needs,
})

const spoken = { cites: some({ is: 'clause' }), says: text }

export const contactWays = ['phone', 'face to face', 'video', 'e-mail', 'writing', 'meeting'] as const
export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export const subjectKinds = ['child', 'adult', 'theme'] as const
export const counted = ['reason', 'stage', 'agency', 'outcome'] as const

const role = object('a role', {
  is: text,
  at: words('agency', 'board', 'outside'),
  tier: whole,
  or: some(text),
  else: some(id),
  contact: object('a contact', { email: text, phone: text, address: text, find: text }),
  seats: object('seats', {
    agencies: whole,
    of: id,
    rank: text,
    parties: words('must', 'where possible', 'any', 'never'),
    decides: words('together', 'majority'),
    quorum: text,
    ties: text,
    'composed-by': id,
    ...spoken,
  }),
  ...spoken,
})

const fact = object('a fact', {
  ask: text,
  'one-of': map(text),
  'any-of': map(text),
  kind: words('words', 'date', 'actions'),
  asks: some(id),
  by: text,
  ...spoken,
})

const duty = object('a duty', {
  who: text,
  must: text,
  should: text,
  may: text,
  when: some(text),
  if: text,
  within: some(text),
  asks: some(id),
  before: some(text),
  ...spoken,
})

const move = object('a move', {
  by: text,
  to: some(text),
  if: text,
  when: some(text),
  asks: some(id),
  is: text,
  ...spoken,
})

const stage = object('a stage', {
  is: text,
  between: some(text),
  by: text,
  with: some(text),
  contact: some(words(...contactWays)),
  within: some(text),
  if: text,
  aside: flag,
  repeats: words('tiers'),
  after: id,
  duties: map(duty),
  moves: map(move),
  ...spoken,
})

const settingNames = [
  'working-day',
  'without-delay',
  'immediately',
  'tell-within',
  'gate',
  '24-hours',
  'closed-dates',
  'reopen',
  'stop-the-clock',
  'waive',
  'quorum',
  'ties',
  'conflicts',
] as const

const settings = Object.fromEntries(settingNames.map((name) => [name, text as Shape]))

export const policyShape = object(
  'a policy',
  {
    id,
    title: text,
    version: whole,
    nation: words(...nations),
    for: some(words(...subjectKinds)),
    'read-with': some(text),
    changes: object('changes', { policy: id, version: whole, from: date, until: date }, 'policy', 'version'),
    roles: map(role),
    facts: map(fact),
    raise: object('raise', {
      by: some(id),
      asks: some(id),
      within: some(text),
      late: words('accept', 'refuse'),
      ...spoken,
    }),
    stages: map(stage),
    tracks: map(object('a track', { if: text, stages: some(id), ...spoken })),
    duties: map(duty),
    moves: map(move),
    register: object('the register', {
      'kept-by': id,
      from: id,
      report: text,
      counts: some(words(...counted)),
      ...spoken,
    }),
    settings: object('settings', { ...settings, 'closed-dates': words('stay', 'roll') }),
    clauses: { is: 'map', keys: 'clause', of: text },
    gaps: list(object('a gap', { cites: some({ is: 'clause' }), says: text, ours: text }, 'says')),
    history: list(object('an entry of the history', { date, what: text }, 'date', 'what')),
    review: object('the review', { every: text, sooner: text, ...spoken }),
  },
  'id',
)

export const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
export const clausePattern = /^[A-Za-z0-9][A-Za-z0-9.\-_/()§]{0,39}$/
export const wholePattern = /^[1-9][0-9]{0,5}$/
export const datePattern = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/
export const flags = ['true', 'yes', 'false', 'no'] as const
