import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped } from '../../../policies/read-shipped.ts'
import { compare } from '../../domain/policy/compare/compare.ts'
import { strictest } from '../../domain/policy/strictest/strictest.ts'
import { html } from '../html/html.ts'
import { comparedPage } from './policy-compare-page.ts'
import { strictestPage } from './policy-strictest-page.ts'

const [havering, ready] = [readShipped('havering'), readShipped('ready-steady-grow')]
const back = { text: 'Policies', href: '/p/policies' }
const around = { a: '/p/a', b: '/p/b', strictest: '/p/strictest', back, choose: html`<form></form>` }
const compared = (a = havering, b = ready) => String(comparedPage(compare(a, b), around).body)

test('each line has what it is about as its heading and one cell for each policy, under their names', () => {
  const page = compared()
  assert.match(page, /<th scope="row"[^>]*>Who is told if the child is on a protection plan or looked after<\/th>/)
  const names = [...page.matchAll(/<th scope="col"[^>]*>([^<]+)<\/th>/g)].map((one) => one[1])
  assert.deepEqual([...new Set(names)], ['About', 'Havering', 'Ready Steady Grow'])
  assert.match(page, /<em>Here the independent reviewing officer is not told\.<\/em>/)
  assert.match(page, /Clause RSG-4/)
  assert.match(page, /href="\/p\/strictest"/)
})

test('a policy beside itself says that nothing differs, and shows no table', () => {
  const page = compared(havering, havering)
  assert.match(page, /They say the same\./)
  assert.doesNotMatch(page, /<table/)
})

test('two versions of one policy are told as what changed, and are not offered to be joined', () => {
  const page = compared(havering, { ...havering, version: 2 })
  assert.match(page, /What changed between version 1 and version 2/)
  assert.doesNotMatch(page, /\/p\/strictest/)
})

test('the join: where neither is stricter, what was chosen, where each rule comes from, and the file', () => {
  const page = String(strictestPage(strictest(havering, ready), { back, file: '/p/file', turned: '/p/turned' }).body)
  assert.match(page, /Where neither is stricter/)
  assert.match(page, /Havering is followed, and they take part\./)
  assert.match(page, /Take advice from the safeguarding team \(Ready Steady Grow alone\)/)
  assert.match(page, /Tell the independent reviewing officer[\s\S]{0,200}Havering[\s\S]{0,200}Havering HV-2\.5/)
  assert.match(page, /href="\/p\/file"/)
})

test('two that cannot be joined say why, and offer no file', () => {
  const problems = [{ line: 1, column: 1, rule: 'circle' as const, message: 'A stage is reached by no path.' }]
  const page = String(strictestPage({ ok: false, problems }, { back, file: '/p/file', turned: '/p/turned' }).body)
  assert.match(page, /A stage is reached by no path\./)
  assert.doesNotMatch(page, /\/p\/file/)
})
