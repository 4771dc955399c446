import type { PackInfo } from '#contract/pack.ts'
import type { LinePiece } from '#charts/line-template.ts'
import { labelOf, type FigureItem } from '#charts/panel-data.ts'
import { periodCell } from '#charts/panel-table.ts'
import { definitionLines, sourceText } from '#charts/provenance.ts'
import { citation, editionText, statedLine } from '#charts/sheet.ts'
import { tagWords } from '#charts/tag-words.ts'
import type { DeckScene } from './deck-panel.ts'

/** What a scene states of itself in published figures, with all that figures are never without. */
export interface SceneLead {
  /** Null where it states none. */
  readonly line: readonly LinePiece[] | null
  /** `已发布 2022-10`; empty without a figure. */
  readonly status: string
  /** `截至2022年10月`; where the figures are of several times, of each which. */
  readonly period: string
  readonly source: string
  readonly edition: string
  readonly definitions: readonly string[]
  readonly citation: string
}

/** `截至2022年10月`, or `乡贤 截至2022年10月；会员 2021年`. */
function periodOf(figures: readonly FigureItem[]): string {
  const periods = [...new Set(figures.map(({ observation }) => periodCell(observation)))]
  if (periods.length < 2) return periods.join('')
  const names = (period: string): string[] => figures.flatMap(({ observation, indicator }) => (periodCell(observation) === period ? [labelOf(indicator)] : []))
  return periods.map((period) => `${[...new Set(names(period))].join('、')} ${period}`).join('；')
}

export function leadOf({ answer }: DeckScene, info: Pick<PackInfo, 'title' | 'timeZone'>, address: string): SceneLead {
  const line = statedLine(answer, answer.scene.brief?.headline)
  const figures = (line ?? []).flatMap((piece) => ('figure' in piece ? [piece.figure] : []))
  const observations = figures.map(({ observation }) => observation)
  const { known, period: of } = tagWords(observations, answer)
  const [edition, period] = [editionText(answer, info.timeZone), periodOf(figures)]
  return {
    line,
    status: [known ?? '', known === null ? '' : (of ?? '')].filter((text) => text !== '').join(' '),
    period,
    source: sourceText(observations, answer),
    edition,
    definitions: definitionLines(observations, answer),
    citation: citation({ title: answer.scene.title, publisher: info.title, period, edition }, address)
  }
}
