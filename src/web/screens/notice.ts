import { personName } from '../../domain/case/world.ts'
import { andList } from '../../domain/words/phrase-text.ts'
import { html } from '../html/html.ts'
import { askedFields, dutyAsked, dutyLead, factsOf, happenedField, happenedOf, keysOf } from './form-act.ts'
import { addresseeFields, addresseesOf, nobodyNamed, toOf } from './form-addressee.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { noticeReaders } from './notice-readers.ts'

/** Telling: whom the duty names, as people. In Concordat by pressing the button, or a record that they were told otherwise. */
export const notices = writing(['notices', 'acts/tell'], 'to tell somebody', (asked) => {
  const { view } = asked
  const i = dutyAsked(asked, 'tell')
  const to = addresseesOf(asked, i)
  const names = to.people.map((one) => personName(view.world, one.person))
  const outside = to.unknown.length > 0 || (i !== undefined && names.length === 0)
  return {
    title: i && names.length > 0 && names.length < 4 ? `Tell ${andList(names)}` : 'Tell somebody',
    lead: dutyLead(asked, i, noticeReaders(view, [])),
    cites: i?.duty?.cites,
    before: html`${
      i &&
      names.length > 0 &&
      html`<p class="govuk-body">${noticeReaders(
        view,
        to.people.map((one) => one.person),
      )}</p>`
    }${to.contacts}`,
    fields: [
      ...addresseeFields(asked, to, i === undefined, 'Whom do you tell?'),
      {
        kind: 'one-of',
        name: 'how',
        label: 'How are they told?',
        options: [
          ...(outside
            ? []
            : [
                {
                  value: 'here',
                  text: 'In Concordat, now',
                  hint: 'They get a message with a link. It says nothing about the child.',
                },
              ]),
          { value: 'phone', text: 'I told them by phone or face to face' },
          { value: 'letter', text: 'I wrote to them by letter or secure email' },
        ],
        missing: 'Say how they are told',
      },
      happenedField(asked, 'When were they told, if it was not now?'),
      ...askedFields(asked, i),
      { kind: 'words', name: 'words', label: 'What do you want to say?', optional: true },
    ],
    button: 'Tell them',
    example: {
      kind: 'act',
      verb: 'tell',
      ...keysOf(asked, i),
      act: { words: '', to: to.people.map((one) => one.person) },
    },
    prefill: { to: to.people.map((one) => one.person), how: outside ? '' : 'here' },
    command: (values, form) => {
      if (nobodyNamed(values)) form.fail('to', 'Say whom you tell')
      const how = wordsOf(values, 'how')
      const said = [
        how === 'phone' ? 'Told by phone or face to face.' : how === 'letter' ? 'Told by letter or secure email.' : '',
        wordsOf(values, 'words'),
      ]
      const way = how === 'phone' ? { way: 'phone' as const } : how === 'letter' ? { way: 'writing' as const } : {}
      return {
        kind: 'act',
        verb: 'tell',
        ...keysOf(asked, i),
        act: { words: said.filter((one) => one !== '').join(' '), ...way, ...toOf(values), facts: factsOf(values) },
        ...(how === 'here' ? {} : happenedOf(asked, values, form)),
      }
    },
  }
})
