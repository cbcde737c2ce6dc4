import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { z } from 'zod'
import { exampleshire } from './exampleshire.ts'
import { parsePolicy } from './parse-policy.ts'
import { fitsSchema, policySchema } from './schema.ts'

// The published form, read back: what an editor does with it.
const published = z.fromJSONSchema(JSON.parse(JSON.stringify(policySchema())))
const short =
  'id: small\ntitle: Small\nroles: { worker: { is: Worker } }\nstages: { talk: { is: Talk, between: worker } }\n'

/** Samples of shape alone: what a phrase says is the reader's business. */
const samples: readonly (readonly [accepted: boolean, text: string])[] = [
  [true, exampleshire],
  [true, short],
  [true, `${short}version: 2\nfor: [child, adult]\nread-with: Information sharing\n`],
  [true, `${short}for: adult\nnation: scotland\n`],
  [true, `${short}duties: { our-dissent: null }\nmoves: { again: null }\n`],
  [true, `${short}clauses: { EX-1.2: 7, EX-2: true }\n`],
  [
    true,
    short.replace('between: worker', 'between: worker, aside: no, repeats: tiers, contact: [e-mail, face to face]'),
  ],
  [
    true,
    `${short}gaps: [{ cites: EX-1, says: Broken off, ours: A default }]\nhistory: [{ date: 2026-01-31, what: Written }]\n`,
  ],
  [
    true,
    `${short}review: { every: 1 year, sooner: New information }\nsettings: { 24-hours: 1 working day, closed-dates: roll }\n`,
  ],
  [false, `${short}stagez: {}\n`],
  [false, short.replace('id: small\n', '')],
  [false, short.replace('id: small', 'id: Small One')],
  [false, short.replace('is: Talk', 'iz: Talk')],
  [false, short.replace('is: Talk', 'is: [Talk]')],
  [false, short.replace('is: Talk', 'is: " "')],
  [false, short.replace('between: worker', 'between: worker, aside: maybe')],
  [false, short.replace('between: worker', 'between: worker, contact: [email]')],
  [false, short.replace('between: worker', 'between: worker, within: []')],
  [false, `${short}version: 0\n`],
  [false, `${short}version: two\n`],
  [false, `${short}for: [children]\n`],
  [false, `${short}clauses: [EX-1]\n`],
  [false, `${short}clauses: { EX 1: A text }\n`],
  [false, `${short}gaps: { says: x }\n`],
  [false, `${short}gaps: [{ cites: EX-1 }]\n`],
  [false, `${short}history: [{ date: soon, what: Written }]\n`],
  [false, `${short}changes: { policy: other }\n`],
  [false, `${short}settings: { half-day: 1 hour }\n`],
  [false, `${short}duties: { Big One: { who: raising worker, must: meet } }\n`],
  [false, `${short}duties: text\n`],
  [false, 'just words'],
]

for (const [accepted, text] of samples) {
  test(`reader and schema agree: ${accepted ? 'accept' : 'refuse'} ${text.replace(short, '…').slice(0, 70).replaceAll('\n', '⏎')}`, () => {
    const data: unknown = parse(text)
    const read = parsePolicy(text)
    assert.equal(read.ok, accepted, JSON.stringify(read.ok || read.problems))
    assert.equal(published.safeParse(data).success, accepted)
    assert.equal(fitsSchema(data), accepted)
  })
}

test('the schema is one that editors can use', () => {
  const schema = policySchema()
  assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema')
  assert.equal(schema['additionalProperties'], false)
})
