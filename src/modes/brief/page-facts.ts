import { observationsOf } from '#charts/panel-data.ts'
import { editionText, sheetOf, statedLine, type Sheet } from '#charts/sheet.ts'
import { sourceText } from '#charts/provenance.ts'
import type { LinePiece } from '#charts/line-template.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import { hasPeriod, seriesPeriods } from '#contract/series-periods.ts'
import { periodText } from '#format/period.ts'
import type { View } from '#view/codec.ts'
import { footnotesOf, type Footnotes } from './footnotes.ts'
import { leadingFigures, leads, type LeadingFigure } from './leading-figures.ts'

/** All words of a scene's pages. */
export interface PageFacts {
  readonly title: string
  /** Published figures only; null where one of them is not. */
  readonly headline: readonly LinePiece[] | null
  readonly standfirst: readonly LinePiece[] | null
  readonly leading: readonly LeadingFigure[]
  /** Panels that the leading figures stand for. */
  readonly led: readonly string[]
  /** The others, each with a head of its own. */
  readonly panels: readonly Panel[]
  readonly footnotes: Footnotes
  readonly source: string
  readonly edition: string
  readonly region: string
  readonly period: string
}

interface Asked {
  readonly panels: readonly Panel[]
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly view: View
}

/** On paper every panel is headed: by its own title or its caption's; what it covers and the notes that go with it stand below. */
function headed(panel: Panel, { title, subtitle }: Sheet, marks: string): Panel {
  // `衢州人发展大会，届`: what the title says is not said again.
  const cover = subtitle.startsWith(`${title}，`) ? subtitle.slice(title.length + 1) : subtitle
  const below = [panel.subtitle ?? cover, marks].filter((text) => text !== '').join(' ')
  return { ...panel, title, ...(below === '' ? {} : { subtitle: below }) }
}

const regionName = ({ regions, region }: SceneAnswer): string => regions.find(({ code }) => code === region)?.name ?? ''

/** The period that its pages are of: other scenes of the same address may have one that this one has not. */
const lookedAt = ({ observations, dataPeriod }: SceneAnswer, period: string | undefined): string | null =>
  period !== undefined && hasPeriod(period, seriesPeriods(observations)) ? period : dataPeriod

const stage = ({ area }: Panel): number => (area.column?.place === 'stage' ? 0 : 1)

/** The dominant picture comes first. */
const inOrder = (panels: readonly Panel[]): readonly Panel[] => panels.toSorted((a, b) => stage(a) - stage(b))

export function pageFacts({ panels, answer, info, view }: Asked): PageFacts {
  const { metric, period } = view
  const leading = leadingFigures(panels, answer)
  const shown = panels.flatMap((panel) => observationsOf({ panel, answer }))
  const all = [...new Set([...leading.map(({ observation }) => observation), ...shown])]
  const footnotes = footnotesOf(all, answer)
  const { brief, title } = answer.scene
  const headline = statedLine(answer, brief?.headline)
  const body = panels.filter((panel) => !leads(panel))
  const looked = lookedAt(answer, period)
  return {
    title,
    headline,
    standfirst: headline === null ? null : statedLine(answer, brief?.standfirst),
    leading,
    led: panels.filter(leads).map(({ id }) => id),
    panels: inOrder(body).map((panel) => {
      const sheet = sheetOf({ panel, answer, info, metric, period })
      return headed(panel, sheet, footnotes.marksOf(sheet.figures.map(({ observation }) => observation)))
    }),
    footnotes,
    source: sourceText(all, answer),
    edition: editionText(answer, info.timeZone),
    region: regionName(answer),
    period: looked === null ? '' : periodText(looked)
  }
}
