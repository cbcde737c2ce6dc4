import type { Entry } from '../../domain/case/entry.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import { dueSentence } from '../../domain/words/duty-due.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import { askedFields, dutyAsked, dutyLead, factsOf, keysOf } from './form-act.ts'
import { lines } from './form-facts.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { entryByRef } from './refs.ts'

/** Replying to the other side. */
export const replies = writing(['replies', 'acts/reply'], 'to write a reply', (asked) => {
  const i = dutyAsked(asked, 'reply')
  return {
    title: i ? instanceOrder(asked.view, i) : 'Reply to the other side',
    lead: i?.due
      ? `Say what you decide and why, and what happens next for the child. ${dueSentence(i, asked.view.at)}`
      : dutyLead(asked, i, 'Say what you decide and why, and what happens next for the child.'),
    cites: i?.duty?.cites,
    fields: [
      { kind: 'words', name: 'words', label: 'Your reply', rows: 9, missing: 'Write your reply' },
      ...askedFields(asked, i),
    ],
    button: 'Send the reply',
    example: { kind: 'act', verb: 'reply', ...keysOf(asked, i), act: { words: '' } },
    command: (values) => ({
      kind: 'act',
      verb: 'reply',
      ...keysOf(asked, i),
      act: { words: wordsOf(values, 'words'), facts: factsOf(values) },
    }),
  }
})

/** Saying whether a reply of the other side satisfies. */
export const weighings = writing(['replies/:entry'], 'to weigh a reply', (asked) => {
  const { ctx, view } = asked
  const reply = entryByRef(view, ctx.param('entry'))
  if (reply?.what.kind !== 'replied') return undefined
  return {
    title: 'Does this reply satisfy you?',
    lead: 'Say so plainly. A no does not end anything: you may go on at once.',
    before: insetText(
      html`<p class="govuk-body">${lines(reply.what.words)}</p><p class="c-muted">${from(asked.view.world, reply)}</p>`,
    ),
    fields: [
      {
        kind: 'yes-no',
        name: 'satisfied',
        label: 'Does it answer the concern?',
        missing: 'Say whether the reply answers the concern',
      },
      { kind: 'words', name: 'words', label: 'What is still open?', optional: true },
    ],
    button: 'Send your answer',
    example: { kind: 'weigh reply', reply: reply.seq, satisfied: false, words: '' },
    command: (values, form) => {
      const satisfied = values['satisfied'] === true
      if (!satisfied && wordsOf(values, 'words') === '') form.fail('words', 'Say what is still open')
      return { kind: 'weigh reply', reply: reply.seq, satisfied, words: wordsOf(values, 'words') }
    },
  }
})

const from = (world: Parameters<typeof agencyName>[0], entry: Entry): string =>
  `${personName(world, entry.by)}, ${agencyName(world, entry.agency)}`
