/** One value of a chart that Office draws. */
export interface NativePoint {
  /** A decimal in the unit of the series, as the picture writes it; null where there is none, and the line breaks. */
  readonly value: string | null
  /** How it reads: `6,980`, `526多亿元`, or why there is none. */
  readonly text: string
  /** The text is more than the number, such as a qualifier that is never dropped: it stands at the mark in place of the number. */
  readonly worded: boolean
  readonly demo: boolean
  /** 已发布, 演示. */
  readonly status: string
  readonly period: string
}

export interface NativeSeries {
  readonly name: string
  readonly points: readonly NativePoint[]
  /** Its own, where it is not the chart's. */
  readonly unit?: string
  /** Stands out: the area that is looked at, or the one that leads. */
  readonly strong?: boolean
}

/** A chart that Office can draw and edit: `bar` lies, `column` stands. */
export interface NativeChart {
  readonly kind: 'bar' | 'column' | 'line' | 'ranks'
  readonly title: string
  readonly unit: string
  readonly decimals: number
  /** Over the first column of the workbook. */
  readonly heading: string
  readonly categories: readonly string[]
  readonly series: readonly NativeSeries[]
  /** What the chart says, for who does not see it. */
  readonly words: string
  /** The names stand at the chart beside it, row by row. */
  readonly unnamed?: boolean
  /** What its line ends at stands large over it: it is not said once more. */
  readonly told?: boolean
}

export const ofNothing = (text: string): NativePoint => ({ value: null, text, worded: false, demo: false, status: '', period: '' })

/** `#,##0.0`: commas from 1,000 on, and as many places as the indicator has. */
export const numberFormat = ({ decimals }: Pick<NativeChart, 'decimals'>): string => `#,##0${decimals === 0 ? '' : `.${'0'.repeat(decimals)}`}`
