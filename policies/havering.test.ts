import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { ourDaySettings } from '../src/domain/calendar/calendar.ts'
import { deadline } from '../src/domain/calendar/deadline.ts'
import { expectClauses } from './expect-clauses.ts'
import { readShipped } from './read-shipped.ts'

expectClauses('havering', {
  'C-1': ['facts.reason'],
  'C-3': ['duties.our-risk-now'],
  'C-4': ['stages.talk', 'stages.line', 'stages.seniors'],
  'C-5': ['stages.talk'],
  'C-6': ['duties.lead-now'],
  'C-7': ['raise', 'facts.exact', 'facts.actions-to-date', 'facts.aim', 'facts.evidence', 'facts.evidence-source'],
  'C-8': ['stages.talk.duties.supported'],
  'C-9': ['duties.our-file'],
  'C-10': ['duties.shared', 'duties.our-outcome-told'],
  'C-11': ['stages.top', 'stages.top.moves.decide', 'stages.top.moves.convene'],
  'C-12': ['roles.panel', 'stages.panel-stage'],
  'C-13': ['stages.panel-stage.duties.heard', 'stages.panel-stage.duties.invited', 'stages.panel-stage.moves.decide'],
  'C-14': ['raise'],
  'HV-1.3': ['facts.reason'],
  'HV-1.4': ['raise', 'stages.talk', 'gaps'],
  'HV-1.5': ['duties.lead-now'],
  'HV-1.6': ['stages.talk.duties.clarified', 'facts.evidence', 'facts.evidence-source'],
  'HV-1.8': ['facts.conduct', 'moves.other-way'],
  'HV-2.2': ['stages.talk', 'stages.talk.duties.talked'],
  'HV-2.4': ['roles.manager', 'stages.line', 'stages.line.duties.passed-on', 'stages.line.duties.managers-talk'],
  'HV-2.5': ['stages.line.duties.told-iro', 'facts.on-plan', 'facts.looked-after'],
  'HV-2.7': ['roles.senior', 'stages.seniors', 'stages.seniors.duties.seniors-talk'],
  'HV-2.8': ['stages.seniors', 'duties.engaged'],
  'HV-2.10': ['stages.top'],
  'HV-2.11': ['stages.top.duties.details'],
  'HV-2.12': ['roles.panel', 'stages.panel-stage'],
  'HV-2.13': ['stages.panel-stage', 'stages.panel-stage.duties.heard', 'stages.panel-stage.moves.decide'],
})

const policy = readShipped('havering')

test('havering HV-1.4 each stage has one working week or sooner, as a guide', () => {
  for (const stage of policy.stages) {
    const [limit] = stage.within
    assert.deepEqual(limit?.length, { unit: 'working-weeks', n: 1 }, stage.id)
    assert.deepEqual([limit?.orSooner, limit?.asAGuide], [true, true], stage.id)
  }
})

test('havering HV-2.5 the reviewing officer is told at stage two if the child is on a plan or looked after', () => {
  const duty = policy.stages.find((stage) => stage.id === 'line')?.duties.find((one) => one.cites.includes('HV-2.5'))
  assert.equal(duty?.force, 'must')
  assert.deepEqual(duty?.act.verb === 'tell' ? duty.act.to.map((who) => who.role) : [], ['iro'])
  assert.equal(duty?.if?.op, 'or')
})

test('havering HV-2.8 the Chair waits for the Board members, asked once in a case', () => {
  const engaged = policy.duties.find((duty) => duty.id === 'engaged')
  assert.deepEqual(
    engaged?.before.map((blocks) => blocks.type !== 'closed' && blocks.id),
    ['top'],
  )
  assert.equal(engaged?.force, 'must')
  assert.equal(policy.stages.find((stage) => stage.id === 'seniors')?.repeats, true)
})

test('havering HV-2.12 three agencies, senior officers, full members, those concerned among them, together', () => {
  const { agencies, of, rank, parties, decides } = policy.roles['panel']?.seats ?? {}
  assert.deepEqual(
    { agencies, of, rank, parties, decides },
    { agencies: 3, of: 'board-member', rank: 'senior officer', parties: 'must', decides: 'together' },
  )
})

test('havering C-14 anybody may raise a concern', () => {
  assert.deepEqual(policy.raise.by, [])
})

test('havering HV-1.4 raised on 21 December 2026, stage one ends as a guide on 30 December', () => {
  const length = policy.stages[0]?.within[0]?.length
  assert.ok(length && length.unit !== 'as-agreed' && length.unit !== 'as-set-by')
  const raised = Temporal.PlainDateTime.from('2026-12-21T10:00').toZonedDateTime('Europe/London').toInstant()
  const calendar = { holidays: shippedBankHolidays(policy.nation), closures: [], settings: ourDaySettings }
  assert.equal(deadline(raised, length, calendar).date, '2026-12-30')
})
