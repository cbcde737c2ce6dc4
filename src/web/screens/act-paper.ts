import { askedFields, dutyAsked, dutyLead, factsOf, happenedField, happenedOf, keysOf } from './form-act.ts'
import { addresseeFields, addresseesOf, nobodyNamed, toOf } from './form-addressee.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** A paper: a referral's details, a representation, a letter. */
export const papers = writing(['papers', 'acts/write'], 'to write a paper', (asked) => {
  const i = dutyAsked(asked, 'write')
  const act = i?.duty?.act.verb === 'write' ? i.duty.act : undefined
  const to = addresseesOf(asked, i)
  const addressed = act === undefined || act.to.length > 0
  return {
    title: 'Write a paper',
    lead: dutyLead(asked, i, 'A paper is a longer text: a letter, a plan, what you want a panel to know.'),
    cites: i?.duty?.cites,
    before: to.contacts,
    fields: [
      {
        kind: 'line',
        name: 'title',
        label: 'What is it?',
        hint: 'A few words, like “Letter about the outcome”.',
        missing: 'Say what the paper is',
      },
      ...(addressed ? addresseeFields(asked, to, act === undefined, 'Whom is it for?') : []),
      { kind: 'words', name: 'words', label: 'The text', rows: 12, missing: 'Write the text' },
      ...askedFields(asked, i),
      happenedField(asked, 'When was it sent, if not now?'),
    ],
    button: 'Send the paper',
    example: {
      kind: 'act',
      verb: 'write',
      ...keysOf(asked, i),
      title: '',
      act: { words: '', to: to.people.map((one) => one.person) },
    },
    prefill: {
      title: act ? act.words.charAt(0).toUpperCase() + act.words.slice(1) : '',
      to: to.people.map((one) => one.person),
    },
    command: (values, form) => {
      if (act && act.to.length > 0 && nobodyNamed(values)) form.fail('to', 'Say whom it is for')
      return {
        kind: 'act',
        verb: 'write',
        ...keysOf(asked, i),
        title: wordsOf(values, 'title'),
        act: { words: wordsOf(values, 'words'), ...(addressed ? toOf(values) : {}), facts: factsOf(values) },
        ...happenedOf(asked, values, form),
      }
    },
  }
})
