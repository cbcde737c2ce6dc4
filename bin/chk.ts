// npm run chk -- 34: runs the tests that prove a requirement of docs/security.md, which are those whose name says "chk 34".
// Without a number it lists the requirements that have a test. The result is also written to out/chk/34.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { runTests, testFiles } from './run-tests.ts'

const files = [...testFiles('fast'), ...testFiles('slow')].map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const asked = process.argv.slice(2)

if (asked.length === 0) {
  const numbers = new Set(
    files.flatMap(({ text }) => [...text.matchAll(/\bchk (\d+)\b/g)].map(([, number]) => Number(number))),
  )
  console.log(`Requirements with a test: ${[...numbers].sort((a, b) => a - b).join(', ') || 'none yet'}`)
}
for (const number of asked) {
  const name = new RegExp(`\\bchk ${Number(number)}\\b`)
  const { passed, failed, seconds } = await runTests(
    files.filter(({ text }) => name.test(text)).map(({ path }) => path),
    { only: name },
  )
  const ok = passed > 0 && failed === 0
  console.log(
    passed + failed === 0 ? `chk ${number}: no test proves it` : `chk ${number}: ${passed} passed, ${failed} failed`,
  )
  mkdirSync('out/chk', { recursive: true })
  writeFileSync(
    `out/chk/${number}.json`,
    `${JSON.stringify({ number: Number(number), ok, passed, failed, seconds })}\n`,
  )
  if (!ok) process.exitCode = 1
}
