import type { ReactNode } from 'react'
import type { Box, Panel } from '#contract/scene.ts'
import type { ThemeId } from '#tokens/themes.ts'
import type { AreaShapes } from './area-shapes.ts'

const [WIDTH, HEIGHT] = [120, 67.5]
/** A map in a box of the scene. */
const ON_MAP = /map|plates|choropleth/

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where a box of the wall's grid lies, its insets counted from the frame. */
function placeOf({ left, right, top, bottom, width, height }: Box): Place {
  const wide = width ?? WIDTH - (left ?? 0) - (right ?? 0)
  const high = height ?? HEIGHT - (top ?? 0) - (bottom ?? 0)
  return { x: left ?? WIDTH - (right ?? 0) - wide, y: top ?? HEIGHT - (bottom ?? 0) - high, width: Math.max(1, wide), height: Math.max(1, high) }
}

const Outline = ({ place: { x, y, width, height }, shapes }: { readonly place: Place; readonly shapes: AreaShapes }): ReactNode => (
  <svg x={x} y={y + height * 0.08} width={width} height={height * 0.84} viewBox={shapes.viewBox}>
    {shapes.areas.map(({ code, path }) => (
      <path key={code} className="thumb-area" d={path} />
    ))}
  </svg>
)

function Block({ panel: { id, kind, area }, shapes }: { readonly panel: Panel; readonly shapes: AreaShapes | undefined }): ReactNode {
  if (area.wall === undefined) return null
  const place = placeOf(area.wall)
  const { x, y, width, height } = place
  if (ON_MAP.test(kind) && shapes !== undefined) return <Outline place={place} shapes={shapes} />
  const rows = Math.min(5, Math.floor((height - 4) / 5))
  return (
    <g>
      <rect className="thumb-rule" x={x} y={y} width={width} height={0.5} />
      <rect className="thumb-head" x={x} y={y - 0.2} width={5} height={1} />
      {Array.from({ length: Math.max(1, rows) }, (_, row) => (
        <rect
          key={`${id}${row}`}
          className="thumb-bar"
          x={x}
          y={y + 4 + row * 5}
          width={width * (0.9 - row * 0.13)}
          height={Math.min(3, Math.max(1.5, height - 5))}
        />
      ))}
    </g>
  )
}

interface ThumbProps {
  readonly panels: readonly Panel[]
  readonly shapes: AreaShapes | undefined
  readonly theme: ThemeId
}

/** A scene's layout in little, in the wall's colours: told apart at a glance, and nothing to read. */
export const SceneThumb = ({ panels, shapes, theme }: ThumbProps): ReactNode => (
  <svg className="scene-thumb" data-theme={theme} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
    <rect className="thumb-ground" width={WIDTH} height={HEIGHT} />
    <rect className="thumb-title" x={44} y={2.2} width={32} height={2} />
    {panels.map((panel) => (
      <Block key={panel.id} panel={panel} shapes={shapes} />
    ))}
    <rect className="thumb-rule" x={3} y={63.5} width={114} height={0.4} />
  </svg>
)
