// npm run bench [-- part of a name]: runs each file of bench/, one at a time, so that none disturbs another.
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

const [part = ''] = process.argv.slice(2)
const files = globSync('bench/*.ts')
  .filter((file) => file.includes(part))
  .sort()
if (files.length === 0) {
  console.log(`There is no bench named like "${part}".`)
  process.exitCode = 1
}
for (const file of files) {
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
