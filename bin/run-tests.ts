import { globSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/** What a run came to. `empty` and `late` name files: a file without a test, or one that never ends, is a failure. */
export type Totals = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly empty: readonly string[]
  readonly late: readonly string[]
  readonly seconds: number
}

export type TestSet = 'fast' | 'slow'

/** Every test file of the project in one set, sorted. Slow are those that need PostgreSQL or Chromium, or kill things. */
export function testFiles(set: TestSet, root = process.cwd()): readonly string[] {
  const patterns = ['src', 'test', 'policies', 'seeds'].map((folder) => `${folder}/**/*.test.ts`)
  return globSync(patterns, { cwd: root })
    .filter((file) => isSlow(file) === (set === 'slow'))
    .sort()
    .map((file) => `${root}/${file}`)
}

export function isSlow(file: string): boolean {
  return /\.(db|browser|crash)\.test\.ts$/.test(file)
}

/**
 * Runs test files, each in a process of its own, two at a time, reporting them one after another.
 * `only` keeps the tests whose name matches; then a file without a match is not counted as empty.
 */
export async function runTests(
  files: readonly string[],
  options: { only?: RegExp; limit?: number } = {},
): Promise<Totals> {
  const began = performance.now()
  const report = new PassThrough({ objectMode: true })
  const printed = report.compose(spec).pipe(new PassThrough())
  printed.pipe(process.stdout)
  const queue = [...files]
  const outcomes: FileOutcome[] = []
  const worker = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const outcome = await runFile(file, options.limit ?? limitOf(file), options.only)
      outcomes.push(outcome)
      // Two files at once would mix up the reporter's indentation: each is reported whole.
      for (const event of outcome.events) report.write(event)
    }
  }
  await Promise.all([worker(), worker()])
  report.end()
  await new Promise((done) => printed.on('end', done))
  return {
    passed: sum(outcomes.map((outcome) => outcome.passed)),
    failed: sum(outcomes.map((outcome) => outcome.failed)),
    skipped: sum(outcomes.map((outcome) => outcome.skipped)),
    empty: options.only ? [] : outcomes.filter((one) => one.tests === 0 && one.failed === 0).map((one) => one.file),
    late: outcomes.filter((outcome) => outcome.late).map((outcome) => outcome.file),
    seconds: (performance.now() - began) / 1000,
  }
}

type FileOutcome = {
  readonly file: string
  readonly events: readonly unknown[]
  readonly tests: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly late: boolean
}

// node:test has no limit for a file that loops or keeps a handle open, so each file gets its own run and an alarm.
async function runFile(file: string, limit: number, only?: RegExp): Promise<FileOutcome> {
  const alarm = new AbortController()
  const timer = setTimeout(() => alarm.abort(), limit * 1000)
  const events: unknown[] = []
  let passed = 0
  let failed = 0
  let skipped = 0
  const stream = run({
    files: [file],
    concurrency: 1,
    signal: alarm.signal,
    ...(only ? { testNamePatterns: only } : {}),
  })
  for await (const event of stream) {
    // A file is reported as a test named after itself, which counts only when it fails to load or to end.
    const isFile =
      'data' in event && event.data !== undefined && 'name' in event.data && isNameOf(event.data.name, file)
    if (event.type === 'test:summary' || isTotal(event) || (isFile && event.type !== 'test:fail')) continue
    events.push(event)
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const isTest = event.data.details.type !== 'suite'
    if (event.data.skip !== undefined || event.data.todo !== undefined) skipped += isTest ? 1 : 0
    else if (event.type === 'test:pass') passed += isTest ? 1 : 0
    // A suite fails with its tests, but also when only its hooks did.
    else if (isTest || failed === 0) failed += 1
  }
  clearTimeout(timer)
  const late = alarm.signal.aborted
  if (late && failed === 0) failed = 1
  return { file, events, tests: passed + failed + skipped, passed, failed, skipped, late }
}

function isNameOf(name: string, file: string): boolean {
  return name === file || file.endsWith(`/${name}`)
}

/** Seconds a file may take. */
function limitOf(file: string): number {
  return isSlow(file) ? 300 : 60
}

// The closing lines of each file's own run ("tests 3", "duration_ms 51"); the whole run has its own.
function isTotal(event: { readonly type: string; readonly data?: unknown }): boolean {
  if (event.type !== 'test:diagnostic') return false
  const { message, nesting } = event.data as { readonly message: string; readonly nesting: number }
  return nesting === 0 && /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(message)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
