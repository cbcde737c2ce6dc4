import { isDeepStrictEqual } from 'node:util'
import { byItself } from '../src/domain/case/decide/by-itself.ts'
import { changeOf } from '../src/domain/case/decide/changing-version.ts'
import { writer } from '../src/domain/case/decide/deciding.ts'
import type { World } from '../src/domain/case/world.ts'
import type { Engine, Situation } from './every-path.ts'

/** The case moved to the same text under the next version number, and what is due otherwise than before: nothing may be. */
export function movedToSameText(engine: Engine, s: Situation, at: number): readonly [Situation, readonly string[]] {
  const { policy } = s.world
  const other: World = { ...s.world, policy: { ...policy, version: policy.version + 1, hash: `${policy.hash}+` } }
  const write = writer(s.world, s.c)
  byItself(s.world, write, at)
  const before = write.case
  const what = changeOf(s.world, before, other, {}, 'The same text.', at)
  if (!what.ok) return [s, []]
  write.add({ what: what.value }, { person: 'concordat', at })
  const c = write.case
  const due = (world: World, of: typeof c) =>
    engine.due(world, of, at).map((i) => [i.key, i.status, i.due?.at, i.lateAt, i.arose, i.off])
  const same = isDeepStrictEqual(due(other, c), due(s.world, before))
  const name = `${s.name} > same text`
  return [
    { ...s, name, world: other, c, at, entries: [...s.entries, ...write.entries] },
    same ? [] : [`${name}: something is due otherwise under the same text`],
  ]
}
