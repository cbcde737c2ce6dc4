import { conditionPhrase } from '../../words/phrase-condition.ts'
import { dutySentence } from '../../words/phrase-duty.ts'
import { limitLabel } from '../../words/phrase-limit.ts'
import { contactPhrase } from '../../words/phrase-stage.ts'
import { andList, capital, curly } from '../../words/phrase-text.ts'
import { roleName, roleNames } from '../../words/phrase-who.ts'
import { homeStage } from '../explain-stage.ts'
import type { Duty, Move, Policy, Stage, Target, Track } from '../policy.ts'
import type { Block, BlockWay, ChartArrow, ChartBox } from './parts.ts'
import { boxId, clausesLine, endTitle, stageHref, stageTitle } from './titles.ts'
import { downLabel, downTo, leadsTo, movesOf, nextOn, sideLabel } from './ways.ts'

/** A stage with the notices on entering it and every way out of it; `below` is the stage drawn right under it. */
export function stageBlock(stage: Stage, track: Track, below: Stage | undefined, policy: Policy): Block {
  const moves = movesOf(stage, policy)
  const down = below && moves.find((move) => downTo(move, stage, track, below.id))
  const arrow = below && down && downArrow(stage, down, track, below, policy)
  return {
    box: stageBox(stage, track, policy),
    notes: notes(stage, track, below, policy),
    ways: sideWays(stage, moves, track, below, down, policy),
    ...(arrow ? { down: arrow } : {}),
  }
}

/** Who with whom: "Worker and worker, by phone or face to face". */
function stageBox(stage: Stage, track: Track, policy: Policy): ChartBox {
  const limit = limitLabel(stage.within, policy)
  const small = clausesLine(stage.cites)
  const lines = [
    ...(stage.if ? [`Only if ${conditionPhrase(stage.if, policy)}`] : []),
    capital(`${who(stage, policy)}${contact(stage)}`),
    ...(limit === undefined ? [] : [limit]),
  ]
  return {
    id: boxId(track, stage.id),
    kind: 'stage',
    title: stageTitle(stage, policy),
    lines: lines.map(curly),
    ...(small === '' ? {} : { small }),
    href: stageHref(stage),
  }
}

const contact = (stage: Stage): string =>
  contactPhrase(stage.contact) === '' ? '' : `, ${contactPhrase(stage.contact)}`

/** "worker and worker", "Chair of the Board, with senior managers". */
function who(stage: Stage, policy: Policy): string {
  const decides = stage.by ? `${roleName(policy, stage.by.role)} decides` : ''
  const others =
    stage.with.length === 0
      ? ''
      : `, with ${andList(stage.with.map((one) => (one.side === 'each' ? roleNames : roleName)(policy, one.role)))}`
  if (stage.between === undefined) return `${decides}${others}`
  const [left, right] = stage.between.map((one) => roleName(policy, one.role))
  const pair = stage.inside ? `${left} with ${right}, inside their own agency` : `${left} and ${right}`
  return `${pair}${others}${stage.by ? `; ${decides}` : ''}`
}

// What is told when this very stage begins, and what the stage below waits for: the rest is on the page.
function notes(stage: Stage, track: Track, below: Stage | undefined, policy: Policy): readonly ChartBox[] {
  const here = [...stage.duties, ...policy.duties.filter((duty) => homeStage(duty) === stage.id)]
  const told = here.filter((duty) => duty.act.verb === 'tell' && (duty.when.length === 0 || begins(duty, stage)))
  const awaited = [...stage.duties, ...policy.duties].filter(
    (duty) => !told.includes(duty) && duty.before.some((one) => one.type === 'stage' && one.id === below?.id),
  )
  const lines = [...told.map(stripped), ...awaited].map((duty) => curly(dutySentence(duty, policy)))
  return lines.length === 0 ? [] : [{ id: boxId(track, `${stage.id}-told`), kind: 'note', lines }]
}

// The note stands at the stage: "when stage 2 starts" need not be said there again.
const stripped = (duty: Duty): Duty => ({ ...duty, when: [] })

const begins = (duty: Duty, stage: Stage): boolean =>
  duty.when.some((event) => event.on === 'entered' && event.stage === stage.id)

function downArrow(stage: Stage, move: Move, track: Track, below: Stage, policy: Policy): ChartArrow {
  const from = boxId(track, stage.id)
  return {
    id: `${from}-down`,
    from,
    to: move.if ? boxId(track, `${stage.id}-if`) : boxId(track, below.id),
    label: downLabel(move, stage, below, policy),
    byItself: move.by === undefined && move.if === undefined,
  }
}

// What may be done at every stage alike, and the straight way up in danger, are drawn once for all.
function sideWays(
  stage: Stage,
  moves: readonly Move[],
  track: Track,
  below: Stage | undefined,
  down: Move | undefined,
  policy: Policy,
): readonly BlockWay[] {
  const own = new Set(stage.moves.map((move) => move.id))
  return inOrder(moves).flatMap((move) =>
    move.to.flatMap((target, i): readonly BlockWay[] => {
      if (move === down && below && downTo({ ...move, to: [target] }, stage, track, below.id)) return []
      const box = wayBox(stage, move, target, own.has(move.id), track, policy)
      if (box === undefined) return []
      const id = `${boxId(track, stage.id)}-${move.id}-${i}`
      const drawn = { ...box.box, id: `${id}-box` }
      const from = boxId(track, stage.id)
      const arrow = {
        id,
        from,
        to: drawn.id,
        label: sideLabel(move, stage, target, policy),
        byItself: move.by === undefined,
      }
      const on = box.leads && {
        id: `${id}-on`,
        from: drawn.id,
        to: box.leads,
        label: '',
        byItself: move.by === undefined,
      }
      return [{ arrow, box: drawn, ...(on ? { on } : {}) }]
    }),
  )
}

// Settled first, then decided: so every stage is read alike.
function inOrder(moves: readonly Move[]): readonly Move[] {
  const rank = (move: Move) => (leadsTo(move, 'agreed') ? 0 : leadsTo(move, 'decided') ? 1 : 2)
  return moves.toSorted((a, b) => rank(a) - rank(b))
}

function wayBox(stage: Stage, move: Move, target: Target, own: boolean, track: Track, policy: Policy) {
  switch (target.type) {
    case 'end': {
      const { end } = target
      const hereOnly = own || end === 'agreed' || end === 'decided'
      if (!hereOnly || (leadsTo(move, 'decided') && stage.by === undefined)) return undefined
      return { box: { kind: 'end' as const, lines: [endTitle(end, policy)] }, leads: undefined }
    }
    case 'same':
      return stage.repeats ? turn(stage, track, 'Again, one tier higher', policy) : undefined
    case 'stage': {
      const to = policy.stages.find((one) => one.id === target.id)
      return to && turn(to, track, stageTitle(to, policy), policy)
    }
    case 'next': {
      const to = policy.stages.find((one) => one.id === nextOn(track, stage))
      return to && turn(to, track, stageTitle(to, policy), policy)
    }
    case 'any stage':
      return own ? { box: { kind: 'end' as const, lines: ['Any later stage'] }, leads: undefined } : undefined
  }
}

// Aside stages are drawn with the first track: elsewhere a turn names them and leads no arrow.
function turn(to: Stage, track: Track, words: string, policy: Policy) {
  const drawnHere = track.stages.includes(to.id) || (to.aside && policy.tracks[0] === track)
  const href = stageHref(to)
  return { box: { kind: 'turn' as const, lines: [words], href }, leads: drawnHere ? boxId(track, to.id) : undefined }
}
