/**
 * The check of a policy in a thread of its own: walking every situation takes long for a policy that explodes, and nobody else's page
 * may wait for it. What was found is remembered for as long as nothing it hangs on has changed.
 */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Directory } from '../domain/people/directory.ts'
import type { Checked } from '../domain/policy/check.ts'

export interface CheckInput {
  readonly text: string
  /** The texts it may build on; `now` where a policy is meant without a version. */
  readonly library: readonly {
    readonly id: string
    readonly version: number
    readonly text: string
    readonly now: boolean
  }[]
  readonly directory: Directory
  /** ISO date. */
  readonly today: string
}

/** A text that reads, checked. @throws Error when the check does not end in time. */
export async function checkApart(input: CheckInput): Promise<Checked> {
  const key = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const known = found.get(key)
  if (known) return known
  const checked = await asked(input)
  if (found.size >= 200) found.clear()
  found.set(key, checked)
  return checked
}

const found = new Map<string, Checked>()
/** Milliseconds: far more than the walk's own bounds take. */
const longest = 60_000

interface Waiting {
  readonly done: (checked: Checked) => void
  readonly fail: (error: Error) => void
}

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

async function asked(input: CheckInput): Promise<Checked> {
  const id = ++last
  const answer = new Promise<Checked>((done, fail) => waiting.set(id, { done, fail }))
  thread().postMessage({ id, input })
  const timer = setTimeout(() => stop(new Error('The check of a policy did not end in time.')), longest)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    waiting.delete(id)
    if (waiting.size === 0) worker?.unref()
  }
}

function thread(): Worker {
  if (!worker) {
    const made = new Worker(new URL('./check-worker.ts', import.meta.url))
    made.on('message', ({ id, checked, error }: { id: number; checked?: Checked; error?: string }) => {
      if (checked) waiting.get(id)?.done(checked)
      else waiting.get(id)?.fail(new Error(error))
    })
    made.on('error', (error: unknown) => stop(error instanceof Error ? error : new Error(String(error))))
    worker = made
  }
  worker.ref()
  return worker
}

/** Whoever waits is told; the next check has a new thread. */
function stop(error: Error): void {
  void worker?.terminate()
  worker = undefined
  for (const { fail } of waiting.values()) fail(error)
  waiting.clear()
}
