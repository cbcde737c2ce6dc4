import type { Finding } from '../finding.ts'
import type { FindingRule } from '../finding-rules.ts'
import { oursTree } from '../layers.ts'
import type { Duty, Move, Policy } from '../policy.ts'
import { at, entriesAt, type Tree, textsOf } from '../tree.ts'
import { code, found } from './found.ts'

/** Which of Concordat's defaults hold, which the policy changed, and which of its questions are no longer asked. */
export function defaults(policy: Policy): readonly Finding[] {
  const ours = [...entriesAt(oursTree(), 'duties'), ...entriesAt(oursTree(), 'moves')]
  const all = [...policy.duties, ...policy.moves]
  const inUse = all.filter(({ origin }) => origin === 'ours').map(({ id }) => id)
  const refined = all.filter(({ origin }) => origin === 'refined').map(({ id }) => id)
  const gone = ours.map(({ key }) => key).filter((id) => !all.some((one) => one.id === id))
  const set = policy.settings.setByPolicy
  const kept = entriesAt(oursTree(), 'settings')
    .map(({ key }) => key)
    .filter((key) => !set.includes(key))
  return [
    ...note('defaults-in-use', [
      inUse.length === 0 ? '' : `Where this policy is silent, Concordat's defaults hold: ${code(inUse)}.`,
      kept.length === 0 ? '' : `So do its settings ${code(kept)}.`,
    ]),
    ...note('defaults-overridden', [
      refined.length === 0 ? '' : `This policy makes these defaults its own: ${code(refined)}.`,
      gone.length === 0 ? '' : `It takes these away: ${code(gone)}.`,
      set.length === 0 ? '' : `It sets ${code(set)}.`,
    ]),
    ...ours.flatMap(({ key, value }) => dropped(key, value, policy)),
  ]
}

function note(rule: FindingRule, sentences: readonly string[]): readonly Finding[] {
  const message = sentences.filter((sentence) => sentence !== '').join(' ')
  return message === '' ? [] : [found('note', rule, undefined, message)]
}

function dropped(id: string, ours: Tree, policy: Policy): readonly Finding[] {
  const asked = textsOf(at(ours, 'asks')).map((text) => text.text)
  const refined: readonly (Duty | Move)[] = [
    ...policy.duties,
    ...policy.moves,
    ...policy.stages.flatMap((stage) => stage.moves),
  ].filter((one) => one.id === id && one.origin === 'refined')
  return refined.flatMap((one) => {
    const missing = asked.filter((fact) => !one.asks.includes(fact))
    if (missing.length === 0) return []
    const message = `\`${id}\` no longer asks ${code(missing)}, which Concordat would ask here. Add it to \`asks\`, or say why not.`
    return [found('warning', 'our-question-dropped', one.place, message)]
  })
}
