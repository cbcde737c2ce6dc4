import type { Command } from '../src/domain/case/command.ts'
import type { Situation } from './every-path.ts'

/** One command of nearly every kind, as somebody might try it. */
export const commands = (s: Situation): readonly Command[] => [
  { kind: 'note', words: 'A note.' },
  { kind: 'note', words: ' ' },
  { kind: 'act', verb: 'reply', act: { words: 'A reply.' } },
  { kind: 'act', verb: 'discuss', act: { words: 'We talked.', way: 'phone' } },
  { kind: 'protect', date: '2030-01-01', words: 'Then.' },
  { kind: 'protect', date: '2020-01-01', words: 'Then.' },
  { kind: 'review risk', level: 'some', words: 'Some.' },
  { kind: 'move', move: 'up', words: '', facts: {} },
  { kind: 'move', move: 'urgent', stage: s.world.policy.stages.at(-1)?.id ?? '', words: 'Now.', facts: {} },
  { kind: 'move', move: 'decide', end: 'decided', words: 'So.', facts: {} },
  { kind: 'move', move: 'no-such-move', words: '', facts: {} },
  { kind: 'ask gate', move: 'up', words: '' },
  { kind: 'answer', fact: 'no-such-fact', answer: true, words: '' },
  { kind: 'compose panel', members: [], leftOut: '' },
  { kind: 'change decision', words: 'Otherwise.' },
  { kind: 'dissent', words: 'No.' },
  { kind: 'reopen', words: 'Again.' },
  { kind: 'close', words: '' },
  { kind: 'correct', of: 999, words: 'So.', why: 'Wrong.' },
  { kind: 'share', entry: 999, with: { agencies: [], people: [] }, override: false, familyTold: 'no', words: 'Here.' },
  { kind: 'confirm', proposal: 999, facts: {} },
  { kind: 'waive', key: 'none', words: 'No.' },
  { kind: 'set date', key: 'none', date: '2030-01-01', words: '' },
  { kind: 'join', agency: 'nowhere', words: '' },
  { kind: 'finish action', opened: { seq: 999, index: 0 }, words: '' },
  { kind: 'change version', to: { id: 'none', version: 99, hash: '' }, stages: {}, words: 'It is newer.' },
]
