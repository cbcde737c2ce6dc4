/**
 * The command that an entry was the answer to, so that the same people can be let do the same again under other rules.
 * What the program wrote by itself has none: it happens again by itself, or not. Source: issue "The policy workbench" point 6.
 */
import type { Verb } from '../../policy/policy.ts'
import type { Command, RaiseCommand } from '../command.ts'
import type { Act, Ballot, Entry, What } from '../entry.ts'

/** What the replayed case calls what the old record refers to by its number. */
export interface Renumbered {
  readonly seq: (seq: number) => number
  /** Keys of duties that are live there. */
  readonly live: (keys: readonly string[]) => readonly string[]
}

/** Nothing for what is no command of its own: the program's entries, and signatures that the last signature's entry stands for. */
export function commandOf(entry: Entry, now: Renumbered): Exclude<Command, RaiseCommand> | undefined {
  const { what } = entry
  if (entry.by === 'concordat') return undefined
  switch (what.kind) {
    case 'raised':
    case 'version changed':
    case 'deadline passed':
    case 'dates moved':
    case 'addendum':
      return undefined
    case 'told':
    case 'written':
    case 'recorded':
    case 'referred':
    case 'discussed':
    case 'met':
    case 'replied':
    case 'consulted':
    case 'done':
      return acted(entry, what, now)
    case 'breached':
      return { kind: 'breach', key: now.live(entry.answers)[0] ?? '', words: what.words }
    case 'reply weighed':
      return { kind: 'weigh reply', reply: now.seq(what.reply), satisfied: what.satisfied, words: what.words }
    case 'proposed':
      return { kind: 'propose', of: what.of, lines: what.lines, outstanding: what.outstanding }
    case 'confirmed':
      return { kind: 'confirm', proposal: now.seq(what.proposal), facts: what.facts }
    case 'not confirmed':
      return {
        kind: 'not confirm',
        of: what.of,
        ...(what.proposal === undefined ? {} : { proposal: now.seq(what.proposal) }),
        words: what.words,
      }
    case 'fact answered':
      return { kind: 'answer', fact: what.fact, answer: what.answer, words: what.words }
    case 'gate asked':
      return { kind: 'ask gate', move: what.move, words: what.words }
    case 'risk reviewed':
      return { kind: 'review risk', level: what.level, words: what.words }
    case 'interim arrangement':
      return {
        kind: 'arrange',
        words: what.words,
        answersFor: what.answersFor,
        ...(what.until === undefined ? {} : { until: what.until }),
      }
    case 'arrangement checked':
      return { kind: 'check arrangement', words: what.words }
    case 'protective date':
      return { kind: 'protect', date: what.date, words: what.words }
    case 'no protective date':
      return { kind: 'need no date', words: what.words }
    case 'date set':
      return { kind: 'set date', key: now.live([what.key])[0] ?? what.key, date: what.date, words: what.words }
    case 'waived':
      return { kind: 'waive', key: now.live([what.key])[0] ?? what.key, words: what.words }
    default:
      return moved(what) ?? settled(entry, what, now)
  }
}

function acted(entry: Entry, what: Act & What, now: Renumbered): Command & { kind: 'act' } {
  const { kind, ...said } = what
  const { title, ...act } = said as Act & { readonly title?: string }
  // A talk counts for everybody who took part: whose duties it answers is worked out again.
  const keys = kind === 'discussed' || kind === 'met' ? [] : now.live(entry.answers)
  return {
    kind: 'act',
    verb: verbs[kind] ?? 'do',
    ...(keys.length > 0 ? { keys } : {}),
    act,
    ...(title === undefined ? {} : { title }),
    happened: entry.happened,
    audience: entry.audience,
  }
}

const verbs: Readonly<Partial<Record<What['kind'], Verb>>> = {
  told: 'tell',
  written: 'write',
  recorded: 'record',
  referred: 'refer',
  discussed: 'discuss',
  met: 'meet',
  replied: 'reply',
  consulted: 'consult',
  done: 'do',
}

function moved(what: What): Exclude<Command, RaiseCommand> | undefined {
  switch (what.kind) {
    case 'move signed':
      return {
        kind: 'move',
        move: what.move,
        ...(what.end === undefined ? {} : { end: what.end }),
        ...(what.stage === undefined ? {} : { stage: what.stage }),
        alone: what.alone,
        words: what.words,
        facts: what.facts,
      }
    case 'escalated':
    case 'sent back':
      return {
        kind: 'move',
        move: what.move,
        stage: what.start.stage,
        words: what.words,
        facts: what.facts,
        ...ballots(what.votes),
      }
    case 'agreed':
    case 'decided':
    case 'went no further':
    case 'withdrawn':
    case 'handed over':
      return {
        kind: 'move',
        move: what.move,
        end: what.end,
        words: what.words,
        facts: what.facts,
        outstanding: what.outstanding,
        ...ballots(what.votes),
      }
    case 'reopened':
      return { kind: 'reopen', words: what.words }
    default:
      return undefined
  }
}

const ballots = (votes: readonly (Omit<Ballot, 'vote'> & { readonly vote: string })[] | undefined) =>
  votes === undefined
    ? {}
    : { votes: votes.filter((one): one is Ballot => ['for', 'against', 'abstains'].includes(one.vote)) }

function settled(entry: Entry, what: What, now: Renumbered): Exclude<Command, RaiseCommand> | undefined {
  switch (what.kind) {
    case 'joined':
      return {
        kind: 'join',
        agency: what.agency,
        ...(what.person === undefined ? {} : { person: what.person }),
        words: what.why,
      }
    case 'raiser joined':
      return { kind: 'join as raiser', person: what.person }
    case 'supporter joined':
      return { kind: 'support', person: what.person }
    case 'decision changed':
      return { kind: 'change decision', words: what.words, ...ballots(what.votes) }
    case 'dissented':
      return { kind: 'dissent', words: what.words }
    case 'panel composed':
      return { kind: 'compose panel', members: what.members, leftOut: what.leftOut }
    case 'conflict declared':
      return { kind: 'declare conflict', words: what.words }
    case 'note':
      return { kind: 'note', words: what.words, private: entry.audience.to === 'people' }
    case 'outstanding opened':
      return { kind: 'open action', action: what.action }
    case 'outstanding done':
      return {
        kind: 'finish action',
        opened: { seq: now.seq(what.opened.seq), index: what.opened.index },
        words: what.words,
      }
    case 'closed':
      return { kind: 'close', words: what.words }
    // Sharing, learning and corrections hang on no rule of a policy.
    default:
      return undefined
  }
}
