/** Pictures take up to a second of work, files of many scenes longer, in which this thread hears nothing. */
import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '#server/messages/failure.ts'
import { readFaces } from './faces.ts'
import { pixelsLetGo } from './let-go.ts'
import { letterer } from './lettering.ts'
import { render } from './render.ts'
import { renderDeck } from './office/pptx/render-deck.ts'
import { renderBook } from './office/xlsx/render-book.ts'
import { ThreadOrder, ThreadStart, type RenderReply } from './render-order.ts'
import { GivenUp, type Step } from './step.ts'

const { fontsDir, givenUp } = ThreadStart.parse(workerData)
const faces = readFaces(fontsDir)
const [letters, letGo] = [letterer(faces), pixelsLetGo()]

const reply = (answer: RenderReply): void => parentPort?.postMessage(answer)

/** Tells how far it is; the port cannot be read while slides are drawn, so that the word to stop lies in shared memory. */
const stepsOf =
  (id: number): Step =>
  (done, of) => {
    if (Atomics.load(givenUp, 0) === id) throw new GivenUp()
    reply({ id, done, of })
  }

async function made(order: ThreadOrder, step: Step): Promise<Uint8Array> {
  if (order.format === 'pptx') return renderDeck(order, { faces, letterer: letters }, step)
  return order.format === 'xlsx' ? renderBook(order, step) : render(order, faces, letters)
}

async function answer({ id, order }: { readonly id: number; readonly order: unknown }): Promise<RenderReply> {
  try {
    return { id, bytes: await made(ThreadOrder.parse(order), stepsOf(id)) }
  } catch (error) {
    if (error instanceof GivenUp) return { id, givenUp: true }
    return { id, error: error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error) }
  }
}

async function take(message: { readonly id: number; readonly order: unknown }): Promise<void> {
  const answered = await answer(message)
  // Before the next order comes.
  await letGo()
  reply(answered)
}

parentPort?.on('message', (message) => void take(message))
