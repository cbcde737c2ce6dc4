// node test/rule-kinds/try-plants.ts [K08 …]: takes the engine's support for each rule kind out, in a copy, and expects that kind's example to fail.
// Ends with 1 when an example passes all the same, or when a plant no longer fits the code. About a minute for all.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Plant, plants } from './plants.ts'

const root = new URL('../..', import.meta.url).pathname
const examples = readdirSync(join(root, 'test/rule-kinds'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => ({ path: `test/rule-kinds/${name}`, text: readFileSync(join(root, 'test/rule-kinds', name), 'utf8') }))

const asked = process.argv.slice(2)
const wanted = asked.length === 0 ? plants : plants.filter(({ kind }) => asked.includes(kind))
const workers = 2
const scratch = mkdtempSync(join(tmpdir(), 'rule-kinds-'))
try {
  const sound = await run(
    copyOf(workers),
    examples.map(({ path }) => path),
    '^K',
  )
  if (!sound.passed) throw new Error(`The examples fail with the engine as it is.\n${sound.said}`)
  const waiting = [...wanted]
  const told: { readonly plant: Plant; readonly wrong: string | undefined }[] = []
  await Promise.all(
    Array.from({ length: workers }, async (_, n) => {
      const copy = copyOf(n)
      for (let plant = waiting.shift(); plant; plant = waiting.shift())
        told.push({ plant, wrong: await triedOn(copy, plant) })
    }),
  )
  for (const { plant, wrong } of told.toSorted((a, b) => a.plant.kind.localeCompare(b.plant.kind)))
    console.log(`${plant.kind}  ${wrong ?? 'fails, as it should'}: without ${plant.without} (src/domain/${plant.file})`)
  const wrong = told.filter((one) => one.wrong !== undefined).length
  console.log(
    wrong === 0 ? `All ${told.length} examples fail without the engine.` : `${wrong} of ${told.length} wrong.`,
  )
  process.exitCode = wrong === 0 && told.length > 0 ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function copyOf(n: number): string {
  const copy = join(scratch, `${n}`)
  mkdirSync(join(copy, 'test'), { recursive: true })
  for (const part of ['src', 'calendars', 'test/rule-kinds', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Nothing when the example fails without the engine's support; else what is wrong. */
async function triedOn(copy: string, { kind, file, find, replace }: Plant): Promise<string | undefined> {
  const path = join(copy, 'src/domain', file)
  const whole = readFileSync(path, 'utf8')
  if (whole.split(find).length !== 2) return 'THE PLANT NO LONGER FITS THE CODE'
  const files = examples.filter(({ text }) => new RegExp(`test\\('${kind} `).test(text)).map((one) => one.path)
  if (files.length === 0) return 'HAS NO EXAMPLE'
  writeFileSync(
    path,
    whole.replace(find, () => replace),
  )
  const { passed, said } = await run(copy, files, `^${kind} `)
  writeFileSync(path, whole)
  if (passed) return 'PASSES WITHOUT THE ENGINE'
  // A file that no longer reads fails every example, and proves nothing.
  return /SyntaxError|ReferenceError/.test(said) ? 'THE PLANT BREAKS THE FILE' : undefined
}

function run(copy: string, files: readonly string[], only: string): Promise<{ passed: boolean; said: string }> {
  const args = ['--test', '--test-isolation=none', `--test-name-pattern=${only}`, ...files]
  return new Promise((done) => {
    let said = ''
    const running = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [running.stdout, running.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    running.on('close', (code) => done({ passed: code === 0, said }))
  })
}
