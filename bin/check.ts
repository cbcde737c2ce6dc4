// npm run check [-- step ...]: one line per step, then what the first failing step said. Two steps run at a time.
import { spawn } from 'node:child_process'
import { generated } from './generated.ts'

type Step = { readonly name: string; readonly command: readonly string[] }
type Outcome = { readonly ok: boolean; readonly seconds: number; readonly output: string }

const tool = (name: string) => `node_modules/.bin/${name}`
const steps: readonly Step[] = [
  { name: 'format', command: [tool('biome'), 'check', '--error-on-warnings'] },
  { name: 'lint', command: [tool('oxlint'), '--deny-warnings'] },
  { name: 'types', command: [tool('tsc'), '-p', '.'] },
  { name: 'layers', command: [process.execPath, '--test', 'test/layers.test.ts'] },
  { name: 'dead-code', command: [tool('knip')] },
  ...generated.map(({ name, command }) => ({
    name: `fresh-${name}`,
    command: [process.execPath, ...command, '--check'],
  })),
  { name: 'lock-file', command: [process.execPath, 'bin/lock-file.ts'] },
  { name: 'own-text', command: [process.execPath, 'bin/own-text.ts'] },
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. The steps: ${steps.map((step) => step.name).join(', ')}`)
  process.exit(2)
}
const chosen = asked.length > 0 ? steps.filter((step) => asked.includes(step.name)) : steps

const outcomes = chosen.map(() => Promise.withResolvers<Outcome>())
let next = 0
const worker = async () => {
  for (let i = next++; i < chosen.length; i = next++) outcomes[i]?.resolve(await run((chosen[i] as Step).command))
}
const workers = [worker(), worker()]

let firstFailure: string | undefined
for (const [i, { promise }] of outcomes.entries()) {
  const { ok, seconds, output } = await promise
  const name = chosen[i]?.name ?? ''
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s`)
  for (const [, note] of output.matchAll(/^note: (.+)$/gm)) console.log(`        ${note}`)
  if (!ok) firstFailure ??= `\n${name} said:\n\n${output}`
}
await Promise.all(workers)
if (firstFailure) console.log(firstFailure)
process.exitCode = firstFailure ? 1 : 0

function run([file = '', ...args]: readonly string[]): Promise<Outcome> {
  const began = performance.now()
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (part) => (output += part))
  child.stderr.on('data', (part) => (output += part))
  return new Promise((done) => {
    const end = (ok: boolean) => done({ ok, seconds: (performance.now() - began) / 1000, output })
    child.on('error', (problem) => {
      output += problem.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
