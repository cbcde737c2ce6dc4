/** A policy that has nearly every construct of the language once: what the tests of the phrases read. */
export const everything = `
id: everything
title: Everything once
nation: scotland
for: [child, adult, theme]
roles:
  worker:  { is: Worker, tier: 1 }
  manager: { is: Line manager, tier: 2, or: [named-nurse], else: [deputy, head] }
  deputy:  { is: Deputy, tier: 2 }
  head:    { is: Head of service, tier: 3 }
  iro:     { is: Independent reviewing officer, at: outside }
  board:   { is: Board manager, at: board, contact: { email: a@b.example, phone: 01632 960001, find: The staff directory } }
  chair:   { is: Chair, at: board }
facts:
  reason:  { ask: What is it about?, any-of: { plan: The plan, need: Level of need } }
  urgency: { ask: How urgent is it?, one-of: { red: Red, green: Green } }
  on-plan: { ask: Is the child on a plan? }
  looked-after: { ask: Is the child looked after? }
  both-agree: { ask: Does everybody think so? }
  met-on:  { ask: When was the meeting?, kind: date }
raise: { by: [worker], asks: [reason, urgency, on-plan, met-on], within: 48 hours of met-on, late: refuse, says: Be exact }
stages:
  talk:
    is: Talk
    between: worker
    within: [as agreed, 10 working days]
    duties:
      d-tell:    { who: each worker, must: tell own manager and iro, if: on-plan or looked-after }
      d-write:   { who: each party, should: write minutes }
      d-record:  { who: each party, may: record learning, when: every 2 weeks }
      d-refer:   { who: raising worker, must: refer to iro, if: not on-plan, within: immediately }
      d-answer:  { who: raising worker, must: answer urgency, within: same working day }
      d-discuss: { who: each worker, must: discuss, within: [4 hours if urgency is red, 2 days] }
      d-meet:    { who: responding worker, must: meet, when: after d-discuss, within: as set by raising manager }
      d-reply:   { who: responding worker, must: reply, within: 2 working days of met-on, before: [agreed, d-write] }
      d-consult: { who: raising worker, may: consult supporter, if: (on-plan and not looked-after) or reason is plan }
      d-agree:   { who: each party, must: agree action plan, before: closed }
      d-do:      { who: each worker, should: do read the statement out, when: [talk late, action late] }
      d-keep:    { who: each party, must: keep the arrangement as it is }
  line:
    is: Line managers
    between: manager
    repeats: tiers
    if: both-agree
    with: [iro, board]
    within: 5 working days of talk due
    moves:
      jump: { by: any manager, to: [top, recorded], if: urgency is red }
  top: { is: The Chair, by: chair }
`
