// The test runner must go red for everything that is not a passing test. Each case here is a planted defect.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'

const runner = resolve('bin/test.ts')
const passing = "import { test } from 'node:test'\ntest('is fine', () => {})\n"

test('passing tests of both sets are counted and end well', () => {
  const { code, output } = runOn({ 'src/a.test.ts': passing, 'test/b.db.test.ts': passing })
  assert.equal(code, 0, output)
  assert.match(output, /^# tests 2$/m)
  assert.match(output, /^2 passed, 0 failed$/m)
})

test('the fast set leaves out what needs PostgreSQL, Chromium or a crash', () => {
  const files = {
    'src/a.test.ts': passing,
    'src/b.db.test.ts': passing,
    'test/c.browser.test.ts': passing,
    'test/d.crash.test.ts': passing,
  }
  assert.match(runOn(files, ['--fast']).output, /^1 passed, 0 failed$/m)
  assert.match(runOn(files, ['--slow']).output, /^3 passed, 0 failed$/m)
})

for (const [defect, text, said] of [
  [
    'a failing test',
    "import { test } from 'node:test'\ntest('no', () => { throw new Error('x') })\n",
    '1 passed, 1 failed',
  ],
  ['a file that does not load', "import './absent.ts'\n", '1 passed, 1 failed'],
  ['a file without a test', 'export {}\n', 'Holds no test'],
  [
    'a file that keeps a handle open',
    `${passing}setInterval(() => {}, 1000)\n`,
    'Open: [^]*1 Timeout[^]*Its tests ended, but something keeps it open: .*planted',
  ],
  [
    'a hook that never ends',
    `import { after } from 'node:test'\n${passing}setInterval(() => {}, 1000)\nafter(() => new Promise(() => {}))\n`,
    'Its tests ended, but something keeps it open: .*planted',
  ],
  [
    'a test that never ends',
    "import { test } from 'node:test'\nsetInterval(() => {}, 1000)\ntest('waits', () => new Promise(() => {}))\n",
    'Stopped, because it did not end in time: .*planted',
  ],
  [
    'a failing hook',
    "import { before, describe } from 'node:test'\ndescribe('s', () => { before(() => { throw new Error('x') }) })\n",
    '1 passed, 1 failed',
  ],
] as const) {
  test(`${defect} makes the run fail`, () => {
    const { code, output } = runOn({ 'src/fine.test.ts': passing, 'src/planted.test.ts': text }, ['--limit', '3'])
    assert.equal(code, 1, output)
    assert.match(output, new RegExp(said))
  })
}

test('running no test at all is a failure', () => {
  const { code, output } = runOn({})
  assert.equal(code, 1)
  assert.match(output, /No test ran/)
})

function runOn(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): { code: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-runner-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    // node:test refuses to run inside itself, and recognises itself by this variable.
    const { NODE_TEST_CONTEXT: _inside, ...env } = process.env
    const { status, stdout, stderr } = spawnSync(process.execPath, [runner, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    })
    return { code: status, output: stdout + stderr }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
