import { clauseNumber } from './clause.ts'
import { html } from './html.ts'
import type { WorkingRow, WorkingView } from './working.ts'

/** The three day-by-day answers of the mock-ups. */
const easter: readonly WorkingRow[] = [
  { is: 'closed', dates: ['Fri 3 April'], words: 'Good Friday, a bank holiday: does not count' },
  { is: 'closed', dates: ['Sat 4 April', 'Sun 5 April'], words: 'Weekend: does not count' },
  { is: 'closed', dates: ['Mon 6 April'], words: 'Easter Monday, a bank holiday: does not count' },
]
const first: WorkingRow = { is: 'counted', dates: ['Thu 2 April'], number: 1, words: 'Working day 1' }

export const oursWorking: WorkingView = {
  caption: 'Counting the days from Wednesday 1 April 2026',
  rule: html`Two dates apply. <strong>The sooner one counts</strong> (clause ${clauseNumber('EX-1.4')}).`,
  dates: [
    'The policy’s limit: 5 working days from the start of stage 2, which is Friday 10 April',
    'The date that protects Leila: Thursday 9 April',
  ],
  rows: [
    { is: 'start', dates: ['Wed 1 April'], number: 0, words: 'Stage 2 started at 4:10pm. The day it starts is day 0' },
    first,
    ...easter,
    { is: 'counted', dates: ['Tue 7 April'], number: 2, words: 'Working day 2' },
    { is: 'counted', dates: ['Wed 8 April'], number: 3, words: 'Working day 3 (today)' },
    { is: 'due', dates: ['Thu 9 April'], number: 4, words: 'Due by 5pm. The date that protects Leila' },
    { is: 'unused', dates: ['Fri 10 April'], number: 5, words: 'Working day 5. The policy’s limit, not used' },
  ],
  notes:
    'Bank holidays for England and Wales. Bramble Lane Nursery has no closed days in this time. A working day ends at 5pm: this is Concordat’s default, your policy does not say.',
}

export const theirsWorking: WorkingView = {
  caption: 'Counting the days from Wednesday 1 April 2026',
  rule: html`2 working days from being asked (clause ${clauseNumber('EX-2.4')}).`,
  rows: [
    {
      is: 'start',
      dates: ['Wed 1 April'],
      number: 0,
      words: 'Joanne Pike asked at 4:10pm. The day it starts is day 0',
    },
    first,
    ...easter,
    { is: 'due', dates: ['Tue 7 April'], number: 2, words: 'Working day 2. Due by 5pm' },
    { is: 'late', dates: ['Wed 8 April'], words: 'Today. Late by 1 working day' },
  ],
  notes: 'Bank holidays for England and Wales. Exampleshire Children’s Services has no closed days in this time.',
}

export const calculatorWorking: WorkingView = {
  caption: 'Counting the days from Wednesday 1 April 2026',
  rows: [
    { is: 'start', dates: ['Wed 1 April'], number: 0, words: 'Starts at 4:10pm. The day it starts is day 0' },
    first,
    ...easter,
    { is: 'counted', dates: ['Tue 7 April'], number: 2, words: 'Working day 2' },
    { is: 'counted', dates: ['Wed 8 April'], number: 3, words: 'Working day 3' },
    { is: 'counted', dates: ['Thu 9 April'], number: 4, words: 'Working day 4' },
    { is: 'due', dates: ['Fri 10 April'], number: 5, words: 'Working day 5. Due by 5pm' },
  ],
  notes:
    'Bank holidays from GOV.UK, fetched on 2 March 2026. The working day ends at 5pm: Concordat’s default, which a policy can change.',
}
