import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verdictOn } from './retry.ts'

const failing = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test('what gave way is tried again, what went away is waited for, the rest is told', () => {
  for (const code of ['40001', '40P01']) assert.equal(verdictOn(failing(code)), 'again')
  for (const code of ['57P01', '57P02', '57P03', '08006', '08P01', '25006', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'])
    assert.equal(verdictOn(failing(code)), 'connection')
  for (const message of [
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout expired',
  ])
    assert.equal(verdictOn(new Error(message)), 'connection')
  for (const error of [
    failing('23505'),
    failing('42501'),
    failing('57014'),
    new Error('something else'),
    'words',
    undefined,
  ])
    assert.equal(verdictOn(error), 'no')
})
