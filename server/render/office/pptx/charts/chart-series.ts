import { element, type Element } from '#server/render/element.ts'
import { flag, val } from '#server/render/office/xml.ts'
import { line, markFill } from '#server/render/office/pptx/paint.ts'
import { mix } from '#tokens/colour.ts'
import { SIZE } from '#server/render/office/pptx/units.ts'
import type { Theme } from '#tokens/themes.ts'
import { categoryRef, nameRef, valueRef } from './chart-data.ts'
import { endShifts, letterSize, type Room } from './chart-scale.ts'
import { barPoints, isDemo, letters, lineMarker, NO_MARKER, numberLabels, wordLabel } from './chart-marks.ts'
import type { NativeChart, NativeSeries } from './native-chart.ts'

/** One colour of data, and the accent for what stands out; further series stand back by lightness, and say their names at their ends. */
export function seriesColour({ series }: NativeChart, index: number, theme: Theme): string {
  if (series[index]?.strong === true) return theme.accent
  const plain = series.slice(0, index).filter(({ strong }) => strong !== true).length
  const shades = [
    theme.data,
    mix(theme.data, theme.t1, 0.45),
    mix(theme.data, theme.t3, 0.6),
    theme.neutral,
    mix(theme.data, theme.ok, 0.6),
    mix(theme.t2, theme.warn, 0.4)
  ]
  return shades[plain % shades.length] ?? theme.data
}

const head = (chart: NativeChart, index: number): Element[] => [val('c:idx', index), val('c:order', index), nameRef(chart, index)]

const worded = ({ points }: NativeSeries, place: string, size: number, theme: Theme): Element[] =>
  points.flatMap((point, index) => (point.worded && point.value !== null ? [wordLabel(index, point.text, place, letters(theme, { size }), theme)] : []))

export function barSeries(chart: NativeChart, series: NativeSeries, index: number, theme: Theme, room: Room): Element {
  const size = letterSize(chart, room)
  const colour = seriesColour(chart, index, theme)
  return element('c:ser', {}, [
    ...head(chart, index),
    element('c:spPr', {}, [markFill(false, colour, theme), line(null, theme)]),
    flag('c:invertIfNegative', false),
    ...barPoints(series, colour, theme),
    numberLabels(chart, worded(series, 'outEnd', size, theme), 'outEnd', 'showVal', theme, size),
    categoryRef(chart),
    valueRef(chart, index)
  ])
}

/** What a line says at its end: its value where it is alone, else whose it is. */
function endLabels(chart: NativeChart, index: number, colour: string, theme: Theme, room: Room): Element {
  const { name = '', points = [] } = chart.series[index] ?? {}
  const last = points.findLastIndex(({ value }) => value !== null)
  const end = points[last]
  if (end === undefined || chart.told === true) return numberLabels(chart, [], 'r', null, theme)
  const alone = chart.series.length === 1
  const text = alone ? `${end.text}${end.worded ? '' : chart.unit}` : chart.kind === 'ranks' ? `${end.text} ${name}` : `${name} ${end.text}`
  const label = wordLabel(last, text, 'r', letters(theme, { colour, bold: true, size: SIZE.body }), theme, alone ? 0 : endShifts(chart, room)[index])
  return numberLabels(chart, [label], 'r', null, theme)
}

/** The last point of demo figures is hollow, of others filled. */
function endMark(series: NativeSeries, colour: string, theme: Theme): Element[] {
  const last = series.points.findLastIndex(({ value }) => value !== null)
  return last < 0
    ? []
    : [element('c:dPt', {}, [val('c:idx', last), lineMarker(series.points[last]?.demo === true, 9, colour, theme), flag('c:bubble3D', false)])]
}

/** Of so many points a thick line would be a smear. */
const DENSE = 60

export function lineSeries(chart: NativeChart, series: NativeSeries, index: number, theme: Theme, room: Room): Element {
  const colour = seriesColour(chart, index, theme)
  const demo = isDemo(series.points)
  const marked = chart.kind === 'ranks'
  const width = chart.categories.length > DENSE ? 1.5 : series.strong === true || chart.series.length === 1 ? 3 : 2.25
  return element('c:ser', {}, [
    ...head(chart, index),
    element('c:spPr', {}, [line({ colour, width, dashed: demo }, theme)]),
    marked ? lineMarker(demo, 6, colour, theme) : NO_MARKER,
    ...endMark(series, colour, theme),
    endLabels(chart, index, colour, theme, room),
    categoryRef(chart),
    valueRef(chart, index),
    flag('c:smooth', false)
  ])
}
