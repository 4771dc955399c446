import { PICTURE } from '#tokens/sizes.ts'
import type { Bounds } from './hatch.ts'
import type { Room, Shape, Span } from './picture.ts'
import type { Flow } from './river-bands-picture.ts'
import type { BranchShape } from './river-geometry.ts'
import type { Branch } from './river.ts'
import { moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { scaledBox } from './typeset/scaled.ts'
import { sideways } from './typeset/sideways.ts'
import { stylesOf } from './typeset/styles.ts'
import { cut, line, paragraph, spansWidth, type TextStyle } from './typeset/text.ts'

/** Longer phrases take the next smaller size. */
const LONG_PHRASE = 8
const VALUE = { usual: 21, tight: 17, down: 16, long: 15 } as const
const NAME = { source: 17, outlet: PICTURE.body, down: PICTURE.min } as const

type Side = 'source' | 'outlet'

/** `203个` with the number large, or why there is none. */
function valueOf(branch: Branch, size: number, most: number, room: Room): Laid {
  const { text, phrase, value, observation } = branch
  const { quiet, small } = stylesOf(room)
  if (observation === null || value === null) return line(text, { ...quiet, line: 1.25 }, room.measure)
  const own = phrase.length > LONG_PHRASE ? Math.min(size, VALUE.long) : size
  const rest = phrase.startsWith(text) ? phrase.slice(text.length) : ''
  const spans: Span[] = [
    { font: 'num', weight: 500, size: own, fill: room.theme.t1, text },
    ...(rest === '' ? [] : [{ ...small, font: 'sans' as const, text: rest, gap: 2.5 }])
  ]
  const width = spansWidth(spans, room.measure)
  if (width > most && own > PICTURE.min) return valueOf(branch, Math.max(PICTURE.min, own - 1), most, room)
  return { width, height: own * 1.04, shapes: [{ kind: 'spans', x: 0, y: own * 0.88, spans }] }
}

interface Labelled {
  readonly words: Laid
  readonly box: Bounds
}

interface Setting {
  readonly side: Side
  readonly tight: boolean
  readonly width: number
}

/** Name, programme and value one under the other or, where there is no room, name and value in a line. */
function wordsOf(branch: Branch, { side, tight, width }: Setting, { course, region }: Flow, room: Room): Laid {
  const { strong, quiet } = stylesOf(room)
  const { accent, t1 } = room.theme
  const wide = course === 'across'
  const size = NAME[wide ? side : 'down']
  const style: TextStyle = { ...strong, size, line: wide ? 1.25 : 1.2, fill: branch.key === region ? accent : t1 }
  const value = valueOf(branch, VALUE[tight ? 'tight' : wide ? 'usual' : 'down'], width, room)
  const name = line(cut(branch.name, style, tight ? width - value.width - 8 : width, room.measure), style, room.measure)
  if (tight) return sideBySide([name, value], 8)
  const programme =
    branch.programme === null ? [] : [paragraph(branch.programme, { ...quiet, font: 'sans', line: 1.3, align: wide ? 'start' : 'middle' }, width, room.measure)]
  const parts = [name, ...programme, value]
  const widest = Math.max(...parts.map((part) => part.width))
  return stacked(wide ? parts : parts.map((part) => ({ ...part, width: widest, shapes: [moved(part.shapes, (widest - part.width) / 2, 0)] })))
}

/** In the middle of their boxes, which stand over each other. */
const labelsAcross = (set: readonly Labelled[]): Shape[] => set.map(({ words, box }) => moved(words.shapes, box.x, box.y + (box.height - words.height) / 2))

const BETWEEN = 5

/** About the middles of their boxes, at the edge that is near the bands; those of one line keep off each other. */
function labelsDown(set: readonly Labelled[], side: Side, room: Room): Shape[] {
  return [...new Set(set.map(({ box }) => box.y))].flatMap((y) => {
    const line = set.filter(({ box }) => box.y === y)
    const spans = line.map(({ words: { width }, box }) => ({ width, from: box.x + (box.width - width) / 2 }))
    const places = sideways(spans, room.width, BETWEEN)
    return line.map(({ words, box }, index) => moved(words.shapes, places[index] ?? 0, side === 'source' ? box.y + box.height - words.height : box.y))
  })
}

function labelsOf(shapes: readonly BranchShape[], side: Side, flow: Flow, room: Room): Shape[] {
  const { shape, rem, course } = flow
  const tight = side === 'source' ? shape.tight.sources : shape.tight.outlets
  const set = shapes.map(({ branch, label }): Labelled => {
    const box = scaledBox(label, rem)
    return { box, words: wordsOf(branch, { side, tight, width: box.width }, flow, room) }
  })
  return course === 'across' ? labelsAcross(set) : labelsDown(set, side, room)
}

/** In place of what the river lacks: what is known of it in words. */
function noteOf(lines: readonly string[], box: Bounds, { rem, course }: Flow, room: Room): Shape[] {
  if (lines.length === 0) return []
  const { x, y, width, height } = scaledBox(box, rem)
  const inset = 1.8 * rem
  const style: TextStyle = { ...stylesOf(room).body, font: 'sans', align: course === 'down' ? 'middle' : 'start' }
  const words = stacked(
    lines.map((text) => paragraph(text, style, width - 2 * inset, room.measure)),
    5
  )
  return [moved(words.shapes, x + inset, y + (height - words.height) / 2)]
}

/** All words outside of the trunk. */
export const branchLabels = (flow: Flow, room: Room): Shape[] => [
  ...labelsOf(flow.shape.sources, 'source', flow, room),
  ...labelsOf(flow.shape.outlets, 'outlet', flow, room),
  ...noteOf(flow.river.sourceNote, flow.shape.wings.sources, flow, room),
  ...noteOf(flow.river.outletNote, flow.shape.wings.outlets, flow, room)
]
