#!/usr/bin/env node
// The command `concordat`. Makes sure it runs on a Node that reads TypeScript, then hands over to src/cli/main.ts.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const readsTypeScript = Number(process.versions.node.split('.')[0]) >= 24
const installed = existsSync(join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.package-lock.json'))

if (!installed) {
  const { install } = await import('./setup.mjs')
  await install()
}
if (readsTypeScript) {
  await import('../src/cli/main.ts')
} else {
  const { runPinned } = await import('./setup.mjs')
  await runPinned('bin/concordat.mjs', process.argv.slice(2))
}
