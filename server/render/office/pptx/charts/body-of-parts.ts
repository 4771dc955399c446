import type { BarsModel } from '#charts/bars.ts'
import type { StageBarsModel } from '#charts/stage-bars.ts'
import { stageRows } from '#charts/stage-bars.ts'
import type { UnitBricksModel } from '#charts/unit-bricks.ts'
import { nameOf } from '#charts/unit-bricks.ts'
import { labelOf, type FigureItem } from '#charts/panel-data.ts'
import { seriesUnit } from '#format/phrase.ts'
import type { Indicator } from '#contract/indicator.ts'
import { bodyOf, type NativeBody, type NativeFigure } from '#server/render/office/pptx/native-body.ts'
import { ofNothing, type NativeChart, type NativePoint } from './native-chart.ts'
import { pointOf } from './points.ts'

export const unitOf = ({ seriesScale, unitMeasure }: Indicator): string => seriesUnit(seriesScale, unitMeasure)

export const totals = (figures: readonly (FigureItem & { readonly tail: string })[]): NativeFigure[] =>
  figures.map((figure) => ({ ...figure, label: labelOf(figure.indicator) }))

interface Single {
  readonly kind: NativeChart['kind']
  readonly title: string
  readonly heading: string
  readonly indicator: Indicator
  readonly categories: readonly string[]
  readonly points: readonly NativePoint[]
  readonly words: string
}

/** A chart of one indicator. */
export const single = ({ title, indicator, points, ...chart }: Single): NativeChart => ({
  ...chart,
  title,
  unit: unitOf(indicator),
  decimals: indicator.decimals,
  series: [{ name: title, points }]
})

/** Without the unit that a label brings along: it is said once. */
const withoutUnit = (label: string): string => label.replace(/[（(][^）)]*[）)]$/, '')

export function barsBody({ rows, label, secondLabel, figures, note, noRows, subject }: BarsModel): NativeBody {
  const [first] = rows
  const said = [...(note === null ? [] : [note]), ...(first === undefined ? [noRows] : [])]
  if (first === undefined) return bodyOf({ figures: totals(figures), notes: said })
  const common = { kind: 'bar', heading: '名称', categories: rows.map(({ name }) => name), words: subject } as const
  const main = single({ ...common, title: withoutUnit(label), indicator: first.indicator, points: rows.map((row) => pointOf(row.observation, row.indicator)) })
  const beside = first.second?.indicator
  const second =
    beside === undefined
      ? []
      : [
          {
            ...single({
              ...common,
              title: withoutUnit(secondLabel ?? ''),
              indicator: beside,
              points: rows.map((row) => pointOf(row.second?.observation ?? null, beside))
            }),
            unnamed: true
          }
        ]
  return bodyOf({ figures: totals(figures), charts: [main, ...second], notes: said })
}

/** The share of the stage before stands behind the value, as the panel writes it. */
export function stageBody(model: StageBarsModel): NativeBody {
  const [first] = model.bars
  if (first === undefined) return bodyOf({ notes: model.gaps.map(({ name, text }) => `${name}：${text}`) })
  const rows = stageRows(model)
  const points = rows.map((row): NativePoint => {
    if ('text' in row) return ofNothing(row.text)
    const point = pointOf(row.observation, row.indicator)
    const beside = row.rate ?? row.status
    return beside === null ? point : { ...point, text: `${point.text}　${beside}`, worded: true }
  })
  const chart = {
    kind: 'bar',
    title: labelOf(first.indicator),
    heading: '环节',
    indicator: first.indicator,
    categories: rows.map(({ name }) => name),
    points
  } as const
  return bodyOf({ charts: [single({ ...chart, words: rows.map(({ name }, index) => `${name}${points[index]?.text ?? ''}`).join('，') })] })
}

export function bricksBody({ indicator, columns, figures, noColumns }: UnitBricksModel): NativeBody {
  if (columns.length === 0) return bodyOf({ figures: totals(figures), notes: [noColumns] })
  const names = columns.map(nameOf)
  const points = columns.map(({ observation }) => pointOf(observation, indicator))
  const words = names.map((name, index) => `${name}${points[index]?.text ?? ''}`).join('，')
  return bodyOf({
    figures: totals(figures),
    charts: [single({ kind: 'column', title: labelOf(indicator), heading: '名称', indicator, categories: names, points, words })]
  })
}
