import { live } from '../../domain/people/holders.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { personWords } from './form-people.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'

/** Asking somebody to support one: they read what one reads. Source: C-8. */
export const supporters = writing(['supporters'], 'to ask for support', (asked) => ({
  title: 'Ask somebody to support you',
  lead: 'Rank and experience can make this hard. You need not do it alone: whoever supports you can read what you can, and come with you.',
  cites: asked.view.world.policy.stages
    .flatMap((stage) => stage.duties)
    .find((duty) => duty.act.verb === 'consult' && duty.act.to.some((who) => who.role === 'supporter'))?.cites,
  fields: [supporterField(asked)],
  button: 'Ask for support',
  example: { kind: 'support', person: '' },
  readers: [{ isForBoth: false, text: 'Only your own agency reads that you asked' }],
  command: (values) => ({ kind: 'support', person: wordsOf(values, 'person') }),
}))

/** Anybody in the directory who is not on the other side. */
function supporterField({ view }: Asked): FormField {
  const { world, at, c } = view
  const theirs = new Set(c.agencies.filter((a) => a.agency !== view.part.agency).map((a) => a.agency))
  const posts = live({ directory: world.directory, at })
  const people = [
    ...new Set(
      posts.filter((post) => !theirs.has(post.agency) && post.person !== view.reader).map((post) => post.person),
    ),
  ]
  const options = people
    .map((person) => ({ value: person, text: personWords(world, person, at) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  return { kind: 'one-of', name: 'person', label: 'Who?', options, asList: true, missing: 'Choose somebody' }
}
