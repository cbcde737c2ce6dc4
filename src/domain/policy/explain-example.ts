/** The whole policy of language.md section 2, of an invented Exampleshire: what the tests of the words speak about. */
export const exampleshire = `
id: exampleshire
title: Settling professional disagreement
version: 3
nation: england-and-wales
roles:
  worker:      { is: Worker, tier: 1 }
  manager:     { is: Line manager, tier: 2, or: [supervisor], else: [lead] }
  lead:        { is: Safeguarding lead }
  head:        { is: Head of service, tier: 3 }
  iro:         { is: Reviewing officer, at: outside }
  coordinator: { is: Partnership co-ordinator, at: board, contact: { email: board@exampleshire.example } }
  chair:       { is: Independent chair, at: board, else: [coordinator] }
  panel:       { is: Panel, at: board, seats: { agencies: 3, of: head, parties: must, decides: together } }
facts:
  reason:    { ask: What is it about?, any-of: { threshold: Level of need, plan: A plan not carried out } }
  exact:     { ask: What exactly do you disagree with?, kind: words }
  on-plan:   { ask: Is the child on a plan? }
  urgent:    { ask: Must it be settled today?, by: raising manager }
  justified: { ask: Is the concern justified?, by: raising manager }
  conduct:   { ask: Is it about how a person behaved? }
raise: { by: [worker, lead], asks: [reason, exact, on-plan, conduct], cites: EX-1 }
stages:
  talk:
    is: Talk to each other
    between: worker
    contact: [phone, face to face]
    within: 3 working days or sooner
    duties:
      talked: { who: each worker, must: discuss, within: without delay, cites: EX-2 }
    moves:
      up: { by: raising manager, if: justified, cites: EX-2 }
  line:
    is: Line managers
    between: manager
    within: 5 working days
    duties:
      answer:   { who: responding manager, must: reply, within: [4 hours if urgent, 2 working days], before: up, cites: EX-3 }
      told-iro: { who: raising manager, must: tell iro, if: on-plan, within: same working day, cites: EX-3 }
      chase:    { who: coordinator, should: tell responding head, when: answer late, cites: EX-4 }
      letter:   { who: responding manager, must: write outcome letter to raiser, when: agreed, within: 2 working days, cites: EX-4 }
  top:
    is: The chair
    by: chair
    within: 10 working days
    moves:
      back:    { by: chair, to: line, is: Send back to line managers }
      convene: { by: chair, to: panel-stage, is: Convene a panel }
  panel-stage:
    is: Panel
    aside: true
    by: panel
    within: 10 working days
    duties:
      heard: { who: each party, may: write representation to panel, cites: EX-5 }
duties:
  lead-now: { who: raising worker, must: tell own lead, if: immediate-harm, within: immediately, cites: EX-6 }
  our-same-words: { within: 3 working days, cites: EX-7 }
moves:
  other-way: { by: raising party, to: handed over, if: conduct, says: Use the conduct procedure. }
register: { kept-by: coordinator, from: line }
clauses: { EX-1: Any worker may raise a concern., EX-2: Talk first and at once., EX-3: Managers answer in two days., EX-4: Silence is chased and the outcome written., EX-5: All are heard., EX-6: The lead knows at once., EX-7: Both confirm. }
`
