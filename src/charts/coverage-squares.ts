import * as z from 'zod/mini'
import { endsOf } from '#contract/bound.ts'
import type { Observation } from '#contract/observation.ts'
import { figureOf, hasValue, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** A share of hundred things of the area, one square one of a hundred. `of` names the things. */
export const options = z.object({ indicator: z.string(), of: z.string() })
export type CoverageSquaresOptions = z.infer<typeof options>

/** How much of a square is covered for certain, and how much of it may be: shares of 0..1 from its left edge. */
export interface Square {
  readonly sure: number
  readonly open: number
}

export interface CoverageSquaresModel extends FigureItem {
  /** Empty when the figure gives no share that hundred squares can show. */
  readonly squares: readonly Square[]
  /** What the squares mean, a line each; made from the figure. */
  readonly lines: readonly string[]
}

interface Reach {
  /** Covered for certain up to here, in percent. */
  readonly sure: number
  /** Not stated from there up to here; beyond it nothing is covered. */
  readonly until: number
}

const COUNT = 100

/** 以上 and 超 leave open how much of the rest; a share goes no further than the whole. */
function reachOf(o: Observation): Reach | null {
  const ends = endsOf(o)
  if (ends === null || !(Number(o.obsValue) >= 0 && Number(o.obsValue) <= COUNT)) return null
  const sure = Number(ends.low)
  const until = o.bound === 'over' || o.bound === 'atLeast' ? COUNT : Number(ends.high)
  return { sure, until: Math.max(sure, Math.min(COUNT, until)) }
}

/** Two decimals of a square are more than the eye can tell. */
const within = (reach: number, index: number): number => Math.round(Math.max(0, Math.min(1, reach - index)) * COUNT) / COUNT

const squaresOf = ({ sure, until }: Reach): Square[] =>
  Array.from({ length: COUNT }, (_, index) => {
    const covered = within(sure, index)
    return { sure: covered, open: within(until, index) - covered }
  })

const trimmed = (value: number): string => String(Math.round(value * 10) / 10)

function linesOf({ observation, indicator }: FigureItem, { sure, until }: Reach, of: string): string[] {
  const mark = observation.origin === 'demo' ? '斜纹' : '实心'
  const word = observation.qualifier?.word ?? ''
  const why = observation.bound === 'range' ? '为区间，原文未定' : word === '' ? '原文未列明' : `为“${word}”，原文未列明`
  return [
    `每格为${observation.scope}${of}的1${indicator.unitMeasure}`,
    `${mark}${trimmed(sure)}格${observation.obsStatus === 'F' ? '预计' : '已确定'}覆盖`,
    ...(until > sure ? [`虚框处${why}`] : [])
  ]
}

/** Null without the figure. Without a value, or with one that is no share, the phrase or the reason stands alone. */
export function model(data: PanelData<CoverageSquaresOptions>): CoverageSquaresModel | null {
  const { indicator: id, of } = data.options
  const figure = figureOf(data, id)
  if (figure === null) return null
  const reach = hasValue(figure.observation) ? reachOf(figure.observation) : null
  return {
    ...figure,
    squares: reach === null ? [] : squaresOf(reach),
    lines: reach === null ? [] : linesOf(figure, reach, of)
  }
}

export const summary = (coverage: CoverageSquaresModel): string => [spoken(coverage.indicator.name, coverage), ...coverage.lines].join('，')

export const table = (coverage: CoverageSquaresModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: [figureRow(coverage.indicator.name, coverage)] })
