import { appendFile, readFile } from 'node:fs/promises'
import type { Checkpoint } from './checkpoint.ts'

/**
 * Adds checkpoints to a file outside the database, a JSON object a line. What comes while the file is being written goes with the next writing,
 * so that opening the file is paid for once and not for each entry.
 */
export function checkpointKeeper(path: string): (checkpoints: readonly Checkpoint[]) => Promise<void> {
  let waiting: Checkpoint[] = []
  let writing: Promise<void> | undefined
  let next: Promise<void> | undefined
  const write = async () => {
    const lines = waiting.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join('')
    waiting = []
    next = undefined
    await appendFile(path, lines)
  }
  return (checkpoints) => {
    waiting.push(...checkpoints)
    next ??= (writing ?? Promise.resolve()).catch(() => undefined).then(() => (writing = write()))
    return next
  }
}

/** Reads checkpoints kept in a file, one JSON object a line. A torn last line is passed over. */
export async function readCheckpoints(path: string): Promise<readonly Checkpoint[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      return line.trim() === '' ? [] : [JSON.parse(line) as Checkpoint]
    } catch {
      return []
    }
  })
}
