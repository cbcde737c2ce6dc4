import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lateReply, silentEnough } from '../words/case-example.ts'
import { decide } from './decide.ts'
import { due } from './due.ts'
import { evolve } from './evolve.ts'

test('the risk said on going up answers the stage that is entered: nobody is asked again at once', () => {
  const { world, c } = lateReply()
  const up = { kind: 'move', move: 'up', words: 'No reply.', facts: { 'our-why': 'No reply.' } } as const
  const asked = (risk: boolean) => {
    const command = risk ? { ...up, risk: { level: 'serious', words: 'Nothing is agreed.' } as const } : up
    const answer = decide(world, c, command, { person: 'joanne', at: silentEnough })
    assert.ok(answer.ok, answer.ok ? '' : answer.refusal.because)
    const after = answer.value.reduce<typeof c>((now, entry) => evolve(now, entry) ?? now, c)
    const here = after.visits.at(-1)?.n
    return due(world, after, silentEnough).find((i) => i.id === 'our-risk-now' && i.visit === here)?.status
  }
  assert.equal(asked(false), 'open')
  assert.equal(asked(true), 'done')
})
