// Who may import whom (the table of ARCHITECTURE.md), and who may ask the clock. Every rule is seen to fail here.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { breaches, layersAsMarkdown } from './layers.ts'
import { scan } from './layers-scan.ts'

test('no file imports across a layer, and the domain asks no clock, chance or surroundings', () => {
  const paths = globSync(['src/**/*.{ts,mjs}', 'seeds/**/*.ts', 'policies/**/*.ts', 'bin/*.{ts,mjs}'])
  const files = new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(path, 'utf8')]))
  assert.deepEqual(breaches(files), [])
})

test('ARCHITECTURE.md quotes the table as it is', () => {
  assert.ok(
    readFileSync('ARCHITECTURE.md', 'utf8').includes(layersAsMarkdown()),
    `ARCHITECTURE.md should hold:\n${layersAsMarkdown()}`,
  )
})

test('reading no file at all is a breach', () => {
  assert.deepEqual(breaches(new Map()), ['No source file was read, so nothing was checked.'])
})

for (const [path, text, breach] of [
  ['src/domain/case/decide.ts', "import { pool } from '../../store/pool.ts'", 'imports ../../store/pool.ts'],
  ['src/domain/case/decide.ts', "import type {\n  A,\n  B,\n} from '../../app/run.ts'", 'imports ../../app/run.ts'],
  ['src/domain/case/decide.ts', "import { readFile } from 'node:fs/promises'", 'imports node:fs/promises'],
  ['src/domain/case/decide.ts', "import { parse } from 'yaml'", 'imports yaml'],
  ['src/domain/policy/read.ts', "export * from 'zod'", 'imports zod'],
  ['src/domain/a.ts', 'const a = `${`${import("./x")}`} ${await import("../web/page.ts")}`', 'imports ../web/page.ts'],
  ['src/domain/a.ts', "const a: typeof import('../store/b.ts') = 1", 'imports ../store/b.ts'],
  ['src/domain/a.ts', 'const a = await import(name)', 'imports something computed'],
  ['src/cli/a.ts', 'const a = await import(address.href)', 'imports something computed'],
  ['src/store/a.ts', "import { run } from '../app/run.ts'", 'imports ../app/run.ts'],
  ['src/web/page.ts', "import { log } from '../store/log.ts'", 'imports ../store/log.ts'],
  ['src/web/page.ts', "import { sweep } from '../work/sweep.ts'", 'imports ../work/sweep.ts'],
  ['src/cli/verify.ts', "import { page } from '../web/page.ts'", 'imports ../web/page.ts'],
  ['src/work/sweep.ts', "import { verify } from '../cli/verify.ts'", 'imports ../cli/verify.ts'],
  ['src/domain/a.ts', 'const at = Temporal.Now.instant()', 'uses Temporal.Now'],
  ['src/store/a.ts', 'const at = Date.now()', 'uses Date.now'],
  ['src/domain/a.ts', 'const at = new Date()', 'uses new Date'],
  ['src/domain/a.ts', 'const at = Math.random()', 'uses Math.random'],
  ['src/domain/a.ts', 'const at = `${process.env.ZONE}`', 'uses process'],
] as const) {
  test(`planted: ${path}: ${text.split('\n')[0]}`, () =>
    assert.deepEqual(breaches(new Map([[path, text]])).map(afterPath), [breach].map(String)))

  function afterPath(sentence: string): string {
    return sentence.slice(path.length + 1)
  }
}

for (const [path, text] of [
  ['src/app/clock.ts', 'const now = () => Temporal.Now.instant()'],
  ['src/domain/policy/read.ts', "import { parseDocument } from 'yaml'"],
  [
    'src/domain/a.ts',
    "// import x from '../store/x.ts'\n/* Date.now() */\nconst said = \"import x from '../web/x.ts'\" + 'Date.now()'",
  ],
  ['src/domain/a.ts', "const quote = /['\"`]/g; const half = a / b; const s = 'new Date()' // it's"],
  ['src/domain/a.ts', 'const process = { name: 1 }; const { process: other } = step; step.process(1)'],
  ['src/domain/a.test.ts', "import { test } from 'node:test'\nimport { run } from '../app/run.ts'"],
  ['src/cli/serving.ts', "import { server } from '../web/server.ts'"],
] as const) {
  test(`allowed: ${path}: ${text.split('\n')[0]}`, () => {
    assert.deepEqual(
      breaches(
        new Map([
          [path, text],
          ['src/domain/other.ts', ''],
        ]),
      ),
      [],
    )
  })
}

test('every way to write an import is read', () => {
  const text = `import a, { b } from './1.ts'; import * as c from "./2.ts"
    import './3.ts'
    export { d } from './4.ts'
    import type { E } from './5.ts'
    const f = await import(\`./6.ts\`)
    const g = \`\${'not.ts'} from './no.ts'\`
    export const h = 'x', from = './no.ts'`
  assert.deepEqual([...scan(text).imports].sort(), ['./1.ts', './2.ts', './3.ts', './4.ts', './5.ts', './6.ts'])
})
