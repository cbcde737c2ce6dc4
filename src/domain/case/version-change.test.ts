import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Policy } from '../policy/policy.ts'
import type { Command } from './command.ts'
import { decide } from './decide.ts'
import { sees } from './sees.ts'
import { act, ladder, policyOf, raise, small, type Told, told, up, when } from './test-place.ts'
import { unplacedStages, versionChange } from './version-change.ts'
import type { World } from './world.ts'

const kept = '\nregister: { kept-by: coordinator, from: talk, counts: [reason] }\n'
const version = (n: number, rest: string): Policy => policyOf(`version: ${n}\n${small(rest)}`)
const one = version(1, ladder('', kept))
const started = () => raise(one)
const worldUnder = (t: Told, policy: Policy): World => ({ ...t.world, policy })

const command = (policy: Policy, stages: Record<string, string> = {}, words = 'Its limits are kinder.'): Command => ({
  kind: 'change version',
  to: { id: policy.id, version: policy.version, hash: policy.hash },
  stages,
  words,
})

const answered = (t: Told, policy: Policy, by: string, at: string, stages?: Record<string, string>, words?: string) =>
  decide({ ...t.world, other: worldUnder(t, policy) }, t.c, command(policy, stages, words), {
    person: by,
    at: when(at),
  })

function changed(t: Told, policy: Policy, at: string, stages?: Record<string, string>): Told {
  const answer = answered(t, policy, 'coordinator', at, stages)
  if (!answer.ok) throw new Error(`${answer.refusal.code}: ${answer.refusal.title}`)
  return told(worldUnder(t, policy), [...t.entries, ...answer.value])
}

const refusal = (...given: Parameters<typeof answered>) => {
  const answer = answered(...given)
  assert.ok(!answer.ok, 'it was not refused')
  return answer.refusal.code
}

const shown = (t: Told, at: string) => t.due(at).map((i) => [i.key, i.status, i.due?.at, i.lateAt, i.done?.at])

