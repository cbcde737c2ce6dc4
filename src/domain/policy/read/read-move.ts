import { parseTarget } from '../phrase/target.ts'
import type { Move } from '../policy.ts'
import { at, type Entry, textsOf } from '../tree.ts'
import { asksAt, conditionAt, eventsAt, type Reading, spokenOf, whoAt, wordsAt } from './reading.ts'

/** A move, or nothing when it leads nowhere: the problem is reported. */
export function readMove(entry: Entry, reading: Reading): Move | undefined {
  const { value } = entry
  const { names, report } = reading
  if (value.kind !== 'map') return undefined
  if (at(value, 'to') === undefined) {
    report('missing-key', entry.spot, `Where does \`${entry.key}\` lead? Write \`to: next\`, a stage or an end.`)
  }
  const by = whoAt(value, 'by', 'move', reading)
  const to = textsOf(at(value, 'to')).flatMap((text) => parseTarget(text, names, report) ?? [])
  const condition = conditionAt(value, reading)
  const when = eventsAt(value, reading)
  if (at(value, 'by') === undefined && at(value, 'when') === undefined) {
    const message = `Who makes \`${entry.key}\`? Write \`by: raising manager\`; or \`when\`, if it happens by itself.`
    report('missing-key', entry.spot, message)
  }
  if (at(value, 'by') === undefined && to.length > 1) {
    report('too-many-targets', entry.spot, `\`${entry.key}\` happens by itself, so it can lead to one place only.`)
  }
  const asks = asksAt(value, reading)
  if (to.length === 0) return undefined
  const is = wordsAt(value, 'is')
  return {
    ...spokenOf(entry),
    id: entry.key,
    ...(by ? { by } : {}),
    to,
    ...(condition ? { if: condition } : {}),
    when,
    asks,
    ...(is === undefined ? {} : { is }),
  }
}
