import type { RenderReply } from './render-order.ts'
import type { Ways } from './place.ts'
import { GivenUp } from './step.ts'

/** Who waits for what a thread or a process makes. */
export interface Waiting {
  readonly step: Ways['step']
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
}

/** Tells what was answered: the file, how far it is, or why there is none. */
export function answered({ step, resolve, reject }: Waiting, reply: RenderReply): void {
  if ('bytes' in reply) resolve(reply.bytes)
  else if ('of' in reply) step(reply.done, reply.of)
  else reject('error' in reply ? new Error(reply.error) : new GivenUp())
}
