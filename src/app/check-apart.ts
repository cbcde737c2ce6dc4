/**
 * The reading and checking of a policy's text in a thread of its own: walking every situation takes long for a policy that explodes, a hostile
 * text takes long to read, and nobody else's page may wait for either. What was found is remembered for as long as nothing it hangs on has changed.
 */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Directory } from '../domain/people/directory.ts'
import { keepFew } from '../store/keep-few.ts'
import type { TextRead } from './policy-life.ts'

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

/** What a text comes to. The same question asked again while it is being answered is asked once. @throws Error when it does not end in time, or too many wait. */
export async function checkApart(input: CheckInput): Promise<TextRead> {
  const key = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const known = found.get(key) ?? asking.get(key)
  if (known) return known
  const answer = asked(input)
  asking.set(key, answer)
  try {
    const read = await answer
    keepFew(found, key, read)
    return read
  } finally {
    asking.delete(key)
  }
}

const found = new Map<string, TextRead>()
const asking = new Map<string, Promise<TextRead>>()
/** Milliseconds for one text: far more than the walk's own bounds take. */
const longest = 60_000
/** Texts that may wait for the one being checked. */
const most = 50

/** Answered with "try again later", as every fault is whose code says that something is busy. */
class TooManyChecks extends Error {
  readonly code = 'EBUSY'
}

interface Waiting {
  readonly input: CheckInput
  readonly done: (read: TextRead) => void
  readonly fail: (error: Error) => void
}

let worker: Worker | undefined
let now: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | undefined
const queue: Waiting[] = []

function asked(input: CheckInput): Promise<TextRead> {
  if (queue.length >= most) return Promise.reject(new TooManyChecks('Very many policies are being checked.'))
  return new Promise((done, fail) => {
    queue.push({ input, done, fail })
    next()
  })
}

/** One text at a time, each with its own time: one that takes long fails alone. */
function next(): void {
  if (now) return
  const waiting = queue.shift()
  if (!waiting) {
    worker?.unref()
    return
  }
  const timer = setTimeout(() => stop(new Error('The check of a policy did not end in time.')), longest)
  now = { waiting, timer }
  thread().postMessage(waiting.input, [])
}

function thread(): Worker {
  if (!worker) {
    const made = new Worker(new URL('./check-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    made.on('message', ({ read, error }: { readonly read?: TextRead; readonly error?: string }) => {
      if (made !== worker) return
      const ended = take()
      if (read) ended?.done(read)
      else ended?.fail(new Error(error))
      next()
    })
    made.on('error', (error: unknown) => {
      if (made === worker) stop(error instanceof Error ? error : new Error(String(error)))
    })
    worker = made
  }
  worker.ref()
  return worker
}

function take(): Waiting | undefined {
  const ended = now
  clearTimeout(ended?.timer)
  now = undefined
  return ended?.waiting
}

/** Whoever it was for is told; those behind have a new thread. */
function stop(error: Error): void {
  const gone = worker
  worker = undefined
  void gone?.terminate()
  take()?.fail(error)
  next()
}
