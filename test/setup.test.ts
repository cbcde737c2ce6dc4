// The pre-script every npm script starts with, run in projects of its own with a stand-in for npm.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, test } from 'node:test'

const lock = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/node': { version: '0.0.1' }, 'node_modules/a': { version } } })
// Does what `npm ci` does to the folder: the list of what is installed, written last, and a Node (here: a shell script).
const npm = `import { chmodSync, copyFileSync, mkdirSync, writeFileSync, appendFileSync } from 'node:fs'
appendFileSync('installs', process.argv.slice(2).join(' ') + '\\n')
await new Promise((done) => setTimeout(done, 300))
mkdirSync('node_modules/node/bin', { recursive: true })
writeFileSync('node_modules/node/bin/node', '#!/bin/sh\\necho "pinned runs $(basename $1) $2"\\nexit 7\\n')
chmodSync('node_modules/node/bin/node', 0o755)
copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
console.log('added 2 packages')`
const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a fresh clone is installed, saying so, and the command runs on the pinned Node with its own exit code', async () => {
  const folder = project({ 'npm.mjs': npm })
  const { code, stdout, stderr } = await setup(folder, 'bin/job.mjs', '--fast')
  assert.match(stderr, /Nothing is installed yet\. Installing/)
  assert.match(stderr, /added 2 packages/)
  assert.match(stderr, /Installed in \d+ seconds/)
  assert.equal(stdout, 'pinned runs job.mjs --fast\n', 'standard output belongs to the command alone')
  assert.equal(code, 7)
})

test('what is installed is not installed again', async () => {
  const folder = project({ 'npm.mjs': npm })
  await setup(folder, 'bin/job.mjs')
  const { stderr } = await setup(folder, 'bin/job.mjs')
  assert.equal(stderr, '')
  assert.equal(installs(folder), 1)
})

test('two commands at once install once', async () => {
  const folder = project({ 'npm.mjs': npm })
  const both = await Promise.all([setup(folder, 'bin/job.mjs'), setup(folder, 'bin/job.mjs')])
  assert.deepEqual(
    both.map(({ code }) => code),
    [7, 7],
  )
  assert.equal(installs(folder), 1)
  assert.ok(!existsSync(join(folder, 'out/installing')))
})

for (const [change, alter, said] of [
  ['a newer lock file', (folder: string) => write(folder, 'package-lock.json', lock('2.0.0')), 'has changed'],
  [
    'an interrupted installation',
    (folder: string) => rmSync(join(folder, 'node_modules/.package-lock.json')),
    'did not finish',
  ],
  [
    'a missing pinned Node',
    (folder: string) => rmSync(join(folder, 'node_modules/node/bin/node')),
    'pinned Node is not installed',
  ],
] as const) {
  test(`${change} is installed again`, async () => {
    const folder = project({ 'npm.mjs': npm })
    await setup(folder, 'bin/job.mjs')
    alter(folder)
    const { code, stderr } = await setup(folder, 'bin/job.mjs')
    assert.match(stderr, new RegExp(said))
    assert.equal(code, 7)
    assert.equal(installs(folder), 2)
  })
}

test('a failed installation ends in a clear sentence and runs nothing', async () => {
  const folder = project({ 'npm.mjs': 'console.error("npm error network"); process.exit(3)' })
  const { code, stdout, stderr } = await setup(folder, 'bin/job.mjs')
  assert.match(stderr, /npm error network/)
  assert.match(stderr, /The installation failed: npm ci ended with code 3/)
  assert.equal(stdout, '')
  assert.equal(code, 1)
})

test('a lock left behind by a killed installation does not block the next', async () => {
  const folder = project({ 'npm.mjs': npm, 'out/installing': '999999999' })
  assert.equal((await setup(folder, 'bin/job.mjs')).code, 7)
})

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-setup-'))
  folders.push(folder)
  mkdirSync(join(folder, 'bin'))
  cpSync('bin/setup.mjs', join(folder, 'bin/setup.mjs'))
  for (const [name, text] of Object.entries({ 'package-lock.json': lock('1.0.0'), 'bin/job.mjs': '', ...files }))
    write(folder, name, text)
  return folder
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

function installs(folder: string): number {
  return readFileSync(join(folder, 'installs'), 'utf8').trim().split('\n').length
}

function setup(
  folder: string,
  ...args: readonly string[]
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    npm_execpath: join(folder, 'npm.mjs'),
    npm_node_execpath: process.execPath,
    NODE_ENV: '',
  }
  const child = spawn(process.execPath, ['bin/setup.mjs', ...args], { cwd: folder, env })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (part) => (stdout += part))
  child.stderr.on('data', (part) => (stderr += part))
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })))
}
