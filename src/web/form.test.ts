import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readForm } from './form.ts'

const one = (name: string, value: unknown) => readForm({ [name]: value })

describe('text', () => {
  test('is trimmed, with one kind of line end and nothing no keyboard types', () => {
    assert.equal(one('w', '  a\r\nb\u0000\u001b \t').text('w'), 'a\nb')
    assert.equal(one('w', 'x\ud800').text('w'), 'x\ufffd')
  })

  test('missing words and too many are told once, in a sentence', () => {
    const form = readForm({ w: ' ' })
    assert.equal(form.text('w', 'Write the words'), '')
    form.text('w', 'Write the words')
    assert.deepEqual(form.errors, [{ field: 'w', words: 'Write the words' }])
    const long = one('w', 'x'.repeat(10_001))
    assert.equal(long.text('w'), '')
    assert.deepEqual(long.errors, [{ field: 'w', words: 'Use 10,000 characters or fewer' }])
    assert.equal(long.typed('w').length, 10_001)
  })
})

describe('choices', () => {
  test('only what was offered counts', () => {
    assert.equal(one('c', 'b').choice('c', ['a', 'b']), 'b')
    const form = one('c', 'z')
    assert.equal(form.choice('c', ['a', 'b'], 'Choose one'), undefined)
    assert.equal(form.error('c'), 'Choose one')
  })

  test('checkboxes, flags and yes or no read alike from a form and from JSON', () => {
    for (const body of [
      { l: ['a', 'b', 'a', ''], f: 'yes', y: 'no', n: '4' },
      { l: ['a', 'b'], f: true, y: false, n: 4 },
    ]) {
      const form = readForm(body)
      assert.deepEqual(form.list('l'), ['a', 'b'])
      assert.equal(form.flag('f'), true)
      assert.equal(form.yesNo('y'), false)
      assert.equal(form.whole('n', { min: 1, max: 9 }), 4)
      assert.ok(form.ok)
    }
    assert.equal(one('n', '12').whole('n', { min: 1, max: 9 }), undefined)
  })
})

describe('dates', () => {
  const boxes = (day: string, month: string, year: string) =>
    readForm({ 'd-day': day, 'd-month': month, 'd-year': year })

  test('from three boxes, with months as people write them, or as ISO', () => {
    for (const month of ['4', '04', 'April', 'apr']) assert.equal(boxes('9', month, '2026').date('d'), '2026-04-09')
    assert.equal(one('d', '2026-04-09').date('d'), '2026-04-09')
    assert.deepEqual(one('d', '2026-04-09').typedDate('d'), { day: '9', month: '4', year: '2026' })
    assert.equal(readForm({}).date('d'), undefined)
  })

  for (const [day, month, year, words, at] of [
    ['31', '2', '2026', 'The date must be a real date', 'd-day'],
    ['9', '', '2026', 'The date must include a month', 'd-month'],
    ['', '', '2026', 'The date must include a day and a month', 'd-day'],
    ['9', '4', '26', 'The year must have 4 figures', 'd-year'],
    ['9', 'Aprob', '2026', 'The date must be a real date', 'd-day'],
  ] as const)
    test(`${day} ${month} ${year}: ${words}`, () => {
      const form = boxes(day, month, year)
      assert.equal(form.date('d', 'Give the date'), undefined)
      assert.deepEqual(form.errors, [{ field: 'd', words, at }])
    })

  test('an empty one is told its own sentence', () => {
    const form = readForm({})
    form.date('d', 'Give the date')
    assert.equal(form.error('d'), 'Give the date')
  })
})

describe('times', () => {
  for (const [typed, read] of [
    ['4:10pm', '16:10'],
    ['4 pm', '16:00'],
    ['9.30 AM', '09:30'],
    ['16:10', '16:10'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['midday', '12:00'],
  ] as const)
    test(`${typed} is ${read}`, () => assert.equal(one('t', typed).time('t'), read))
  for (const typed of ['25:00', '13pm', '4', '4:61pm', 'soon'])
    test(`${typed} is no time`, () => {
      const form = one('t', typed)
      assert.equal(form.time('t'), undefined)
      assert.equal(form.ok, false)
    })
})

describe('rows', () => {
  test('numbered fields and a list of objects are the same rows; blank ones are left out; errors name the row', () => {
    const bodies = [
      {
        'action-1-what': 'Call',
        'action-1-who': '',
        'action-2-what': ' ',
        'action-3-what': 'Write',
        'action-3-who': 'Tom',
      },
      { action: [{ what: 'Call' }, { what: '' }, { what: 'Write', who: 'Tom' }] },
    ]
    for (const body of bodies) {
      const form = readForm(body)
      const rows = form.rows('action').map((row) => [row.text('what'), row.text('who', 'Say who')])
      assert.deepEqual(rows, [
        ['Call', ''],
        ['Write', 'Tom'],
      ])
      assert.deepEqual(form.errors, [{ field: 'action-1-who', words: 'Say who' }])
    }
  })
})

describe('what was sent', () => {
  test('fields nobody read are known by name, those of every form aside', () => {
    const form = readForm({ words: 'x', owner: 'me', _csrf: 't', submission: 's', expected: '1', deep: { er: 1 } })
    form.text('words')
    assert.deepEqual(form.unread(), ['owner', 'deep-er'])
    assert.deepEqual(
      form.all.map(({ name }) => name),
      ['words', 'owner', 'deep-er'],
    )
  })

  test('nothing a program sends brings it down', () => {
    for (const body of [
      null,
      undefined,
      3,
      'x',
      [],
      [[[[[[1]]]]]],
      { a: null },
      { a: { b: { c: { d: { e: { f: 1 } } } } } },
      { __proto__: { x: 1 } },
    ])
      assert.doesNotThrow(() => readForm(body).text('x'))
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, 'x']))
    assert.ok(readForm(wide).all.length <= 500)
  })
})
