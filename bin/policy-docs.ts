// Writes docs/policies: each shipped policy in plain words (.md) and its flowchart (.svg). With --check it writes nothing and exits 1 when one is stale.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const check = process.argv.includes('--check')
const files = globSync('policies/*.yaml').toSorted((a, b) => a.localeCompare(b))
if (files.length === 0) throw new Error('No policy was found in policies/, so nothing was checked.')

let stale = 0
for (const file of files) {
  const name = basename(file, '.yaml')
  keep(`docs/policies/${name}.md`, ['explain', file, '--markdown', '--drawing', `${name}.svg`])
  keep(`docs/policies/${name}.svg`, ['flowchart', file, '--page', `${name}.md`])
}
process.exitCode = stale > 0 ? 1 : 0

function keep(target: string, command: readonly string[]): void {
  const made = execFileSync(process.execPath, ['bin/concordat.mjs', 'policy', ...command], { encoding: 'utf8' })
  if (read(target) === made) return
  if (check) {
    console.error(`${target} is stale. Run: node bin/policy-docs.ts`)
    stale++
  } else writeFileSync(target, made)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
