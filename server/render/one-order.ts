import type { RenderReply } from './render-order.ts'
import type { Ways } from './place.ts'
import { GivenUp } from './step.ts'

interface Waiting {
  readonly step: Ways['step']
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** How whoever makes it is told of an order, by its number. */
interface Telling {
  readonly begin: (id: number) => void
  readonly giveUp: (id: number) => void
}

/** What a thread or a process is making, one order at a time, and who waits for it. */
export class OneOrder {
  private current: Waiting | undefined
  private last = 0

  /** @throws GivenUp, or Error for a file that could not be made */
  async make({ step, signal }: Ways, { begin, giveUp }: Telling): Promise<Uint8Array> {
    const id = (this.last += 1)
    const leave = (): void => giveUp(id)
    signal.addEventListener('abort', leave)
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        this.current = { step, resolve, reject }
        begin(id)
      })
    } finally {
      signal.removeEventListener('abort', leave)
      this.current = undefined
    }
  }

  /** Tells what was answered: the file, how far it is, or why there is none. What is said of an earlier order counts for nothing. */
  settle(reply: RenderReply): void {
    if (reply.id !== this.last || this.current === undefined) return
    const { step, resolve, reject } = this.current
    if ('bytes' in reply) resolve(reply.bytes)
    else if ('of' in reply) step(reply.done, reply.of)
    else reject('error' in reply ? new Error(reply.error) : new GivenUp())
  }

  fail(error: Error): void {
    this.current?.reject(error)
  }
}
