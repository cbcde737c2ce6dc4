/** Two signatures on the same words: an outcome, an action plan. Whoever will not sign says why. Source: PG-4, C-15; language.md section 3 "Ends". */
import { currentVisit, sidePlace, stillIn } from '../case.ts'
import type { Command } from '../command.ts'
import { type DutyInstance, isLive } from '../duty-instance.ts'
import { unansweredOf } from '../forms.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type Deciding, type Draft, dutiesNow, heldUp, isMine } from './deciding.ts'
import { startOf } from './landing.ts'

export function agreeing(
  d: Deciding,
  command: Extract<Command, { kind: 'propose' | 'confirm' | 'not confirm' }>,
): Decision<readonly Draft[]> {
  const all = dutiesNow(d)
  const of = command.kind === 'confirm' ? d.c.proposals.find((p) => p.seq === command.proposal)?.of : command.of
  const duties = all.filter((i) => i.id === of && i.duty?.act.verb === 'agree')
  const own = duties.findLast((i) => isMine(d, i) && isLive(i))
  const signed = duties.some((i) => isMine(d, i) && i.status === 'done')
  if (!own && signed && command.kind !== 'confirm')
    return refuse('already done', 'Your side has confirmed already', 'Both sides hold the words you signed.', {
      cites: duties[0]?.duty?.cites ?? [],
    })
  if (!own)
    return refuse(
      'not yours',
      'There is nothing here for you to confirm',
      'Each side signs through the people who act for it.',
      { cites: duties[0]?.duty?.cites ?? [] },
    )
  const held = command.kind === 'not confirm' ? undefined : heldUp(d, all, [own])
  if (held) return held
  switch (command.kind) {
    case 'propose':
      return propose(d, command, own)
    case 'confirm':
      return confirm(d, command, duties, own)
    case 'not confirm':
      return notConfirm(d, command, own)
  }
}

function propose(
  d: Deciding,
  command: Extract<Command, { kind: 'propose' }>,
  own: DutyInstance,
): Decision<readonly Draft[]> {
  const lines = command.lines.map((l) => l.trim()).filter((l) => l !== '')
  if (lines.length === 0)
    return refuse(
      'missing',
      'Write what was agreed',
      'Both sides sign words, so there have to be some. One line for each thing agreed is best.',
      { cites: own.duty?.cites ?? [] },
    )
  return {
    ok: true,
    value: [
      {
        what: {
          kind: 'proposed',
          of: command.of,
          visit: own.visit || currentVisit(d.c).n,
          lines,
          outstanding: command.outstanding,
        },
      },
    ],
  }
}

function confirm(
  d: Deciding,
  command: Extract<Command, { kind: 'confirm' }>,
  duties: readonly DutyInstance[],
  own: DutyInstance,
): Decision<readonly Draft[]> {
  const proposal = d.c.proposals.find((p) => p.seq === command.proposal)
  if (!proposal)
    return refuse('missing', 'There are no such words to confirm', 'Only words that stand on the page can be signed.')
  if (proposal.confirmed.some((x) => sidePlace(x) === sidePlace(d.part)))
    return refuse('already done', 'Your side has confirmed these words', 'Nothing was recorded a second time.')
  // What is to be done stands in the words themselves; what is asked in words may be left open, as on the page.
  const missing = unansweredOf(d.world.policy, own.duty?.asks ?? [], (f) => command.facts[f]).find(
    ({ kind }) => kind.type !== 'actions' && kind.type !== 'words',
  )
  if (missing)
    return refuse('missing', `Answer the question: ${missing.ask}`, 'It is asked of both sides when they confirm.', {
      cites: own.duty?.cites ?? [],
    })
  const signed = new Set([...proposal.confirmed, d.part].map(sidePlace))
  const everyone = stillIn(d.c).every(
    (a) => signed.has(sidePlace(a)) || !duties.some((i) => sidePlace(i) === sidePlace(a) && isLive(i)),
  )
  const keys = duties.filter((i) => everyone && isLive(i) && signed.has(sidePlace(i))).map((i) => i.key)
  const confirmed: Draft = {
    what: { kind: 'confirmed', of: proposal.of, proposal: proposal.seq, facts: command.facts },
    answers: keys,
  }
  const opened = everyone
    ? proposal.outstanding.map((action): Draft => ({ what: { kind: 'outstanding opened', action } }))
    : []
  return { ok: true, value: [confirmed, ...opened] }
}

/** Not signing what was agreed opens the stage again; not signing what was decided is a dissent, and the decision stands. */
function notConfirm(
  d: Deciding,
  command: Extract<Command, { kind: 'not confirm' }>,
  own: DutyInstance,
): Decision<readonly Draft[]> {
  if (command.words.trim() === '')
    return refuse(
      'missing',
      'Say what you do not agree with',
      'That is a proper answer, and the other side needs to know why.',
    )
  const base = {
    kind: 'not confirmed' as const,
    of: command.of,
    ...(command.proposal === undefined ? {} : { proposal: command.proposal }),
    words: command.words,
  }
  if (d.c.end?.end === 'agreed') {
    const left = currentVisit(d.c)
    return {
      ok: true,
      value: [
        {
          what: {
            ...base,
            stage: startOf(
              d.world,
              d.c,
              { to: 'stage', stage: left.stage, tier: left.tier, passed: [], back: false },
              d.actor.at,
            ),
          },
        },
      ],
    }
  }
  if (d.c.end?.end === 'decided')
    return {
      ok: true,
      value: [{ what: base, answers: [own.key] }, { what: { kind: 'dissented', words: command.words } }],
    }
  return { ok: true, value: [{ what: base }] }
}
