import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readShipped, shippedIds } from '../../../../policies/read-shipped.ts'
import { curly } from '../../words/phrase-text.ts'
import { exampleshire } from '../exampleshire.ts'
import { parsePolicy } from '../parse-policy.ts'
import type { Policy } from '../policy.ts'
import { defectsOf } from './defects.testing.ts'
import { flowchart, flowchartWidths, type Layout } from './layout.ts'
import { flowchartList } from './list.ts'
import { sheetHeight, sheets } from './pages.ts'
import { flowchartSvg } from './svg.ts'

function read(text: string): Policy {
  const result = parsePolicy(text)
  assert.ok(result.ok, JSON.stringify(result.ok || result.problems))
  return result.policy
}

/** Two tracks, a step by itself on lateness, a stage that is there only if, one that no track has beside it. */
const tracks = `id: tracks
title: "Two tracks & <one> top"
version: 1
nation: england-and-wales
roles:
  worker: { is: Worker, tier: 1 }
  manager: { is: Manager, tier: 2 }
  head: { is: Head of a service with an uncommonly long name, tier: 3 }
  chair: { is: Chair, at: board, else: [manager] }
facts:
  reason: { ask: What is it about?, any-of: { plan: A plan, other: Something else } }
  wanted: { ask: Is a meeting wanted by anybody?, by: raising manager }
  serious: { ask: Is it serious? }
raise: { asks: [reason, serious] }
stages:
  talk: { is: Talk, between: worker, within: 2 working days, duties: { answer: { who: responding worker, must: reply, within: 1 working day, before: up } }, moves: { silence: { to: line, when: answer late } } }
  line: { is: Managers, between: manager, within: 5 working days }
  lead: { is: A conference of everybody who works with the family, between: head, within: 3 working days, if: serious }
  top: { is: Chair, by: chair, within: 5 working days, moves: { back: { by: chair, to: [line, talk], is: Send it back } } }
tracks:
  plan: { if: reason is plan, stages: [lead, top] }
  usual: { stages: [talk, line, top] }
moves:
  straight: { by: raising manager, to: top, if: serious }
`

const policies = [...shippedIds.map((id) => readShipped(id)), read(exampleshire)]
const layouts = (policy: Policy) => Object.values(flowchartWidths).map((width) => flowchart(policy, width))

