import { isLive } from '../../domain/case/duty-instance.ts'
import { whoOwes } from '../../domain/words/duty-names.ts'
import { instanceOrder } from '../../domain/words/duty-order.ts'
import { html } from '../html/html.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Closing sooner than by itself. What is undone is listed, and stays on the record. */
export const closure = writing(['closure'], 'to close the case', ({ view }) => {
  const duties = view.duties.filter((i) => isLive(i) && i.force === 'must' && i.duty && i.duty.act.verb !== 'keep')
  const undone = [
    ...new Set(duties.map((i) => `${instanceOrder(view, i)}: ${whoOwes(view, i)}`)),
    ...view.c.outstanding.filter((o) => !o.done).map((o) => `${o.action.what}: ${o.action.who}`),
  ]
  return {
    title: 'Close this case now',
    lead:
      undone.length > 0
        ? 'The case closes by itself when everything is done. This is still undone:'
        : 'Everything is done. The case closes by itself; you can close it now.',
    before:
      undone.length > 0
        ? html`<ul class="govuk-list govuk-list--bullet">${undone.map((one) => html`<li>${one}</li>`)}</ul>`
        : undefined,
    fields: [
      {
        kind: 'words',
        name: 'words',
        label: undone.length > 0 ? 'Why does it close with these undone?' : 'Anything to add?',
        optional: undone.length === 0,
        missing: 'Say why it closes with things undone',
      },
    ],
    button: 'Close the case',
    example: { kind: 'close', words: 'why' },
    command: (values) => ({ kind: 'close', words: wordsOf(values, 'words') }),
  }
})
