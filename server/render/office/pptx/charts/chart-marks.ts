import { element, type Element } from '#server/render/element.ts'
import { flag, val } from '#server/render/office/xml.ts'
import type { Theme } from '#tokens/themes.ts'
import { runProperties } from '#server/render/office/pptx/text.ts'
import { line, markFill, NO_FILL, solid } from '#server/render/office/pptx/paint.ts'
import { SIZE } from '#server/render/office/pptx/units.ts'
import { numberFormat, type NativeChart, type NativePoint, type NativeSeries } from './native-chart.ts'

type Letters = Parameters<typeof runProperties>[1]

export const letters = (theme: Theme, over: Partial<Letters> = {}): Letters => ({ size: SIZE.min, colour: theme.t1, ...over })

/** How a chart's texts are set where they have no runs of their own. */
export const chartText = (given: Letters, theme: Theme, oneLine = false): Element =>
  element('c:txPr', {}, [
    element('a:bodyPr', oneLine ? { wrap: 'none' } : {}),
    element('a:lstStyle'),
    element('a:p', {}, [element('a:pPr', {}, [runProperties('a:defRPr', given, theme)]), element('a:endParaRPr', { lang: 'zh-CN' })])
  ])

const SHOWN = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'] as const
type Shown = (typeof SHOWN)[number]

const shows = (what: Shown | null): Element[] => SHOWN.map((name) => flag(`c:${name}`, name === what))

const bare = (): Element => element('c:spPr', {}, [NO_FILL, element('a:ln', {}, [NO_FILL])])

/** A label of one point in words of its own. */
export function wordLabel(index: number, text: string, place: string, given: Letters, theme: Theme, down = 0): Element {
  const rich = element('c:rich', {}, [
    element('a:bodyPr', { wrap: 'none' }),
    element('a:lstStyle'),
    element('a:p', {}, [
      element('a:pPr', {}, [runProperties('a:defRPr', given, theme)]),
      element('a:r', {}, [runProperties('a:rPr', given, theme), element('a:t', {}, [text])])
    ])
  ])
  const moved = down === 0 ? [] : [element('c:layout', {}, [element('c:manualLayout', {}, [val('c:x', '0'), val('c:y', String(down))])])]
  return element('c:dLbl', {}, [val('c:idx', index), ...moved, element('c:tx', {}, [rich]), bare(), val('c:dLblPos', place), ...shows('showVal')])
}

/** Labels of all points by their numbers, with some in words or left out. */
export const numberLabels = (chart: NativeChart, own: readonly Element[], place: string, what: Shown | null, theme: Theme, size: number = SIZE.min): Element =>
  element('c:dLbls', {}, [
    ...own,
    element('c:numFmt', { formatCode: numberFormat(chart), sourceLinked: 0 }),
    bare(),
    chartText(letters(theme, { size }), theme, true),
    val('c:dLblPos', place),
    ...shows(what)
  ])

/** Bars of demo figures are striped one by one: reported ones beside them are solid. */
export const barPoints = ({ points }: NativeSeries, colour: string, theme: Theme): Element[] =>
  points.flatMap(({ demo }, index) =>
    demo
      ? [
          element('c:dPt', {}, [
            val('c:idx', index),
            flag('c:invertIfNegative', false),
            flag('c:bubble3D', false),
            element('c:spPr', {}, [markFill(true, colour, theme), line({ colour, width: 1.25 }, theme)])
          ])
        ]
      : []
  )

export const isDemo = (points: readonly NativePoint[]): boolean => points.some(({ value, demo }) => value !== null && demo)

/** Solid and filled for what is published, dashed and hollow for demo figures. */
export const lineMarker = (demo: boolean, size: number, colour: string, theme: Theme): Element =>
  element('c:marker', {}, [
    val('c:symbol', 'circle'),
    val('c:size', size),
    element('c:spPr', {}, [solid(demo ? (theme.light ? theme.bg0 : theme.bg1) : colour, theme), line({ colour, width: 1.75 }, theme)])
  ])

export const NO_MARKER = element('c:marker', {}, [val('c:symbol', 'none')])
