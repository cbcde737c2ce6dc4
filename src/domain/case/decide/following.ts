/** After the end, and corrections: outstanding items, debrief, learning, correcting, closing. Source: PG-4, PG-5, C-9, C-16. */
import { agreedAction } from '../action-duties.ts'
import type { Command } from '../command.ts'
import { isLive } from '../duty-instance.ts'
import { type Decision, refuse } from '../refusal.ts'
import { type Deciding, type Draft, dutiesNow, mine, onlyKnows, ownAgency } from './deciding.ts'

type Following = Extract<Command, { kind: 'open action' | 'finish action' | 'debrief' | 'learn' | 'correct' | 'close' }>

export function following(d: Deciding, command: Following): Decision<readonly Draft[]> {
  if (onlyKnows(d) && !ownToDo(d, command))
    return refuse('not yours', 'You cannot write in this case', 'You were told of it; the two sides write its record.')
  switch (command.kind) {
    case 'open action':
      if (command.action.what.trim() === '' || command.action.who.trim() === '')
        return refuse(
          'missing',
          'Say what is to be done and who does it',
          'An outstanding item has a person and a date.',
        )
      return { ok: true, value: [{ what: { kind: 'outstanding opened', action: command.action } }] }
    case 'finish action': {
      const found = d.c.outstanding.find((o) => o.seq === command.opened.seq && o.index === command.opened.index)
      if (!found) return refuse('missing', 'There is no such item', 'Choose an outstanding item from the case.')
      if (found.done) return refuse('already done', 'That is done already', 'Nothing was recorded a second time.')
      return { ok: true, value: [{ what: { kind: 'outstanding done', opened: command.opened, words: command.words } }] }
    }
    case 'debrief': {
      const keys = mine(d, dutiesNow(d))
        .filter((i) => i.duty?.act.verb === 'do' && /debrief/.test(i.duty.act.words))
        .map((i) => i.key)
      return {
        ok: true,
        value: [{ what: { kind: 'debriefed', words: command.words }, answers: keys, audience: ownAgency(d) }],
      }
    }
    case 'learn': {
      const keys = mine(d, dutiesNow(d))
        .filter((i) => i.duty?.act.verb === 'record' && /learning/.test(i.duty.act.words))
        .map((i) => i.key)
      return { ok: true, value: [{ what: { kind: 'learning point', words: command.words }, answers: keys }] }
    }
    case 'correct':
      return correct(d, command)
    case 'close':
      return close(d, command.words)
  }
}

/** Whoever only knows of the case may put right what they wrote, and record the learning that the policy asks of them. */
function ownToDo(d: Deciding, command: Following): boolean {
  if (command.kind === 'correct') return true
  return (
    command.kind === 'learn' &&
    mine(d, dutiesNow(d)).some((i) => i.duty?.act.verb === 'record' && /learning/.test(i.duty.act.words))
  )
}

function correct(d: Deciding, command: Extract<Command, { kind: 'correct' }>): Decision<readonly Draft[]> {
  const mark = d.c.marks[command.of - 1]
  if (!mark) return refuse('missing', 'There is no such entry', 'Choose an entry from the record.')
  if (mark.by !== d.actor.person)
    return refuse(
      'not yours',
      'Only whoever wrote an entry can correct it',
      'You can add an entry that says what you know.',
    )
  if (command.words.trim() === '')
    return refuse('missing', 'Write the correction', 'The first wording is kept; yours stands beside it.')
  return {
    ok: true,
    value: [
      {
        what: { kind: 'corrected', words: command.words, why: command.why },
        corrects: command.of,
        audience: mark.audience,
        ...(mark.owner === 'concordat' ? {} : { owner: mark.owner }),
        inConfidence: mark.inConfidence,
      },
    ],
  }
}

/** Closing sooner than by itself needs a reason and lists what is undone. */
function close(d: Deciding, words: string): Decision<readonly Draft[]> {
  if (!d.c.end)
    return refuse('no such move', 'This case has not ended', 'A case closes after it is agreed, decided or withdrawn.')
  if (d.c.closed) return refuse('already done', 'This case is closed', 'Nothing was changed.')
  if (d.part.level !== 'party' && d.part.level !== 'decider')
    return refuse('not yours', 'You cannot close this case', 'One of the two sides may.')
  const all = dutiesNow(d).filter(isLive)
  const barred = all.find((i) => i.force !== 'may' && i.duty?.before.some((b) => b.type === 'closed'))
  if (barred)
    return refuse('blocked', 'You cannot close this case yet', 'The policy puts something before closing.', {
      cites: barred.duty?.cites ?? [],
      first: [barred.key],
    })
  const undone = all.filter((i) => i.force === 'must' && i.duty?.act.verb !== 'keep' && i.id !== agreedAction)
  const actions = d.c.outstanding.filter((o) => !o.done)
  if (undone.length + actions.length > 0 && words.trim() === '')
    return refuse('missing', 'Say why it closes with things undone', 'What is undone is listed in the record.', {
      first: undone.map((i) => i.key),
    })
  return {
    ok: true,
    value: [
      { what: { kind: 'closed', words, undone: [...undone.map((i) => i.key), ...actions.map((o) => o.action.what)] } },
    ],
  }
}
