import { apart } from '#charts/apart.ts'
import type { MapArea } from '#charts/county-map.ts'
import type { Paragraph, Run } from './text.ts'
import type { Box } from './units.ts'
import { LINE, runsWidth } from './widths.ts'

/** Of name and value, in px: as large as all labels stand beside each other. */
const SIZES = [
  { name: 15, value: 20 },
  { name: 14, value: 17 },
  { name: 13, value: 14 },
  { name: 11, value: 12 },
  { name: 10, value: 10 },
  { name: 9, value: 9 }
] as const

/** A label may be wider than its letters, but not so that another is under it. */
const SLACK = 6

export interface MapLabel {
  readonly area: MapArea
  /** Around the point that it stands for: its lines do not break, and may be a little wider. */
  readonly box: Box
  readonly paragraphs: readonly Paragraph[]
}

interface Placed {
  readonly area: MapArea
  readonly at: readonly [number, number]
  readonly colour: string
}

function sized({ area, at: [x, y], colour }: Placed, size: (typeof SIZES)[number]): MapLabel {
  const line = (text: string, px: number): Run[] => (text === '' ? [] : [{ text, size: px, colour, bold: true }])
  const lines = [line(area.region.name, size.name), line(area.text, size.value)].filter((runs) => runs.length > 0)
  const paragraphs = lines.map((runs): Paragraph => ({ align: 'ctr', runs }))
  const width = Math.max(...lines.map((runs) => runsWidth(runs))) + SLACK
  const height = lines.flat().reduce((sum, run) => sum + run.size * LINE, 1)
  return { area, paragraphs, box: { x: x - width / 2, y: y - height / 2, width, height } }
}

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const byPlace = (labels: readonly MapLabel[]): MapLabel[] => labels.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)

function movedApart(labels: readonly MapLabel[]): MapLabel[] {
  const down = apart(labels.map(({ box }) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height })))
  return byPlace(labels.map((label, index) => ({ ...label, box: { ...label.box, y: label.box.y + (down[index] ?? 0) } })))
}

/** The first place from a box on down that none of those that stand already has. */
function freeBelow(box: Box, done: readonly MapLabel[]): Box {
  const hit = done.find((one) => meets(one.box, box))
  return hit === undefined ? box : freeBelow({ ...box, y: hit.box.y + hit.box.height + 0.5 }, done)
}

/** From the top on, each as far down as those before it ask for. */
function pushedDown(labels: readonly MapLabel[]): MapLabel[] {
  const done: MapLabel[] = []
  for (const label of labels) done.push({ ...label, box: freeBelow(label.box, done) })
  return byPlace(done)
}

const clear = (labels: readonly MapLabel[]): boolean => labels.every((one, index) => labels.slice(index + 1).every((other) => !meets(one.box, other.box)))

/** Name over value at each area's own point, from the top on; those that would stand on each other give way, or are all smaller. */
export function mapLabels(areas: readonly Placed[]): MapLabel[] {
  const tried = SIZES.map((size) => movedApart(areas.map((area) => sized(area, size))))
  return tried.find(clear) ?? pushedDown(tried.at(-1) ?? [])
}
