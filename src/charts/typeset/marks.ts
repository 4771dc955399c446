import type { Room, Shape } from '#charts/picture.ts'
import type { Observation } from '#contract/observation.ts'
import type { Scoped } from '#format/wider-scope.ts'
import { originText, statusText } from '#format/status.ts'
import { alpha } from '#tokens/colour.ts'
import { PICTURE } from '#tokens/sizes.ts'
import { flowed, NOTHING, type Laid } from './laid.ts'
import { stylesOf } from './styles.ts'
import { line, paragraph } from './text.ts'

type Marks = Pick<Room, 'theme' | 'measure'>

const INSET = 6
const HEIGHT = PICTURE.min + 7

/** A word in a frame of its own. */
function framed(word: string, fill: string, room: Marks, frame: (width: number) => Shape[]): Laid {
  const text = line(word, { ...stylesOf(room).small, fill, line: HEIGHT / PICTURE.min }, room.measure)
  const width = text.width + 2 * INSET
  return { width, height: HEIGHT, shapes: [...frame(width), { kind: 'group', x: INSET, shapes: text.shapes }] }
}

/** 演示, 分县演示: hatched in a dashed frame, so that it is told by its shape as well. */
export const demoTag = (word: string, room: Marks): Laid =>
  framed(word, room.theme.t2, room, (width) => [
    {
      kind: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: HEIGHT - 1,
      fill: { hatch: alpha(room.theme.t3, 0.22), period: 6, stripe: 1 },
      stroke: room.theme.line2,
      dash: [3, 2]
    }
  ])

const scopeFrame = (width: number, height: number, room: Marks): Shape => ({
  kind: 'rect',
  x: 0.5,
  y: 0.5,
  width: width - 1,
  height: height - 1,
  radius: 2.5,
  stroke: room.theme.line2
})

/** 全市: framed, for it is no part of the number. What is wider than `most` takes several lines in its frame. */
export function scopeMark(word: string, room: Marks, most = Infinity): Laid {
  const style = { ...stylesOf(room).small, line: 1.25 }
  if (room.measure(word, style) + 2 * INSET <= most) return framed(word, room.theme.t2, room, (width) => [scopeFrame(width, HEIGHT, room)])
  const text = paragraph(word, style, most - 2 * INSET, room.measure)
  const [width, height] = [text.width + 2 * INSET, text.height + 5]
  return { width, height, shapes: [scopeFrame(width, height, room), { kind: 'group', x: INSET, y: 2.5, shapes: text.shapes }] }
}

const DOT = 4

/** Room for the dot before a name. */
export const DOT_ROOM = 14

/** Before a name, in the middle of its line: full for what is published or reported, hollow for demo and forecasts. */
export function statusDot({ origin, obsStatus }: Observation, y: number, colour: string): Shape {
  const hollow = origin === 'demo' || obsStatus === 'F'
  return { kind: 'circle', x: DOT, y, ...(hollow ? { radius: DOT - 0.9, stroke: colour, strokeWidth: 1.8 } : { radius: DOT, fill: colour }) }
}

/** 已发布 2022-10, with the solid dot of what is published. */
export function publishedTag(words: string, room: Marks): Laid {
  const text = line(words, { ...stylesOf(room).small, line: HEIGHT / PICTURE.min }, room.measure)
  return {
    width: 14 + text.width,
    height: HEIGHT,
    shapes: [
      { kind: 'circle', x: DOT, y: HEIGHT / 2, radius: DOT, fill: room.theme.data },
      { kind: 'group', x: 14, shapes: text.shapes }
    ]
  }
}

const forecastTag = (word: string, room: Marks): Laid =>
  framed(word, room.theme.accent, room, (width) => [
    { kind: 'rect', x: 0.5, y: 0.5, width: width - 1, height: HEIGHT - 1, stroke: room.theme.accent, dash: [3, 2] }
  ])

/** What a reader must know of a figure beside it: nothing for a published one, else its origin or status in words, and a wider scope; in lines no wider than `most`. */
export function statusMarks(observation: Observation, room: Marks, scopeOf: (figure: Scoped) => string | null = () => null, most = Infinity): Laid {
  const { origin, obsStatus } = observation
  const scope = scopeOf(observation)
  const words = [origin === 'reported' ? originText(origin) : '', obsStatus === 'A' ? '' : statusText(obsStatus)].filter((word) => word !== '').join(' ')
  const parts = [
    ...(scope === null ? [] : [scopeMark(scope, room, most)]),
    ...(origin === 'demo' ? [demoTag(originText('demo'), room)] : []),
    ...(words === '' ? [] : [obsStatus === 'F' ? forecastTag(words, room) : line(words, { ...stylesOf(room).small, line: HEIGHT / PICTURE.min }, room.measure)])
  ]
  return parts.length === 0 ? NOTHING : flowed(parts, { width: most, gap: 6, lineGap: 3 })
}
