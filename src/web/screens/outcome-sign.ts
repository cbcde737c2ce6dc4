import { dateAt } from '../../domain/calendar/london.ts'
import { ofCase } from '../urls.ts'
import { factsOf } from './form-act.ts'
import { factField, openFacts } from './form-facts.ts'
import { actionsOf, wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { outcomeState } from './outcome-state.ts'
import { single } from './outcome-words.ts'
import { entryByRef } from './refs.ts'

/** Writing the words both sides are to sign: one line for each thing agreed. */
export const outcomeWords = writing(['outcome/:duty/words'], 'to write down what was agreed', (asked) => {
  const { ctx, view, p } = asked
  const state = outcomeState(asked, ctx.param('duty'))
  if (!state) return undefined
  const start =
    state.ours?.lines ??
    state.theirs[0]?.lines ??
    (view.c.end && view.c.end.words !== '' ? view.c.end.words.split('\n') : [])
  const open = view.c.outstanding.filter((one) => !one.done).length
  return {
    title: 'Write down what was agreed',
    lead: 'Short lines that somebody who was not there can check: who does what, by when.',
    cites: state.instance.duty?.cites ?? [],
    fields: [
      {
        kind: 'words',
        name: 'lines',
        label: 'What was agreed',
        hint: 'One line for each thing agreed.',
        rows: 8,
        missing: 'Write what was agreed',
      },
      {
        kind: 'actions',
        name: 'outstanding',
        label: open > 0 ? 'What else is still to be done?' : 'What is still to be done?',
        hint:
          open > 0
            ? `${open === 1 ? 'One thing is' : `${open} things are`} on the case’s list already and stay there. Leave the rows empty if that is all.`
            : 'One row for each thing. Leave the rows empty if there is nothing.',
        optional: true,
        today: dateAt(view.at),
      },
    ],
    button: 'Put these words to the other side',
    readers: [{ isForBoth: true, text: 'Both sides will read these words, and are asked to sign them' }],
    example: { kind: 'propose', of: state.id, lines: ['.'], outstanding: [] },
    prefill: { lines: start.join('\n'), ...rows(state.ours?.outstanding ?? []) },
    command: (values) => ({
      kind: 'propose',
      of: state.id,
      lines: wordsOf(values, 'lines')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      outstanding: actionsOf(values, 'outstanding'),
    }),
    to: () => ofCase(p, view.caseId, 'outcome', state.id),
  }
})

/** Signing: only words that stand on this page. What the policy asks of both sides on signing is asked here. */
export const outcomeSignature = writing(['outcome/:duty/signature'], 'to sign what was agreed', (asked) => {
  const { ctx, view, p } = asked
  const state = outcomeState(asked, ctx.param('duty'))
  const proposal = state?.wordings.find((one) => one.seq === entryByRef(view, ctx.query.typed('proposal'))?.seq)
  if (!state || !proposal) return undefined
  const { policy } = view.world
  const facts = openFacts(policy, state.instance.duty?.asks ?? []).filter((fact) => fact.kind.type !== 'actions')
  return {
    title: proposal.agency === view.part.agency ? 'Sign your words' : 'Confirm their words',
    lead: 'You sign exactly what stands here, and nothing else.',
    cites: state.instance.duty?.cites ?? [],
    before: single(asked, proposal),
    fields: facts.map((fact) => factField(fact, policy, { optional: fact.kind.type !== 'yes-no' })),
    button: proposal.agency === view.part.agency ? 'Sign these words' : 'Confirm these words',
    readers: [{ isForBoth: true, text: 'Both sides can read that you signed, and your answers' }],
    command: (values) => ({ kind: 'confirm', proposal: proposal.seq, facts: factsOf(values) }),
    to: () => ofCase(p, view.caseId, 'outcome', state.id),
  }
})

/** Not agreeing what was agreed. */
export const outcomeRefusal = writing(['outcome/:duty/refusal'], 'to say that it was not agreed', (asked) => {
  const { ctx, view } = asked
  const state = outcomeState(asked, ctx.param('duty'))
  if (!state) return undefined
  const proposal = state.theirs.at(-1)?.seq
  const decided = view.c.end?.end === 'decided'
  return {
    title: decided ? 'Say what you do not agree with' : 'We do not agree what we agreed',
    lead: decided
      ? 'The decision stands, and your disagreement is put on the record beside it.'
      : 'That is a proper answer. Say what is different for you, so that the other side knows.',
    cites: state.instance.duty?.cites ?? [],
    fields: [
      { kind: 'words', name: 'words', label: 'What do you not agree with?', missing: 'Say what you do not agree with' },
    ],
    button: 'Send this answer',
    example: { kind: 'not confirm', of: state.id, ...(proposal === undefined ? {} : { proposal }), words: '.' },
    command: (values) => ({
      kind: 'not confirm',
      of: state.id,
      ...(proposal === undefined ? {} : { proposal }),
      words: wordsOf(values, 'words'),
    }),
  }
})

/** Rows as they stand in the boxes. */
const rows = (
  actions: readonly { readonly what: string; readonly who: string; readonly by: string }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    actions.flatMap((action, i) => [
      [`outstanding-${i + 1}-what`, action.what],
      [`outstanding-${i + 1}-who`, action.who],
      [`outstanding-${i + 1}-by`, action.by],
    ]),
  )
