import { dateWords } from '../../domain/calendar/words.ts'
import { factsIn, holds } from '../../domain/case/condition.ts'
import { agencyName, personName } from '../../domain/case/world.ts'
import { live } from '../../domain/people/holders.ts'
import type { Duty, Move, Stage } from '../../domain/policy/policy.ts'
import { stageNumber } from '../../domain/words/phrase-stage.ts'
import { curly } from '../../domain/words/phrase-text.ts'
import { roleName } from '../../domain/words/phrase-who.ts'
import { quotedClauses } from './form-clause.ts'
import { peopleAt, personWords } from './form-people.ts'
import { answerSoFar, factsSoFar, type RaiseWorld, toSoFar } from './raise-at.ts'
import type { Step } from './raise-step.ts'
import { firstStageOf } from './raise-whom.ts'

/** Where the policy has a worker take advice at home without making it a stage of its own. */
export function adviceDuty(r: RaiseWorld): Duty | undefined {
  const { policy } = r.world
  const open = policy.stages.filter((stage) => !stage.inside)
  const all = [...policy.duties, ...open.flatMap((stage) => stage.duties)]
  return all.find(
    (duty) => duty.act.verb === 'consult' && duty.force !== 'must' && duty.act.to.some((who) => who.side === 'own'),
  )
}

/** Consulted my own manager? Nobody's leave is needed. Source: C-7, C-14. */
export function managerStep(r: RaiseWorld): readonly Step[] {
  const duty = adviceDuty(r)
  if (duty?.act.verb !== 'consult') return []
  const { world, at, from, form } = r
  const role = roleName(world.policy, duty.act.to.find((who) => who.side === 'own')?.role ?? '')
  const people = peopleAt(world, from, at)
    .filter((person) => person !== r.ctx.viewer.person)
    .map((person) => ({ value: person, text: personWords(world, person, at, from) }))
  const who = form.typed('manager-who')
  const when = form.date('manager-date')
  return [
    {
      id: 'manager',
      title: `Have you talked it over with your own ${role}?`,
      lead: 'It can help. You do not need anybody’s leave: you have a right and a duty to challenge, and nobody can stop you.',
      before: quotedClauses(world.policy, duty.cites, r.ctx.partnership),
      fields: [
        {
          kind: 'one-of',
          name: 'manager',
          label: 'Have you talked it over?',
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ],
          missing: 'Choose yes or no',
        },
        {
          kind: 'one-of',
          name: 'manager-who',
          label: 'If yes, with whom?',
          options: people,
          asList: true,
          optional: true,
        },
        { kind: 'date', name: 'manager-date', label: 'When?', optional: true, today: r.today, not: 'future' },
        {
          kind: 'words',
          name: 'manager-words',
          label: 'What did they say?',
          rows: 3,
          optional: true,
          readers: {
            isForBoth: false,
            text: `Only people of ${agencyName(world, from)} in this case will read these words`,
          },
        },
      ],
      check: (given) => {
        if (given.typed('manager') === 'yes' && given.typed('manager-who') === '')
          given.fail('manager-who', 'Say with whom you talked')
      },
      summary: {
        group: 'dates',
        key: `Your ${role}`,
        value:
          form.typed('manager') === 'yes' && who !== ''
            ? `You talked with ${personName(world, who)}${when ? ` on ${dateWords(when)}` : ''}`
            : form.typed('manager') === 'no'
              ? 'You have not talked it over'
              : 'Not answered',
      },
    },
  ]
}

