import type { Answers, RiskLevel } from '../../domain/case/entry.ts'
import type { Form } from '../form.ts'
import type { FormField, Option } from './form-field.ts'
import { wordsOf } from './form-read.ts'

/** "the child", "the adult", "the people concerned": whom a case is about, without a name, for titles and hints. */
export const subjectNoun = (kind: 'child' | 'adult' | 'theme'): string =>
  kind === 'child' ? 'the child' : kind === 'adult' ? 'the adult' : 'the people concerned'

/** How great the risk is now, asked on each step. Source: C-3. */
export function riskFields(kind: 'child' | 'adult' | 'theme', optional = false): readonly FormField[] {
  const whom = subjectNoun(kind)
  return [
    {
      kind: 'one-of',
      name: 'risk',
      label: `What is the risk to ${whom} now?`,
      options: levels,
      optional,
      missing: `Say what the risk to ${whom} is now`,
    },
    { kind: 'words', name: 'risk-words', label: 'Why do you say so?', rows: 3, optional: true },
  ]
}

/** The risk as answered; an immediate one has to say why, because it opens every way at once. */
export function riskOf(
  values: Answers,
  form: Form,
): { readonly risk?: { readonly level: RiskLevel; readonly words: string } } {
  const level = levelOf(wordsOf(values, 'risk'))
  if (level === undefined) return {}
  const words = wordsOf(values, 'risk-words')
  if (level === 'immediate' && words === '') form.fail('risk-words', 'Say why the risk is immediate')
  return { risk: { level, words } }
}

export const levelOf = (said: string): RiskLevel | undefined =>
  (['immediate', 'serious', 'some', 'none'] as const).find((one) => one === said)

/** A level inside a sentence. */
export const levelWords: Readonly<Record<RiskLevel, string>> = {
  immediate: 'Immediate: serious harm could come today',
  serious: 'Serious: harm is likely unless something changes',
  some: 'Some: harm is possible',
  none: 'None that we know of',
}

const levels: readonly Option[] = [
  {
    value: 'immediate',
    text: levelWords.immediate,
    hint: 'Call 999 first. Then say it here: where your policy allows it, any stage may start at once.',
  },
  { value: 'serious', text: levelWords.serious },
  { value: 'some', text: levelWords.some },
  { value: 'none', text: levelWords.none },
]
