import type { Panel } from '#contract/scene.ts'
import { FRAME } from '#tokens/sizes.ts'
import type { Block, Span } from './block.ts'

/** What has been seen of a panel in a width: the height in rem that it cannot do without, and whether it draws in what room there is. */
export interface Seen {
  readonly height: number
  readonly draws: boolean
}

export const SPANS: readonly Span[] = [2, 3, 4, 6]

/** A title, a subtitle and the rule over them, in rem. */
const HEAD = 4.8
/** A chart below this height, in rem, cannot be read. */
const LEAST_CHART = 8.5
/** Wider or narrower than what it was made for, by these factors, a panel is not shown. */
const NARROWEST = 0.68
const WIDEST = 3.3
/** Up to here a width does not matter. */
const EASY = 1.5

interface Size {
  readonly width: number
  readonly height: number | null
}

/** The room that the scene file gives the panel on a wall, where it is known to look right; without one its height in a column. */
export function madeFor({ area: { wall, column }, options }: Panel): Size {
  const map = mapWidth(options)
  if (map !== null) return { width: map * 0.8, height: map * 0.86 }
  if (wall === undefined) return { width: 30, height: column?.height ?? null }
  const width = wall.width ?? FRAME.wallWidth - (wall.left ?? 0) - (wall.right ?? 0)
  return { width, height: wall.height ?? FRAME.height - (wall.top ?? 0) - (wall.bottom ?? 0) }
}

/** A map is as wide as its options fit it, whatever lies over its box. */
function mapWidth(options: Panel['options']): number | null {
  const fit = options?.fit
  const wall = typeof fit === 'object' && fit !== null && 'wall' in fit ? fit.wall : undefined
  return typeof wall === 'object' && wall !== null && 'width' in wall && typeof wall.width === 'number' ? wall.width : null
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

interface Making {
  readonly panel: Panel
  /** In rem, of each span. */
  readonly widthOf: (span: Span) => number
  readonly seen: (span: Span) => Seen
}

/** Pictures grow with their width; lists and charts in a column do not. */
const PICTURE = 36

/** A picture takes what room it gets: it has none of its own. */
const isPicture = ({ area: { column } }: Panel): boolean => column?.height !== undefined || column?.place === 'stage'

function heightsOf(panel: Panel, made: Size, width: number, { height: natural, draws }: Seen) {
  if (!draws && !isPicture(panel)) {
    const ideal = Math.max(natural, Math.min(made.height ?? natural, natural * 1.2))
    return { least: natural, ideal, most: Math.max(natural * 1.45, Math.min(made.height ?? 0, natural * 2)) }
  }
  const scale = made.width > PICTURE ? clamp(width / made.width, 0.7, 1.2) : 1
  const wanted = (made.height ?? 20) * scale + HEAD / 2
  const least = Math.max(natural + LEAST_CHART, wanted * 0.72)
  return { least, ideal: Math.max(least, wanted), most: Math.max(least, wanted) * 1.4 }
}

/** What can be done with a panel: in which widths it may stand, and how high it is then. */
export function blockOf({ panel, widthOf, seen }: Making): Block {
  const made = madeFor(panel)
  const all = SPANS.map((span) => {
    const width = widthOf(span)
    const ratio = width / made.width
    const strain = ratio > EASY ? 0.35 * (ratio - EASY) : ratio < 1 ? 1.2 * (1 - ratio) : 0
    return { span, ratio, strain, ...heightsOf(panel, made, width, seen(span)) }
  })
  const fitting = all.filter(({ ratio }) => ratio >= NARROWEST && ratio <= WIDEST)
  return { id: panel.id, shapes: fitting.length > 0 ? fitting : all.slice(-1) }
}
