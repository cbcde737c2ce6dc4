// Nothing committed may carry traces of the machine it was written on, or sentences of the policies it was learnt from.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { copiesOf, traces } from './own-text-rules.ts'

const sources = '../shared/mission/seeds'
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
const paths = listed.split('\0').filter((path) => path !== '' && path !== 'package-lock.json' && existsSync(path))
const texts = paths
  .map((path) => [path, readFileSync(path, 'utf8')] as const)
  .filter(([, text]) => !text.includes('\0'))

const here = [process.cwd()]
const defects = texts.flatMap(([path, text]) => traces(text, here).map((defect) => `${path}: ${defect}`))
if (texts.length === 0) defects.push('No file was read, so nothing was checked.')

if (existsSync(sources)) {
  const copied = copiesOf(globSync(`${sources}/*.txt`).map((file) => readFileSync(file, 'utf8')))
  defects.push(...texts.flatMap(([path, text]) => copied(text).map((defect) => `${path}: ${defect}`)))
} else {
  console.log('note: the source policies are not here, so sentences were not compared with theirs.')
}
for (const defect of defects) console.log(defect)
process.exitCode = defects.length > 0 ? 1 : 0
