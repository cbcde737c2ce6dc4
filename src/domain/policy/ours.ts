/**
 * Our own policy: what speaks where a policy is silent. Every policy varies it; what comes from it is marked as ours.
 * Source: language.md section 2, "Our own policy", its built-in facts and its settings.
 */
export const ours = `
id: concordat
facts:
  immediate-harm: { ask: Is the child in immediate danger? }
  same-agency: { ask: Are both sides of the same agency? }
  cross-area: { ask: Do the sides belong to different areas? }
  subject: { ask: Whom is it about?, one-of: { child: A child, adult: An adult, theme: A theme } }
  our-risk: { ask: What is the risk to the child now?, kind: words }
  our-why: { ask: Why?, kind: words }
  our-outstanding: { ask: What is still outstanding?, kind: actions }
  our-listened: { ask: Were you listened to? }
  our-difference: { ask: What did it do for the child?, kind: words }
duties:
  our-risk-now: { who: raising party, must: answer our-risk, when: any stage, within: same working day }
  our-safe-meanwhile: { who: responding party, should: write interim arrangement, when: any stage, within: same working day }
  our-file: { who: each party, must: record the stage on file, when: any stage left }
  our-outcome-told: { who: raising party, must: tell raiser, when: [ended, decision changed] }
  our-same-words: { who: each party, must: agree outcome, when: [agreed, decided], asks: [our-outstanding, our-listened, our-difference], within: 2 working days }
  our-dissent: { who: each party, may: record dissent, when: decided }
  our-debrief: { who: each party, may: do debrief, when: ended }
moves:
  up: { by: raising party, to: next, asks: [our-why] }
  again: { by: raising party, to: same, asks: [our-why] }
  urgent: { by: raising party, to: any stage, if: immediate-harm, asks: [our-why] }
  agree: { by: each party, to: agreed }
  decide: { by: decider, to: decided, asks: [our-why] }
  withdraw: { by: raiser, to: withdrawn, asks: [our-why] }
  no-further: { by: raiser, to: recorded, asks: [our-why], is: Record my disagreement and go no further }
settings:
  working-day: 09:00-17:00
  without-delay: same working day
  immediately: 1 hour
  tell-within: same working day
  gate: 1 working day
  closed-dates: stay
  reopen: 28 days
  stop-the-clock: never
  waive: board
  quorum: all
  ties: chair
  conflicts: step aside
`

export const oursId = 'concordat'

/** Facts that the engine works out from the case: a policy may change their words, nobody is asked them. */
export const derivedFacts: ReadonlySet<string> = new Set(['same-agency', 'cross-area', 'subject'])