describe('a running case moved to another version', () => {
  test('entries after it carry the new version, those before keep theirs', () => {
    const two = version(2, ladder('', kept))
    const t = changed(started(), two, '2026-03-03 10:00').then(up, 'school-worker', '2026-03-04 10:00')
    assert.deepEqual([...new Set(t.entries.map((e) => e.policy.version))], [1, 2])
    assert.equal(t.of('version changed')[0]?.policy.version, 2)
    assert.equal(t.of('escalated')[0]?.policy.hash, two.hash)
    assert.deepEqual(t.c.policy, { id: 'small', version: 2, hash: two.hash })
    assert.equal(t.stands, 'line')
  })

  test('under the same text nothing is due otherwise, whatever had happened', () => {
    const duties =
      '    duties:\n      noted: { who: raising worker, must: do note it, within: 1 working day }\n      heard: { who: raising worker, must: tell raising manager, within: 2 working days }'
    const [a, b] = [version(1, ladder(duties, kept)), version(2, ladder(duties, kept))]
    const late = raise(a).wakes('2026-03-04 10:00')
    const went = late.then(up, 'school-worker', '2026-03-05 10:00')
    const noted = raise(a).then(act('do'), 'school-worker', '2026-03-02 12:00')
    for (const t of [raise(a), late, went, noted])
      for (const at of ['2026-03-05 11:00', '2026-03-20 10:00']) {
        const before = t.wakes('2026-03-05 11:00')
        assert.deepEqual(shown(changed(t, b, '2026-03-05 11:00'), at), shown(before, at))
      }
  })

  test('goes on in its stage with the time it had, under the new limit', () => {
    const two = version(2, ladder('', kept).replace('within: 5 working days', 'within: 8 working days'))
    const t = changed(started(), two, '2026-03-04 10:00')
    assert.equal(t.c.visits[0]?.from, when('2026-03-02 10:00'))
    assert.deepEqual(started().duty('talk', '2026-03-04 11:00'), ['open 2026-03-09 17:00'])
    assert.deepEqual(t.duty('talk', '2026-03-04 11:00'), ['open 2026-03-12 17:00'])
  })

  test('is not late for a limit that was not there: what the new one puts into the past is due with the change', () => {
    const two = version(2, ladder('', kept).replace('within: 5 working days', 'within: 1 working day'))
    const t = changed(started(), two, '2026-03-05 10:00')
    assert.deepEqual(t.duty('talk', '2026-03-05 10:00'), ['open 2026-03-05 10:00'])
    const passed = (so: Told) => so.of('deadline passed').filter((e) => e.what.what === 'talk')
    assert.deepEqual(passed(t), [])
    const woken = t.wakes('2026-03-05 12:00')
    assert.deepEqual(
      passed(woken).map((e) => e.happened),
      [when('2026-03-05 10:00') + 1],
    )
    assert.deepEqual(woken.duty('talk', '2026-03-05 12:00'), ['late 2026-03-05 10:00'])
  })

  test('a duty that comes with it begins with the change, and asks nothing of stages left', () => {
    const duty = (id: string) =>
      `    duties:\n      ${id}: { who: raising worker, must: tell raising manager, within: 2 working days }`
    const two = version(2, ladder(duty('first'), kept, duty('second')))
    const t = changed(started().then(up, 'school-worker', '2026-03-04 10:00'), two, '2026-03-09 10:00')
    assert.deepEqual(t.duty('first', '2026-03-10 10:00'), [])
    assert.deepEqual(t.duty('second', '2026-03-10 10:00'), ['open 2026-03-11 17:00'])
  })

  test('what was done under an id that both have stays done; what the new one drops falls away', () => {
    const both =
      '    duties:\n      noted: { who: raising worker, must: do note it }\n      gone: { who: raising worker, must: do forget it }'
    const a = version(1, ladder(both, kept))
    const b = version(2, ladder(both.replace(/\n.*gone.*/, ''), kept))
    const open = raise(a)
    const noted = open.then(
      act('do', { keys: [open.live('noted', '2026-03-02 11:00').key] }),
      'school-worker',
      '2026-03-02 12:00',
    )
    const t = changed(noted, b, '2026-03-03 10:00')
    assert.deepEqual(t.duty('noted', '2026-03-03 11:00'), ['done'])
    assert.deepEqual(t.duty('gone', '2026-03-03 11:00'), [])
  })

  test('a stage of another name is mapped, with its lateness; without a mapping it is refused', () => {
    const renamed = ladder('', kept).replace('  talk:', '  chat:').replace('from: talk', 'from: chat')
    const two = version(2, renamed)
    const late = started().wakes('2026-03-11 10:00')
    assert.equal(refusal(late, two, 'coordinator', '2026-03-11 11:00'), 'missing')
    assert.equal(refusal(late, two, 'coordinator', '2026-03-11 11:00', { talk: 'nowhere' }), 'missing')
    const t = changed(late, two, '2026-03-11 11:00', { talk: 'chat' })
    assert.equal(t.stands, 'chat')
    assert.deepEqual(t.duty('chat', '2026-03-11 12:00'), ['late 2026-03-09 17:00'])
    assert.equal(t.wakes('2026-03-12 12:00').of('deadline passed').length, late.of('deadline passed').length)
    assert.equal(t.then(up, 'school-worker', '2026-03-11 12:00').stands, 'line')
  })

  test('a duty still owed from a stage that vanishes needs a place', () => {
    const owed = '    duties:\n      told: { who: raising worker, must: tell raising manager }'
    const a = version(1, ladder(owed, kept.replace('talk', 'line')))
    const two = version(2, ladder('', kept.replace('talk', 'line')).replace(/ {2}talk:[^]*? {2}line:/, '  line:'))
    const t = raise(a).then(up, 'school-worker', '2026-03-03 10:00')
    assert.equal(refusal(t, two, 'coordinator', '2026-03-03 11:00'), 'missing')
    assert.equal(changed(t, two, '2026-03-03 11:00', { talk: 'line' }).stands, 'line')
  })

  test('new people where the new version names another role for the stage', () => {
    const two = version(2, ladder('', kept).replace('between: worker', 'between: senior'))
    const t = changed(started(), two, '2026-03-03 10:00')
    assert.deepEqual(
      t.c.visits[0]?.people.map((p) => p.person),
      ['school-senior', 'council-senior'],
    )
  })
})

describe('where the case goes on', () => {
  test('a stage that is no longer inside one agency brings in the other; one that becomes so hides nothing', () => {
    const inside = version(1, ladder('', kept).replace('between: worker', 'between: [raising worker, raising manager]'))
    const open = version(2, ladder('', kept))
    const joined = (t: Told) => t.c.agencies.filter((a) => a.joinedAt !== undefined).map((a) => a.agency)
    assert.deepEqual(joined(raise(inside)), ['school'])
    const t = changed(raise(inside), open, '2026-03-03 10:00')
    assert.deepEqual([joined(t), t.c.visits[0]?.inside], [['school', 'council'], false])
    assert.ok(t.c.visits[0]?.people.some((p) => p.person === 'council-worker'))
    const later = version(3, ladder('', kept).replace('between: worker', 'between: [raising worker, raising manager]'))
    const back = changed(t, later, '2026-03-04 10:00')
    assert.deepEqual([joined(back), back.c.visits[0]?.inside], [['school', 'council'], false])
  })

  test('a move that happens by itself does not happen before the change', () => {
    const two = version(
      2,
      ladder('    moves:\n      up: { when: talk late, by: null }', kept).replace('within: 5', 'within: 1'),
    )
    const t = changed(started(), two, '2026-03-05 10:00').wakes('2026-03-06 10:00')
    const moved = t.of('escalated')[0]
    assert.ok(moved && moved.happened > when('2026-03-05 10:00'), JSON.stringify(t.entries.map((e) => e.what.kind)))
  })
})

