/** A policy that has all the names which the rows of language.md section 4 use; each row is put into one of its pockets. */
export function policyWith(
  row: Partial<Record<'stage' | 'duty' | 'inStage' | 'policyMove' | 'inStageMove' | 'top' | 'fact' | 'role', string>>,
): string {
  return `
id: kinds
title: Every kind
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Manager, tier: 2 }
  senior: { is: Senior manager, tier: 3 }
  director: { is: Director, tier: 4 }
  proxy: { is: Proxy }
  deputy: { is: Deputy, at: board }
  social-worker: { is: Social worker }
  team-manager: { is: Team manager }
  volunteer: { is: Volunteer }
  board-member: { is: Board member, at: board }
  iro: { is: Reviewing officer }
  chair: { is: Chair, at: board, else: [deputy] }
  coordinator: { is: Co-ordinator, at: board, contact: { email: board@exampleshire.example } }
  front-door: { is: Front door, at: outside, contact: { find: The staff directory } }
  ombudsman: { is: Ombudsman, at: outside }
  family: { is: Family, at: outside }
  panel: { is: Panel, at: board, seats: { agencies: 3, of: board-member, rank: senior officer, parties: must, decides: together } }
  ${row.role ?? 'lead: { is: Safeguarding lead }'}
facts:
  reason: { ask: What is it about?, any-of: { conference: A conference, plan: A plan } }
  exact: { ask: What exactly?, kind: words }
  wanted: { ask: What do you want?, kind: words }
  urgency: { ask: How urgent?, one-of: { red: Red, amber: Amber } }
  serious: { ask: Is it serious? }
  on-plan: { ask: Is the child on a plan? }
  open-case: { ask: Is it an open case? }
  conduct: { ask: Is it about conduct? }
  kind: { ask: What kind?, one-of: { concern: A concern, praise: Praise } }
  justified: { ask: Is it justified?, by: raising manager }
  meeting-wanted: { ask: Is a meeting wanted?, by: raising manager }
  conference-end: { ask: When did it end?, kind: date }
  decision-date: { ask: When was it decided?, kind: date }
  actions: { ask: Which actions?, kind: actions }
  challenge-form: { ask: Challenge form, asks: [reason, exact] }
  ${row.fact ?? ''}
stages:
  talk: { is: Talk, between: worker }
  line:
    is: Line
    between: manager
    within: 5 working days of talk
    duties:
      ack0: { who: responding manager, must: reply, within: 2 working days }
      ${row.inStage ?? ''}
    moves:
      ${row.inStageMove ?? 'stay: { by: raising manager, to: talk }'}
  ${row.stage ?? ''}
  senior-talk: { is: Seniors, between: senior, within: 5 working days of line due }
  top: { is: Chair, by: chair, moves: { convene: { by: chair, to: panel-stage } } }
  thanks: { is: Thanks, between: worker }
  dissent: { is: Dissent, between: worker }
  lead-review: { is: Lead review, between: manager }
  panel-stage: { is: Panel, aside: true, by: panel }
duties:
  ${row.duty ?? 'our-file: { cites: EX-1 }'}
moves:
  ${row.policyMove ?? 'agree: { cites: EX-1 }'}
${row.top ?? ''}
`
}

