import { model as figureList, options as listOptions, type LabelledFigure } from '#charts/figure-list.ts'
import { model as headline, options as headlineOptions } from '#charts/headline.ts'
import type { LinePiece } from '#charts/line-template.ts'
import { hasValue, labelOf, type FigureItem } from '#charts/panel-data.ts'
import { periodLabel } from '#charts/panel-table.ts'
import { statedLine } from '#charts/sheet.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'

export interface LeadingFigure extends FigureItem {
  readonly label: string
  readonly period: string
  /** Which of the leading panels brought it; null for one of the headline. */
  readonly panel: string | null
}

/** As many as stand in one row. */
const ROW = 5

/** Panels that are nothing but leading figures: on a page they stand over all others. */
export const leads = ({ kind }: Panel): boolean => kind === 'headline' || kind === 'kpi-band'

/** A made list of figures of a panel that leads. */
function figuresOf(panel: Panel, answer: SceneAnswer): readonly LabelledFigure[] {
  const options = panel.options ?? {}
  return panel.kind === 'headline'
    ? headline({ panel, options: headlineOptions.parse(options), answer }).figures
    : figureList({ panel, options: listOptions.parse(options), answer }).items
}

const inLine = (line: readonly LinePiece[] | null): readonly FigureItem[] => (line ?? []).flatMap((piece) => ('figure' in piece ? [piece.figure] : []))

/** The figures of the panels that lead and, up to a row of them, those that the headline and the line under it state. Each once. */
export function leadingFigures(panels: readonly Panel[], answer: SceneAnswer): readonly LeadingFigure[] {
  const own = panels.filter(leads).flatMap((panel) => figuresOf(panel, answer).map((figure) => ({ ...figure, panel: panel.id })))
  const { brief } = answer.scene
  const stated = [brief?.headline, brief?.standfirst]
    .flatMap((line) => inLine(statedLine(answer, line)))
    .map((figure) => ({ ...figure, label: labelOf(figure.indicator), panel: null }))
  const seen = new Set<string>()
  const each = [...own, ...stated].filter(({ observation, indicator: { id } }) => hasValue(observation) && !seen.has(id) && seen.add(id))
  const count = Math.max(ROW, each.filter(({ panel }) => panel !== null).length)
  return each.slice(0, count).map(({ observation, indicator, label, panel }) => ({ observation, indicator, label, panel, period: periodLabel(observation) }))
}
