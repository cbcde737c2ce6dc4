import type { Verb } from '../../policy/policy.ts'
import type { Command } from '../command.ts'
import type { What } from '../entry.ts'

/** The entry of an act, one kind a verb. */
export function whatOf(command: Extract<Command, { kind: 'act' }>): What {
  const { act: said } = command
  const kinds: Readonly<
    Record<
      Exclude<Verb, 'write' | 'answer' | 'agree' | 'keep'>,
      'told' | 'recorded' | 'referred' | 'discussed' | 'met' | 'replied' | 'consulted' | 'done'
    >
  > = {
    tell: 'told',
    record: 'recorded',
    refer: 'referred',
    discuss: 'discussed',
    meet: 'met',
    reply: 'replied',
    consult: 'consulted',
    do: 'done',
  }
  switch (command.verb) {
    case 'write':
      return { kind: 'written', title: command.title ?? '', ...said }
    case 'answer':
    case 'agree':
    case 'keep':
      return { kind: 'done', ...said }
    case 'tell':
    case 'record':
    case 'refer':
    case 'discuss':
    case 'meet':
    case 'reply':
    case 'consult':
    case 'do':
      return { kind: kinds[command.verb], ...said }
  }
}
