import type { EChartsCoreOption } from 'echarts/core'
import { must } from '#tests/support/panel-data.ts'

/** What a custom series' renderItem gives back, as far as tests look at it. */
export interface Item {
  readonly type: string
  readonly silent?: boolean
  readonly y?: number
  readonly shape?: {
    readonly pathData?: string
    readonly points?: readonly (readonly number[])[]
    readonly cx?: number
    readonly cy?: number
    readonly r?: number
    readonly x1?: number
    readonly x?: number
    readonly y?: number
    readonly width?: number
    readonly height?: number
  }
  readonly style?: {
    readonly fill?: unknown
    readonly stroke?: unknown
    readonly text?: string
    readonly x?: number
    readonly y?: number
    readonly fontSize?: number
    readonly lineWidth?: number
    readonly lineDash?: readonly number[]
    readonly align?: string
    readonly opacity?: number
  }
  readonly clipPath?: Item
  readonly children?: readonly Item[]
}

type Coord = (point: readonly number[]) => number[]

export interface Series {
  readonly id: string
  readonly type: string
  readonly data: readonly unknown[]
  readonly silent?: boolean
  readonly lineStyle?: { readonly color: string; readonly type: unknown; readonly width: number }
  readonly renderItem?: (params: { readonly dataIndex: number }, api: { readonly coord: Coord }) => Item
}

export const seriesOf = ({ series }: EChartsCoreOption): readonly Series[] => series as readonly Series[]

export const seriesBy = (option: EChartsCoreOption, id: string): Series =>
  must(
    seriesOf(option).find((series) => series.id === id),
    `series ${id}`
  )

/** Runs a custom series as ECharts would: one item for each datum. */
export function itemsOf(option: EChartsCoreOption, id: string, coord: Coord): Item[] {
  const { data, renderItem } = seriesBy(option, id)
  return data.map((_, dataIndex) => must(renderItem, 'renderItem')({ dataIndex }, { coord }))
}

/** The item and all that it groups. */
export const flat = (item: Item): Item[] => [item, ...(item.children ?? []).flatMap(flat)]

export const textsOf = (items: readonly Item[]): string[] =>
  items.flatMap(flat).flatMap(({ type, style }) => (type === 'text' && style?.text !== undefined ? [style.text] : []))
