import { act, duty, move, start, talk, testBroken } from '../small-policy.testing.ts'

testBroken([
  // Who
  ['unknown-role', act('tell raising ▸managr')],
  ['unknown-role', act('tell ▸the chair')],
  ['unknown-role', act('tell raising ▸supervisor')],
  ['unknown-role', act('refer ▸chair')],
  ['unknown-role', `${start}raise: { by: [worker, ▸boss] }\n${talk}`],
  ['side-word-missing', act('tell chair and ▸manager')],
  ['side-word-missing', duty('{ who: ▸party, must: meet }')],
  ['side-word-not-allowed', act('tell ▸raising chair')],
  ['side-word-not-allowed', act('tell ▸each expert')],
  ['side-word-not-allowed', act('tell ▸any manager')],
  ['side-word-not-allowed', duty('{ who: ▸own manager, must: meet }')],
  ['side-word-not-allowed', duty('{ who: ▸any manager, must: meet }')],
  ['side-word-not-allowed', duty('{ who: chair, must: tell ▸own manager }')],
  ['side-word-not-allowed', act('tell ▸each raiser')],
  ['side-word-not-allowed', `${start}stages: { talk: { is: Talk, between: ▸raising worker } }\n`],
  ['wrong-role', duty('{ who: ▸everyone, must: meet }')],
  ['extra-words', act('"tell raising worker▸, chair"')],
  ['extra-words', duty('{ who: raising worker ▸and chair, must: meet }')],

  // Acts
  ['unknown-verb', act('▸inform raising manager')],
  ['unknown-verb', act('▸tel raising manager')],
  ['words-missing', act('▸agree').replace('▸agree', 'agre▸e')],
  ['extra-words', act('reply ▸quickly')],
  ['unknown-fact', act('answer ▸on-plam')],
  ['two-forces', duty('{ who: raising worker, must: meet, ▸may: reply }')],

  // Limits
  ['wrong-unit', duty('{ who: raising worker, must: meet, within: 5 ▸workig days of talk }')],
  ['wrong-unit', duty('{ who: raising worker, must: meet, within: 5 working ▸months }')],
  ['wrong-unit', duty('{ who: raising worker, must: meet, within: 30 ▸minutes }')],
  ['wrong-length', duty('{ who: raising worker, must: meet, within: ▸five days }')],
  ['wrong-length', duty('{ who: raising worker, must: meet, within: ▸0 days }')],
  ['wrong-length', duty('{ who: raising worker, must: meet, within: ▸99 years }')],
  ['wrong-length', `${start}settings: { gate: ▸as agreed }\n${talk}`],
  ['extra-words', duty('{ who: raising worker, must: meet, within: 5 days ▸from talk }')],
  ['extra-words', duty('{ who: raising worker, must: meet, within: 5 days if on-plan ▸of talk }')],
  ['unknown-event', duty('{ who: raising worker, must: meet, within: "5 days of ▸tolk" }')],
  ['fact-as-event', duty('{ who: raising worker, must: meet, within: 5 days of ▸on-plan }')],

  // Conditions
  ['unknown-fact', duty('{ who: raising worker, must: meet, if: on-plan and ▸urgnt }')],
  ['unknown-fact', duty('{ who: raising worker, must: meet, if: ▸asked }')],
  ['unknown-answer', duty('{ who: raising worker, must: meet, if: risk is ▸rde }')],
  ['wrong-answer', duty('{ who: raising worker, must: meet, if: ▸risk }')],
  ['wrong-answer', duty('{ who: raising worker, must: meet, if: on-plan is ▸yes }')],
  ['wrong-answer', duty('{ who: raising worker, must: meet, if: ▸seen-on }')],
  ['and-or-brackets', duty('{ who: raising worker, must: meet, if: on-plan and ok-here ▸or risk is red }')],
  ['bracket-open', duty('{ who: raising worker, must: meet, if: on-plan and ▸(ok-here or risk is red }')],
  ['extra-words', duty('{ who: raising worker, must: meet, if: on-plan ▸urgently }')],

  // Events, targets, blocks
  ['unknown-event', duty('{ who: raising worker, must: meet, when: ▸askd late }')],
  ['unknown-event', duty('{ who: raising worker, must: meet, when: after ▸talk }')],
  ['unknown-event', duty('{ who: raising worker, must: meet, when: asked ▸due }')],
  ['fact-as-event', duty('{ who: raising worker, must: meet, when: ▸on-plan }')],
  ['fact-as-event', duty('{ who: raising worker, must: meet, when: ▸seen-on }')],
  ['unknown-target', move('{ by: raising worker, to: ▸topp }')],
  ['unknown-target', duty('{ who: raising worker, must: meet, before: [top, ▸tipp] }')],
  ['too-many-targets', move('{ to: [top, agreed], when: talk late }').replace('go:', '▸go:')],
])
