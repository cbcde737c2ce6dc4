import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ladder, policyOf, small, when } from '../case/test-place.ts'
import { changeRows } from './version-words.ts'

const duty = (id: string, act: string) => `    duties:\n      ${id}: { who: raising worker, must: ${act} }`
const was = policyOf(small(ladder(duty('gone', 'tell chair'))))
const would = policyOf(small(ladder(duty('come', 'do note it'))))
const now = when('2026-03-03 10:00')

test('what would change stands in words beside what is: dates, what falls away or arises, moves', () => {
  const rows = changeRows(
    {
      differences: [
        { kind: 'date', what: 'talk', stage: 'talk', was: when('2026-03-09 17:00'), would: when('2026-03-03 17:00') },
        { kind: 'date', what: 'talk', stage: 'talk', was: when('2026-03-09 17:00'), would: when('2026-03-03 17:00') },
        { kind: 'notice', what: 'gone', stage: 'talk', only: 'was', to: ['chair'] },
        { kind: 'duty', what: 'come', stage: 'talk', only: 'would', at: when('2026-03-04 17:00') },
        { kind: 'duty', what: 'our-panel', stage: 'top', only: 'was' },
      ],
      moves: [
        { only: 'was', move: 'agree', to: 'agreed' },
        { only: 'would', move: 'up', to: 'top' },
      ],
    },
    was,
    would,
    now,
  )
  assert.deepEqual(
    rows.map((row) => [row.what, row.was, row.would].join(' | ')),
    [
      'Stage “Talk” | Monday 9 March, 5pm | Today, 5pm',
      'The worker who raised it must tell the Chair | To be done | Falls away',
      'The worker who raised it must note it | Not asked for | Wednesday 4 March, 5pm',
      'Choosing the panel | To be done | Falls away',
      'Say that it is settled | Possible | No longer possible',
      'Take this to the Chair | Not possible | Possible',
    ],
  )
})
