import { askedFields, dutyAsked, dutyLead, factsOf, happenedField, happenedOf, keysOf } from './form-act.ts'
import { addresseeFields, addresseesOf, nobodyNamed, toOf } from './form-addressee.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'

/** Advice taken: who advised what, when. Own manager, Board member, safeguarding team, whoever the policy names. */
export const advice = writing(['advice', 'acts/consult'], 'to record advice', (asked) =>
  page(asked, 'consult', {
    title: 'Record advice or help',
    lead: 'Asking is no weakness, and it needs nobody’s leave.',
    whom: 'Whom did you ask?',
    button: 'Record the advice',
    words: { kind: 'words', name: 'words', label: 'What did they say?', rows: 6, missing: 'Write what they said' },
  }),
)

/** A referral to another service, made and on record. */
export const referrals = writing(['referrals', 'acts/refer'], 'to record a referral', (asked) =>
  page(asked, 'refer', {
    title: 'Record a referral',
    lead: 'Make the referral the way that service takes it. Then record it here.',
    whom: 'Whom did you refer to?',
    button: 'Record the referral',
    words: {
      kind: 'words',
      name: 'words',
      label: 'What did you refer, and what did they say?',
      rows: 6,
      missing: 'Write what you referred',
    },
  }),
)

interface Words {
  readonly title: string
  readonly lead: string
  readonly whom: string
  readonly button: string
  readonly words: FormField
}

function page(asked: Asked, verb: 'consult' | 'refer', said: Words): Writing {
  const i = dutyAsked(asked, verb)
  const to = addresseesOf(asked, i)
  return {
    title: said.title,
    lead: dutyLead(asked, i, said.lead),
    cites: i?.duty?.cites,
    before: to.contacts,
    fields: [
      ...addresseeFields(asked, to, i === undefined, said.whom),
      happenedField(asked),
      said.words,
      ...askedFields(asked, i),
    ],
    button: said.button,
    example: { kind: 'act', verb, ...keysOf(asked, i), act: { words: '', to: to.people.map((one) => one.person) } },
    prefill: to.people.length === 1 ? { to: to.people.map((one) => one.person) } : {},
    command: (values, form) => {
      if (nobodyNamed(values))
        form.fail(
          to.people.length > 0 || i === undefined ? 'to' : 'to-words',
          `${said.whom.replace('?', '')}: choose or name somebody`,
        )
      return {
        kind: 'act',
        verb,
        ...keysOf(asked, i),
        act: { words: wordsOf(values, 'words'), ...toOf(values), facts: factsOf(values) },
        ...happenedOf(asked, values, form),
      }
    },
  }
}
