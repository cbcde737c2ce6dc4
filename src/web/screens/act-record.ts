import { curly } from '../../domain/words/phrase-text.ts'
import { askedFields, dutyAsked, dutyLead, factsOf, happenedField, happenedOf, keysOf } from './form-act.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'

/** Recording something on one's own file. */
export const records = writing(['records', 'acts/record'], 'to record something', (asked) =>
  page(asked, 'record', 'Record this', 'Record it', {
    kind: 'words',
    name: 'words',
    label: 'What do you record?',
    hint: 'For the child’s own file, say where it is kept. Concordat’s record can be printed for it.',
    rows: 6,
    missing: 'Write what you record',
  }),
)

/** Doing something the policy asks for that is none of the other acts. */
export const doings = writing(['done', 'acts/do'], 'to record that something was done', (asked) =>
  page(asked, 'do', 'Record that this was done', 'Record that it was done', {
    kind: 'words',
    name: 'words',
    label: 'What was done, and what came of it?',
    rows: 6,
    missing: 'Write what was done',
  }),
)

function page(asked: Asked, verb: 'record' | 'do', plain: string, button: string, words: FormField): Writing {
  const i = dutyAsked(asked, verb)
  const act = i?.duty?.act
  const what = act && 'words' in act ? act.words : undefined
  return {
    title:
      what === undefined
        ? plain
        : verb === 'record'
          ? curly(`Record ${what}`)
          : curly(what.charAt(0).toUpperCase() + what.slice(1)),
    lead: dutyLead(asked, i, 'What stands on the record can be read by whoever needs it later.'),
    cites: i?.duty?.cites,
    fields: [words, ...askedFields(asked, i), happenedField(asked, 'When was it done, if not today?')],
    button,
    example: { kind: 'act', verb, ...keysOf(asked, i), act: { words: '' } },
    command: (values, form) => ({
      kind: 'act',
      verb,
      ...keysOf(asked, i),
      act: { words: wordsOf(values, 'words'), facts: factsOf(values) },
      ...happenedOf(asked, values, form),
    }),
  }
}
