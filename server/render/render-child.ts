/**
 * Makes files beside the server: a process, so that all of its threads, those of the engine too, give way to a wall on the same
 * machine. Its own thread draws; this one hears meanwhile what is given up.
 */
import { giveWay } from './low-priority.ts'
import { ChildOrder, GIVES_WAY, type RenderReply } from './render-order.ts'
import { RenderThread } from './render-thread.ts'
import { GivenUp } from './step.ts'

const [fontsDir = '', way] = process.argv.slice(2)
if (way === GIVES_WAY) giveWay()
const thread = new RenderThread(fontsDir)
const given = new Map<number, AbortController>()

const reply = (answer: RenderReply): void => void process.send?.(answer)

async function take({ id, order }: Extract<ChildOrder, { readonly order: unknown }>): Promise<RenderReply> {
  const control = new AbortController()
  given.set(id, control)
  try {
    return { id, bytes: await thread.make(order, { step: (done, of) => reply({ id, done, of }), signal: control.signal }) }
  } catch (error) {
    return error instanceof GivenUp ? { id, givenUp: true } : { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  } finally {
    given.delete(id)
  }
}

process.on('message', (message) => {
  const asked = ChildOrder.parse(message)
  if ('order' in asked) void take(asked).then(reply)
  else given.get(asked.giveUp)?.abort()
})
// The server has gone, however it went.
process.on('disconnect', () => process.exit())
