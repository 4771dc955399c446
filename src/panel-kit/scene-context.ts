import { createContext, use } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { FeatureCollection, MapTerms } from '#contract/pack.ts'
import type { Theme } from '#tokens/themes.ts'
import type { SetView, View } from '#view/codec.ts'
import type { Form, Frame } from '#view/form.ts'
import type * as z from 'zod/mini'

/** What all panels of a scene share. */
export interface SceneState {
  readonly answer: SceneAnswer
  readonly boundaries: FeatureCollection | undefined
  /** The boundaries were asked for and did not come; they are asked for again by themselves. */
  readonly boundariesFailed: boolean
  readonly map: z.infer<typeof MapTerms>
  readonly form: Form
  readonly frame: Frame
  readonly rem: number
  readonly theme: Theme
  readonly view: View
  readonly setView: SetView
  readonly timeZone: string
  /** When the server last confirmed the shown answer, epoch milliseconds in server time. */
  readonly fetchedAt: number
  /** The last request failed, or none has been answered yet: what is shown is from before. */
  readonly offline: boolean
  /** Each panel tells when its newest figure came; a wall does, where nobody can open a source card. */
  readonly ages?: boolean
  /** The panel stands by itself under its own title: of several pictures that take turns it begins with the one that the title names. */
  readonly alone?: boolean
  /** What broke, such as 已断开; empty while nothing is. */
  readonly outage: string
  /** When the next attempt to reconnect starts. */
  readonly nextAttempt: number | null
}

export const SceneContext = createContext<SceneState | null>(null)

export function useScene(): SceneState {
  const state = use(SceneContext)
  if (state === null) throw new Error('a panel stands outside a scene')
  return state
}
