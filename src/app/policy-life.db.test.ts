import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { askingAs, type Exampleshire, exampleshire, wordsIn } from '../../test/place.ts'
import type { Asking } from './app.ts'
import type { Signing } from './policy-life.ts'

let it: Exampleshire
before(async () => {
  it = await exampleshire({ policies: ['seeds/policies/exampleshire.yaml'], from: '2026-04-08T10:00' })
})
after(() => it.close())

const asking = (person: string): Promise<Asking> => askingAs(it, person)

const policyText = (id: string, version = 1, days = 3): string => `
id: ${id}
title: Settling things, ${id}
version: ${version}
nation: england-and-wales
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Manager, tier: 2, else: [worker] }
  chair: { is: Chair, at: board, contact: { email: chair@exampleshire.example } }
stages:
  talk: { is: Talk, between: worker, within: ${days} working days, cites: T-1 }
  top: { is: The Chair, by: chair, cites: T-1 }
clauses: { T-1: Talk first and then ask the Chair. }
`

const signing = (draft: string, revision: number, more: Partial<Signing> = {}): Signing => ({
  draft,
  revision,
  signature: 'Ruth Calder',
  post: '',
  starts: '2026-04-08',
  reviewOn: '2027-04-07',
  reason: 'A small policy to begin with.',
  ...more,
})

describe('a draft', () => {
  test('is begun once for each submission, read by those who keep policies and by nobody else', async () => {
    const ruth = await asking('ruth-calder')
    const life = it.app.policyLife
    const begun = await life.begin(ruth, { submission: 'one', text: 'id: x' })
    const again = await life.begin(ruth, { submission: 'one', text: 'id: y' })
    assert.deepEqual(again, begun)
    assert.ok((await life.drafts(await asking('helena-stroud'))).some((one) => one.id === begun?.id))
    const dilys = await asking('dilys-owen')
    assert.equal(await life.draft(dilys, begun?.id ?? ''), undefined, 'the Board’s is not the nursery’s')
    assert.equal(await life.setAside(dilys, begun?.id ?? ''), false)
    const own = await life.begin(dilys, { submission: 'one', text: 'id: z' })
    assert.equal(await life.draft(ruth, own?.id ?? ''), undefined, 'nor the nursery’s the Board’s')
    const tom = await asking('tom-reddy')
    assert.deepEqual(await life.drafts(tom), [])
    assert.equal(await life.draft(tom, begun?.id ?? ''), undefined)
    assert.equal(await life.begin(tom, { submission: 'two', text: 'id: x' }), undefined)
    // The wall stands in the database too: the same as somebody who keeps none, past the application.
    const rows = await it.t.store.transaction({ person: 'tom-reddy', partnership: 'exampleshire' }, (tx) =>
      tx.policyDrafts.list(),
    )
    assert.deepEqual(rows, [])
    await assert.rejects(
      it.t.store.transaction({ person: 'tom-reddy', partnership: 'exampleshire' }, (tx) =>
        tx.policies.adopt('exampleshire', 3),
      ),
      /row-level security|permission/,
    )
  })

  test('of two who save at once, one wins and the other is shown what is kept', async () => {
    const [ruth, helena] = [await asking('ruth-calder'), await asking('helena-stroud')]
    const life = it.app.policyLife
    const begun = await life.begin(ruth, { submission: 'race', text: 'first' })
    assert.ok(begun)
    const [a, b] = await Promise.all([
      life.save(ruth, { id: begun.id, revision: 1, text: 'as Ruth has it' }),
      life.save(helena, { id: begun.id, revision: 1, text: 'as Helena has it' }),
    ])
    assert.equal([a, b].filter((one) => one.ok).length, 1)
    const lost = a.ok ? b : a
    const kept = await life.draft(ruth, begun.id)
    assert.ok(!lost.ok && lost.why === 'changed')
    assert.deepEqual(lost.draft, kept)
    assert.equal(kept?.revision, 2)
  })
})

