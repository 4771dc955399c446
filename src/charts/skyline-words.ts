import type { Observation } from '#contract/observation.ts'
import { periodText } from '#format/period.ts'
import { statusText } from '#format/status.ts'
import { seriesUnit } from '#format/phrase.ts'
import { periodCell, phraseCell, spoken, statusCell, type PanelTable } from './panel-table.ts'
import type { Forecast, SkylineColumn, SkylineGroup, SkylineModel } from './skyline.ts'

const columnsOf = ({ groups }: SkylineModel): SkylineColumn[] => groups.flatMap(({ columns }) => columns)
const observationsIn = (model: SkylineModel): Observation[] => columnsOf(model).flatMap(({ observation }) => observation ?? [])
const forecastsIn = (model: SkylineModel): Forecast[] => columnsOf(model).flatMap(({ forecast }) => forecast ?? [])

/** The one period of all places, or none; without places that of the floor. */
function periodOf(model: SkylineModel): string {
  const own = observationsIn(model)
  const periods = [...new Set((own.length > 0 ? own : [model.floor?.observation].flatMap((o) => o ?? [])).map(({ timePeriod }) => periodText(timePeriod)))]
  return periods.length === 1 ? periods.join('') : ''
}

const isPlace = ({ observation, edge }: SkylineColumn): boolean => observation !== null || edge === 'none'

/** How many places a group has for certain: columns that only say that there are more are none. */
const placesIn = ({ columns }: Pick<SkylineGroup, 'columns'>): number => columns.filter(isPlace).length

/** Beside a group's name: how many, or nothing where its columns only say that there are more. */
export const countText = (group: SkylineGroup): string => (placesIn(group) === 0 ? '' : String(placesIn(group)))

/** `淡柱表示“余”`: the columns beyond the published count. */
const furtherWords = ({ countWord }: SkylineModel, columns: readonly SkylineColumn[]): string[] => {
  const further = columns.find((column) => !isPlace(column))
  return further === undefined ? [] : [`${further.edge === 'dashed' ? '虚柱' : '淡柱'}表示“${countWord}”`]
}

/** What a column is, and what solid and striped mean in this picture: `一柱一村，2021年；白线以下实心为已发布下限，斜纹为演示`. */
export function caption(model: SkylineModel): string {
  const columns = columnsOf(model)
  const nameless = columns.filter((column) => column.observation === null && isPlace(column)).length
  const period = periodOf(model)
  const signs = [
    ...(model.floor === null ? [] : ['白线以下实心为已发布下限']),
    ...(columns.some(({ look, value }) => look === 'demo' && value !== null) ? ['斜纹为演示'] : []),
    ...(columns.some(({ observation }) => observation?.origin === 'demo') ? ['分县村数、编号村名为演示'] : []),
    ...(nameless === 0 ? [] : [nameless === placesIn({ columns }) ? '各村数值未公布，顺序无含义' : `末组${nameless}柱数值未公布`]),
    ...furtherWords(model, columns)
  ]
  return [`一柱一村${period === '' ? '' : `，${period}`}`, signs.join('，')].filter((part) => part !== '').join('；')
}

export const groupName = ({ region }: SkylineGroup): string => region?.name ?? '未分县'

const forecastText = ({ observation, ...figure }: Forecast): string =>
  `${observation.scope}${spoken('', { ...figure, observation })}（${periodText(observation.timePeriod)}，${statusText('F')}）`

/** Lowest to highest, without naming a place: the picture is of all of them. */
function spanOf(model: SkylineModel): string {
  const known = columnsOf(model)
    .filter(({ value }) => value !== null)
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [low, high] = [known[0], known.at(-1)]
  return low === undefined || high === undefined ? '各村数值未公布' : low.value === high.value ? `各村${low.text}` : `各村${low.text}至${high.text}`
}

/** `49柱一柱一村（2021年）：龙游县16个，…；各村26.8万元至75.2万元；…`. */
export function summary(model: SkylineModel): string {
  const period = periodOf(model)
  const groups = model.groups
    .filter(({ region }) => region !== null)
    .map((group) => `${groupName(group)}${placesIn(group)}个${group.absent === '' ? '' : `（${group.absent}）`}`)
  return [
    `一柱一村，共${placesIn({ columns: columnsOf(model) })}柱${period === '' ? '' : `（${period}）`}${groups.length === 0 ? '' : `：${groups.join('，')}`}`,
    spanOf(model),
    ...(model.floor === null ? [] : [spoken(model.floor.indicator.name, model.floor)]),
    ...forecastsIn(model).map(forecastText)
  ].join('；')
}

const figureCells = (name: string, group: string, { observation, indicator }: Forecast): string[] => [
  name,
  group,
  phraseCell({ observation, indicator }),
  indicator.unitMeasure,
  periodCell(observation),
  statusCell(observation)
]

const placeCells = (model: SkylineModel, group: SkylineGroup, { place, text, observation }: SkylineColumn): string[][] =>
  observation === null
    ? []
    : [
        [
          place ?? '',
          groupName(group),
          text,
          seriesUnit(model.indicator.seriesScale, model.indicator.unitMeasure),
          periodCell(observation),
          statusCell(observation)
        ]
      ]

export const table = (model: SkylineModel): PanelTable => ({
  columns: ['村', '县（市、区）', '数值', '单位', '期间', '状态'],
  rows: [
    ...(model.floor === null ? [] : [figureCells(model.floor.observation.scope, '', model.floor)]),
    ...model.groups.flatMap((group) =>
      group.columns.flatMap((column) => [
        ...placeCells(model, group, column),
        ...(column.forecast === null ? [] : [figureCells(column.place ?? '', groupName(group), column.forecast)])
      ])
    )
  ]
})
