import { raisingAgency } from '../../domain/case/case.ts'
import { agencyOptions, peopleAt, personOption, personWords } from './form-people.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Bringing another agency in: it becomes a side that was asked. Source: SM-3. */
export const agencies = writing(['agencies'], 'to bring an agency in', ({ view }) => {
  const { world, c, at } = view
  const known = new Set(c.agencies.map((a) => a.agency))
  const others = Object.values(world.directory.agencies)
    .filter((a) => !known.has(a.id) && a.kind !== 'board')
    .map((a) => a.id)
  const first = others[0]
  if (first === undefined) return undefined
  const people = others.flatMap((agency) =>
    peopleAt(world, agency, at).map((person) => ({
      value: person,
      text: personWords(world, person, at, agency),
      agency,
    })),
  )
  return {
    title: 'Bring another agency in',
    lead: 'It joins the side that was asked. It reads what both sides can read, from the beginning.',
    fields: [
      {
        kind: 'one-of',
        name: 'agency',
        label: 'Which agency?',
        options: agencyOptions(world, others),
        asList: true,
        missing: 'Choose the agency',
      },
      {
        kind: 'one-of',
        name: 'person',
        label: 'Who there?',
        hint: 'The most senior person you know of, if you do not know whose it is.',
        options: people,
        asList: true,
        missing: 'Choose who there',
      },
      { kind: 'words', name: 'words', label: 'Why is it needed?', rows: 4, missing: 'Say why it is needed' },
    ],
    button: 'Bring the agency in',
    example: { kind: 'join', agency: first, words: '' },
    command: (values, form) => {
      const person = wordsOf(values, 'person')
      const agency = wordsOf(values, 'agency')
      if (person !== '' && !people.some((one) => one.value === person && one.agency === agency))
        form.fail('person', 'Choose somebody of the agency above')
      return { kind: 'join', agency, ...(person === '' ? {} : { person }), words: wordsOf(values, 'words') }
    },
  }
})

/** A colleague raises it too. Source: C-14. */
export const raisers = writing(['raisers'], 'to add a raiser', ({ view }) => {
  const { world, c, at } = view
  const agency = raisingAgency(c)
  const colleagues = peopleAt(world, agency, at).filter((person) => !c.raisers.some((r) => r.person === person))
  const first = colleagues[0]
  if (first === undefined) return undefined
  return {
    title: 'Raise this together with a colleague',
    lead: 'The concern is then both of yours. It is withdrawn only when both withdraw.',
    fields: [
      {
        kind: 'one-of',
        name: 'person',
        label: 'Who raises it too?',
        options: colleagues.map((person) => personOption(world, person, at, agency)),
        missing: 'Choose a colleague',
      },
    ],
    button: 'Add the colleague',
    example: { kind: 'join as raiser', person: first },
    command: (values) => ({ kind: 'join as raiser', person: wordsOf(values, 'person') }),
  }
})
