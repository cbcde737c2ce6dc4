import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../policies/read-shipped.ts'
import { exampleshire } from './exampleshire.ts'
import { type Explained, explain, type Sentence } from './explain.ts'
import { parsePolicy } from './parse-policy.ts'
import type { Policy } from './policy.ts'

function read(text: string): Policy {
  const result = parsePolicy(text)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

const example = explain(read(exampleshire))
const stage = (explained: Explained, id: string) => {
  const found = explained.stages.find((one) => one.id === id)
  assert.ok(found, id)
  return found
}
const texts = (sentences: readonly Sentence[]) => sentences.map((sentence) => sentence.text)

test('who may raise a concern, and what is asked', () => {
  assert.equal(example.raise[0]?.text, 'A worker or a safeguarding lead may raise a concern.')
  assert.deepEqual(example.raise[0]?.cites, ['EX-1'])
  assert.equal(example.raise[1]?.text, 'The form first asks “Is the child in immediate danger?”')
  assert.ok(
    texts(example.raise).includes(
      'The form asks “What is it about?” The answers: Level of need; A plan not carried out.',
    ),
  )
})

test('a stage: who, how, how long', () => {
  const talk = stage(example, 'talk')
  assert.deepEqual([talk.number, talk.who, talk.limit], [1, 'Worker and worker', '3 working days, or sooner'])
  assert.equal(
    talk.sentences[0]?.text,
    'The workers of both sides try to settle it, by phone or face to face. It is settled or passed on within 3 working days, or sooner if the child needs it.',
  )
})

test('duties with must and should exactly, their conditions, times and what waits', () => {
  assert.deepEqual(texts(stage(example, 'line').sentences).slice(1), [
    'The line manager who was asked must reply to the other side within 4 hours if it must be settled today or within 2 working days, whichever is sooner. “Take this to the next stage” waits for this, but no longer once it is late.',
    'If the child is on a plan, the line manager of the side that raised it must tell the reviewing officer on the same working day.',
    'When “Reply to the other side” is late, the partnership co-ordinator should tell the head of service who was asked.',
    'When it is settled by agreement, the line manager who was asked must send the outcome letter to the person who raised it in writing within 2 working days.',
  ])
})

test('a panel stage is aside, has no number and says its rule', () => {
  const panel = stage(example, 'panel-stage')
  assert.deepEqual([panel.aside, panel.number], [true, undefined])
  assert.equal(
    panel.sentences[1]?.text,
    'The panel has people from 3 agencies, each a head of service. The agencies in the disagreement must be among them. They decide together.',
  )
})

test('everywhere: the policy first, then what it made its own; ours stands apart', () => {
  assert.equal(
    example.everywhere[0]?.text,
    'If the child is in immediate danger, the worker who raised it must tell their own safeguarding lead at once.',
  )
  assert.ok(
    texts(example.everywhere).includes('The partnership co-ordinator keeps a register of cases from stage 2 on.'),
  )
  assert.deepEqual(example.ends[0]?.cites, ['EX-7'])
  assert.ok(example.defaults.every((sentence) => sentence.origin === 'ours'))
  assert.ok(texts(example.defaults).includes('“Without delay” means on the same working day.'))
  assert.ok(!example.everywhere.some((sentence) => sentence.origin === 'ours'))
})

test('clause by clause: its own text, the rules that carry it out, what is ours', () => {
  const clause = example.clauses.find(({ id }) => id === 'EX-3')
  assert.equal(clause?.text, 'Managers answer in two days.')
  assert.deepEqual(
    clause?.rules.map(({ where, text }) => `${where}: ${text.slice(0, 43)}`),
    [
      '2. Line managers: The line manager who was asked must reply t',
      '2. Line managers: If the child is on a plan, the line manager',
    ],
  )
  const havering = explain(readShipped('havering'))
  const guide = havering.clauses.find(({ id }) => id === 'HV-1.4')
  assert.match(guide?.gaps[0] ?? '', /Concordat’s default: /)
  const drawn = havering.clauses.find(({ id }) => id === 'HV-4')
  assert.deepEqual([drawn?.rules, drawn?.gaps], [[], []])
})

test('wrongdoing is shown where a concern is raised', () => {
  assert.ok(
    texts(example.raise).some((text) =>
      text.startsWith('If it is about how a person behaved, the side that raised it may hand this over'),
    ),
  )
})

const all = [...shippedIds.map((id) => readShipped(id)), readShipped('addenda/ladybirds-covid'), read(exampleshire)]

for (const policy of all) {
  const explained = explain(policy)
  const sentences = sentencesOf(explained)

  test(`${policy.id}: every stage has a sentence and its words, and ways out`, () => {
    for (const one of explained.stages) {
      assert.ok(one.sentences.length > 0 && one.who !== '' && one.title !== '', one.id)
      const drawn = explained.flow.find(({ title }) => title.endsWith(one.title))
      assert.ok(drawn && drawn.ways.length > 0, one.id)
    }
  })

  test(`${policy.id}: every clause that is cited appears`, () => {
    const said = new Set(sentences.flatMap((sentence) => sentence.cites))
    const cited = [
      ...policy.duties,
      ...policy.moves,
      ...policy.stages,
      ...policy.stages.flatMap((one) => [...one.duties, ...one.moves]),
      ...policy.gaps,
    ]
    const missing = cited.flatMap((one) => one.cites).filter((clause) => !said.has(clause))
    assert.deepEqual(missing, [])
  })

  test(`${policy.id}: every duty is said once, with its own force`, () => {
    const duties = [...policy.duties, ...policy.stages.flatMap((one) => one.duties)]
    const forces = sentences.filter((sentence) => / (must|should|may) /.test(sentence.text)).length
    assert.ok(forces >= duties.length)
  })

  test(`${policy.id}: no undefined, no id, no sex, no double mark, no doubled space`, () => {
    assert.deepEqual(
      texts(sentences).flatMap((text) => badWords(text, policy)),
      [],
    )
  })
}

test('the search for bad words finds them', () => {
  const policy = all[0]
  assert.ok(policy)
  for (const bad of [
    'Tell undefined.',
    'Tell the board-manager.',
    'He must reply.',
    'Ask why?.',
    'Tell  them.',
    'Tell the .',
    '',
  ]) {
    assert.notDeepEqual(badWords(bad, policy), [], bad)
  }
})

function sentencesOf(explained: Explained): readonly Sentence[] {
  return [
    ...explained.intro,
    ...explained.raise,
    ...explained.stages.flatMap((one) => one.sentences),
    ...explained.everywhere,
    ...explained.ends,
    ...explained.defaults,
    ...explained.gaps,
  ]
}

function badWords(text: string, policy: Policy): readonly string[] {
  const ids = [
    ...Object.keys(policy.roles),
    ...Object.keys(policy.facts),
    ...policy.stages.flatMap((one) => [one, ...one.duties, ...one.moves]).map((one) => one.id),
    ...[...policy.duties, ...policy.moves].map((one) => one.id),
  ].filter((id) => id.includes('-'))
  const words = text.replace(/\S+@\S+/g, '').split(/[^\p{L}\d-]+/u)
  const wrong = /undefined|null|\bhe\b|\bshe\b|\bhis\b|\bher\b|[?.]\.|\s\s|\s[.,]|“”/i.test(text)
  const unfinished = !/[.?!]”?$/.test(text) || !/^[“\p{Lu}]/u.test(text)
  return wrong || unfinished || ids.some((id) => words.includes(id)) ? [text] : []
}
