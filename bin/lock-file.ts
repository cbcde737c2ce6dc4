// package-lock.json must name versions and hashes only: an address would tie every clone to one registry.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, { resolved?: string; integrity?: string; version?: string }>>
}
const names = Object.keys(packages).filter((name) => name !== '')
const defects = names.flatMap((name) => [
  ...(packages[name]?.resolved ? [`${name} has an address`] : []),
  ...(packages[name]?.integrity ? [] : [`${name} has no hash`]),
])
if (names.length === 0) defects.push('package-lock.json lists no package')
for (const defect of defects) console.log(defect)
process.exitCode = defects.length > 0 ? 1 : 0
