import type { Panel } from '#contract/scene.ts'
import { FRAME } from '#tokens/sizes.ts'
import type { Block, Range, Span } from './block.ts'
import { paperKind } from './paper-kinds.ts'

/** What has been seen of a panel in a width: the height in rem that it cannot do without, and whether it draws in what room there is. */
export interface Seen {
  readonly height: number
  readonly draws: boolean
  /** It has nothing to show. */
  readonly empty: boolean
}

/** No column is narrower, in rem: twenty characters of the smallest text. */
const NARROWEST_COLUMN = 22.5

const ALL_SPANS: readonly Span[] = [1.5, 2, 3, 4, 6]

/** The widths in which anything may stand on a page: quarters only where the paper is wide enough for them. */
export const spansOf = (widthOf: (span: Span) => number): readonly Span[] => ALL_SPANS.filter((span) => widthOf(span) >= NARROWEST_COLUMN)

/** What stands over a panel on paper and not on a wall, in rem. */
const HEAD = 2.4
/** A chart below this height, in rem, cannot be read. */
const LEAST_CHART = 8
/** How much of its height a picture can lose. */
const SQUEEZED = 0.65
/** Of the height that it was made for. */
const COLLAPSED = 0.22
/** A chart that draws in what room there is may have so much of it, and of its width, before it is out of shape. */
const STRETCHED = 1.8
const UPRIGHT = 1.1
/** The dominant picture of a scene loses less, while the page has the room. */
const SQUEEZED_STAGE = 0.86
const STAGE_OF_ROOM = 0.8
/** Wider or narrower than what it was made for, by these factors, a panel is not shown. */
const NARROWEST = 0.72
const WIDEST = 3.3
/** Lists have an arrangement for narrow columns too. */
const NARROWEST_LIST = 0.3
/** Up to here a width does not matter. */
const EASY = 1.3

interface Size {
  readonly width: number
  readonly height: number | null
}

/** The room that the scene file gives the panel on a wall, where it is known to look right; without one its height in a column. */
export function madeFor({ area: { wall, column }, options }: Panel): Size {
  const map = mapWidth(options)
  if (map !== null) return { width: map * 0.66, height: map * 0.78 }
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
  /** Of the scene's first page, in rem. */
  readonly room: number
}

/** From this width on, in rem, a picture is as high as it is wide; narrower charts, and lists, keep their height in any column. */
const PICTURE = 36

/** A picture takes what room it gets: it has none of its own. */
export function isPicture(panel: Panel): boolean {
  const { list = false, least } = paperKind(panel.kind)
  return !list && (least !== undefined || panel.area.column?.height !== undefined || isStage(panel))
}

const isStage = ({ area }: Panel): boolean => area.column?.place === 'stage'

function listHeights(made: Size, natural: number): Range {
  const ideal = Math.max(natural, Math.min(made.height ?? natural, natural * 1.2))
  return { least: natural, ideal, most: Math.max(natural * 1.3, Math.min(made.height ?? 0, natural * 1.6)) }
}

function pictureHeights({ panel, room }: Making, made: Size, width: number, { height: natural, draws }: Seen): Range {
  const grows = made.width > PICTURE || mapWidth(panel.options) !== null
  const wanted = (made.height ?? 20) * (grows ? clamp(width / made.width, 0.7, 1.2) : 1) + HEAD
  // A picture that keeps its shape seems to need what it would fill: it does with what it was made for.
  const own = draws ? natural + LEAST_CHART : Math.min(natural, wanted)
  const least = paperKind(panel.kind).least ?? Math.max(own, isStage(panel) ? Math.min(wanted * SQUEEZED_STAGE, room * STAGE_OF_ROOM) : wanted * SQUEEZED)
  const ideal = Math.max(least, wanted)
  const most = ideal * (grows ? 1.15 : 1.4)
  const fills = draws ? Math.max(most, Math.min(ideal * STRETCHED, width * UPRIGHT)) : most
  return { least, ideal, most: Math.max(ideal, Math.min(fills, paperKind(panel.kind).most ?? Infinity)) }
}

/** What can be done with a panel: in which widths it may stand, and how high it is then. */
export function blockOf(making: Making): Block {
  const { panel, widthOf, seen } = making
  const made = madeFor(panel)
  const all = spansOf(widthOf).map((span) => {
    const width = widthOf(span)
    const ratio = width / made.width
    const strain = ratio > EASY ? 0.5 * (ratio - EASY) : Math.max(0, isPicture(panel) ? 0.9 - ratio : 0.3 * (0.9 - ratio))
    const { height, draws } = seen(span)
    // What falls together when nothing holds it open is a picture too.
    const picture = isPicture(panel) || draws || height < COLLAPSED * (made.height ?? 0)
    const heights = picture ? pictureHeights(making, made, width, seen(span)) : listHeights(made, height)
    return { span, ratio, strain, ...heights }
  })
  const narrowest = paperKind(panel.kind).narrowest ?? (isPicture(panel) ? NARROWEST : NARROWEST_LIST)
  const fitting = all.filter(({ ratio }) => ratio >= narrowest && ratio <= WIDEST)
  return { id: panel.id, shapes: fitting.length > 0 ? fitting : all.slice(-1) }
}
