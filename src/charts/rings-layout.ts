import { OUTER, type RingsModel } from './rings.ts'

interface Box {
  readonly width: number
  readonly height: number
  readonly rem: number
}

export interface LevelPlace {
  readonly x: number
  readonly y: number
  /** Path data of the leader from the ring to the label. */
  readonly leader: string
}

export interface RingsPlaces {
  readonly cx: number
  readonly cy: number
  /** Pixels of one of the svg's own units. */
  readonly scale: number
  readonly levels: readonly LevelPlace[]
}

/** In rem: what stands left of the rings (the name of the place), right of them, and the height of one label. */
const HERE = 3.5
const LEADER = { least: 3.2, most: 12, share: 0.3 } as const
const LABEL = { width: 11.5, height: 4.9 } as const
/** The wedge and the glow reach beyond the outermost ring. */
const REACH = 1.08
/** The name of the place, in the svg's own units beyond the outermost ring: it grows with the rings. */
const NAME = 36
/** Labels spread over this share of the rings' height. */
const SPREAD = 0.72
const LEAST_RADIUS = 8

/** A straight line where the label is level with its ring; from further in, a slope first. */
function leaderTo(radius: number, dy: number, { cx, cy, x }: { cx: number; cy: number; x: number }): string {
  const y = cy + dy
  if (Math.abs(dy) < radius * 0.96) return `M${cx + Math.sqrt(radius ** 2 - dy ** 2)} ${y}H${x}`
  const [ax, ay] = [cx + radius * Math.SQRT1_2, cy + Math.sign(dy) * radius * Math.SQRT1_2]
  return `M${ax} ${ay}L${Math.min(x, ax + Math.abs(y - ay) * 0.72)} ${y}H${x}`
}

/** Rings with their labels on the right, the whole centred; null where there is no room for both side by side. */
export function layout({ levels }: Pick<RingsModel, 'levels'>, { width, height, rem }: Box): RingsPlaces | null {
  const least = (HERE + LEADER.least + LABEL.width) * rem
  const radius = Math.min(height / 2 / REACH, (width - least) / 2 / REACH, (width - least + HERE * rem) / (REACH + 1 + NAME / OUTER))
  if (radius < LEAST_RADIUS * rem || levels.length * LABEL.height * rem > height) return null
  const scale = radius / OUTER
  // In a wide box the labels step out into it.
  const leader = Math.min(LEADER.most * rem, LEADER.least * rem + LEADER.share * (width - least - 2 * radius * REACH))
  const left = (width - least + LEADER.least * rem - leader - 2 * radius * REACH) / 2
  const [cx, cy] = [Math.max(left + HERE * rem + radius * REACH, radius * (1 + NAME / OUTER)), height / 2]
  const x = cx + radius * REACH + leader
  const step = Math.max(LABEL.height * rem, (2 * radius * SPREAD) / Math.max(1, levels.length - 1))
  // A label hangs from its leader: the group is lifted by half a label, and never above the box.
  const lift = Math.min((LABEL.height * rem) / 4, Math.max(0, height / 2 - ((levels.length - 1) * step) / 2 - rem))
  return {
    cx,
    cy,
    scale,
    levels: levels.map(({ radius: own }, index) => {
      const dy = (index - (levels.length - 1) / 2) * step - lift
      return { x, y: cy + dy, leader: leaderTo(own * scale, dy, { cx, cy, x: x - 0.6 * rem }) }
    })
  }
}
