import type * as z from 'zod/mini'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import type { BookOrder } from '#server/render/render-order.ts'
import type { Step } from '#server/render/step.ts'
import { bookFacts } from './book-facts.ts'
import { bookPanels } from './book-panels.ts'
import { makeBook } from './make-book.ts'

const read = <T>(schema: z.ZodMiniType<T>, json: string): T => schema.parse(JSON.parse(json))

/** The bytes of one workbook: the same for the same order, whenever it is made. */
export function renderBook({ scenes, pack, address, metric, period }: BookOrder, step?: Step): Uint8Array {
  const { info, release } = read(PackAnswer, pack)
  const answers = scenes.map((json) => read(SceneAnswer, json))
  const seenAt = (answer: SceneAnswer): string => sceneAddress(address, { scene: answer.scene.id, ...regionsAsked(answer), metric, period, release })
  const panels = answers.flatMap((answer) => bookPanels({ answer, info, address: seenAt(answer), metric, period }))
  return makeBook(panels, bookFacts(answers, info), step)
}
