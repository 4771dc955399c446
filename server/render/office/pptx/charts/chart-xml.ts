import { element, type Element } from '#server/render/element.ts'
import { line, NO_FILL } from '#server/render/office/pptx/paint.ts'
import { SIZE } from '#server/render/office/pptx/units.ts'
import { textWidth } from '#server/render/office/pptx/widths.ts'
import { flag, root, val } from '#server/render/office/xml.ts'
import type { Theme } from '#tokens/themes.ts'
import { chartText, letters } from './chart-marks.ts'
import { DATE_FORMAT, grainOf, stepsOf, type Grain } from './chart-dates.ts'
import { isLine, letterSize, plotOf, scaleOf, type Room } from './chart-scale.ts'
import { barSeries, lineSeries } from './chart-series.ts'
import { numberFormat, type NativeChart } from './native-chart.ts'

/** An axis has its number, and both of a chart name each other. */
const AXIS = { category: 111_111_111, value: 222_222_222 } as const

const axes = (): Element[] => [val('c:axId', AXIS.category), val('c:axId', AXIS.value)]

function plotXml(chart: NativeChart, theme: Theme, room: Room): Element {
  const { kind, series } = chart
  if (isLine(chart))
    return element('c:lineChart', {}, [
      val('c:grouping', 'standard'),
      flag('c:varyColors', false),
      ...series.map((one, index) => lineSeries(chart, one, index, theme, room)),
      flag('c:marker', true),
      ...axes()
    ])
  return element('c:barChart', {}, [
    val('c:barDir', kind === 'bar' ? 'bar' : 'col'),
    val('c:grouping', 'clustered'),
    flag('c:varyColors', false),
    ...series.map((one, index) => barSeries(chart, one, index, theme, room)),
    val('c:gapWidth', kind === 'bar' ? 85 : 60),
    val('c:overlap', series.length > 1 ? -5 : 0),
    ...axes()
  ])
}

/** Between two names along an axis, in parts of one. */
const NAME_GAP = 1.3

/** Of many months every third or so has its name: those between are read off. */
function skipOf(chart: NativeChart, room: Room): number {
  const { categories, kind } = chart
  const wide = Math.max(...categories.map((name) => textWidth(name, letterSize(chart, room))), 1) * NAME_GAP
  return kind === 'bar' ? 1 : Math.max(1, Math.ceil((categories.length * wide) / (room.width * (isLine(chart) ? plotOf(chart, room).w : 0.97))))
}

const namesXml = (chart: NativeChart, room: Room): Element[] => [
  val('c:lblAlgn', 'ctr'),
  val('c:lblOffset', 100),
  val('c:tickLblSkip', skipOf(chart, room)),
  flag('c:noMultiLvlLbl', true)
]

/** Which of the dates are named: a date axis has that in its own words. */
function datesXml(chart: NativeChart, grain: Grain, room: Room): Element[] {
  const { unit, count } = stepsOf(chart, grain, room.width * plotOf(chart, room).w)
  return [val('c:lblOffset', 100), val('c:baseTimeUnit', grain), val('c:majorUnit', count), val('c:majorTimeUnit', unit)]
}

