/** Commands on the data itself: migrate, seed, verify. */
import { at, plant } from '../../seeds/plant.ts'
import { sampleClock } from '../../seeds/sample-clock.ts'
import { today } from '../../seeds/stories.ts'
import { configFrom } from '../app/config.ts'
import { openApp } from '../app/open-app.ts'
import { verifyRecord } from '../app/verify.ts'
import type { Outcome } from './outcome.ts'

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** The database that the surroundings name. */
export const storeOptions = () => {
  const config = configFrom(process.env, false)
  return {
    dataDir: config.dataDir,
    ...(config.keysDir ? { keysDir: config.keysDir } : {}),
    ...(config.databaseUrl ? { databaseUrl: config.databaseUrl } : {}),
    log: say,
  }
}

/** Opening the store brings it up to date. */
export async function migrate(): Promise<Outcome> {
  const { app } = await openApp(storeOptions())
  await app.close()
  return { ok: true, json: { migrated: true }, text: 'The database is up to date.' }
}

export async function seed(): Promise<Outcome> {
  const options = storeOptions()
  const clock = await sampleClock(options.dataDir, at(today))
  const opened = await openApp({ ...options, clock })
  try {
    const planted = await plant(opened, clock, say)
    await clock.keep()
    return {
      ok: true,
      json: { planted },
      text: planted ? 'The sample place is made.' : 'The sample place is there already. Nothing was changed.',
    }
  } finally {
    await opened.app.close()
  }
}

export async function verify(): Promise<Outcome> {
  const opened = await openApp(storeOptions())
  try {
    const { cases, entries, checkpoints, faults } = await verifyRecord(opened)
    const found = `${cases} cases, ${entries} entries and ${checkpoints} checkpoints were looked at.`
    return {
      ok: faults.length === 0,
      json: { ok: faults.length === 0, cases, entries, checkpoints, faults },
      text:
        faults.length === 0
          ? `The record is whole. ${found}`
          : `The record is not whole. ${found}\n${faults.map((f) => `- ${f.sentence}`).join('\n')}`,
    }
  } finally {
    await opened.app.close()
  }
}
