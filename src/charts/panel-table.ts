import type { Observation } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { datedText, periodText } from '#format/period.ts'
import { phrase } from '#format/phrase.ts'
import { absenceText, originText, statusText } from '#format/status.ts'
import type { FigureItem } from './panel-data.ts'

/** What a panel shows as text cells: for those who do not see the picture, and for files. The first column names the row. */
export interface PanelTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** `演示`, `已发布`, `已发布 预计`: origin, and the status unless it is the usual one. A value that is not there says so itself. */
export const statusCell = ({ origin, obsStatus, obsValue }: Observation): string =>
  obsStatus === 'A' || obsValue === null ? originText(origin) : `${originText(origin)} ${statusText(obsStatus)}`

/** The period in the source's own words where it has some, with the years that they leave out. */
export const periodCell = ({ timePeriod, periodText: printed }: Observation): string =>
  printed === undefined ? periodText(timePeriod) : datedText(printed, timePeriod)

/** The same as short as a label has room for: only its end, `2022-10`, where the source has no words of its own. */
export const periodLabel = (observation: Observation): string =>
  (observation.periodText === undefined ? endPointOf(observation.timePeriod) : null) ?? periodCell(observation)

/** The whole phrase with qualifier and unit, or why there is none. */
export const phraseCell = ({ observation, indicator }: FigureItem): string =>
  observation.obsValue === null ? absenceText(observation.obsStatus) : phrase(observation, indicator.unitMeasure)

export const FIGURE_COLUMNS = ['名称', '数值', '期间', '状态'] as const

export const figureRow = (name: string, figure: FigureItem): readonly string[] => [
  name,
  phraseCell(figure),
  periodCell(figure.observation),
  statusCell(figure.observation)
]

/** `办理服务事项2.2万余件`: a label and its phrase, run together as they are read aloud. */
export const spoken = (name: string, figure: FigureItem): string => `${name}${phraseCell(figure)}`