for (const policy of [...policies, read(tracks)]) {
  for (const layout of layouts(policy)) {
    test(`${policy.id} at ${layout.width}: nothing lies on anything else, nothing leaves its room`, () => {
      assert.deepEqual(defectsOf(layout), [])
    })

    test(`${policy.id} at ${layout.width}: list and drawing say the same boxes and arrows`, () => {
      assert.deepEqual(unlike(layout, flowchartSvg(layout)), [])
    })

    test(`${policy.id} at ${layout.width}: the drawing is well formed, and needs no style and no script`, () => {
      const svg = flowchartSvg(layout)
      assert.doesNotMatch(svg, /style=|<style|<script|\son\w+=|url\((?!#)|undefined|NaN/)
      assert.deepEqual(openTags(svg), [])
    })
  }

  test(`${policy.id}: every stage is in it, with its clause`, () => {
    const stages = flowchart(policy).boxes.filter(({ box }) => box.kind === 'stage')
    for (const stage of policy.stages) {
      const drawn = stages.filter(({ box }) => box.title?.endsWith(curly(stage.is)))
      assert.ok(drawn.length > 0, stage.id)
      const cited = stage.cites[0] ?? stage.duties[0]?.cites[0] ?? stage.moves[0]?.cites[0]
      for (const { box } of drawn) assert.equal(box.href, cited ? `#clause-${cited}` : `#stage-${stage.id}`)
    }
  })
}

for (const id of shippedIds) {
  test(`HV-4 ${id}: every clause a box leads to is one of the policy, and one sheet of paper is enough`, () => {
    const policy = readShipped(id)
    const layout = flowchart(policy)
    const clauses = layout.boxes.flatMap(({ box }) =>
      box.href === undefined ? [] : [box.href.replace('#clause-', '')],
    )
    assert.deepEqual(
      clauses.filter((clause) => !Object.hasOwn(policy.clauses, clause)),
      [],
    )
    assert.equal(sheets(layout).length, 1)
  })
}

test('a gate, sending back, a panel, a jump, silence and ends are ways of the example', () => {
  const ways = flowchartList(flowchart(read(exampleshire))).flatMap((item) =>
    item.ways.map((way) => `${item.title} | ${way}`),
  )
  for (const way of [
    'Is the child in immediate danger? | Yes: straight to one of 2. Line managers; 3. The chair',
    'Is the child in immediate danger? | No: 1. Talk to each other',
    'Stage 1. Talk to each other | Not settled: Is the concern justified?',
    'Is the concern justified? | Yes, or no answer within 1 working day: 2. Line managers',
    'Is the concern justified? | No: It stays at 1. Talk to each other',
    'Stage 2. Line managers | Not settled, or no reply: 3. The chair',
    'Stage 3. The chair | The independent chair decides: Decided',
    'Stage 3. The chair | Send back to line managers: 2. Line managers',
    'Stage 3. The chair | Convene a panel: Panel',
    'Panel | Settled: Both sides confirm in writing',
    'At any stage | The person who raised it: Withdrawn',
    'At any stage | The side that raised it, if it is about how a person behaved: Handed over',
  ]) {
    assert.ok(ways.includes(way), `${way}\nnot in\n${ways.join('\n')}`)
  }
})

test('HV-2.8: what the Chair waits for stands at the stage before', () => {
  const item = flowchartList(flowchart(readShipped('havering'))).find(({ title }) => title.startsWith('Stage 3'))
  assert.ok(item?.lines.some((line) => /member of the Board.*Stage 4 waits for this/.test(line)))
})

test('tracks stand beside each other where there is room, below one another on a phone', () => {
  const [narrow, wide] = layouts(read(tracks))
  const left = (layout: Layout | undefined) =>
    new Set(layout?.boxes.filter(({ box }) => box.kind === 'start').map((one) => Math.round(one.x)))
  assert.equal(left(wide).size, 2)
  assert.equal(left(narrow).size, 1)
  assert.deepEqual(
    wide?.columns.map((one) => one.title),
    ['If the answer to “What is it about?” includes “A plan”', 'Every other case'],
  )
})

test('what happens by itself is dashed, and said so', () => {
  const layout = flowchart(read(tracks))
  const itself = layout.arrows.filter(({ arrow }) => arrow.byItself)
  assert.ok(itself.length > 0)
  const svg = flowchartSvg(layout)
  for (const { arrow } of itself) assert.match(svg, new RegExp(`id="flow-${arrow.id}"[^>]*stroke-dasharray`))
  assert.ok(flowchartList(layout).some((item) => item.ways.some((way) => /by itself/.test(way))))
})

test('words from a policy are words in the drawing', () => {
  assert.match(flowchartSvg(flowchart(read(tracks))), /Two tracks &amp; &lt;one&gt; top/)
})

test('a long flowchart is cut between boxes, and nothing is lost', () => {
  const layout = flowchart(read(exampleshire), flowchartWidths.narrow)
  const cut = sheets(layout, sheetHeight / 2)
  assert.ok(cut.length > 1)
  for (const { from, to } of cut) {
    assert.ok(to - from <= sheetHeight / 2)
    assert.deepEqual(
      layout.boxes.filter((one) => one.y < to && one.y + one.h > to).map(({ box }) => box.id),
      [],
    )
  }
  const drawn = cut.map((sheet) => flowchartSvg(layout, sheet)).join('')
  for (const { box } of layout.boxes) assert.ok(drawn.includes(`id="flow-${box.id}"`), box.id)
})

test('planted: a box that is not in the list, an arrow that is not drawn, a box moved onto another, a label on a box', () => {
  const layout = flowchart(read(exampleshire))
  const svg = flowchartSvg(layout)
  const [box, second] = layout.boxes
  const [arrow] = layout.arrows
  const labelled = layout.arrows.find((one) => one.label)
  assert.ok(box && second && arrow && labelled?.label)
  assert.notDeepEqual(unlike({ ...layout, boxes: layout.boxes.slice(1) }, svg), [])
  assert.notDeepEqual(unlike(layout, svg.replace(`id="flow-${arrow.arrow.id}"`, '')), [])
  assert.notDeepEqual(
    defectsOf({ ...layout, boxes: [{ ...box, x: second.x, y: second.y + 4 }, ...layout.boxes.slice(1)] }),
    [],
  )
  const onBox = { ...labelled, label: { ...labelled.label, x: second.x + 4, y: second.y + 4 } }
  const through = {
    ...arrow,
    points: [
      { x: second.x + 10, y: 0 },
      { x: second.x + 10, y: layout.height },
    ],
  }
  assert.notDeepEqual(defectsOf({ ...layout, arrows: [through] }), [])
  assert.notDeepEqual(defectsOf({ ...layout, arrows: [onBox, ...layout.arrows] }), [])
})

/** Ids that only one of drawing and list has. */
function unlike(layout: Layout, svg: string): readonly string[] {
  const drawn = new Set([...svg.matchAll(/<(?:path|g|a) id="flow-([^"]+)"/g)].map(([, id]) => id ?? ''))
  const items = flowchartList(layout)
  const said = new Set(items.flatMap((item) => [...item.boxes, ...item.arrows]))
  return [...drawn].filter((id) => !said.has(id)).concat([...said].filter((id) => !drawn.has(id)))
}

function openTags(svg: string): readonly string[] {
  const open: string[] = []
  for (const [tag, slash, name] of svg.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^>"])*>/g)) {
    if (tag.endsWith('/>')) continue
    if (slash === '') open.push(name ?? '')
    else if (open.at(-1) === name) open.pop()
    else return [`${tag} closes ${open.at(-1)}`]
  }
  return open
}
