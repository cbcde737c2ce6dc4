import { agencyName } from '../../domain/case/world.ts'
import { entryWords } from '../../domain/words/entry-words.ts'
import type { Asked } from './form-asked.ts'
import type { FormField } from './form-field.ts'
import { agencyOptions } from './form-people.ts'
import { wordsOf } from './form-read.ts'
import { writing } from './form-write.ts'
import { entryByRef } from './refs.ts'

/** Permission: the family's, or the agency's whose information it is. Asked, given, refused, or gone without and why. Source: LB-2, SM-7. */
export const permissions = writing(['permissions'], 'to record a permission', (asked) => {
  const { ctx, view } = asked
  const ref = ctx.query.typed('entry')
  const asks = entryByRef(view, ref)
  if (ref !== '' && !asks) return undefined
  const owner = asks?.inConfidence && asks.owner !== 'concordat' ? asks.owner : undefined
  return {
    title: 'Record a permission',
    lead:
      asks && owner
        ? `“${entryWords(asks, view).heading}” is ${agencyName(view.world, owner)}’s information. Record that you asked, and what they said.`
        : 'Write down who was asked and what they said, in their words.',
    fields: fields(asked, owner),
    button: 'Record the permission',
    example: { kind: 'permit', step: 'asked', of: 'family', words: '.' },
    prefill: { of: owner ?? 'family' },
    command: (values, form) => {
      const step = (['asked', 'given', 'refused', 'dispensed with'] as const).find(
        (one) => one === wordsOf(values, 'step'),
      )
      const of = wordsOf(values, 'of')
      if (of !== 'family' && step === 'dispensed with')
        form.fail('step', 'To pass it on without their yes, share the entry and say why it cannot wait')
      return step && { kind: 'permit', step, of, ...(asks ? { entry: asks.seq } : {}), words: wordsOf(values, 'words') }
    },
  }
})

function fields({ view }: Asked, owner: string | undefined): readonly FormField[] {
  const others = owner ? [owner] : Object.keys(view.world.directory.agencies)
  return [
    {
      kind: 'one-of',
      name: 'of',
      label: 'Whose permission?',
      options: [{ value: 'family', text: 'The family’s' }, ...agencyOptions(view.world, others)],
      asList: true,
      missing: 'Say whose permission it is',
    },
    {
      kind: 'one-of',
      name: 'step',
      label: 'How does it stand?',
      options: [
        { value: 'asked', text: 'They were asked' },
        { value: 'given', text: 'They said yes' },
        { value: 'refused', text: 'They said no' },
        {
          value: 'dispensed with',
          text: 'They were not asked, for a reason',
          hint: 'Only where asking would put somebody at risk, or cannot wait',
        },
      ],
      missing: 'Say how it stands',
    },
    {
      kind: 'words',
      name: 'words',
      label: 'Who was asked, when, and what did they say?',
      rows: 4,
      missing: 'Write who was asked and what they said',
    },
  ]
}
