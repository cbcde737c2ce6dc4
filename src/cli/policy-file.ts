/** A policy file as somebody names it at a terminal; a parent is looked for beside it and among the policies that come with the program. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Library } from '../domain/policy/layers.ts'
import { parsePolicy } from '../domain/policy/parse-policy.ts'
import type { Policy } from '../domain/policy/policy.ts'
import { UsageError } from './usage-error.ts'

/** The text of a file, and where its parents are looked for. Throws a UsageError where there is no such file. */
export function policyFile(file: string): { readonly text: string; readonly library: Library } {
  return { text: textOf(file), library: (id, version) => parentText(file, id, version) }
}

/** For commands that need a policy that reads. Throws its first problem with line and column. */
export function policyOf(file: string): Policy {
  const { text, library } = policyFile(file)
  const read = parsePolicy(text, library)
  if (read.ok) return read.policy
  const [first] = read.problems
  const more = read.problems.length > 1 ? ` (and ${read.problems.length - 1} more)` : ''
  throw new UsageError(`${file}:${first?.line}:${first?.column} ${first?.message}${more}`)
}

// The reader refuses what is larger than 256 KB with a sentence of its own; a file far beyond that is not even loaded.
const tooLargeToLoad = 4 * 1024 * 1024

function textOf(file: string): string {
  try {
    const { size } = statSync(file)
    return size > tooLargeToLoad ? ' '.repeat(tooLargeToLoad) : readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${whyNot(error)}.`)
  }
}

/** By the file's name first, then by what the files of the folder say of themselves; of several versions the one asked for. */
function parentText(file: string, id: string, version?: number): string | undefined {
  const shipped = fileURLToPath(new URL('../../policies', import.meta.url))
  const found: string[] = []
  for (const folder of [dirname(file), join(dirname(file), '..'), shipped]) {
    for (const name of [`${id}.yaml`, ...yamlFiles(folder)]) {
      const text = textIfThere(join(folder, name))
      if (text === undefined || (name !== `${id}.yaml` && valueOf(text, 'id') !== id)) continue
      if (version === undefined || Number(valueOf(text, 'version') ?? 1) === version) return text
      found.push(text)
    }
  }
  return found[0]
}

/** Files larger than this are no policies. */
const mostBytes = 256 * 1024

function yamlFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
  } catch {
    return []
  }
}

function textIfThere(path: string): string | undefined {
  try {
    return statSync(path).size > mostBytes ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** What stands after a key at the margin, as people write it. */
const valueOf = (text: string, key: 'id' | 'version'): string | undefined =>
  new RegExp(`^${key}:[ ]*["']?([\\w-]+)`, 'm').exec(text)?.[1]

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'it is a folder'
  if (code === 'EACCES') return 'you may not read it'
  return error instanceof Error ? error.message : String(error)
}
