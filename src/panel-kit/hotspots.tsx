import type { EChartsType } from 'echarts/core'
import { use, useMemo, type ReactNode } from 'react'
import { SourceCardContext, type SourceCards } from '#ui/source-card-context.ts'
import { useRoving, type RovingItem } from '#ui/use-roving.ts'
import type { Hotspot } from './chart-host.tsx'

/** Selects and shows the card; taking a selection back shows none. */
export function pressHotspot({ onPress, pressed = false, subject }: Hotspot, anchor: DOMRect, cards: SourceCards): void {
  onPress?.()
  if (subject !== undefined && !pressed) cards.open(subject, anchor)
}

interface HotspotsProps {
  readonly chart: EChartsType
  readonly hotspots: readonly Hotspot[]
  readonly rem: number
  /** Counts the chart's paints: positions are read again after each. */
  readonly drawn: number
}

interface SpotProps {
  readonly spot: Hotspot
  readonly at: readonly number[]
  readonly rem: number
  readonly roving: RovingItem
}

function Spot({ spot, at, rem, roving }: SpotProps): ReactNode {
  const cards = use(SourceCardContext)
  const [x = 0, y = 0] = at
  const [width, height] = [spot.width * rem, spot.height * rem]
  const trigger = spot.subject === undefined ? undefined : cards.triggerFor(spot.subject)
  return (
    <button
      type="button"
      className="hotspot"
      aria-label={spot.label}
      aria-pressed={spot.pressed}
      style={{ left: x - width / 2, top: y - height / 2, width, height }}
      {...roving}
      onFocus={(event) => {
        roving.onFocus()
        trigger?.onFocus(event)
      }}
      onPointerDown={trigger?.onPointerDown}
      onClick={(event) => pressHotspot(spot, event.currentTarget.getBoundingClientRect(), cards)}
    />
  )
}

/** Transparent buttons over the values of a canvas: each opens its source card. All are one tab stop; the arrows move between them. */
export function Hotspots({ chart, hotspots, rem, drawn }: HotspotsProps): ReactNode {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `drawn` says that positions may have moved
  const placed = useMemo(() => (chart.isDisposed() ? [] : hotspots.map((spot) => ({ spot, at: spot.at(chart) }))), [chart, hotspots, drawn])
  const roving = useRoving({ count: placed.length })
  return (
    <div {...roving.group}>
      {placed.map(({ spot, at }, index) => (
        <Spot key={spot.key} spot={spot} at={at} rem={rem} roving={roving.item(index)} />
      ))}
    </div>
  )
}
