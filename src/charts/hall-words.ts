import { numeralText } from '#format/numeral.ts'
import type { Bricks, HallColumn, HallModel, Joint, LegendItem } from './hall.ts'
import { labelOf } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, periodCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

/** `第一柱领导小组运行机制，第二柱民族宗教工作协调机制，其余名称未公布`; empty without any name. */
export function namesLine(columns: readonly HallColumn[]): string {
  const named = columns.flatMap(({ name, numeral }) => (name === null ? [] : [`第${numeral}柱${name}`]))
  return named.length === 0 ? '' : [...named, ...(named.length < columns.length ? ['其余名称未公布'] : [])].join('，')
}

/** `一砖一场主题活动，100砖之后渐隐为“超”`. */
export function bricksLine({ indicator, observation, count, beyond }: Bricks): string {
  const each = `一砖一${indicator.unitMeasure}${labelOf(indicator)}`
  const word = observation.qualifier?.word ?? '余'
  return beyond === 'none' ? `${each}，共${count}砖` : `${each}，${count}砖之后${beyond === 'dashed' ? '以虚框表示' : '渐隐为'}“${word}”`
}

/** How a column is called: its name, or its number. */
export const columnName = ({ name, numeral }: HallColumn): string => (name === null ? `机制${numeral}` : `${numeral} ${name}`)

const jointsOf = ({ rows }: HallModel): Joint[] => rows.flatMap(({ joints }) => joints.filter((joint) => joint !== null))

const counted = (joints: readonly Joint[], { mark, text }: LegendItem): string[] => {
  const count = joints.filter((joint) => joint.mark === mark && joint.text === text).length
  return count === 0 ? [] : [`${text}${count}处`]
}

/** `主题活动超100场，…；9项机制在六个地区：已落实46处，推进中6处，未启动1处，未报1处`. */
export function summary(hall: HallModel): string {
  const figures = hall.figures.map((figure) => spoken(labelOf(figure.indicator), figure)).join('，')
  if (hall.noProgress !== null) return `${figures}；${hall.noProgress}`
  const states = hall.legend.flatMap((item) => counted(jointsOf(hall), item)).join('，')
  return `${figures}；${hall.columns.length}项机制在${numeralText(hall.rows.length)}个地区：${states}`
}

/** The figures first, then each crossing. */
export function table({ figures, columns, rows }: HallModel): PanelTable {
  const crossings = rows.flatMap(({ region, joints }) =>
    joints.flatMap((joint, index) => {
      const column = columns[index]
      if (joint === null || column === undefined) return []
      return [[`${region.name} ${columnName(column)}`, joint.text, periodCell(joint.observation), statusCell(joint.observation)]]
    })
  )
  return { columns: FIGURE_COLUMNS, rows: [...figures.map((figure) => figureRow(labelOf(figure.indicator), figure)), ...crossings] }
}