describe('adoption', () => {
  test('needs a signature, a date, a review, and a reason where the check warns; then cases go by it and its history says who signed', async () => {
    const ruth = await asking('ruth-calder')
    const life = it.app.policyLife
    const post = ruth.viewer.keeps[0]?.id ?? ''
    const begun = await life.begin(ruth, { submission: 'adopt', text: policyText('small') })
    assert.ok(begun)
    const sign = (more: Partial<Signing> = {}) => life.adopt(ruth, signing(begun.id, 1, { post, ...more }))
    for (const [field, wrong] of [
      ['signature', { signature: 'Somebody Else' }],
      ['starts', { starts: '2026-04-07' }],
      ['reviewOn', { reviewOn: '2026-04-08' }],
      ['post', { post: 'of another' }],
      ['reason', { reason: '' }],
    ] as const) {
      const answer = await sign(wrong)
      assert.ok(!answer.ok && answer.why === 'refused' && answer.field === field, `${field}: ${JSON.stringify(answer)}`)
    }
    assert.equal(await it.app.policies.get('exampleshire', 'small'), undefined)
    assert.deepEqual(await sign(), { ok: true, policy: 'small', version: 1 })
    assert.deepEqual(await sign(), { ok: true, policy: 'small', version: 1 }, 'sent twice, answered once')
    const found = await it.app.policies.get('exampleshire', 'small')
    assert.equal(found?.adoption?.by, 'ruth-calder')
    assert.equal(found?.adoption?.signedAs, 'Board manager')
    assert.equal(found?.adoption?.reviewOn, '2027-04-07')
    const history = await life.history('exampleshire', 'small')
    assert.deepEqual(
      history?.adoptions.map((one) => [one.version, one.byName, one.reason]),
      [[1, 'Ruth Calder', 'A small policy to begin with.']],
    )
  })

  test('refuses what cannot be read, what has errors, what was saved since, and a version with other words', async () => {
    const ruth = await asking('ruth-calder')
    const life = it.app.policyLife
    const post = ruth.viewer.keeps[0]?.id ?? ''
    const unread = await life.begin(ruth, { submission: 'unread', text: 'id: [' })
    const refused = await life.adopt(ruth, signing(unread?.id ?? '', 1, { post }))
    assert.ok(!refused.ok && refused.why === 'unsound' && !refused.read.ok)
    const changed = await life.begin(ruth, { submission: 'changed', text: policyText('small', 1, 4) })
    assert.ok(changed)
    const other = await life.adopt(ruth, signing(changed.id, 1, { post }))
    assert.ok(!other.ok && other.why === 'refused' && /version 2/.test(other.says), JSON.stringify(other))
    await life.save(ruth, { id: changed.id, revision: 1, text: policyText('small', 2, 4) })
    const stale = await life.adopt(ruth, signing(changed.id, 1, { post }))
    assert.ok(!stale.ok && stale.why === 'changed')
    assert.deepEqual(await life.adopt(ruth, signing(changed.id, 2, { post, starts: '2026-05-01' })), {
      ok: true,
      policy: 'small',
      version: 2,
    })
    assert.equal((await it.app.policies.get('exampleshire', 'small'))?.policy.version, 1, 'until it starts')
    await it.goTo('2026-05-01T09:00')
    assert.equal((await it.app.policies.get('exampleshire', 'small'))?.policy.version, 2)
    await it.goTo('2026-04-08T10:00')
  })

  test('by a provider holds for its own cases alone, and does not touch what is in force for all', async () => {
    const dilys = await asking('dilys-owen')
    const life = it.app.policyLife
    const post = dilys.viewer.keeps[0]?.id ?? ''
    const signed = { post, signature: 'dilys  owen' }
    const over = await life.begin(dilys, { submission: 'over', text: policyText('small', 3, 9) })
    const refused = await life.adopt(dilys, signing(over?.id ?? '', 1, signed))
    assert.ok(!refused.ok && refused.why === 'refused' && refused.field === 'post')
    const own = await life.begin(dilys, { submission: 'own', text: policyText('bramble') })
    assert.ok((await life.adopt(dilys, signing(own?.id ?? '', 1, signed))).ok)
    const offered = async (agency: string) =>
      (await it.app.policies.list('exampleshire', agency)).map((one) => one.policy.id)
    assert.ok((await offered('bramble-lane')).includes('bramble'))
    assert.ok(!(await offered('fernley-school')).includes('bramble'))
  })
})

