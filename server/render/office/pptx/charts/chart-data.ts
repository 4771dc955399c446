import { element, type Element } from '#server/render/element.ts'
import { columnName, type Cell, type Grid } from '#server/render/office/sheet-xml.ts'
import { DATED } from '#server/render/office/workbook.ts'
import { val } from '#server/render/office/xml.ts'
import { DATE_FORMAT, grainOf, serialOf } from './chart-dates.ts'
import { numberFormat, type NativeChart } from './native-chart.ts'

export const DATA_SHEET = '数据'

const range = (column: number, from: number, to: number): string => {
  const name = columnName(column)
  return from === to ? `${DATA_SHEET}!$${name}$${from}` : `${DATA_SHEET}!$${name}$${from}:$${name}$${to}`
}

const cached = (tag: string, format: string | null, values: readonly (string | null)[]): Element =>
  element(tag, {}, [
    ...(format === null ? [] : [element('c:formatCode', {}, [format])]),
    val('c:ptCount', values.length),
    ...values.flatMap((value, idx) => (value === null ? [] : [element('c:pt', { idx }, [element('c:v', {}, [value])])]))
  ])

const texts = (formula: string, values: readonly string[]): Element =>
  element('c:strRef', {}, [element('c:f', {}, [formula]), cached('c:strCache', null, values)])

/** The name of a series, from the head of its column. */
export const nameRef = (chart: NativeChart, index: number): Element => element('c:tx', {}, [texts(range(index + 1, 1, 1), [headOf(chart, index)])])

/** What stands along the axis, from the first column: texts, or whole dates. */
export function categoryRef(chart: NativeChart): Element {
  const [formula, grain, { categories }] = [range(0, 2, chart.categories.length + 1), grainOf(chart), chart]
  if (grain === null) return element('c:cat', {}, [texts(formula, categories)])
  const dates = cached('c:numCache', DATE_FORMAT[grain], categories.map(serialOf))
  return element('c:cat', {}, [element('c:numRef', {}, [element('c:f', {}, [formula]), dates])])
}

export function valueRef(chart: NativeChart, index: number): Element {
  const values = chart.series[index]?.points.map(({ value }) => value) ?? []
  const numbers = element('c:numRef', {}, [
    element('c:f', {}, [range(index + 1, 2, chart.categories.length + 1)]),
    cached('c:numCache', numberFormat(chart), values)
  ])
  return element('c:val', {}, [numbers])
}

/** `办理服务（件）`: what stands over a column. */
export function headOf({ series, unit: common }: NativeChart, index: number): string {
  const { name = '', unit = common } = series[index] ?? {}
  return unit === '' ? name : `${name}（${unit}）`
}

const text = (value: string): Cell => (value === '' ? null : { text: value })

/** The chart's data as it draws it, then how each figure reads, of when and of what status it is: in columns that the chart does not use. */
export function dataGrid(chart: NativeChart): Grid {
  const { series, categories, heading } = chart
  const [several] = [series.length > 1]
  const more = series.flatMap(({ name }) => ['显示', '期间', '状态'].map((head) => (several ? `${name} ${head}` : head)))
  const dated = grainOf(chart) !== null
  const rows = categories.map((category, row): Cell[] => [
    dated ? { number: serialOf(category), style: DATED } : { text: category },
    ...series.map(({ points }): Cell => {
      const value = points[row]?.value ?? null
      return value === null ? null : { number: value }
    }),
    ...series.flatMap(({ points }) => {
      const { text: shown = '', period = '', status = '' } = points[row] ?? {}
      return [text(shown), text(period), text(status)]
    })
  ])
  const head = [heading, ...series.map((_, index) => headOf(chart, index)), ...more].map((value): Cell => ({ text: value }))
  return { name: DATA_SHEET, rows: [head, ...rows], widths: head.map((_, index) => (index === 0 ? 22 : 16)) }
}