/** Every row of language.md section 4: its kind, and what is put where. */
export const rows: readonly (readonly [string, Parameters<typeof policyWith>[0]])[] = [
  ['K02 stage', { stage: 'consult: { is: Consult, between: [raising worker, raising manager] }' }],
  ['K02 duty', { inStage: 'advice: { who: raising worker, may: consult own manager }' }],
  ['K03', { stage: 'mirrored: { is: Mirrored, between: manager }' }],
  ['K04', { stage: 'alone: { is: One-sided, between: [worker, senior] }' }],
  ['K05', { inStage: 'report: { who: each worker, must: tell own manager, within: 1 working day }' }],
  ['K06', { role: 'lead: { is: Safeguarding lead, or: [named nurse], else: [proxy] }' }],
  ['K64', { stage: 'tiers: { is: Tiers, between: manager, repeats: tiers }' }],
  ['K07', { inStage: 'a: { who: each worker, must: discuss, within: 5 working days }' }],
  ['K08', { inStage: 'a: { who: each worker, must: discuss, within: 48 hours }' }],
  ['K09', { inStage: 'a: { who: each worker, must: discuss, within: 28 days }' }],
  ['K10', { inStage: 'a: { who: each worker, must: discuss, within: 1 working week or sooner }' }],
  ['K11 immediately', { inStage: 'a: { who: each worker, must: discuss, within: immediately }' }],
  ['K11 same day', { inStage: 'a: { who: each worker, must: discuss, within: same working day }' }],
  ['K11 without delay', { inStage: 'a: { who: each worker, must: discuss, within: without delay }' }],
  ['K12 agreed', { inStage: 'a: { who: each worker, must: discuss, within: [as agreed, 10 working days] }' }],
  ['K12 set by', { inStage: 'a: { who: each worker, must: discuss, within: as set by raising iro }' }],
  ['K14', { inStage: 'a: { who: each worker, must: discuss, within: 2 working days of decision-date }' }],
  ['K15', { stage: 'shared: { is: Shared, between: senior, within: 5 working days of talk }' }],
  ['K15 extra', { stage: 'extra: { is: Extra, between: senior, within: 5 working days of line due }' }],
  ['K16', { stage: 'soft: { is: Soft, between: senior, within: "3 working days, as a guide" }' }],
  [
    'K16 sooner and guide',
    { stage: 'soft: { is: Soft, between: senior, within: "1 working week or sooner, as a guide" }' },
  ],
  ['K17', { top: 'raise: { within: 48 hours of conference-end, late: refuse }' }],
  ['K20', { inStage: 'a: { who: each worker, must: reply, within: [1 hour if urgency is red, 48 hours] }' }],
  ['K18', { inStageMove: 'straight: { by: raising lead, to: [senior-talk, top], if: serious, asks: [exact] }' }],
  [
    'K19',
    { duty: 'harm: { who: raising worker, must: refer to front-door, if: immediate-harm, within: immediately }' },
  ],
  ['K21 chase', { inStage: 'chase: { who: coordinator, should: tell responding senior, when: ack0 late }' }],
  ['K21 silence', { inStageMove: 'silence: { by: raising manager, to: senior-talk, when: ack0 late }' }],
  ['K21 by itself', { inStageMove: 'silence: { to: senior-talk, when: ack0 late }' }],
  ['K22 gate', { inStageMove: 'up: { by: raising manager, if: justified }' }],
  ['K22 optional', { stage: 'meeting: { is: Meeting, between: manager, if: meeting-wanted }' }],
  ['K23', { inStage: 'told-iro: { who: raising manager, must: tell raising iro, if: on-plan }' }],
  ['K24', { inStage: 'told-board: { who: raising manager, must: tell coordinator }' }],
  ['K24 every stage', { duty: 'told-board: { who: raising manager, must: tell coordinator, when: any stage }' }],
  [
    'K25',
    { inStage: 'outcome: { who: raising manager, must: write report of resolution to coordinator, when: agreed }' },
  ],
  [
    'K26',
    { inStage: 'copies: { who: raising manager, must: tell responding social-worker and responding team-manager }' },
  ],
  ['K27', { top: 'raise: { asks: [challenge-form] }' }],
  ['K28', { duty: 'filed: { who: each party, must: record the stage on file, when: any stage left }' }],
  [
    'K29',
    {
      inStage:
        'letter: { who: responding manager, must: write outcome letter to raiser, when: agreed, within: 2 working days }',
    },
  ],
  ['K30', { inStage: 'plan: { who: each manager, must: agree action plan, asks: [actions], before: agreed }' }],
  ['K49', { duty: 'our-outcome-told: { cites: EX-1 }' }],
  ['K54', { top: 'raise: { asks: [reason, exact, wanted] }' }],
  ['K60', { inStage: 'ack: { who: responding manager, must: reply, within: 2 working days }' }],
  [
    'K61',
    {
      inStage:
        'met: { who: responding manager, must: meet, if: open-case, within: 5 working days }\n      minutes: { who: responding manager, must: write minutes to everyone, when: met, within: 2 working days }',
    },
  ],
  ['K33', { inStage: 'heard: { who: each party, may: write representation to panel }' }],
  [
    'K34',
    {
      stage: 'mediation: { is: Mediation, between: director, with: [chair] }',
      top: 'register: { kept-by: coordinator, from: line }',
    },
  ],
  ['K35', { inStage: 'engaged: { who: raising senior, must: consult each board-member, before: top }' }],
  [
    'K44',
    { duty: 'no-agreement: { who: each party, may: record dissent, when: decided }', top: 'settings: { ties: chair }' },
  ],
  [
    'K37',
    {
      top: 'tracks: { plan: { if: reason is plan, stages: [lead-review] }, usual: { stages: [talk, line, senior-talk, top, thanks, dissent] } }',
    },
  ],
  [
    'K38',
    { policyMove: 'conduct: { by: raising party, to: handed over, if: conduct, says: Use the conduct procedure }' },
  ],
  [
    'K39',
    {
      top: 'for: [theme]\ntracks: { themes: { if: subject is theme, stages: [top] }, usual: { stages: [talk, line, senior-talk, top, thanks, dissent, lead-review] } }',
    },
  ],
  ['K41', { policyMove: 'inside: { by: raising party, to: handed over, if: same-agency }' }],
  ['K42', { inStage: 'cross: { who: raising manager, must: tell each coordinator, if: cross-area }' }],
  ['K43', { duty: 'outside: { who: raising worker, may: refer to ombudsman, when: raised }' }],
  ['K51', { duty: 'as-is: { who: each party, must: keep the arrangement as it is, when: raised }' }],
  [
    'K56',
    {
      duty: 'family-told: { who: raising party, should: tell family, when: [any stage, ended] }\n  kept-out: { who: each party, must: keep the child out of the dispute }',
    },
  ],
  ['K57', { top: 'raise: { by: [worker, volunteer, family] }' }],
  ['K52', { inStage: 'support: { who: raising worker, may: consult supporter, says: Ask for somebody at your side }' }],
  [
    'K50',
    {
      inStage:
        'marked: { who: each manager, must: keep challenges marked as such in the subject line }\n      met: { who: responding manager, must: meet }\n      statement: { who: responding manager, must: do read the statement out, when: met }',
    },
  ],
  ['K45', { duty: 'reflect: { who: each party, should: meet, when: ended }' }],
  ['K46', { duty: 'learning: { who: coordinator, should: record learning, when: ended }' }],
  [
    'K47 K48',
    {
      top: 'register: { kept-by: coordinator, from: line, report: every 1 year, counts: [reason, stage, agency, outcome] }',
    },
  ],
  [
    'K59',
    {
      top: 'version: 2\nhistory: [{ date: 2026-01-01, what: Written }]\nreview: { every: 1 year, sooner: New information }',
    },
  ],
  ['K62', { duty: 'told-again: { who: chair, must: tell everyone, when: decision changed }' }],
  [
    'K63',
    {
      top: 'tracks: { praise: { if: kind is praise, stages: [thanks] }, usual: { stages: [talk, line, senior-talk, top, dissent, lead-review] } }',
    },
  ],
  [
    'trap 9',
    { inStage: 'a: { who: each worker, must: reply, within: [20 days if open-case, 10 days if not open-case] }' },
  ],
  ['brackets', { inStage: 'a: { who: each worker, must: reply, if: not (on-plan or urgency is red) and open-case }' }],
  ['after', { inStage: 'met: { who: responding manager, must: meet, when: after ack0 }' }],
  ['every', { duty: 'looked-at: { who: coordinator, must: record learning, when: every 1 year }' }],
]