/** Want a supporter? Differences of rank are expected. Source: C-8. */
export function supporterStep(r: RaiseWorld): Step {
  const { world, at, form } = r
  const across = new Set<string>(
    toSoFar(r)
      .map((to) => to.agency)
      .filter((agency) => agency !== r.from),
  )
  const posts = live({ directory: world.directory, at }).filter((post) => post.person !== r.ctx.viewer.person)
  const theirs = new Set(posts.filter((post) => across.has(post.agency)).map((post) => post.person))
  const people = [...new Set(posts.map((post) => post.person))]
    .filter((person) => !theirs.has(person))
    .map((person) => ({ value: person, text: personWords(world, person, at) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  const who = form.typed('supporter-who')
  return {
    id: 'supporter',
    title: 'Do you want somebody to support you?',
    lead: 'People of different rank and experience disagree, and that can make it hard to go on alone. Whoever supports you can read what you can, and come with you.',
    fields: [
      {
        kind: 'one-of',
        name: 'supporter',
        label: 'Do you want support?',
        options: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No', hint: 'You can ask at any time' },
        ],
        missing: 'Choose yes or no',
      },
      { kind: 'one-of', name: 'supporter-who', label: 'If yes, who?', options: people, asList: true, optional: true },
    ],
    check: (given) => {
      if (given.typed('supporter') === 'yes' && given.typed('supporter-who') === '')
        given.fail('supporter-who', 'Choose who supports you')
    },
    summary: {
      group: 'dates',
      key: 'Someone to support you',
      value:
        form.typed('supporter') === 'yes' && who !== ''
          ? `${personName(world, who)}, who can read everything you can`
          : 'Nobody',
    },
  }
}

/** Later stages at which this concern may begin, by the moves that the answers open. Source: C-5, C-6. */
export function laterStarts(r: RaiseWorld): readonly { readonly move: Move; readonly stage: Stage }[] {
  const { policy } = r.world
  const answer = answerSoFar(r)
  const known = Object.keys(factsSoFar(r))
  const track = policy.tracks.find((one) => holds(one.if, answer))
  const first = firstStageOf(r)
  const rungs = (track?.stages ?? []).flatMap(
    (id) => policy.stages.find((stage) => stage.id === id && holds(stage.if, answer)) ?? [],
  )
  const later = rungs.slice(
    Math.max(
      0,
      rungs.findIndex((stage) => stage.id === first?.id),
    ) + 1,
  )
  const opened = policy.moves.filter(
    (move) =>
      move.if &&
      move.by &&
      factsIn(move.if).every((fact) => known.includes(fact) || policy.facts[fact]?.derived) &&
      holds(move.if, answer),
  )
  return later.flatMap((stage) => {
    const move = opened.find((one) =>
      one.to.some((target) => target.type === 'any stage' || (target.type === 'stage' && target.id === stage.id)),
    )
    return move ? [{ move, stage }] : []
  })
}

/** An urgent start at a later stage, where the answers open one. The lowest stage stays possible. */
export function startStep(r: RaiseWorld): readonly Step[] {
  const later = laterStarts(r)
  const first = firstStageOf(r)
  const [one] = later
  if (!one || !first) return []
  const { policy } = r.world
  const title = (stage: Stage) =>
    `${stageNumber(policy, stage.id) === undefined ? '' : `Stage ${stageNumber(policy, stage.id)}: `}${curly(stage.is)}`
  const chosen = later.find(({ stage }) => stage.id === r.form.typed('start'))?.stage ?? first
  return [
    {
      id: 'start',
      title: 'At which stage does it start?',
      lead: 'Because of your answers, it may start at a later stage at once. Choose the lowest stage that protects the child in time.',
      before: quotedClauses(policy, one.move.cites, r.ctx.partnership),
      fields: [
        {
          kind: 'one-of',
          name: 'start',
          label: 'Start at',
          options: [
            { value: first.id, text: title(first), hint: 'The first stage' },
            ...later.map(({ stage }) => ({ value: stage.id, text: title(stage) })),
          ],
          missing: 'Choose the stage',
        },
        {
          kind: 'words',
          name: 'start-words',
          label: 'Why does it start there?',
          hint: 'Needed for a later stage.',
          rows: 3,
          optional: true,
          readers: { isForBoth: true, text: 'Both sides will read these words' },
        },
      ],
      check: (given) => {
        const stage = given.typed('start')
        if (stage !== '' && stage !== first.id && given.typed('start-words') === '')
          given.fail('start-words', 'Say why it starts at a later stage')
      },
      summary: { group: 'dates', key: 'Starts at', value: title(chosen) },
    },
  ]
}
