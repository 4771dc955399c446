import type { Observation } from '#contract/observation.ts'
import { alpha } from '#tokens/colour.ts'
import { DEMO, STROKE } from '#tokens/sizes.ts'
import { hollow } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth, type Bounds } from './hatch.ts'
import type { ChartContext } from './panel-data.ts'

/** How sure a mark looks: published and reported values are solid, demo is striped, a forecast is a dashed gold outline. */
export type MarkLook = 'solid' | 'demo' | 'forecast'

export const lookOf = ({ origin, obsStatus }: Pick<Observation, 'origin' | 'obsStatus'>): MarkLook =>
  obsStatus === 'F' ? 'forecast' : origin === 'demo' ? 'demo' : 'solid'

interface Mark {
  readonly box: Bounds
  readonly look: MarkLook
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

/** A bar or brick: flat when solid, tint, 45 degree stripes and an end cap for demo, dashed gold for a forecast. */
export function barMark(mark: Mark, ctx: ChartContext): object[] {
  const { box, look, colour } = mark
  if (box.width <= 0 || box.height <= 0) return []
  if (look === 'demo') return hollow(striped(mark, ctx))
  if (look === 'solid') return [rect(box, { fill: colour }, Math.min(RADIUS * ctx.rem, box.width / 2, box.height / 2))]
  const gold = ctx.muted ? ctx.theme.neutral : ctx.theme.accent
  return hollow([rect(box, { fill: 'none', stroke: gold, lineWidth: STROKE.rule * ctx.rem, lineDash: DEMO.dash.map((length) => length * ctx.rem) })])
}
