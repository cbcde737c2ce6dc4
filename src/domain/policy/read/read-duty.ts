import { parseAct } from '../phrase/act.ts'
import { parseBlocks } from '../phrase/blocks.ts'
import type { Act, Duty, Force } from '../policy.ts'
import { at, type Entry, textOf, textsOf } from '../tree.ts'
import { asksAt, conditionAt, eventsAt, limitsAt, type Reading, spokenOf, whoAt } from './reading.ts'

const forces: readonly Force[] = ['must', 'should', 'may']

/** A duty, or nothing when it lacks its who or its act: the problem is reported. */
export function readDuty(entry: Entry, reading: Reading): Duty | undefined {
  const { value } = entry
  const { names, report } = reading
  if (value.kind !== 'map') return undefined
  if (at(value, 'who') === undefined) {
    report('missing-key', entry.spot, `Who owes \`${entry.key}\`? Write \`who: raising manager\`.`)
  }
  const who = whoAt(value, 'who', 'duty', reading)
  const deed = readDeed(entry, reading)
  const condition = conditionAt(value, reading)
  const when = eventsAt(value, reading)
  const within = limitsAt(value, reading)
  const asks = asksAt(value, reading)
  const before = textsOf(at(value, 'before')).flatMap((text) => parseBlocks(text, names, report) ?? [])
  if (!who || !deed) return undefined
  return {
    ...spokenOf(entry),
    id: entry.key,
    who,
    ...deed,
    when,
    ...(condition ? { if: condition } : {}),
    within,
    asks,
    before,
  }
}

function readDeed(entry: Entry, { names, report }: Reading): { force: Force; act: Act } | undefined {
  const { value } = entry
  const written = forces.filter((force) => at(value, force) !== undefined)
  const [force, second] = written
  if (force === undefined) {
    report(
      'missing-key',
      entry.spot,
      `\`${entry.key}\` needs one of \`must\`, \`should\` and \`may\`, with what is to be done.`,
    )
    return undefined
  }
  if (second !== undefined) {
    const spot = (value.kind === 'map' ? value.entries.get(second)?.spot : undefined) ?? entry.spot
    report('two-forces', spot, `Keep one: \`${force}\` or \`${second}\`. Where both are meant, write two duties.`)
    return undefined
  }
  const text = textOf(at(value, force))
  const act = text && parseAct(text, names, report)
  return act && { force, act }
}
