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
  /** Fingers press them. */
  readonly inHand?: boolean
}

/** Px that a finger needs. */
const FINGER = 44

interface Placed {
  readonly spot: Hotspot
  readonly at: readonly number[]
  /** In px. */
  readonly width: number
  readonly height: number
}

/** How far the next one is along an axis, of those that stand level with it within `band` px. */
const nextOne = (placed: readonly Placed[], { at: own }: Placed, axis: 0 | 1, band: number): number =>
  Math.min(
    ...placed
      .map(({ at }) => [Math.abs((at[axis] ?? 0) - (own[axis] ?? 0)), Math.abs((at[1 - axis] ?? 0) - (own[1 - axis] ?? 0))] as const)
      .filter(([far, aside]) => far > 1 && aside < band)
      .map(([far]) => far)
  )

/** In the hand a button is as large as a finger, as far as the next one leaves it the room. */
const roomy = (placed: readonly Placed[]): readonly Placed[] =>
  placed.map((own) => {
    const beside = nextOne(placed, own, 0, FINGER)
    return {
      ...own,
      width: Math.max(own.width, Math.min(FINGER, beside)),
      height: Math.max(own.height, Math.min(FINGER, nextOne(placed, own, 1, Math.min(FINGER, beside))))
    }
  })

interface SpotProps {
  readonly placed: Placed
  readonly roving: RovingItem
}

function Spot({ placed: { spot, at, width, height }, roving }: SpotProps): ReactNode {
  const cards = use(SourceCardContext)
  const [x = 0, y = 0] = at
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
export function Hotspots({ chart, hotspots, rem, drawn, inHand = false }: HotspotsProps): ReactNode {
  const placed = useMemo(
    () => (chart.isDisposed() ? [] : hotspots.map((spot) => ({ spot, at: spot.at(chart), width: spot.width * rem, height: spot.height * rem }))),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `drawn` says that positions may have moved
    [chart, hotspots, rem, drawn]
  )
  const shown = useMemo(() => (inHand ? roomy(placed) : placed), [inHand, placed])
  const roving = useRoving({ count: placed.length })
  return (
    <div {...roving.group}>
      {shown.map((one, index) => (
        <Spot key={one.spot.key} placed={one} roving={roving.item(index)} />
      ))}
    </div>
  )
}
