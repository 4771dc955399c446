import { Worker } from 'node:worker_threads'
import { workerEntry } from '#server/worker-entry.ts'
import { RenderReply, type ThreadOrder, type ThreadStart } from './render-order.ts'
import type { Ways } from './place.ts'
import { GivenUp } from './step.ts'
import { OneOrder } from './one-order.ts'

/** A picture takes a second at most, more on a machine that has no time for the thread; one that takes so long will never come. */
const PATIENCE_MS = 60_000
/** A file of many scenes is many pictures. */
const DECK_PATIENCE_MS = 120_000
const HEAP_MB = 512
const STOPPED = 'pictures are no longer made'

/** A thread that makes one picture at a time. It starts with the first one, and again after one that it died of. */
export class RenderThread {
  private worker: Worker | undefined
  private readonly order = new OneOrder()
  private stopped = false
  private readonly givenUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

  constructor(private readonly fontsDir: string) {}

  /**
   * One at a time: the caller waits for the answer before it asks again. A file that is given up ends before its next slide; a
   * picture cannot be stopped and is made.
   * @throws GivenUp, or Error for a picture that could not be made.
   */
  async make(order: ThreadOrder, ways: Ways): Promise<Uint8Array> {
    if (this.stopped) throw new Error(STOPPED)
    if (ways.signal.aborted) throw new GivenUp()
    const worker = (this.worker ??= this.start())
    const patience = order.format === 'pptx' || order.format === 'xlsx' ? DECK_PATIENCE_MS : PATIENCE_MS
    const timer = setTimeout(() => this.fail(worker, new Error('a picture took too long')), patience)
    try {
      return await this.order.make(ways, { begin: (id) => worker.postMessage({ id, order }), giveUp: (id) => void Atomics.store(this.givenUp, 0, id) })
    } finally {
      clearTimeout(timer)
    }
  }

  /** For good: what is asked for from now on fails. */
  async stop(): Promise<void> {
    this.stopped = true
    const worker = this.worker
    if (worker !== undefined) this.fail(worker, new Error(STOPPED))
    await worker?.terminate()
  }

  private start(): Worker {
    const workerData: ThreadStart = { fontsDir: this.fontsDir, givenUp: this.givenUp }
    const worker = new Worker(workerEntry('render-worker', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    // An idle thread keeps no process alive.
    worker.unref()
    worker.on('message', (message: unknown) => this.order.settle(RenderReply.parse(message)))
    worker.on('error', (error) => this.fail(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => this.fail(worker, new Error(`the thread of pictures ended with code ${code}`)))
    return worker
  }

  private fail(worker: Worker, error: Error): void {
    if (this.worker !== worker) return
    this.worker = undefined
    void worker.terminate()
    this.order.fail(error)
  }
}
