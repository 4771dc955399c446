import { periodCell } from '#charts/panel-table.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { phraseParts } from '#format/phrase.ts'
import { absenceText, originText, statusText } from '#format/status.ts'
import { widerScope } from '#format/wider-scope.ts'
import type { Theme } from '#tokens/themes.ts'
import type { NativeFigure } from './native-body.ts'
import { hatch } from './paint.ts'
import { bar, preset } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Run } from './text.ts'
import { SIZE, type Box } from './units.ts'
import { LINE, runsWidth } from './widths.ts'

/** What stands beside a number is so much smaller. */
const BESIDE = 0.42

/** A phrase with its number large, its qualifier, scale and unit small; why there is none where there is none. */
export function figureRuns({ observation, indicator, tail }: NativeFigure, size: number, theme: Theme): Run[] {
  const small = Math.max(SIZE.min, size * BESIDE)
  const parts = phraseParts(observation, indicator.unitMeasure)
  const after: Run[] = tail === undefined || tail === '' ? [] : [{ text: ` ${tail}`, size: SIZE.label, colour: theme.t2 }]
  if (parts.length === 0) return [{ text: absenceText(observation.obsStatus), size: Math.max(SIZE.min, size * 0.6), colour: theme.t2 }]
  return [
    ...parts.map(({ role, text }): Run => {
      if (role === 'number') return { text, size, colour: theme.t1, bold: true }
      if (role === 'magnitude') return { text, size: Math.max(small, size * 0.8), colour: theme.t1, bold: true }
      return { text, size: small, colour: theme.t2 }
    }),
    ...after
  ]
}

/** Numbers of another font than the one that is measured may be so much wider. */
const SLACK = 1.12

/** Set smaller where one is wider than its cell, never cut; all of a strip alike, so that they stand on one line. */
export function fittingNumber(figures: readonly NativeFigure[], size: number, width: number, theme: Theme): number {
  const widest = Math.max(...figures.map((figure) => runsWidth(figureRuns(figure, size, theme)))) * SLACK
  return widest <= width ? size : Math.max(SIZE.body, (size * width) / widest)
}

/** 演示 in words wherever a figure is invented, 预计 where it is not yet; of whom, where not of all. */
export function underLine({ observation, note }: NativeFigure, answer: SceneAnswer): string {
  const scope = widerScope(answer, observation)
  const status = [
    observation.origin === 'published' ? '' : originText(observation.origin),
    observation.obsStatus === 'A' || observation.obsValue === null ? '' : statusText(observation.obsStatus)
  ]
  return [note ?? '', scope ?? '', periodCell(observation), ...status].filter((text) => text !== '').join(' · ')
}

/** Between a figure's mark and its words. */
const EDGE = 16

/** Name, phrase, period and status from top to bottom, with a mark of demo figures at its side. */
function putFigure(slide: Slide, figure: NativeFigure, box: Box, size: number, answer: SceneAnswer): void {
  const { theme, id } = slide
  const demo = figure.observation.origin === 'demo'
  const text = { x: box.x + EDGE, width: box.width - EDGE }
  const lines = [
    { runs: [{ text: figure.label, size: SIZE.label, colour: theme.t2 }] },
    { runs: figureRuns(figure, size, theme), before: 2 },
    { runs: [{ text: underLine(figure, answer), size: SIZE.min, colour: theme.t3 }], before: 2 }
  ]
  const edge = { x: box.x, y: box.y + 3, width: 4, height: box.height - 6 }
  slide.put(
    demo
      ? preset(id(), 'rect', { name: '演示', words: '演示数据', fill: hatch(theme.data, theme.bg0, theme), stroke: null }, edge, theme)
      : bar(id(), '数值标线', theme.line2, { ...edge, width: 1.5 }, theme)
  )
  slide.text({ name: figure.label, ...text, y: box.y, height: box.height, anchor: 'ctr', paragraphs: lines })
}

/** As many columns as keep each figure wide enough, and no row of one alone where it can be helped; one where there is no figure. */
function columnsFor(count: number, width: number, least: number): number {
  const most = Math.max(1, Math.min(count, Math.floor(width / least)))
  return Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))))
}

const GAP = 28

/** How high figures are that stand in a strip over a chart. */
export const STRIP = 120

/** Figures in even columns. */
export function putFigures(slide: Slide, figures: readonly NativeFigure[], box: Box, answer: SceneAnswer, most: number = SIZE.kpi, tallest = 150): void {
  if (figures.length === 0) return
  const columns = columnsFor(figures.length, box.width, figures.length <= 4 ? 250 : 230)
  const rows = Math.ceil(figures.length / columns)
  const width = (box.width - (columns - 1) * GAP) / columns
  const height = Math.min(tallest, (box.height - (rows - 1) * 18) / rows)
  const size = fittingNumber(figures, Math.min(most, (height - 2 * SIZE.label * LINE - 8) / LINE), width - EDGE, slide.theme)
  figures.forEach((figure, index) => {
    const at = { x: box.x + (index % columns) * (width + GAP), y: box.y + Math.floor(index / columns) * (height + 18) }
    putFigure(slide, figure, { ...at, width, height }, size, answer)
  })
}
