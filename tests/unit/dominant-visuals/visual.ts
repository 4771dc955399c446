import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type * as z from 'zod/mini'
import type { PanelData } from '#charts/panel-data.ts'
import type { Box, Panel } from '#contract/scene.ts'
import { boundariesAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { FRAME } from '#tokens/sizes.ts'
import { THEMES } from '#tokens/themes.ts'
import { ExhibitView } from '#tests/gallery/exhibit-view.tsx'
import { dataOf, must, panelOf } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

/** The two frames that dominant visuals are composed for: 16:9 and 32:9, in rem. */
export const FRAMES = { wall: 120, ultrawide: 240 } as const
export type Frame = keyof typeof FRAMES
export const FRAME_NAMES = ['wall', 'ultrawide'] as const

const REM = 16

/** What stands around a chart within its panel, in rem: heads, captions, columns of words. */
export interface Inset {
  readonly top?: number
  readonly right?: number
  readonly bottom?: number
  readonly left?: number
}

export interface Room {
  readonly width: number
  readonly height: number
  readonly rem: number
}

const span = (total: number, size: number | undefined, near = 0, far = 0): number => size ?? total - near - far

/** The panel's box in a frame, in rem. */
function boxIn({ area }: Panel, frame: Frame): Room {
  const box: Box = must(area[frame], `place on the ${frame}`)
  return { width: span(FRAMES[frame], box.width, box.left, box.right), height: span(FRAME.height, box.height, box.top, box.bottom), rem: 1 }
}

/** A scene's dominant visual over a snapshot, with all that its pure functions are called with. */
export interface Visual<Options> {
  readonly data: PanelData<Options>
  readonly panel: Panel
  /** In rem, for what is drawn as SVG. */
  readonly rems: (frame: Frame) => Room
  /** In px, for what is drawn by ECharts. */
  readonly room: (frame: Frame) => Room
}

export function visualOf<Options>(snapshot: Snapshot, scene: string, id: string, schema: z.ZodMiniType<Options>, inset: Inset = {}): Visual<Options> {
  const { top = 0, right = 0, bottom = 0, left = 0 } = inset
  const data = dataOf(sceneOf(snapshot, scene), id, schema)
  const rems = (frame: Frame): Room => {
    const { width, height } = boxIn(data.panel, frame)
    return { width: width - left - right, height: height - top - bottom, rem: 1 }
  }
  const room = (frame: Frame): Room => ({ width: rems(frame).width * REM, height: rems(frame).height * REM, rem: REM })
  return { data, panel: data.panel, rems, room }
}

/** What an option is made for, besides its own fit and form. */
export const inkIn = (room: Room) => ({ ...room, theme: THEMES.ink, muted: false })

/** The whole panel as the page has it, charts aside. */
export function markupOf(snapshot: Snapshot, scene: string, id: string): string {
  const answer = sceneAnswer(snapshot, { id: scene })
  const panel = panelOf(answer, id)
  const { info } = snapshot.document
  const boundaries = boundariesAnswer(snapshot, { code: info.root, context: '1' })
  const { width, height } = boxIn(panel, 'wall')
  return renderToStaticMarkup(
    createElement(ExhibitView, {
      theme: 'ink',
      exhibit: { scene, panel, fixture: 'changed', answer, boundaries, info, width: width * REM, height: height * REM }
    })
  )
}
