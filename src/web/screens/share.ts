import type { CaseView } from '../../app/app.ts'
import type { Entry } from '../../domain/case/entry.ts'
import { agencyName } from '../../domain/case/world.ts'
import { live } from '../../domain/people/holders.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import { heading } from '../html/heading.ts'
import { type Html, html } from '../html/html.ts'
import { insetText } from '../html/inset-text.ts'
import { link } from '../html/link.ts'
import { warningText } from '../html/warning-text.ts'
import { ofCase, query } from '../urls.ts'
import type { Asked } from './form-asked.ts'
import { lines } from './form-facts.ts'
import type { FormField } from './form-field.ts'
import { agencyOptions, personWords } from './form-people.ts'
import { chosenOf, wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'
import { entryByRef, entryRef } from './refs.ts'

/** Passing an entry on: what exactly they would read, with whose permission, and whether the family knows. Source: SM-7, LB-2. */
export const shares = writing(['shares'], 'to share an entry', (asked) => {
  const entry = entryAsked(asked)
  return entry && sharing(asked, entry)
})

/** Deciding not to pass something on, and why. */
export const notShared = writing(['not-shared'], 'to record that something is not shared', ({ ctx, view }) => {
  const ref = ctx.query.typed('entry')
  const entry = entryByRef(view, ref)
  if (ref !== '' && !entry) return undefined
  return {
    title: 'Record that you do not share something',
    lead: 'Not sharing is a decision too. Only your own agency can read it.',
    fields: [
      { kind: 'line', name: 'asked', label: 'Who asked for it?', missing: 'Say who asked for it' },
      {
        kind: 'words',
        name: 'words',
        label: entry ? `Why do you not share “${entryWords(entry, view).heading}”?` : 'What do you not share, and why?',
        rows: 4,
        missing: 'Say why you do not share it',
      },
    ],
    button: 'Record the decision',
    example: { kind: 'not share', ...(entry ? { entry: entry.seq } : {}), asked: '', words: '.' },
    command: (values) => ({
      kind: 'not share',
      ...(entry ? { entry: entry.seq } : {}),
      asked: wordsOf(values, 'asked'),
      words: wordsOf(values, 'words'),
    }),
  }
})

function entryAsked({ ctx, view }: Asked): Entry | undefined {
  return entryByRef(view, ctx.query.typed('entry'))
}

function sharing(asked: Asked, entry: Entry): Writing {
  const { view, p } = asked
  const foreign = entry.inConfidence && entry.owner !== 'concordat' && entry.owner !== view.part.agency
  const allowed =
    view.c.permissions.findLast((one) => one.of === entry.owner && one.entry === entry.seq)?.step === 'given'
  const ask = ofCase(p, view.caseId, 'permissions') + query({ entry: entryRef(view, entry.seq) })
  return {
    title: 'Share this entry',
    lead: 'They read exactly what stands below, and nothing else of your own record.',
    before: html`${preview(view, entry)}${
      foreign && !allowed
        ? html`${warningText(`This is ${agencyName(view.world, entry.owner)}’s information, given in confidence. It needs their yes.`)}<p class="govuk-body">${link({ text: 'Record that you asked them, or what they said', href: ask })}</p>`
        : foreign && html`<p class="govuk-body">${agencyName(view.world, entry.owner)} has said yes to sharing it.</p>`
    }`,
    fields: fields(view, foreign && !allowed),
    button: 'Share the entry',
    example: {
      kind: 'share',
      entry: entry.seq,
      with: { agencies: [], people: [] },
      override: false,
      familyTold: 'yes',
      words: '.',
    },
    readers: [{ isForBoth: false, text: 'Those you choose can read the entry, from now on and for good' }],
    command: (values, form) => {
      const agencies = chosenOf(values, 'agencies')
      const people = wordsOf(values, 'person')
      if (agencies.length === 0 && people === '') form.fail('agencies', 'Say whom you share it with')
      const told = (['yes', 'no', 'not safe'] as const).find((one) => one === wordsOf(values, 'family-told'))
      return (
        told && {
          kind: 'share',
          entry: entry.seq,
          with: { agencies, people: people === '' ? [] : [people] },
          override: values['override'] === true,
          familyTold: told,
          words: wordsOf(values, 'words'),
        }
      )
    },
  }
}

/** Exactly what the other would see. */
function preview(view: CaseView, entry: Entry): Html {
  const said = entryWords(entry, view)
  return html`${heading(2, 'What they would read', { classes: 'govuk-heading-m' })}${insetText(
    html`<p class="govuk-body"><strong>${said.heading}</strong></p><p class="c-muted">${[said.by, said.when].filter((one) => one !== '').join(', ')}</p><p class="govuk-body">${lines(said.text)}</p>${said.lines.map((one) => html`<p class="govuk-body">${one}</p>`)}`,
  )}`
}

function fields(view: CaseView, needsYes: boolean): readonly FormField[] {
  const { world, c, at } = view
  const others = c.agencies
    .filter((a) => a.joinedAt !== undefined && a.agency !== view.part.agency)
    .map((a) => a.agency)
  const everybody = [...new Set(live({ directory: world.directory, at }).map((post) => post.person))].filter(
    (person) => person !== view.reader,
  )
  const people = everybody
    .map((person) => ({ value: person, text: personWords(world, person, at) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  return [
    ...(others.length > 0
      ? [
          {
            kind: 'any-of' as const,
            name: 'agencies',
            label: 'With which agency of this case?',
            options: agencyOptions(world, others),
            optional: true,
          },
        ]
      : []),
    { kind: 'one-of', name: 'person', label: 'With one person', options: people, asList: true, optional: true },
    ...(needsYes
      ? [
          {
            kind: 'yes-no' as const,
            name: 'override',
            label: 'Can the child’s safety not wait for their yes?',
            hint: 'If so, you may pass it on with your reason. They are told that you did, and why.',
            missing: 'Say whether the child’s safety cannot wait',
          },
        ]
      : []),
    {
      kind: 'one-of',
      name: 'family-told',
      label: 'Does the family know?',
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'not safe', text: 'No, because telling them would not be safe' },
      ],
      missing: 'Say whether the family knows',
    },
    { kind: 'words', name: 'words', label: 'Why do you share it?', rows: 4, missing: 'Say why you share it' },
  ]
}
