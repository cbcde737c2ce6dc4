import { type Path, valueAt } from '../../domain/policy/edit/change.ts'
import type { Value, ValueMap } from '../../domain/policy/write/value.ts'
import type { Field } from './policy-form-field.ts'
import {
  aboutFields,
  clauseFields,
  raiseFields,
  registerFields,
  reviewFields,
  trackFields,
} from './policy-form-fields-about.ts'
import { questionFields, roleFields } from './policy-form-fields-people.ts'
import { dutyFields, moveFields, stageFields } from './policy-form-fields-stages.ts'
import { entries, type Known, ownIds, ownQuestion, wordsAt } from './policy-form-known.ts'
import { settingFields } from './policy-form-settings.ts'

/** Parts that every policy has once, by the last word of their address. */
const single = {
  about: { path: [], title: 'About the policy', fields: aboutFields },
  raising: { path: ['raise'], title: 'Raising a concern', fields: raiseFields },
  register: { path: ['register'], title: 'The register', fields: registerFields },
  review: { path: ['review'], title: 'The review of the policy', fields: reviewFields },
  settings: { path: ['settings'], title: 'What words and times mean', fields: settingFields },
} as const

/** Parts that it has any number of, each with a short name. `names` makes one from what was typed. */
const listed = {
  role: { pocket: 'roles', a: 'a role', names: 'is', fields: roleFields },
  question: { pocket: 'facts', a: 'a question', names: 'ask', fields: questionFields },
  stage: { pocket: 'stages', a: 'a stage', names: 'is', fields: stageFields },
  duty: { pocket: 'duties', a: 'something to be done', names: 'act', fields: dutyFields },
  move: { pocket: 'moves', a: 'a way on', names: 'is', fields: moveFields },
  track: { pocket: 'tracks', a: 'another order of the stages', names: 'if', fields: trackFields },
  clause: { pocket: 'clauses', a: 'a clause', names: '', fields: clauseFields },
} as const

type Single = keyof typeof single
export type Listed = keyof typeof listed

/** Where a part is found: the address of its form, and its place in the text. */
export interface PartRef {
  readonly kind: Single | Listed
  readonly id?: string
  /** The stage that a duty or a move stands in. */
  readonly stage?: string
}

export interface Part extends PartRef {
  /** Where it stands in the text. A new one has no id yet, and an empty word for it. */
  readonly path: Path
  readonly isNew: boolean
  readonly title: string
  readonly fields: readonly Field[]
  /** What it holds now. */
  readonly value: Value | undefined
  readonly removable: boolean
  /** It says everything itself; otherwise what it leaves out comes from Concordat or from the policy that this one varies. */
  readonly whole: boolean
}

const isSingle = (kind: string): kind is Single => Object.hasOwn(single, kind)
const isListed = (kind: string): kind is Listed => Object.hasOwn(listed, kind)

/** One part of the text, or an empty one where no id is given; nothing where there is no such part. */
export function partOf(kind: string, id: string, stage: string, root: ValueMap, known: Known): Part | undefined {
  const varies = root.has('changes')
  if (isSingle(kind)) {
    const { path, title, fields } = single[kind]
    return {
      kind,
      path,
      title,
      isNew: false,
      fields: fields(known),
      value: valueAt(root, path),
      removable: false,
      whole: !varies,
    }
  }
  if (!isListed(kind)) return undefined
  const { pocket, a, fields } = listed[kind]
  const inStage = (kind === 'duty' || kind === 'move') && stage !== ''
  if (inStage && valueAt(root, ['stages', stage]) === undefined) return undefined
  const path = inStage ? ['stages', stage, pocket] : [pocket]
  const shared = { kind, fields: fields(known), ...(inStage ? { stage } : {}) }
  if (id === '')
    return {
      ...shared,
      path: [...path, ''],
      isNew: true,
      title: `Add ${a}`,
      value: undefined,
      removable: false,
      whole: true,
    }
  const value = valueAt(root, [...path, id])
  if (value === undefined && (inStage || !namesOf(kind, known).includes(id))) return undefined
  return {
    ...shared,
    id,
    path: [...path, id],
    isNew: false,
    title: nameOf(kind, id, value),
    value,
    removable: value !== undefined,
    whole: !varies && (inStage || !isOwn(kind, id)),
  }
}

/** Whether Concordat has it by itself. */
export const isOwn = (kind: Part['kind'], id: string): boolean =>
  (kind === 'duty' && ownIds('duties').includes(id)) ||
  (kind === 'move' && ownIds('moves').includes(id)) ||
  (kind === 'question' && ownQuestion(id))

/** What a policy may also have without its text saying so: ours, or its parent's. */
function namesOf(kind: Listed, known: Known): readonly string[] {
  const of = (named: readonly { readonly value: string }[]) => named.map(({ value }) => value)
  switch (kind) {
    case 'role':
      return of(known.roles)
    case 'question':
      return of(known.questions)
    case 'stage':
      return of(known.stages)
    case 'duty':
      return known.duties
    case 'move':
      return known.moves
    case 'track':
    case 'clause':
      return []
  }
}

/** What people call one part. */
export function nameOf(kind: Listed, id: string, value: Value | undefined): string {
  switch (kind) {
    case 'role':
    case 'stage':
    case 'move':
      return wordsAt(value, 'is') ?? id
    case 'question':
      return wordsAt(value, 'ask') ?? id
    case 'duty':
      return dutyWords(value) ?? id
    case 'track':
    case 'clause':
      return id
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A duty as it is written: "raising manager must tell iro". */
export function dutyWords(value: Value | undefined): string | undefined {
  const force = ['must', 'should', 'may'].find((one) => wordsAt(value, one) !== undefined)
  const who = wordsAt(value, 'who')
  if (force === undefined) return undefined
  return capital(`${who === undefined ? '' : `${who} `}${force} ${wordsAt(value, force)}`)
}

/** What is typed that a short name can be made of. */
export const namedBy = (kind: Part['kind']): string => (isListed(kind) ? listed[kind].names : '')

/** The part that a place in the text belongs to; nothing for what only the text can change. */
export function refAt(path: Path): PartRef | undefined {
  const [first = '', id, pocket = '', inner] = path
  if (first === 'stages' && id !== undefined && inner !== undefined)
    if (pocket === 'duties' || pocket === 'moves')
      return { kind: pocket === 'duties' ? 'duty' : 'move', id: inner, stage: id }
  const kind = (Object.keys(listed) as Listed[]).find((one) => listed[one].pocket === first)
  if (kind) return id === undefined ? undefined : { kind, id }
  const once = (Object.keys(single) as Single[]).find((one) => single[one].path.at(0) === first)
  if (once) return { kind: once }
  return ['id', 'title', 'version', 'nation', 'for', 'read-with'].includes(first) ? { kind: 'about' } : undefined
}

/** Everything of one kind that the text writes, in order. */
export const partsIn = (root: Value | undefined, kind: Listed): readonly (readonly [string, Value])[] =>
  entries(root, listed[kind].pocket)