test('an addendum begins today or later, acts on its days for running cases, and its end is announced', async () => {
  const ruth = await asking('ruth-calder')
  const life = it.app.policyLife
  const post = ruth.viewer.keeps[0]?.id ?? ''
  const text = (from: string) =>
    `id: by-phone\ntitle: By telephone for a time\nchanges: { policy: exampleshire, version: 3, from: ${from}, until: 2026-04-20 }\nstages: { talk: { contact: [phone] } }\n`
  const back = await life.begin(ruth, { submission: 'addendum-back', text: text('2026-04-01') })
  const refused = await life.adopt(ruth, signing(back?.id ?? '', 1, { post, reviewOn: '2026-04-20' }))
  assert.ok(!refused.ok && refused.why === 'refused' && /today or later/.test(refused.says), JSON.stringify(refused))
  const ahead = await life.begin(ruth, { submission: 'addendum-ahead', text: text('2026-04-09') })
  const done = await life.adopt(ruth, signing(ahead?.id ?? '', 1, { post, reviewOn: '2026-04-20' }))
  assert.ok(done.ok, JSON.stringify(done))
  const second = await life.begin(ruth, {
    submission: 'addendum-second',
    text: text('2026-04-09').replace('id: by-phone', 'id: by-video').replace('[phone]', '[video]'),
  })
  const clash = await life.adopt(ruth, signing(second?.id ?? '', 1, { post, reviewOn: '2026-04-20' }))
  assert.ok(!clash.ok && clash.why === 'refused' && /by-phone and by-video begin on the same day/.test(clash.says))
  assert.deepEqual(
    (await it.app.policies.list('exampleshire')).map((one) => one.policy.id).includes('by-phone'),
    false,
    'nobody raises a concern under an addendum',
  )
  const world = await it.app.policies.world('exampleshire', 'exampleshire')
  assert.deepEqual(
    world?.addenda.map(({ id, from, until }) => [id, from, until]),
    [['by-phone', '2026-04-09', '2026-04-20']],
  )
  const about = async () => (await life.reminders('exampleshire')).filter((one) => one.policy === 'by-phone')
  assert.deepEqual(
    (await about()).map((one) => one.kind),
    ['addendum begins'],
  )
  await it.goTo('2026-04-10T10:00')
  assert.ok((await about()).some((one) => one.kind === 'addendum ends' && one.on === '2026-04-20'))
  await it.goTo('2026-04-08T10:00')
})

test('a review comes round, may be called early with its reason, and is held with the next date', async () => {
  const ruth = await asking('ruth-calder')
  const life = it.app.policyLife
  const about = async () =>
    (await life.reminders('exampleshire')).filter((one) => one.policy === 'exampleshire' && one.kind !== 'report due')
  assert.deepEqual(await about(), [])
  const version = (await it.app.policies.get('exampleshire', 'exampleshire'))?.policy.version ?? 0
  assert.ok(await life.callReview(ruth, { policy: 'exampleshire', version, reason: 'A case showed a gap.' }))
  assert.deepEqual(
    (await about()).map((one) => [one.kind, one.on, one.says]),
    [['review called', '2026-04-08', 'A case showed a gap.']],
  )
  await it.goTo('2026-04-09T10:00')
  assert.ok(
    await life.holdReview(ruth, { policy: 'exampleshire', version, outcome: 'It stays.', nextOn: '2026-06-01' }),
  )
  assert.deepEqual(
    (await about()).map((one) => [one.kind, one.on]),
    [['review soon', '2026-06-01']],
  )
  await it.goTo('2026-06-02T10:00')
  assert.deepEqual(
    (await about()).map((one) => one.kind),
    ['review past'],
  )
  await it.goTo('2026-04-08T10:00')
  assert.equal(
    await life.callReview(await asking('tom-reddy'), { policy: 'exampleshire', version, reason: 'No.' }),
    false,
  )
})

test('K48: the report of a register comes round, is counted for whoever keeps it, and the next counts from it', async () => {
  const about = async () =>
    (await it.app.policyLife.reminders('exampleshire')).filter((one) => one.kind === 'report due').map((one) => one.on)
  // Adopted on 5 February 2018 and never reported since.
  assert.deepEqual(await about(), ['2019-02-05'])
  const ruth = await it.as('ruth-calder')
  const page = wordsIn((await ruth.page('/register/report')).body)
  assert.match(
    page,
    /due by Tuesday 5 February 2019.*No report has been recorded since.*What they are about.*How they ended/,
  )
  assert.equal((await (await it.as('tom-reddy')).page('/register/report')).statusCode, 404)
  assert.equal((await ruth.press('/register/report', { to: '' })).statusCode, 422)
  assert.equal((await ruth.press('/register/report', { to: 'the Board' })).statusCode, 303)
  assert.deepEqual(await about(), [])
  assert.match(wordsIn((await ruth.page('/register/report')).body), /due by Thursday 8 April 2027.*to the Board/)
  assert.match(
    wordsIn((await ruth.page('/policies/exampleshire/history')).body),
    /reported the register, under version 3, to the Board/,
  )
})
