import { tintsOf } from '#tokens/tints.ts'
import type { HallGeometry } from './hall-geometry.ts'
import { hallMark } from './hall-marks-picture.ts'
import { hallShapes, type HallShape } from './hall-shapes.ts'
import type { HallModel } from './hall.ts'
import { phraseCell } from './panel-table.ts'
import type { Paint, PictureScene, Room, Shape, Span } from './picture.ts'
import { moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { statusMarks } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { cut, line, spansWidth } from './typeset/text.ts'
import { isTold } from './typeset/told.ts'
import { vertical } from './typeset/vertical.ts'

/** The hall as it is drawn: `rem` pixels for one layout rem. */
export interface Built {
  readonly hall: HallModel
  readonly geometry: HallGeometry
  readonly rem: number
  /** The area that is looked at. */
  readonly region: string
}

const DASH = [0.3, 0.2]

/** Of bricks and dots: full when published, hollow for demo, dashed gold for a forecast, and by what lies beyond. */
function countPaint(has: (name: string) => boolean, { theme }: Room): Paint {
  const colour = has('is-accent') ? theme.accent : theme.data
  const brick = has('hall-brick')
  if (has('is-forecast')) return { fill: theme.bg0, stroke: theme.accent, strokeWidth: 0.12, dash: DASH }
  if (has('is-dashed')) return { ...(brick ? {} : { fill: theme.bg0 }), stroke: colour, strokeWidth: brick ? 0.09 : 0.17, dash: DASH }
  if (!has('is-demo')) return { fill: colour }
  return brick ? { fill: tintsOf(theme).demoBase, stroke: colour, strokeWidth: 0.09 } : { fill: theme.bg0, stroke: colour, strokeWidth: 0.17 }
}

/** The colours of a shape of the building by its classes, in layout rem. */
function paintOf(className: string, room: Room): Paint {
  const { theme } = room
  const tint = tintsOf(theme)
  const names = new Set(className.split(' '))
  if (names.has('hall-roof')) return { fill: tint.hallRoof, stroke: theme.data, strokeWidth: 0.09 }
  if (names.has('hall-rib')) return { stroke: theme.bg0, strokeWidth: 0.1, opacity: 0.45 }
  if (names.has('hall-ridge')) return { stroke: theme.t1, strokeWidth: 0.3, round: true }
  if (names.has('hall-body')) return { fill: tint.hallRoof }
  if (names.has('hall-shaft')) return { fill: tint.hallShaft }
  if (names.has('hall-head')) return { fill: tint.hallHead }
  if (names.has('hall-beam'))
    return { fill: theme.bg2, ...(names.has('is-selected') ? { stroke: theme.accent, strokeWidth: 0.14 } : { stroke: theme.line2, strokeWidth: 0.08 }) }
  return { ...countPaint((name) => names.has(name), room), ...(names.has('is-fading') ? { opacity: 0.36 } : {}) }
}

function shapeOf(shape: HallShape, room: Room): Shape {
  const paint = { ...paintOf(shape.className, room), ...(shape.opacity === undefined || shape.opacity === 1 ? {} : { opacity: shape.opacity }) }
  if (shape.tag === 'path') return { kind: 'path', d: shape.d, ...paint }
  if (shape.tag === 'circle') return { kind: 'circle', x: shape.cx, y: shape.cy, radius: shape.r, ...paint }
  const { x, y, width, height } = shape
  return { kind: 'rect', x, y, width, height, ...paint }
}

/** Published counts are its dots, columns and bricks. */
export const building = ({ hall, geometry, rem, region }: Built, room: Room): Shape[] => [
  { kind: 'group', scale: rem, shapes: hallShapes(hall, geometry, region).map((shape) => shapeOf(shape, room)) }
]

/** The board under the ridge: its characters stand apart, and shrink before they leave it. */
export function plaque({ hall: { display }, geometry, rem }: Built, { theme, measure }: Room): Shape[] {
  const { x, y, width, height } = geometry.plaque
  const spans = (size: number): Span[] =>
    Array.from(display).map((text, index) => ({ text, font: 'serif', weight: 700, size, fill: theme.accent, ...(index === 0 ? {} : { gap: size * 0.18 }) }))
  const wanted = Math.max(13, Math.min(2 * rem, height * rem * 0.72))
  const size = Math.min(wanted, (wanted * (width * rem - 12)) / spansWidth(spans(wanted), measure))
  return [
    { kind: 'rect', x: x * rem, y: y * rem, width: width * rem, height: height * rem, fill: theme.bg0, stroke: theme.accent, strokeWidth: 1.5 },
    { kind: 'spans', x: (x + width / 2) * rem, y: (y + height / 2) * rem + size * 0.36, spans: spans(size), align: 'middle' }
  ]
}

/** The name and phrase of each group on the ridge; what must be said beside it stands over it where groups are close. */
function crestsOf({ hall, geometry, rem }: Built, { scopeOf }: PictureScene<unknown>, room: Room): readonly Laid[] {
  const { strong } = stylesOf(room)
  const [first, second] = geometry.dots
  const free = first === undefined || second === undefined ? Infinity : (second.x - first.x) * rem - 12
  return hall.roof.map((group) => {
    const { label, accent, observation } = group
    const words = isTold(room, observation) ? label : `${label} ${phraseCell(group)}`
    const text = line(words, { ...strong, line: 1.3, fill: accent ? room.theme.accent : strong.fill }, room.measure)
    const marks = statusMarks(observation, room, scopeOf)
    if (marks.height === 0) return text
    return text.width + marks.width + 6 <= free ? sideBySide([text, marks], 6) : stacked([marks, text], 2)
  })
}

const CREST = 1.3

const crests = (built: Built, scene: PictureScene<unknown>, room: Room): Shape[] =>
  crestsOf(built, scene, room).map(({ shapes, width, height }, index) => {
    const { geometry, rem } = built
    return moved(shapes, (geometry.dots[index]?.x ?? 0) * rem - width / 2, (geometry.labelsY + CREST) * rem - height)
  })

/** Where the uppermost of those words begin, in pixels. */
export const hallTop = (built: Built, scene: PictureScene<unknown>, room: Room): number =>
  (built.geometry.labelsY + CREST) * built.rem - Math.max(CREST * built.rem, ...crestsOf(built, scene, room).map(({ height }) => height))

/** The number of each column, upright where it would not fit beside the next. */
function numerals({ hall, geometry, rem }: Built, room: Room): Shape[] {
  const { strong } = stylesOf(room)
  const style = { ...strong, size: Math.max(13, geometry.numerals.size * rem), line: 1.2 }
  return geometry.columns.map(({ x }, index) => {
    const text = hall.columns[index]?.numeral ?? ''
    const laid = geometry.numerals.down ? vertical(text, style) : line(text, style, room.measure)
    return moved(laid.shapes, x * rem - laid.width / 2, geometry.numeralY * rem - laid.height / 2)
  })
}

/** At each beam its county, and on each column what stands there. */
function rows({ hall, geometry, rem, region }: Built, room: Room): Shape[] {
  const { strong, body } = stylesOf(room)
  const joint = geometry.joint * rem
  return geometry.beams.flatMap(({ y, height }, index) => {
    const row = hall.rows[index]
    const style = row?.region.code === region ? { ...strong, fill: room.theme.accent } : { ...body, font: 'sans' as const }
    const name = line(cut(row?.region.name ?? '', style, (geometry.nameWidth - 0.5) * rem, room.measure), { ...style, line: 1.2 }, room.measure)
    const middle = (y + height / 2) * rem
    const marks = (row?.joints ?? []).flatMap((state, column) =>
      state === null ? [] : [moved(hallMark(state.mark, state.demo, joint, room), (geometry.columns[column]?.x ?? 0) * rem - joint / 2, middle - joint / 2)]
    )
    return [moved(name.shapes, (geometry.nameWidth - 0.5) * rem - name.width, middle - name.height / 2), ...marks]
  })
}

/** All that is said in the hall. */
export const hallWords = (built: Built, scene: PictureScene<unknown>, room: Room): Shape[] => [
  ...crests(built, scene, room),
  ...plaque(built, room),
  ...numerals(built, room),
  ...rows(built, room)
]
