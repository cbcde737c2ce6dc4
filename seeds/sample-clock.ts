/** The sample place's own clock: it begins on Wednesday 8 April 2026 at 10am and runs on, also over restarts. Kept in the data folder. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runningFrom, type SetClock, systemClock } from '../src/app/clock.ts'

interface Kept {
  /** What to add to the time of this machine, in milliseconds. */
  readonly offset: number
}

export async function sampleClock(dataDir: string, begins: number): Promise<SetClock & { keep(): Promise<void> }> {
  const file = join(dataDir, 'sample-clock.json')
  const kept = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Kept,
    () => undefined,
  )
  const clock = runningFrom(kept ? systemClock.now() + kept.offset : begins)
  return {
    ...clock,
    async keep() {
      await mkdir(dataDir, { recursive: true })
      await writeFile(file, JSON.stringify({ offset: clock.now() - systemClock.now() } satisfies Kept))
    },
  }
}
