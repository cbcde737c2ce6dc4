/**
 * What is found in the five shipped policies, all of it: level, rule and line. A finding that comes or goes is a change to look at,
 * in the policy or in the checker; lines move with the file. Source: issue 3.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedBankHolidays } from '../calendars/shipped.ts'
import { readShipped, shippedIds } from '../policies/read-shipped.ts'
import { check } from '../src/domain/policy/check.ts'

const expected: Readonly<Record<(typeof shippedIds)[number], readonly string[]>> = {
  'st-marychurch': [
    'warning role-without-contact 15',
    'warning stage-only-without-delay 53',
    'warning shared-limit 62',
    'warning gap-in-source 149',
    'warning gap-in-source 150',
    'warning gap-in-source 151',
    'warning gap-in-source 152',
    'warning gap-in-source 153',
    'warning gap-in-source 154',
    'warning gap-in-source 155',
    'warning gap-in-source 156',
    'warning gap-in-source 157',
    'note defaults-in-use 1',
    'note defaults-overridden 1',
    'note longest-total 1',
    'note clause-uncited 142',
    'note clause-uncited 143',
    'note clause-uncited 144',
    'note clause-uncited 146',
  ],
  'ready-steady-grow': [
    'warning tells-itself 86',
    'warning gap-in-source 159',
    'warning gap-in-source 160',
    'warning gap-in-source 161',
    'warning gap-in-source 162',
    'warning review-past 166',
    'note defaults-in-use 1',
    'note defaults-overridden 1',
    'note longest-total 1',
    'note waits-for-one 10',
    'note waits-for-one 12',
  ],
  ladybirds: [
    'warning role-without-contact 10',
    'warning stage-only-without-delay 54',
    'warning stage-only-without-delay 61',
    'warning stage-only-without-delay 70',
    'warning gap-in-source 97',
    'warning gap-in-source 98',
    'warning gap-in-source 99',
    'warning gap-in-source 100',
    'warning review-past 109',
    'note defaults-in-use 1',
    'note defaults-overridden 1',
    'note longest-total 1',
    'note waits-for-one 8',
    'note goes-no-further 66',
    'note clause-uncited 91',
  ],
  playgroup: [
    'warning role-without-contact 10',
    'warning stage-only-without-delay 45',
    'warning stage-only-without-delay 54',
    'warning stage-only-without-delay 62',
    'warning stage-only-without-delay 71',
    'warning stage-only-without-delay 80',
    'warning stage-only-without-delay 91',
    'warning gap-in-source 135',
    'warning gap-in-source 136',
    'warning gap-in-source 137',
    'warning gap-in-source 138',
    'note defaults-in-use 1',
    'note defaults-overridden 1',
    'note longest-total 1',
  ],
  havering: [
    'warning role-without-contact 11',
    'warning gap-in-source 153',
    'warning gap-in-source 154',
    'warning gap-in-source 155',
    'note defaults-in-use 1',
    'note defaults-overridden 1',
    'note longest-total 1',
    'note waits-for-one 9',
    'note clause-uncited 139',
    'note clause-uncited 150',
  ],
}

for (const id of shippedIds)
  test(`${id} has these findings and no others`, () => {
    const { findings } = check(readShipped(id), {
      holidays: shippedBankHolidays('england-and-wales'),
      today: '2026-04-08',
    })
    assert.deepEqual(
      findings.map((one) => `${one.level} ${one.rule} ${one.line}`),
      expected[id],
    )
  })
