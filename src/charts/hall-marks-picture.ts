import { tintsOf } from '#tokens/tints.ts'
import type { HallModel, JointMark, LegendItem } from './hall.ts'
import type { Paint, Room, Shape } from './picture.ts'
import { flowed, moved, sideBySide, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { line } from './typeset/text.ts'

const LEGEND = 16
const BORDER = 1.2

const circle = (size: number, share: number, paint: Paint): Shape => ({ kind: 'circle', x: size / 2, y: size / 2, radius: (share * size) / 2, ...paint })

/** What stands in the square: under way is a point in the middle, for a share filled would say how far. */
function innerOf(mark: JointMark, demo: boolean, size: number, { theme }: Room): Shape[] {
  const middle = size / 2
  switch (mark) {
    case 'half':
      return [circle(size, demo ? 0.38 : 0.46, demo ? { stroke: theme.data, strokeWidth: size * 0.07 } : { fill: theme.data })]
    case 'missing':
      return [{ kind: 'line', x1: size * 0.28, y1: middle, x2: size * 0.72, y2: middle, stroke: theme.t3, strokeWidth: 1.6 }]
    case 'hidden':
      return [circle(size, 0.28, { fill: theme.t3 })]
    case 'impossible':
      return [{ kind: 'line', x1: 1, y1: size - 1, x2: size - 1, y2: 1, stroke: theme.t3, strokeWidth: 1.2 }]
    case 'full':
    case 'empty':
      return []
  }
}

function squareOf(mark: JointMark, demo: boolean, { theme }: Room): Paint {
  if (mark === 'empty') return { fill: theme.bg0, stroke: theme.t3 }
  if (mark === 'half') return { fill: theme.bg0, stroke: theme.data, ...(demo ? { dash: [3, 2] } : {}) }
  if (mark !== 'full') return { fill: theme.bg0, stroke: theme.line2 }
  return { fill: demo ? { hatch: tintsOf(theme).demoStripe, ground: theme.bg0, period: 7.5, stripe: 1.8 } : theme.data, stroke: theme.data }
}

/** The state of one crossing, as a square of this size. */
export const hallMark = (mark: JointMark, demo: boolean, size: number, room: Room): Shape[] => [
  {
    kind: 'rect',
    x: BORDER / 2,
    y: BORDER / 2,
    width: size - BORDER,
    height: size - BORDER,
    strokeWidth: BORDER,
    ...squareOf(mark, demo, room)
  },
  ...innerOf(mark, demo, size, room)
]

function itemOf({ mark, text }: LegendItem, demo: boolean, room: Room): Laid {
  const words = line(text, stylesOf(room).small, room.measure)
  const sign: Laid = { width: LEGEND, height: words.height, shapes: [moved(hallMark(mark, demo, LEGEND, room), 0, (words.height - LEGEND) / 2)] }
  return sideBySide([sign, words], 7)
}

/** What the marks mean. */
export const hallLegend = ({ legend, demo }: HallModel, room: Room): Laid =>
  flowed(
    legend.map((item) => itemOf(item, demo === 'all', room)),
    { width: room.width, gap: 20, lineGap: 4 }
  )
