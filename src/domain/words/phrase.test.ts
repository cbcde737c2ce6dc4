import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePolicy } from '../policy/parse-policy.ts'
import type { Duty, Event, Limit, Move, Policy } from '../policy/policy.ts'
import { conditionPhrase } from './phrase-condition.ts'
import { dutyOrder, dutySentence } from './phrase-duty.ts'
import { eventPhrase, startPhrase, whenPhrase } from './phrase-event.ts'
import { everything } from './phrase-example.ts'
import { limitLabel, limitPhrase } from './phrase-limit.ts'
import { moveOrder, moveSentence } from './phrase-move.ts'
import { stageName, stageNumber, takeThisTo } from './phrase-stage.ts'
import { capital, curly, plural, sentence, small, withA } from './phrase-text.ts'

const policy = read(everything)
const place = { line: 1, column: 1 }

function read(text: string): Policy {
  const result = parsePolicy(text)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

function duty(id: string): Duty {
  const found = [...policy.duties, ...policy.stages.flatMap((stage) => stage.duties)].find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

function move(id: string): Move {
  const found = [...policy.moves, ...policy.stages.flatMap((stage) => stage.moves)].find((one) => one.id === id)
  assert.ok(found, id)
  return found
}

test('a duty as an order, one for each verb', () => {
  const orders: Readonly<Record<string, string>> = {
    'd-tell': 'Tell your own line manager and the independent reviewing officer',
    'd-write': 'Write the minutes',
    'd-record': 'Record learning',
    'd-refer': 'Refer this to the independent reviewing officer',
    'd-answer': 'Answer “How urgent is it?”',
    'd-discuss': 'Talk it over with the other side',
    'd-meet': 'Meet the other side',
    'd-reply': 'Reply to the other side',
    'd-consult': 'Ask a supporter for advice or help',
    'd-agree': 'Agree the action plan in the same words as the other side',
    'd-do': 'Read the statement out',
    'd-keep': 'Keep the arrangement as it is',
  }
  for (const [id, order] of Object.entries(orders)) assert.equal(dutyOrder(duty(id), policy), order)
})

test('a case puts names in place of sides and posts', () => {
  assert.equal(
    dutyOrder(duty('d-reply'), policy, { otherSide: 'Bramble Lane Nursery' }),
    'Reply to Bramble Lane Nursery',
  )
  const who = (one: { readonly role: string }) => (one.role === 'manager' ? 'Joanne Pike' : undefined)
  assert.equal(dutyOrder(duty('d-tell'), policy, { who }), 'Tell Joanne Pike and the independent reviewing officer')
})

test('a duty as a sentence keeps must, should and may', () => {
  assert.equal(
    dutySentence(duty('d-tell'), policy),
    'If the child is on a plan or looked after, each side’s worker must tell their own line manager and the independent reviewing officer.',
  )
  assert.equal(dutySentence(duty('d-write'), policy), 'Each side should write the minutes.')
  assert.equal(dutySentence(duty('d-record'), policy), 'Every 2 weeks, each side may record learning.')
  assert.equal(
    dutySentence(duty('d-agree'), policy),
    'Each side must agree the action plan in the same words as the other side. The closing of the case waits for this.',
  )
  assert.match(dutySentence(duty('d-reply'), policy), / The agreement and “Write the minutes” wait for this\.$/)
})

test('conditions', () => {
  const said = (id: string) => {
    const condition = duty(id).if
    assert.ok(condition)
    return conditionPhrase(condition, policy)
  }
  assert.equal(said('d-tell'), 'the child is on a plan or looked after')
  assert.equal(said('d-refer'), 'the child is not on a plan')
  assert.equal(
    said('d-consult'),
    'the child is on a plan and not looked after, or the answer to “What is it about?” includes “The plan”',
  )
  const stage = policy.stages[1]?.if
  assert.ok(stage)
  assert.equal(conditionPhrase(stage, policy), 'the answer to “Does everybody think so?” is yes')
  assert.equal(conditionPhrase({ op: 'not', of: stage }, policy), 'the answer to “Does everybody think so?” is not yes')
})

test('not (a and b) is said as what it means', () => {
  const both = { op: 'and', of: [yes('on-plan'), yes('looked-after')] } as const
  assert.equal(
    conditionPhrase({ op: 'not', of: both }, policy),
    'the child is not on a plan or the child is not looked after',
  )
})

function yes(fact: string) {
  return { op: 'yes', fact, place } as const
}

test('every event is said', () => {
  const events: readonly (readonly [Event, string])[] = [
    [{ on: 'raised', place }, 'the concern is raised'],
    [{ on: 'joined', place }, 'an agency joins'],
    [{ on: 'entered', stage: 'line', place }, 'stage 2 starts'],
    [{ on: 'left', stage: 'line', place }, 'stage 2 ends'],
    [{ on: 'stage late', stage: 'line', place }, 'stage 2 is late'],
    [{ on: 'any entered', place }, 'any stage starts'],
    [{ on: 'any left', place }, 'any stage ends'],
    [{ on: 'done', duty: 'd-reply', place }, '“Reply to the other side” is done'],
    [{ on: 'late', duty: 'd-reply', place }, '“Reply to the other side” is late'],
    [{ on: 'after', duty: 'd-reply', place }, '“Reply to the other side” is done or late'],
    [{ on: 'end', end: 'agreed', place }, 'it is settled by agreement'],
    [{ on: 'end', end: 'handed over', place }, 'it is handed over to another procedure'],
    [{ on: 'ended', place }, 'the case ends'],
    [{ on: 'decision changed', place }, 'a decision is changed'],
    [{ on: 'action late', place }, 'an agreed action is late'],
  ]
  for (const [event, words] of events) assert.equal(eventPhrase(event, policy), words)
  assert.equal(
    whenPhrase(
      [
        { on: 'end', end: 'agreed', place },
        { on: 'end', end: 'decided', place },
      ],
      policy,
    ),
    'when it is settled by agreement or decided',
  )
  assert.equal(
    whenPhrase(
      [
        { on: 'entered', stage: 'talk', place },
        { on: 'entered', stage: 'line', place },
      ],
      policy,
    ),
    'when stage 1 or stage 2 starts',
  )
  assert.equal(startPhrase({ on: 'raised', place }, policy), 'the raising of the concern')
  assert.equal(startPhrase({ on: 'due', of: 'talk', is: 'stage', place }, policy), 'the limit of stage 1')
})

test('limits, in a sentence and in a box', () => {
  const five: Limit = { length: { unit: 'working-days', n: 5 }, orSooner: true, asAGuide: false, text: '', place }
  const guide: Limit = { ...five, length: { unit: 'working-weeks', n: 1 }, asAGuide: true }
  const shared: Limit = { ...five, of: { on: 'raised', place } }
  assert.equal(limitPhrase([five], policy), 'within 5 working days, or sooner if the child needs it')
  assert.equal(limitPhrase([guide], policy), 'within 1 working week, or sooner if the child needs it, as a guide')
  assert.equal(
    limitPhrase([shared], policy),
    'within 5 working days of the raising of the concern, or sooner if the child needs it',
  )
  assert.equal(limitLabel([five], policy), '5 working days, or sooner')
  assert.equal(limitLabel([shared], policy), '5 working days from the raising, or sooner')
  assert.equal(
    limitPhrase(duty('d-discuss').within, policy),
    'within 4 hours if the answer to “How urgent is it?” is “Red” or within 2 days, whichever is sooner',
  )
  assert.equal(
    limitPhrase(duty('d-meet').within, policy),
    'by a date set by the line manager of the side that raised it',
  )
  assert.equal(limitPhrase([], policy), '')
  assert.equal(limitLabel([], policy), undefined)
})

test('moves as orders, with and without a target', () => {
  assert.equal(moveOrder(move('up'), policy), 'Take this to the next stage')
  assert.equal(moveOrder(move('up'), policy, { type: 'stage', id: 'line' }), 'Take this to line managers')
  assert.equal(moveOrder(move('up'), policy, { type: 'stage', id: 'top' }), 'Take this to the Chair')
  assert.equal(
    moveOrder(move('jump'), policy, { type: 'end', end: 'recorded' }),
    'Record the disagreement and go no further',
  )
  assert.equal(moveOrder(move('no-further'), policy), 'Record my disagreement and go no further')
  assert.equal(
    moveOrder({ ...move('jump'), is: 'Go on' }, policy, { type: 'stage', id: 'top' }),
    'Go on: take this to the Chair',
  )
  assert.equal(takeThisTo(policy, 'talk'), 'Go on to “Talk”')
})

test('moves as sentences: nobody is “my”, whoever decides has a name, each needs all', () => {
  assert.equal(
    moveSentence(move('no-further'), policy),
    'The person who raised it may record the disagreement and go no further.',
  )
  assert.equal(moveSentence(move('decide'), policy, policy.stages[2]), 'The Chair may decide it.')
  assert.equal(
    moveSentence(move('up'), policy, policy.stages[1]),
    'The side that raised it may take this to the Chair.',
  )
  assert.equal(moveSentence(move('agree'), policy), 'Each side may say that it is settled; it counts once all have.')
  const { by: _by, ...silence } = { ...move('up'), when: duty('d-meet').when }
  assert.equal(
    moveSentence(silence, policy),
    'When “Talk it over with the other side” is done or late, the case goes to the next stage by itself.',
  )
})

test('a step before the numbering has no number and takes none', () => {
  const before = read(everything.replace('is: Talk\n', 'is: Before the first stage\n'))
  assert.deepEqual(
    ['talk', 'line', 'top'].map((id) => stageNumber(before, id)),
    [undefined, 1, 2],
  )
  assert.equal(stageName(before, 'talk'), '“Before the first stage”')
})

test('small helps', () => {
  assert.equal(capital('“without delay” means'), '“Without delay” means')
  assert.deepEqual(['Line manager', 'Chair of the Board', 'MASH', 'A hub'].map(small), [
    'line manager',
    'Chair of the Board',
    'MASH',
    'a hub',
  ])
  assert.deepEqual(['member of the Board', 'deputy', 'boss', 'key'].map(plural), [
    'members of the Board',
    'deputies',
    'bosses',
    'keys',
  ])
  assert.equal(withA('independent officer'), 'an independent officer')
  assert.deepEqual(['ask “Why?”', 'go'].map(sentence), ['Ask “Why?”', 'Go.'])
  assert.equal(curly("the child's parents'"), 'the child’s parents’')
})

test('what is ours and written as a bare noun or verb is said as people say it', () => {
  const said = (id: string) => {
    const own = policy.duties.find((one) => one.id === id)
    assert.ok(own, id)
    return dutySentence(own, policy)
  }
  assert.match(said('our-safe-meanwhile'), /should say what keeps the child safe meanwhile on the same working day\.$/)
  assert.match(said('our-risk-now'), /must say what the risk to the child is now on the same working day\.$/)
  assert.match(said('our-debrief'), /each side may talk it over afterwards\.$/)
  assert.match(said('our-dissent'), /each side may put a disagreement with the decision on record\.$/)
})

test('somebody who is on neither side does with both what others do with the other, and the same words are said once', () => {
  const meeting = read(
    everything.replace(
      '      d-meet:    { who: responding worker,',
      '      met-iro: { who: iro, must: meet }\n      met-chair: { who: chair, must: meet }\n      d-meet:    { who: responding worker,',
    ),
  )
  const met = meeting.stages.flatMap((stage) => stage.duties).filter((one) => one.id.startsWith('met-'))
  assert.deepEqual(
    met.map((one) => dutySentence(one, meeting)),
    ['The independent reviewing officer must meet both sides.', 'The Chair must meet both sides.'],
  )
  const done = (id: string): Event => ({ on: 'done', duty: id, place })
  assert.equal(
    whenPhrase(
      met.map((one) => done(one.id)),
      meeting,
    ),
    'when “Meet both sides” is done',
  )
})
