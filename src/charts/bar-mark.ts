import type { Observation } from '#contract/observation.ts'
import { alpha } from '#tokens/colour.ts'
import { DEMO, STROKE } from '#tokens/sizes.ts'
import type { Beyond } from './counted.ts'
import { hollow, published } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth, type Bounds } from './hatch.ts'
import type { ChartContext } from './panel-data.ts'

/** How sure a mark looks: published and reported values are solid, demo is striped, a forecast is a dashed gold outline. */
export type MarkLook = 'solid' | 'demo' | 'forecast'

export const lookOf = ({ origin, obsStatus }: Pick<Observation, 'origin' | 'obsStatus'>): MarkLook =>
  obsStatus === 'F' ? 'forecast' : origin === 'demo' ? 'demo' : 'solid'

/** Or a part that a qualifier leaves open: it fades upwards, or has a dashed outline. */
export type BarLook = MarkLook | Exclude<Beyond, 'none'>

interface Mark {
  readonly box: Bounds
  readonly look: BarLook
  readonly colour: string
  /** Which edge of a striped mark is a full line: a bar's end, or all round a brick. */
  readonly edge: 'right' | 'left' | 'top' | 'all'
}

const RADIUS = 0.125
const CAP = 0.16

function capOf({ x, y, width, height }: Bounds, edge: Mark['edge'], cap: number): Bounds {
  const [wide, tall] = [Math.min(cap, width), Math.min(cap, height)]
  if (edge === 'top') return { x, y, width, height: tall }
  return { x: edge === 'left' ? x : x + width - wide, y, width: wide, height }
}

const rect = (box: Bounds, style: object, r = 0): object => ({ type: 'rect', silent: true, shape: { ...box, r }, style })

function striped({ box, colour, edge }: Mark, { rem }: ChartContext): object[] {
  const hair = Math.max(1, STROKE.hair * rem)
  const end = edge === 'all' ? rect(box, { fill: 'none', stroke: alpha(colour, 0.55), lineWidth: hair }) : rect(capOf(box, edge, CAP * rem), { fill: colour })
  return [
    rect(box, { fill: alpha(colour, 0.26) }),
    {
      type: 'group',
      silent: true,
      clipPath: { type: 'rect', shape: { ...box } },
      children: [
        {
          type: 'path',
          silent: true,
          shape: { pathData: hatchPath(box, hatchPeriod(rem)) },
          style: { fill: 'none', stroke: alpha(colour, 0.62), lineWidth: hatchWidth(rem) }
        }
      ]
    },
    end
  ]
}

/** A dashed outline: gold for a forecast, in its own colour for what a qualifier leaves open. */
const outlined = (box: Bounds, stroke: string, { rem }: ChartContext): object =>
  rect(box, { fill: 'none', stroke, lineWidth: STROKE.rule * rem, lineDash: DEMO.dash.map((length) => length * rem) })

const fading = (box: Bounds, colour: string): object =>
  rect(box, {
    fill: {
      type: 'linear',
      x: 0,
      y: 1,
      x2: 0,
      y2: 0,
      colorStops: [
        { offset: 0, color: alpha(colour, 0.7) },
        { offset: 1, color: alpha(colour, 0) }
      ]
    }
  })

/** A bar or brick: flat when solid, tint, 45 degree stripes and an end cap for demo, dashed gold for a forecast. */
export function barMark(mark: Mark, ctx: ChartContext): object[] {
  const { box, look, colour } = mark
  if (box.width <= 0 || box.height <= 0) return []
  if (look === 'demo') return hollow(striped(mark, ctx))
  if (look === 'solid') return [rect(box, { fill: colour }, Math.min(RADIUS * ctx.rem, box.width / 2, box.height / 2))]
  if (look === 'fading') return [fading(box, colour)]
  if (look === 'dashed') return published([outlined(box, colour, ctx)])
  return hollow([outlined(box, ctx.muted ? ctx.theme.neutral : ctx.theme.accent, ctx)])
}
