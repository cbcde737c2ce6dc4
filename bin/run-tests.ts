import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/**
 * What a run came to. `empty`, `late` and `open` name files: one without a test, one whose tests never end, and one whose
 * tests ended while something keeps its process open, are failures.
 */
export type Totals = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly empty: readonly string[]
  readonly late: readonly string[]
  readonly open: readonly string[]
  readonly seconds: number
  /** Seconds of each file. */
  readonly took: readonly { readonly file: string; readonly seconds: number }[]
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
    late: outcomes.filter((outcome) => outcome.end === 'late').map((outcome) => outcome.file),
    open: outcomes.filter((outcome) => outcome.end === 'open').map((outcome) => outcome.file),
    seconds: secondsSince(began),
    took: outcomes.map(({ file, seconds }) => ({ file, seconds })),
  }
}

type FileOutcome = {
  readonly file: string
  readonly events: readonly unknown[]
  readonly tests: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** By itself, stopped while its tests ran, or stopped long after they had ended. */
  readonly end: 'ended' | 'late' | 'open'
  readonly seconds: number
}

// node:test has no limit for a file that loops or keeps a handle open, so each file gets its own run and an alarm.
async function runFile(file: string, limit: number, only?: RegExp): Promise<FileOutcome> {
  const began = performance.now()
  const alarm = watch(limit)
  const events: unknown[] = []
  let passed = 0
  let failed = 0
  let skipped = 0
  const stream = run({
    files: [file],
    concurrency: 1,
    signal: alarm.signal,
    execArgv: alarm.execArgv,
    ...(only ? { testNamePatterns: only } : {}),
  })
  for await (const event of stream) {
    // A file is reported as a test named after itself, which counts only when it fails to load or to end.
    const isFile =
      'data' in event && event.data !== undefined && 'name' in event.data && isNameOf(event.data.name, file)
    if (!isFile) alarm.heard(event)
    if (event.type === 'test:summary' || isTotal(event) || (isFile && event.type !== 'test:fail')) continue
    events.push(event)
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const isTest = event.data.details.type !== 'suite'
    if (event.data.skip !== undefined || event.data.todo !== undefined) skipped += isTest ? 1 : 0
    else if (event.type === 'test:pass') passed += isTest ? 1 : 0
    // A suite fails with its tests, but also when only its hooks did.
    else if (isTest || failed === 0) failed += 1
  }
  const end = alarm.off()
  if (end !== 'ended' && failed === 0) failed = 1
  return { file, events, tests: passed + failed + skipped, passed, failed, skipped, end, seconds: secondsSince(began) }
}

/**
 * Stops a file after `limit` seconds, or sooner when every test it announced has ended and its process still lives a while
 * later: then the process is asked to say what keeps it open (`bin/left-open.ts`).
 */
function watch(limit: number) {
  const alarm = new AbortController()
  const folder = mkdtempSync(join(tmpdir(), 'concordat-run-'))
  const note = join(folder, 'pid')
  const hook = new URL('left-open.ts', import.meta.url)
  hook.searchParams.set('pid', note)
  let end: 'ended' | 'late' | 'open' = 'ended'
  let announced = 0
  let silence: NodeJS.Timeout | undefined
  const stop = (why: 'late' | 'open') => {
    end = why
    alarm.abort()
  }
  const late = setTimeout(stop, limit * 1000, 'late')
  const ask = () => {
    try {
      process.kill(Number(readFileSync(note, 'utf8')), 'SIGUSR2')
    } catch {
      // It went this moment, or never came so far.
    }
    end = 'open'
    silence = setTimeout(stop, 5000, 'open')
  }
  return {
    signal: alarm.signal,
    execArgv: ['--import', hook.href],
    heard(event: { readonly type: string; readonly data?: unknown }) {
      const { nesting } = (event.data ?? {}) as { readonly nesting?: number }
      if (nesting !== 0 || end !== 'ended') return
      if (event.type === 'test:enqueue') announced += 1
      else if (event.type === 'test:complete') announced -= 1
      else return
      clearTimeout(silence)
      if (announced === 0) silence = setTimeout(ask, Math.min(20, limit / 3) * 1000)
    },
    off() {
      clearTimeout(late)
      clearTimeout(silence)
      rmSync(folder, { recursive: true, force: true })
      return end
    },
  }
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000

function isNameOf(name: string, file: string): boolean {
  return name === file || file.endsWith(`/${name}`)
}

/** Seconds a file may take. */
function limitOf(file: string): number {
  return file.endsWith('.browser.test.ts') ? 420 : isSlow(file) ? 300 : 60
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
