/**
 * Pictures take up to a second of work; this thread does it, so that the one that serves walls notices nothing.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '#server/messages/failure.ts'
import { readFaces } from './faces.ts'
import { letterer } from './lettering.ts'
import { render } from './render.ts'
import { renderDeck } from './office/pptx/render-deck.ts'
import { renderBook } from './office/xlsx/render-book.ts'
import { ThreadOrder, type RenderReply } from './render-order.ts'

const faces = readFaces(String(workerData))
const letters = letterer(faces)

async function made(order: ThreadOrder): Promise<Uint8Array> {
  if (order.format === 'pptx') return renderDeck(order, { faces, letterer: letters })
  return order.format === 'xlsx' ? renderBook(order) : render(order, faces, letters)
}

async function answer({ id, order }: { readonly id: number; readonly order: unknown }): Promise<RenderReply> {
  try {
    return { id, bytes: await made(ThreadOrder.parse(order)) }
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? messageOf(error)) : messageOf(error) }
  }
}

parentPort?.on('message', (message: { readonly id: number; readonly order: unknown }) => {
  void answer(message).then((reply) => parentPort?.postMessage(reply))
})