function categoryAxis(chart: NativeChart, theme: Theme, room: Room): Element {
  const [lying, top, grain] = [chart.kind === 'bar', chart.kind === 'ranks', grainOf(chart)]
  const size = grain === null ? letterSize(chart, room) : SIZE.min
  return element(grain === null ? 'c:catAx' : 'c:dateAx', {}, [
    val('c:axId', AXIS.category),
    element('c:scaling', {}, [val('c:orientation', lying ? 'maxMin' : 'minMax')]),
    flag('c:delete', chart.unnamed === true),
    val('c:axPos', lying ? 'l' : 'b'),
    element('c:numFmt', { formatCode: grain === null ? 'General' : DATE_FORMAT[grain], sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', top ? 'nextTo' : 'low'),
    element('c:spPr', {}, [NO_FILL, line({ colour: theme.line2, width: 1.25 }, theme)]),
    chartText(letters(theme, lying ? { size } : { size, colour: theme.t2 }), theme),
    val('c:crossAx', AXIS.value),
    val('c:crosses', top ? 'max' : 'autoZero'),
    flag('c:auto', false),
    ...(grain === null ? namesXml(chart, room) : datesXml(chart, grain, room))
  ])
}

function valueAxis(chart: NativeChart, theme: Theme, room: Room): Element {
  const { min, max, step } = scaleOf(chart, room)
  const [lying, drawn] = [chart.kind === 'bar', isLine(chart) && chart.kind !== 'ranks']
  const grid = drawn ? [element('c:majorGridlines', {}, [element('c:spPr', {}, [line({ colour: theme.line, width: 1 }, theme)])])] : []
  return element('c:valAx', {}, [
    val('c:axId', AXIS.value),
    element('c:scaling', {}, [val('c:orientation', chart.kind === 'ranks' ? 'maxMin' : 'minMax'), val('c:max', plain(max)), val('c:min', plain(min))]),
    flag('c:delete', !drawn),
    val('c:axPos', lying ? 't' : 'l'),
    ...grid,
    element('c:numFmt', { formatCode: drawn ? '#,##0.##;-#,##0.##' : numberFormat(chart), sourceLinked: 0 }),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    val('c:tickLblPos', 'nextTo'),
    element('c:spPr', {}, [NO_FILL, line(null, theme)]),
    chartText(letters(theme, { colour: theme.t3 }), theme),
    val('c:crossAx', AXIS.category),
    val('c:crosses', 'autoZero'),
    val('c:crossBetween', 'between'),
    val('c:majorUnit', plain(step))
  ])
}

/** Without the tail that binary fractions leave. */
const plain = (value: number): string => String(Number(value.toPrecision(12)))

/** Lines that say something at their ends need room there. */
const layoutOf = (chart: NativeChart, room: Room): Element => {
  if (!isLine(chart)) return element('c:layout')
  const rounded = Object.fromEntries(Object.entries(plotOf(chart, room)).map(([name, value]) => [name, Math.round(value * 10_000) / 10_000]))
  const place = { layoutTarget: 'inner', xMode: 'edge', yMode: 'edge', ...rounded }
  return element('c:layout', {}, [
    element(
      'c:manualLayout',
      {},
      Object.entries(place).map(([name, value]) => val(`c:${name}`, typeof value === 'number' ? String(value) : value))
    )
  ])
}

const legend = (chart: NativeChart, theme: Theme): Element[] =>
  isLine(chart) || chart.series.length < 2
    ? []
    : [element('c:legend', {}, [val('c:legendPos', 't'), flag('c:overlay', false), chartText(letters(theme, { colour: theme.t2 }), theme)])]

/** `workbook` is how the chart's part names the workbook behind it. */
export function chartXml(chart: NativeChart, workbook: string, theme: Theme, room: Room): Element {
  const plot = element('c:plotArea', {}, [
    layoutOf(chart, room),
    plotXml(chart, theme, room),
    categoryAxis(chart, theme, room),
    valueAxis(chart, theme, room),
    element('c:spPr', {}, [NO_FILL, element('a:ln', {}, [NO_FILL])])
  ])
  return root(
    'c:chartSpace',
    ['c', 'a', 'r'],
    [
      flag('c:date1904', false),
      val('c:lang', 'zh-CN'),
      flag('c:roundedCorners', false),
      element('c:chart', {}, [flag('c:autoTitleDeleted', true), plot, ...legend(chart, theme), flag('c:plotVisOnly', true), val('c:dispBlanksAs', 'gap')]),
      element('c:spPr', {}, [NO_FILL, element('a:ln', {}, [NO_FILL])]),
      chartText(letters(theme), theme),
      element('c:externalData', { 'r:id': workbook }, [flag('c:autoUpdate', false)])
    ]
  )
}
