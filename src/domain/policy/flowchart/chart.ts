import { conditionPhrase } from '../../words/phrase-condition.ts'
import { dutySentence } from '../../words/phrase-duty.ts'
import { curly } from '../../words/phrase-text.ts'
import type { Move, Policy, Stage, Track } from '../policy.ts'
import { everywhere, urgentDuties } from './everywhere.ts'
import type { Block, Chart, ChartBox, Column, Rail } from './parts.ts'
import { question, questionOf } from './question.ts'
import { stageBlock } from './stage-block.ts'
import { boxId, stageTitle } from './titles.ts'
import { downTo, movesOf } from './ways.ts'

/** The flowchart of a policy, without places yet. Everything in it is the policy's data. Source: HV-4. */
export function chart(policy: Policy): Chart {
  const always = everywhere(policy)
  return {
    title: curly(policy.title),
    columns: policy.tracks.map((track, i) => column(track, i, policy)),
    ...(always ? { always } : {}),
  }
}

function column(track: Track, index: number, policy: Policy): Column {
  const rungs = track.stages.flatMap((id) => policy.stages.find((stage) => stage.id === id) ?? [])
  const asides = policy.stages.filter((stage) => stage.aside && index === 0)
  const here = [...rungs, ...asides]
  const start: ChartBox = {
    id: boxId(track, 'start'),
    kind: 'start',
    title: 'A concern is raised',
    lines: condition(track, policy),
  }
  const jumps = policy.moves.filter((move) => move.to.some((target) => target.type === 'any stage'))
  const top: readonly Block[] = [
    { box: start, notes: [], ways: [] },
    ...jumps.map((move, i) => jumpBlock(track, move, i, policy)),
  ]
  const body = here.flatMap((stage, i) => [
    stageBlock(stage, track, here[i + 1], policy),
    ...gate(stage, track, here[i + 1], policy),
  ])
  const title = trackTitle(track, index, policy)
  return {
    id: track.id,
    ...(title === undefined ? {} : { title }),
    blocks: [...linked(top, body[0], track), ...body],
    rails: jumps.map((move, i) => rail(move, i, track, rungs.slice(1))),
  }
}

function trackTitle(track: Track, index: number, policy: Policy): string | undefined {
  if (policy.tracks.length < 2) return undefined
  if (track.says !== undefined) return curly(track.says)
  if (track.if) return curly(`If ${conditionPhrase(track.if, policy)}`)
  return index === 0 ? 'Every case' : 'Every other case'
}

const condition = (track: Track, policy: Policy): readonly string[] =>
  track.if ? [curly(`If ${conditionPhrase(track.if, policy)}`)] : []

function jumpBlock(track: Track, move: Move, index: number, policy: Policy): Block {
  const id = boxId(track, `jump-${index}`)
  const box = question(id, move, policy, [
    'Asked first and at every step. If so, it may go straight to any later stage.',
  ])
  const told = index === 0 ? urgentDuties(policy) : []
  const lines = told.map((duty) => curly(dutySentence(duty, policy)))
  return { box, notes: told.length === 0 ? [] : [{ id: `${id}-told`, kind: 'note', lines }], ways: [] }
}

function rail(move: Move, index: number, track: Track, later: readonly Stage[]): Rail {
  const from = boxId(track, `jump-${index}`)
  return {
    from,
    arrows: later.map((stage) => ({
      id: `${from}-to-${stage.id}`,
      from,
      to: boxId(track, stage.id),
      label: move.if ? 'yes' : '',
      byItself: move.by === undefined,
    })),
  }
}

// From the start through what is asked first to the first stage.
function linked(top: readonly Block[], first: Block | undefined, track: Track): readonly Block[] {
  return top.map((block, i) => {
    const to = top[i + 1] ?? first
    if (to === undefined) return block
    const label = block.box.kind === 'question' ? 'no' : ''
    const down = { id: `${boxId(track, 'down')}-${i}`, from: block.box.id, to: to.box.id, label, byItself: false }
    return { ...block, down }
  })
}

// What the way on hangs on stands between two stages, as a question of its own.
function gate(stage: Stage, track: Track, below: Stage | undefined, policy: Policy): readonly Block[] {
  const move = below && movesOf(stage, policy).find((one) => downTo(one, stage, track, below.id))
  if (move?.if === undefined || below === undefined) return []
  const box = questionOf(stage, track, move, policy)
  const down = {
    id: `${box.id}-yes`,
    from: box.id,
    to: boxId(track, below.id),
    label: box.open,
    byItself: move.by === undefined,
  }
  const stays: ChartBox = { id: `${box.id}-stays`, kind: 'end', lines: [`It stays at ${stageTitle(stage, policy)}`] }
  const no = { id: `${box.id}-no`, from: box.id, to: stays.id, label: 'no', byItself: false }
  const { open: _, ...drawn } = box
  return [{ box: drawn, notes: [], ways: [{ arrow: no, box: stays }], down }]
}
