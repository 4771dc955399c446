import { spawn, type ChildProcess } from 'node:child_process'
import { childEntry } from '#server/worker-entry.ts'
import { GIVES_WAY, RenderReply, type ChildOrder, type ThreadOrder } from './render-order.ts'
import type { Ways } from './place.ts'
import { GivenUp } from './step.ts'
import { OneOrder } from './one-order.ts'

/** A process that has had nothing to do for so long ends, and what it held of memory is free. */
const IDLE_MS = 120_000
const STOPPED = 'files are no longer made'

/** Makes one file at a time in a process beside the server. It starts with the first one, and again after one that it died of. */
export class RenderProcess {
  private child: ChildProcess | undefined
  private readonly order = new OneOrder()
  private stopped = false
  private idle: NodeJS.Timeout | undefined

  /** `givesWay`: to a wall, or whatever else is busy, on the same machine. */
  constructor(
    private readonly fontsDir: string,
    private readonly givesWay: boolean
  ) {}

  /** One at a time, as `RenderThread.make`. @throws GivenUp, or Error for a file that could not be made */
  async make(order: ThreadOrder, ways: Ways): Promise<Uint8Array> {
    if (this.stopped) throw new Error(STOPPED)
    if (ways.signal.aborted) throw new GivenUp()
    clearTimeout(this.idle)
    const child = (this.child ??= this.start())
    try {
      return await this.order.make(ways, { begin: (id) => this.tell(child, { id, order }), giveUp: (id) => this.tell(child, { giveUp: id }) })
    } finally {
      this.idle = setTimeout(() => this.fail(child, new Error('nothing to do')), IDLE_MS).unref()
    }
  }

  /** For good: what is asked for from now on fails. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.idle)
    const { child } = this
    if (child === undefined) return
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
    })
    this.fail(child, new Error(STOPPED))
    await ended
  }

  private tell(child: ChildProcess, order: ChildOrder): void {
    child.send(order, (error) => error !== null && this.fail(child, error))
  }

  private start(): ChildProcess {
    const args = [...childEntry('render-child', import.meta.url), this.fontsDir, ...(this.givesWay ? [GIVES_WAY] : [])]
    // In a session of its own, which has a priority of its own.
    const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' })
    // An idle process keeps the server from ending as little as an idle thread does.
    child.unref()
    child.channel?.unref()
    child.on('message', (message) => this.order.settle(RenderReply.parse(message)))
    child.on('error', (error) => this.fail(child, error))
    child.on('exit', (code, signal) => this.fail(child, new Error(`the process that makes files ended with ${signal ?? code}`)))
    return child
  }

  private fail(child: ChildProcess, error: Error): void {
    if (this.child !== child) return
    this.child = undefined
    child.kill('SIGKILL')
    this.order.fail(error)
  }
}
