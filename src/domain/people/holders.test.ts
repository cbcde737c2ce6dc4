import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../policy/policy.ts'
import type { Directory, Post } from './directory.ts'
import { holders } from './holders.ts'

const role = (id: string, other: readonly string[], tier?: number): Role => ({
  id,
  is: id,
  at: 'agency',
  or: [],
  else: other,
  ...(tier === undefined ? {} : { tier }),
  cites: [],
  origin: 'policy',
  place: { line: 1, column: 1 },
})

const post = (person: string, agency: string, roleId: string, tier: number): Post => ({
  id: person,
  person,
  agency,
  role: roleId,
  title: roleId,
  tier,
  speaksFor: [],
  away: [],
})

const directory: Directory = {
  version: 'one',
  agencies: {},
  people: {},
  posts: [post('ana', 'school', 'lead', 2), post('bo', 'clinic', 'worker', 1)],
}

const roles = {
  manager: role('manager', ['lead']),
  lead: role('lead', ['manager']),
  senior: role('senior', ['director'], 3),
  director: role('director', ['senior'], 4),
}

const who = (roleId: string, agency?: string) =>
  holders({ directory, roles, at: Date.parse('2026-04-08T09:00:00Z') }, roleId, agency).map(
    (h) => `${h.person} ${h.via}`,
  )

test('two roles that stand in for each other: whichever is held acts, and neither where neither is', () => {
  assert.deepEqual(who('manager', 'school'), ['ana else'])
  assert.deepEqual(who('lead', 'school'), ['ana role'])
  assert.deepEqual(who('manager', 'clinic'), [])
  assert.deepEqual(who('lead', 'clinic'), [])
})

test('of two in a line the most senior person there acts at last, and nobody where no agency is named', () => {
  assert.deepEqual(who('senior', 'clinic'), ['bo else'])
  assert.deepEqual(who('director'), [])
})
