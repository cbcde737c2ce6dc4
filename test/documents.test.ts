// What the documents say is compared with what is there, so that they cannot fall behind unseen.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'

const read = (path: string) => readFileSync(path, 'utf8')
const documents = [...globSync('*.md'), ...globSync('docs/**/*.md')]
const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>

test('every script a document names exists, and continuous integration runs the ones of the README', () => {
  const named = documents.flatMap((path) =>
    [...read(path).matchAll(/\bnpm (?:run )?(start|test|dev|check|chk|bench|test:\w+)\b/g)].map(
      ([, name]) => name ?? '',
    ),
  )
  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter((name) => !manifest['scripts']?.[name]),
    [],
  )
  for (const command of ['npm run check', 'npm test']) assert.match(read('.ci/run'), new RegExp(`^${command}$`, 'm'))
  assert.match(read('README.md'), /^npm test /m)
})

test('every link between documents leads somewhere', () => {
  const broken = documents.flatMap((path) =>
    [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !existsSync(join(dirname(path), target)))
      .map((target) => `${path} → ${target}`),
  )
  assert.deepEqual(broken, [])
})

test('every dependency has its reason, and no reason is left of one that went', () => {
  const dependencies = [
    ...Object.keys(manifest['dependencies'] ?? {}),
    ...Object.keys(manifest['devDependencies'] ?? {}),
  ]
  const table = read('docs/decisions/0008-dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const reasoned = table.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
  )
  assert.deepEqual(reasoned.sort(), dependencies.sort())
})

test('every kind of entry is in the glossary', () => {
  const union = read('src/domain/case/entry.ts').split('export type What =')[1] ?? ''
  const kinds = [...union.matchAll(/\breadonly kind: ((?:'[^']+'(?: \| )?)+)/g)].flatMap(([, names]) =>
    (names ?? '').split(' | ').map((name) => name.slice(1, -1)),
  )
  const table = read('GLOSSARY.md').split('## Kinds of entry')[1] ?? ''
  const known = table.split('\n').flatMap((line) => (line.split('|')[1] ?? '').split('·').map((name) => name.trim()))
  assert.ok(kinds.length > 40, `only ${kinds.length} kinds were read`)
  assert.deepEqual(
    kinds.filter((kind) => !known.includes(kind)),
    [],
  )
})
