import type { PolicyDraft } from '../../app/policy-life.ts'
import { isMap, type Value } from '../../domain/policy/write/value.ts'
import { type Html, html } from '../html/html.ts'
import { summaryList } from '../html/summary-list.ts'
import { tag } from '../html/tag.ts'
import type { SignedIn } from '../screen.ts'
import { linesIn } from './policy-form-field.ts'
import { type FoundAt, foundBelow } from './policy-form-found.ts'
import { entries, wordsAt } from './policy-form-known.ts'
import { dutyWords, type Listed, nameOf, partsIn } from './policy-form-parts.ts'
import { partUrl } from './policy-form-urls.ts'

export interface Listing {
  readonly draft: PolicyDraft
  /** The map that holds the list: the policy, or one stage. */
  readonly root: Value | undefined
  readonly found: readonly FoundAt[]
  readonly sentences: ReadonlyMap<string, string>
}

/** All parts of one kind, each with what it says and a way to change it. */
export function listOf(ctx: SignedIn, listing: Listing, kind: Listed, stage?: string): Html {
  const parts = partsIn(listing.root, kind)
  if (parts.length === 0) return html`<p class="govuk-body c-secondary">Nothing is written here yet.</p>`
  return summaryList(
    parts.map(([id, value]) => {
      const name = nameOf(kind, id, value)
      return {
        key: html`${kind === 'duty' ? id : name}${mark(listing.found, [...(stage === undefined ? [] : ['stages', stage]), pockets[kind], id])}`,
        value: says(kind, id, value, listing.sentences.get(stage === undefined ? id : `${stage} ${id}`)),
        actions: [
          {
            text: 'Change',
            hidden: name,
            href: partUrl(ctx.partnership, listing.draft.id, { kind, id, ...(stage === undefined ? {} : { stage }) }),
          },
        ],
      }
    }),
  )
}

const pockets: Readonly<Record<Listed, string>> = {
  role: 'roles',
  question: 'facts',
  stage: 'stages',
  duty: 'duties',
  move: 'moves',
  track: 'tracks',
  clause: 'clauses',
}

/** Beside a part in which something is to be mended. */
export const mark = (found: readonly FoundAt[], path: readonly string[]): Html | false =>
  toMend(foundBelow(found, path))

export const toMend = (found: readonly FoundAt[]): Html | false =>
  found.some(({ level }) => level === 'mistake' || level === 'error') && html` ${tag('To mend', 'orange')}`

function says(kind: Listed, id: string, value: Value, sentence: string | undefined): string {
  if (value === null) return 'Taken out here, though it would hold otherwise'
  switch (kind) {
    case 'role':
      return [
        { agency: 'In each agency', board: 'At the Board', outside: 'Outside' }[wordsAt(value, 'at') ?? 'agency'] ?? '',
        ...(wordsAt(value, 'tier') === undefined ? [] : [`tier ${wordsAt(value, 'tier')}`]),
      ].join(', ')
    case 'question':
      return answered(value)
    case 'stage':
      return wordsOf(value, 'within')
    case 'duty':
    case 'move':
      return sentence ?? ((kind === 'duty' ? dutyWords(value) : wordsOf(value, 'to')) || ours(id))
    case 'track':
      return wordsOf(value, 'stages')
    case 'clause':
      return typeof value === 'string' ? value : ''
  }
}

const ours = (id: string): string => (id.startsWith('our-') ? 'As Concordat has it' : '')

export const wordsOf = (value: Value | undefined, key: string): string =>
  isMap(value) ? (linesIn(value.get(key)) ?? []).join(', ') : ''

function answered(value: Value): string {
  const answers = [...entries(value, 'one-of'), ...entries(value, 'any-of')].flatMap(([, words]) =>
    typeof words === 'string' ? [words] : [],
  )
  if (answers.length > 0) return answers.join(', ')
  if (wordsOf(value, 'asks') !== '') return `A form: ${wordsOf(value, 'asks')}`
  return { words: 'Words', date: 'A date', actions: 'Actions' }[wordsAt(value, 'kind') ?? ''] ?? 'Yes or no'
}
