import { contactAsOf } from '../../domain/case/addenda.ts'
import { currentVisit } from '../../domain/case/case.ts'
import type { Command } from '../../domain/case/command.ts'
import { stageOf } from '../../domain/case/due.ts'
import { personName } from '../../domain/case/world.ts'
import type { ContactWay } from '../../domain/policy/policy.ts'
import { contactPhrase } from '../../domain/words/phrase-stage.ts'
import { andList } from '../../domain/words/phrase-text.ts'
import { caseUrl, move } from '../urls.ts'
import { askedFields, dutyAsked, dutyLead, factsOf, happenedField, happenedOf, keysOf } from './form-act.ts'
import type { Asked } from './form-asked.ts'
import type { FormField, Option } from './form-field.ts'
import { othersIn, personOption } from './form-people.ts'
import { chosenOf, wordsOf } from './form-read.ts'
import { type Writing, writing } from './form-write.ts'

/** Recording a discussion: how, who took part, when, what was said, and whether it settled the matter. */
export const discussions = writing(['discussions', 'acts/discuss'], 'to record a discussion', (asked) =>
  talk(asked, 'discuss'),
)

/** Recording a meeting. */
export const meetings = writing(['meetings', 'acts/meet'], 'to record a meeting', (asked) => talk(asked, 'meet'))

function talk(asked: Asked, verb: 'discuss' | 'meet'): Writing {
  const { view } = asked
  const { world, at } = view
  const i = dutyAsked(asked, verb)
  const stage = stageOf(world, currentVisit(view.c).stage)
  const ways = verb === 'discuss' && stage && !view.c.end ? contactAsOf(world, stage, at) : every
  const people = othersIn(view).map(({ person, agency }) => personOption(world, person, at, agency))
  const opposite = currentVisit(view.c).people.filter((p) => p.person !== view.reader && p.agency !== view.part.agency)
  const fields: readonly (FormField | false)[] = [
    verb === 'discuss' &&
      ways.length > 0 && {
        kind: 'one-of',
        name: 'way',
        label: 'How did you talk?',
        options: ways.map(wayOption),
        missing: 'Say how you talked',
      },
    people.length > 0 && {
      kind: 'any-of',
      name: 'took-part',
      label: 'Who took part, besides you?',
      options: people,
      missing: 'Say who took part',
    },
    verb === 'meet' && {
      kind: 'one-of',
      name: 'chair',
      label: 'Who chaired it?',
      asList: true,
      optional: true,
      options: [{ value: view.reader, text: 'You' }, ...people],
    },
    happenedField(asked),
    {
      kind: 'words',
      name: 'words',
      label: 'What was said, and where does it leave things?',
      rows: 7,
      missing: 'Write what was said',
    },
    ...askedFields(asked, i),
    {
      kind: 'yes-no',
      name: 'settled',
      label: 'Did it settle the matter?',
      hint: 'If yes, you are both asked to say so. Nothing ends by this answer alone.',
      missing: 'Say whether it settled the matter',
    },
  ]
  return {
    title: verb === 'discuss' ? 'Record a discussion' : 'Record a meeting',
    lead: dutyLead(
      asked,
      i,
      opposite.length > 0
        ? `Write down what you and ${andList(opposite.map((p) => personName(world, p.person)))} said. A record made today helps whoever reads it next.`
        : 'Write down what was said. A record made today helps whoever reads it next.',
    ),
    cites: i?.duty?.cites ?? stage?.cites ?? [],
    fields: fields.filter((field) => field !== false),
    button: verb === 'discuss' ? 'Record the discussion' : 'Record the meeting',
    example: { kind: 'act', verb, ...keysOf(asked, i), act: { words: '' } },
    prefill: { 'took-part': opposite.map((p) => p.person) },
    command: (values, form): Command => {
      const way = ways.find((one) => one === wordsOf(values, 'way'))
      return {
        kind: 'act',
        verb,
        ...keysOf(asked, i),
        act: {
          words: wordsOf(values, 'words'),
          ...(way ? { way } : {}),
          ...(wordsOf(values, 'chair') === '' ? {} : { chair: wordsOf(values, 'chair') }),
          tookPart: [view.reader, ...chosenOf(values, 'took-part')],
          facts: factsOf(values),
          settled: values['settled'] === true,
        },
        ...happenedOf(asked, values, form),
      }
    },
    to: (values) => (values['settled'] === true ? saySettled(asked) : caseUrl(asked.p, view.caseId)),
  }
}

/** The move that says it is settled, where this reader may make one. */
function saySettled({ view, p }: Asked): string {
  const offer = view.offers.find((o) => o.state === 'may' && o.lands.to === 'end' && o.lands.end === 'agreed')
  return offer ? move(p, view.caseId, offer.move.id, { end: 'agreed' }) : caseUrl(p, view.caseId)
}

function wayOption(way: ContactWay): Option {
  const words = contactPhrase([way])
  return { value: way, text: words.charAt(0).toUpperCase() + words.slice(1) }
}

const every: readonly ContactWay[] = ['phone', 'face to face', 'video', 'e-mail', 'writing', 'meeting']
