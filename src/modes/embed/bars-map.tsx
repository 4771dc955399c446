import { useId, useMemo, useRef, type ReactNode } from 'react'
import { barsMap, type BarsMapArea } from '#charts/bars-map.ts'
import { model, options } from '#charts/bars.ts'
import type { Panel } from '#contract/scene.ts'
import { MapTerms } from '#panel-kit/map-terms.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import './bars-map.css'

/** Bars of areas, and of nothing else, have a place on the map. */
export const hasPlaces = ({ kind, options: given = {} }: Panel): boolean => kind === 'bars' && given['by'] === undefined

function Area({ area, clip }: { readonly area: BarsMapArea; readonly clip: string }): ReactNode {
  const { path, fill, hatch, stripe } = area
  return (
    <g>
      <path d={path} fill={fill} className="bars-map-area" />
      {hatch !== null && (
        <>
          <clipPath id={clip}>
            <path d={path} />
          </clipPath>
          <path d={hatch} clipPath={`url(#${clip})`} stroke={stripe} className="bars-map-stripes" />
        </>
      )}
    </g>
  )
}

const Name = ({ area: { name, label } }: { readonly area: BarsMapArea }): ReactNode => (
  <text x={label.x} y={label.y} fill={label.text} stroke={label.halo} className="bars-map-name">
    {name}
  </text>
)

/** Where the areas of the bars are, each in its value's colour; the bars beside it say the same in figures. */
export function BarsMap({ panel }: { readonly panel: Panel }): ReactNode {
  const { answer, boundaries, theme, view } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useBoxSize(box)
  const id = useId()
  const areas = useMemo(() => {
    const bars = model({ panel, options: options.parse(panel.options ?? {}), answer, boundaries, period: view.period })
    return bars === null || width === 0 ? [] : barsMap(bars, boundaries, { width, height, theme })
  }, [panel, answer, boundaries, view.period, width, height, theme])
  return (
    <div className="bars-map">
      <div ref={box} className="bars-map-box">
        {areas.length > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            {areas.map((area) => (
              <Area key={area.code} area={area} clip={`${id}-${area.code}`} />
            ))}
            {areas.map((area) => (
              <Name key={area.code} area={area} />
            ))}
          </svg>
        )}
      </div>
      {areas.length > 0 && <MapTerms />}
    </div>
  )
}
