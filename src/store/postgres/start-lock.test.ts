import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { withStartLock } from './start-lock.ts'

const dir = mkdtempSync(join(tmpdir(), 'concordat-lock-'))
after(() => rmSync(dir, { recursive: true, force: true }))
const path = join(dir, 'lock')

test('one at a time, also within one process; a failure lets the next in', async () => {
  let inside = 0
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) =>
      withStartLock(path, async () => {
        assert.equal(++inside, 1)
        await sleep(2)
        inside--
        if (i === 3) throw new Error('failed')
      }),
    ),
  )
  assert.equal(results.filter((result) => result.status === 'rejected').length, 1)
  assert.ok(!existsSync(path))
})

test('a lock of a process that is gone, of one before us with our number, or without a number is taken over', async () => {
  for (const left of ['4194303', String(process.pid), '']) {
    writeFileSync(path, left)
    assert.equal(await withStartLock(path, async () => 'in', 1000), 'in')
  }
})

test('a lock of a living process is waited for, and then told of', async () => {
  writeFileSync(path, String(process.ppid))
  await assert.rejects(
    withStartLock(path, async () => 'in', 120),
    new RegExp(`Another process \\(${process.ppid}\\)`),
  )
  const later = withStartLock(path, async () => 'in', 5000)
  await sleep(80)
  rmSync(path)
  assert.equal(await later, 'in')
})
