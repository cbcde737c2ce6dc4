import { appendFile, readFile } from 'node:fs/promises'
import type { Checkpoint } from './checkpoint.ts'

/** Adds checkpoints to a file outside the database, a JSON object a line. */
export const keepCheckpoints = (path: string, checkpoints: readonly Checkpoint[]): Promise<void> =>
  appendFile(path, checkpoints.map((checkpoint) => `${JSON.stringify(checkpoint)}\n`).join(''))

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
