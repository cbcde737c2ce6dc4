import { contactWays } from '../../domain/policy/shape.ts'
import { html } from '../html/html.ts'
import { actField } from './policy-form-act.ts'
import { betweenField } from './policy-form-between.ts'
import { flag, many, pick } from './policy-form-choices.ts'
import type { Field } from './policy-form-field.ts'
import { type Known, targets, whoChoices } from './policy-form-known.ts'
import { asks, cites, condition, says, when, within } from './policy-form-phrases.ts'
import { line, list } from './policy-form-simple.ts'

/** A stage without its duties and moves, which have forms of their own. */
export const stageFields = (known: Known): readonly Field[] => [
  line({ key: 'is', label: 'What people call this stage', needed: 'Write what people call this stage' }),
  betweenField(known),
  pick({
    key: 'by',
    label: 'Who decides?',
    none: 'Nobody: the two sides settle it',
    items: [
      ...known.roles.filter(({ at }) => at !== 'agency'),
      ...whoChoices({ ...known, roles: known.roles.filter(({ at }) => at === 'agency') }, ['raising', 'responding']),
    ],
  }),
  within('is it to be settled or passed on?'),
  many({
    key: 'contact',
    label: 'How do they talk?',
    hint: 'Nothing chosen means any way',
    items: contactWays.map((value) => ({ value, text: wayWords[value] })),
  }),
  many({
    key: 'with',
    label: 'Who else is there, without deciding?',
    more: true,
    items: whoChoices(known, ['each', 'raising', 'responding'], ['raiser']),
  }),
  condition('Only if', true, known),
  flag({
    key: 'aside',
    label: 'Aside of the ladder',
    hint: 'No rung: one comes here only by a way of its own, such as a panel that is convened',
    yes: 'true',
    more: true,
  }),
  flag({
    key: 'repeats',
    label: 'Again and again',
    hint: 'It may be held again one tier higher',
    yes: 'tiers',
    more: true,
  }),
  cites,
  says,
]

const wayWords: Readonly<Record<(typeof contactWays)[number], string>> = {
  phone: 'By telephone',
  'face to face': 'Face to face',
  video: 'By video',
  'e-mail': 'By email',
  writing: 'In writing',
  meeting: 'In a meeting',
}

/** Something that somebody must, should or may do; a notice is one that tells. */
export const dutyFields = (known: Known): readonly Field[] => [
  pick({
    key: 'who',
    label: 'Who?',
    needed: 'Choose who',
    none: 'Choose',
    items: whoChoices(known, ['raising', 'responding', 'each'], ['raiser', 'decider']),
  }),
  actField(known),
  within('is it to be done?'),
  condition('Only if', false, known),
  when('When does it begin?', false),
  list({
    key: 'before',
    label: 'What cannot happen before it is done?',
    hint: html`The short name of a stage, of a way on such as <code>up</code>, or <code>agreed</code> or <code>closed</code>`,
    more: true,
  }),
  asks(known, 'What is asked when it is done?', true),
  cites,
  says,
]

/** A way from one stage to another, or to an end. */
export const moveFields = (known: Known): readonly Field[] => [
  line({ key: 'is', label: 'What its button says', hint: 'Left empty, Concordat finds the words' }),
  pick({
    key: 'by',
    label: 'Who may take it?',
    none: 'Nobody: it happens by itself',
    items: whoChoices(known, ['raising', 'responding', 'each', 'any'], ['raiser', 'decider']),
  }),
  many({ key: 'to', label: 'Where does it lead?', items: targets(known) }),
  condition('Only if', false, known),
  when('Only after', true),
  asks(known, 'What is asked of whoever takes it?', true),
  cites,
  says,
]
