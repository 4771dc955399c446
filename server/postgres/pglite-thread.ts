import { Worker } from 'node:worker_threads'
import * as z from 'zod/mini'
import { workerEntry } from '#server/worker-entry.ts'
import type { Row, SqlValue } from './sql.ts'

const Reply = z.object({ id: z.int(), rows: z.optional(z.array(z.record(z.string(), z.unknown()))), error: z.optional(z.string()) })

interface Waiting {
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: Error) => void
}

/** A dying database writes pages to both streams; the operator gets one sentence instead. */
function startWorker(folder: string): Worker {
  const worker = new Worker(workerEntry('pglite-worker', import.meta.url), { workerData: folder, stdout: true, stderr: true })
  worker.stdout.resume()
  worker.stderr.resume()
  return worker
}

/** A thread with a database in it. Once it fails, every call fails. */
export class PgliteThread {
  private readonly waiting = new Map<number, Waiting>()
  private readonly worker: Worker
  private last = 0
  private dead: Error | undefined

  constructor(folder: string) {
    this.worker = startWorker(folder)
    this.worker.on('message', (message: unknown) => this.settle(Reply.parse(message)))
    this.worker.on('error', (error) => this.fail(error))
    this.worker.on('exit', (code) => this.fail(new Error(`the database thread ended with code ${code}`)))
  }

  /** The worker's first message has id 0 and says that the database is open. */
  opened(): Promise<readonly Row[]> {
    return this.wait(0)
  }

  ask(text?: string, values?: readonly SqlValue[]): Promise<readonly Row[]> {
    const id = (this.last += 1)
    const answer = this.wait(id)
    this.worker.postMessage({ id, text, values })
    return answer
  }

  async stop(): Promise<void> {
    this.fail(new Error('the database is closed'))
    await this.worker.terminate()
  }

  private wait(id: number): Promise<readonly Row[]> {
    if (this.dead !== undefined) return Promise.reject(this.dead)
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }))
  }

  private settle({ id, rows = [], error }: z.infer<typeof Reply>): void {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (error === undefined) waiting?.resolve(rows)
    else waiting?.reject(new Error(error))
  }

  private fail(error: Error): void {
    this.dead ??= error
    for (const { reject } of this.waiting.values()) reject(this.dead)
    this.waiting.clear()
  }
}
