import { TYPE } from '#tokens/sizes.ts'
import type { BarsModel } from './bars.ts'
import { widest } from './chart-text.ts'
import type { Bounds } from './hatch.ts'
import type { ChartContext } from './panel-data.ts'

export type BarsBox = Pick<ChartContext, 'width' | 'height' | 'rem'>

/** Where one row's texts and bar stand, in px. */
export interface BarsPlace {
  readonly row: Bounds
  readonly middle: number
  readonly nameWidth: number
  /** From zero; null where there is no value, or nothing to draw of it. */
  readonly bar: Bounds | null
  /** The sizes of the texts in rem: smaller where long values would leave the bars no room, or the rows each other. */
  readonly nameSize: number
  readonly valueSize: number
  /** The right edges of the value columns. */
  readonly valueRight: number
  readonly secondRight: number
}

export interface BarsLayout {
  readonly places: readonly BarsPlace[]
  /** The middle of the column labels; null without any. */
  readonly labels: number | null
}

const GAP = 0.8
/** Rows closer than this cannot be told apart: then they stand in two or more blocks, where there is the width for them. */
const LEAST_PITCH = 1.5
const LEAST_WIDTH = 13
const LABELS = 1.9
const BAR = { share: 0.42, least: 0.5, most: 1.5 } as const

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

interface Columns {
  readonly name: number
  readonly value: number
  readonly second: number
}

const LEAST_LANE = 5

/** Widths of the text columns in px, by the texts that stand in them; `size` is that of the values. */
function columnsOf({ rows, label, secondLabel }: BarsModel, width: number, rem: number, size: number): Columns {
  const texts = (values: readonly string[], title: string | null): number =>
    Math.max(widest(values) * size, secondLabel === null || title === null ? 0 : widest([title], 'sans') * TYPE.min)
  const value = texts(
    rows.map((row) => row.text),
    label
  )
  const second = texts(
    rows.map((row) => row.second?.text ?? ''),
    secondLabel
  )
  const name = Math.min(
    widest(
      rows.map((row) => row.name),
      'sans'
    ) * TYPE.body,
    (0.4 * width) / rem
  )
  return { name: name * rem, value: value * rem, second: second * rem }
}

/** How wide the bars may be. */
const laneOf = ({ name, value, second }: Columns, width: number, gap: number): number => width - name - value - 2 * gap - (second === 0 ? 0 : second + gap)

/** More than one where rows would lie on each other, as long as each keeps room for its bars. */
function blocksOf(model: BarsModel, { width, height, rem }: BarsBox): number {
  const wanted = Math.ceil((model.rows.length * LEAST_PITCH * rem) / Math.max(1, height))
  const most = Math.max(1, Math.min(wanted, Math.floor(width / (LEAST_WIDTH * rem))))
  const fits = (blocks: number): boolean => {
    const blockWidth = blockWidthOf(width, blocks, rem)
    return laneOf(columnsOf(model, blockWidth, rem, TYPE.panel), blockWidth, GAP * rem) >= LEAST_LANE * rem
  }
  return [...Array(most).keys()].map((index) => most - index).find(fits) ?? 1
}

const blockWidthOf = (width: number, blocks: number, rem: number): number => (width - (blocks - 1) * 2 * GAP * rem) / blocks

/** The bar of a value between the ends of its lane; zero is one place for all rows. */
function barOf(value: number | null, { min, max }: BarsModel, lane: Bounds): Bounds | null {
  if (value === null || value === 0 || max === min) return null
  const at = (amount: number): number => lane.x + (lane.width * (amount - min)) / (max - min)
  return { ...lane, x: Math.min(at(0), at(value)), width: Math.abs(at(value) - at(0)) }
}

/** Rows of even height from top to bottom; names on the left, values on the right, bars between them from one zero. */
export function layout(model: BarsModel, { width, height, rem }: BarsBox): BarsLayout {
  const head = model.secondLabel === null ? 0 : LABELS * rem
  const blocks = blocksOf(model, { width, height: height - head, rem })
  const perBlock = Math.ceil(model.rows.length / blocks)
  const [gap, pitch] = [GAP * rem, (height - head) / Math.max(1, perBlock)]
  const blockWidth = blockWidthOf(width, blocks, rem)
  const roomy = columnsOf(model, blockWidth, rem, TYPE.panel)
  const close = pitch < LEAST_PITCH * rem
  const valueSize = close || laneOf(roomy, blockWidth, gap) < LEAST_LANE * rem ? TYPE.min : TYPE.panel
  const columns = columnsOf(model, blockWidth, rem, valueSize)
  const thick = clamp(pitch * BAR.share, BAR.least * rem, BAR.most * rem)
  const places = model.rows.map(({ value }, index): BarsPlace => {
    const left = Math.floor(index / perBlock) * (blockWidth + 2 * gap)
    const top = head + (index % perBlock) * pitch
    const secondRight = left + blockWidth
    const valueRight = secondRight - (model.secondLabel === null ? 0 : columns.second + gap)
    const from = left + columns.name + gap
    const lane = { x: from, y: top + (pitch - thick) / 2, width: Math.max(0, valueRight - columns.value - gap - from), height: thick }
    return {
      row: { x: left, y: top, width: blockWidth, height: pitch },
      middle: top + pitch / 2,
      nameWidth: columns.name,
      bar: barOf(value, model, lane),
      nameSize: close ? TYPE.min : TYPE.body,
      valueSize,
      valueRight,
      secondRight
    }
  })
  return { places, labels: model.secondLabel === null ? null : head / 2 }
}
