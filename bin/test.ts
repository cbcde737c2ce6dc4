// npm test [-- [--fast | --slow] [--limit SECONDS-PER-FILE] [part of a file name ...]]
// The fast set first (pure code), then the slow one (PostgreSQL, Chromium, crashes). Nothing run is a failure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { runTests, type TestSet, type Totals, testFiles } from './run-tests.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: 'boolean' }, slow: { type: 'boolean' }, limit: { type: 'string' } },
})
const sets: readonly TestSet[] = values.fast ? ['fast'] : values.slow ? ['slow'] : ['fast', 'slow']
const all: Totals[] = []
// What the files of one run share: which pages axe has looked at, and what Node made of the modules they all read.
const looked = mkdtempSync(join(tmpdir(), 'concordat-looked-'))
process.env['CONCORDAT_TESTS_LOOKED'] = looked
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '..', 'out', 'compile-cache')

for (const set of sets) {
  const files = testFiles(set).filter(
    (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
  )
  if (files.length === 0) continue
  console.log(`\n${set} tests: ${files.length} files`)
  all.push(await runTests(files, values.limit ? { limit: Number(values.limit) } : {}))
}

rmSync(looked, { recursive: true, force: true })

const total = (count: (totals: Totals) => number) => all.reduce((sum, totals) => sum + count(totals), 0)
const passed = total((totals) => totals.passed)
const failed = total((totals) => totals.failed)
const skipped = total((totals) => totals.skipped)
const empty = all.flatMap((totals) => totals.empty)
const late = all.flatMap((totals) => totals.late)

const open = all.flatMap((totals) => totals.open)
const slowest = all.flatMap((totals) => totals.took).sort((a, b) => b.seconds - a.seconds)

if (slowest.length > 10) {
  console.log('\nThe ten slowest files, in seconds:')
  for (const { file, seconds } of slowest.slice(0, 10))
    console.log(`${seconds.toFixed(1).padStart(7)}  ${relative(process.cwd(), file)}`)
}
for (const file of open) console.log(`Its tests ended, but something keeps it open: ${file}`)
for (const file of late) console.log(`Stopped, because it did not end in time: ${file}`)
for (const file of empty) console.log(`Holds no test: ${file}`)
if (passed + failed === 0) console.log('No test ran, which counts as a failure.')
console.log(`\n# tests ${passed + failed + skipped}\n# pass ${passed}\n# fail ${failed}\n# skipped ${skipped}`)
console.log(`# seconds ${total((totals) => totals.seconds).toFixed(1)}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || empty.length > 0 || passed === 0 ? 1 : 0
