import type * as z from 'zod/mini'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { FeatureCollection } from '#contract/pack.ts'
import type { DeckOrder } from '#server/render/render-order.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import type { Step } from '#server/render/step.ts'
import { deckScene } from './deck-panel.ts'
import { makeDeck } from './make-deck.ts'
import type { Pens } from './vector-picture.ts'

const read = <T>(schema: z.ZodMiniType<T>, json: string): T => schema.parse(JSON.parse(json))

/** The bytes of one deck: the same for the same order, whenever it is made. */
export function renderDeck({ scenes, pack, theme, metric, period, address }: DeckOrder, pens: Pens, step?: Step): Uint8Array {
  const { info, release } = read(PackAnswer, pack)
  const made = scenes.map(({ scene, boundaries }) =>
    deckScene({ answer: read(SceneAnswer, scene), info, boundaries: read(FeatureCollection, boundaries), metric, period })
  )
  const addressOf = (answer: SceneAnswer): string => sceneAddress(address, { scene: answer.scene.id, ...regionsAsked(answer), metric, period, release })
  return makeDeck({ scenes: made, info, theme, addressOf }, pens, step)
}
