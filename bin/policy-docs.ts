// Writes docs/policies/*.md, each shipped policy in plain words. With --check it writes nothing and exits 1 when one is stale.
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const check = process.argv.includes('--check')
const files = globSync('policies/*.yaml').toSorted((a, b) => a.localeCompare(b))
if (files.length === 0) throw new Error('No policy was found in policies/, so nothing was checked.')

let stale = 0
for (const file of files) {
  const target = `docs/policies/${basename(file, '.yaml')}.md`
  const words = execFileSync(process.execPath, ['bin/concordat.mjs', 'policy', 'explain', file, '--markdown'], {
    encoding: 'utf8',
  })
  if (read(target) === words) continue
  if (check) {
    console.error(`${target} is stale. Run: node bin/policy-docs.ts`)
    stale++
  } else writeFileSync(target, words)
}
process.exitCode = stale > 0 ? 1 : 0

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