describe('who may, and when', () => {
  const two = version(2, ladder('', kept))

  test('whoever keeps the register; neither side, nobody else', () => {
    assert.equal(refusal(started(), two, 'school-worker', '2026-03-03 10:00'), 'not yours')
    assert.equal(refusal(started(), two, 'council-manager', '2026-03-03 10:00'), 'no part')
    assert.ok(answered(started(), two, 'coordinator', '2026-03-03 10:00').ok)
  })

  test('whoever decides at the last stage, once they have a part', () => {
    const [a, b] = [version(1, ladder()), version(2, ladder())]
    const t = raise(a)
    assert.equal(refusal(t, b, 'chair', '2026-03-03 10:00'), 'no part')
    const top = t.then(up, 'school-worker', '2026-03-03 10:00').then(up, 'school-manager', '2026-03-04 10:00')
    assert.ok(answered(top, b, 'chair', '2026-03-05 10:00').ok)
  })

  test('not without a reason, not to the same version, not to another text than was shown, not when it has ended', () => {
    const t = started()
    assert.equal(refusal(t, two, 'coordinator', '2026-03-03 10:00', {}, ' '), 'missing')
    assert.equal(refusal(t, one, 'coordinator', '2026-03-03 10:00'), 'already done')
    const shown = decide(
      { ...t.world, other: worldUnder(t, two) },
      t.c,
      { ...command(two), to: { ...two, hash: 'another' } } as Command,
      { person: 'coordinator', at: when('2026-03-03 10:00') },
    )
    assert.ok(!shown.ok && shown.refusal.code === 'missing')
    const gone = t.then(
      { kind: 'move', move: 'no-further', end: 'recorded', words: 'Enough.', facts: { 'our-why': 'Enough.' } },
      'school-worker',
      '2026-03-03 10:00',
    )
    assert.match(refusal(gone, two, 'coordinator', '2026-03-03 11:00'), /ended|closed/)
  })

  test('not where the way through is gone', () => {
    const tracks = 'tracks:\n  long: { stages: [talk, line, top] }\n'
    const a = version(1, ladder('', kept + tracks))
    const b = version(2, ladder('', kept + tracks.replace('long', 'other')))
    assert.equal(refusal(raise(a), b, 'coordinator', '2026-03-03 10:00'), 'condition')
  })

  test('both sides read it', () => {
    const t = changed(started(), two, '2026-03-03 10:00')
    const seq = t.of('version changed')[0]?.seq ?? 0
    for (const person of ['school-worker', 'council-worker', 'coordinator'])
      assert.ok(sees(t.world, t.c, t.entries, person, when('2026-03-03 11:00')).has(seq), person)
  })
})

describe('what it would change, shown first', () => {
  const would = (t: Told, policy: Policy, at: string, stages: Record<string, string> = {}) => {
    const found = versionChange(t.world, t.c, worldUnder(t, policy), stages, when(at))
    if (!found.ok) throw new Error(found.refusal.title)
    return found.value
  }

  test('nothing under the same text', () => {
    const { differences, moves } = would(started(), version(2, ladder('', kept)), '2026-03-03 10:00')
    assert.deepEqual([differences, moves], [[], []])
  })

  test('dates side by side, what falls away and what arises, moves that come and go; nothing is written', () => {
    const a = version(1, ladder('    duties:\n      gone: { who: raising worker, must: do forget it }', kept))
    const b = version(
      2,
      ladder(
        '    moves: { jump: { by: raising worker, to: top } }\n    duties:\n      come: { who: raising worker, must: do note it }',
        `${kept}moves: { agree: null }`,
      ).replace('within: 5 working days', 'within: 8 working days'),
    )
    const t = raise(a)
    const { differences, moves } = would(t, b, '2026-03-03 10:00')
    assert.deepEqual(
      differences
        .map((one) => [one.kind, 'what' in one ? one.what : '', 'only' in one ? one.only : ''].join(' ').trim())
        .sort(),
      ['date talk', 'duty come would', 'duty gone was'],
    )
    assert.deepEqual(
      moves.map((one) => `${one.only} ${one.move}>${one.to}`),
      ['was agree>agreed', 'would jump>top'],
    )
    assert.equal(t.c.policy.version, 1)
  })

  test('a stage under another name is the same stage; those without a place are named first', () => {
    const two = version(2, ladder('', kept).replace('  talk:', '  chat:').replace('from: talk', 'from: chat'))
    const t = started()
    assert.deepEqual(unplacedStages(t.world, t.c, worldUnder(t, two), when('2026-03-03 10:00')), [
      { stage: 'talk', is: 'Talk', needed: true },
    ])
    const { differences, moves } = would(t, two, '2026-03-03 10:00', { talk: 'chat' })
    assert.deepEqual([differences, moves], [[], []])
  })
})
