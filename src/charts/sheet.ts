import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { PackInfo } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import { instantText } from '#format/period.ts'
import { widerScope } from '#format/wider-scope.ts'
import { carry, type Carried } from './carried.ts'
import { linePieces, type LinePiece } from './line-template.ts'
import { labelOf, observationsOf, periodFor } from './panel-data.ts'
import { coverText, definitionLines, lastOf, periodsText, sourceText, unitText } from './provenance.ts'
import { tagWords, type TagWords } from './tag-words.ts'

declare const complete: unique symbol

/**
 * What must stand beside a panel wherever it goes: nothing leaves the screen without it. Only `sheetOf` makes one, so that what
 * takes a sheet (a picture, a page, a file) cannot be given figures without their unit, period, source and status.
 */
export interface Sheet {
  readonly [complete]: true
  readonly scene: { readonly id: string; readonly title: string }
  readonly panel: Panel
  /** `乡贤人数分布`: of the panel, or of its scene. */
  readonly title: string
  /** `服务回归项目958个，总投资526多亿元`: published figures only; null where the panel states none. */
  readonly statement: readonly LinePiece[] | null
  /** Where its figures are of, where that is not the whole that the pack is about; else empty. */
  readonly place: string
  /** `服务回归项目，个，截至2022年10月` */
  readonly subtitle: string
  /** `截至2022年10月`: of all that it says, for a line that cites it; never empty where there is a figure. */
  readonly period: string
  /** 已发布 2022-10, 分县演示. */
  readonly tags: TagWords
  /** `来源：衢州统一战线专版 2022-10；斜纹、虚线、空心为演示数据，不作考核依据` */
  readonly source: string
  /** `回归项目：…`, what the figures count, as the source says it; notes that go with single figures. */
  readonly definitions: readonly string[]
  readonly release: number
  /** `第 12 版，2026-11-27 09:28 发布` */
  readonly edition: string
  /** The region that it is about, and the pack's own words for itself. */
  readonly region: string
  readonly publisher: string
  /** Each figure that the panel has or states, complete. */
  readonly figures: readonly Carried[]
}

interface TitleInput {
  readonly panel: Panel
  readonly answer: SceneAnswer
  readonly metric?: string | undefined
}

interface SheetInput extends TitleInput {
  readonly info: Pick<PackInfo, 'title' | 'product' | 'timeZone' | 'sources'>
  readonly period?: string | undefined
}

/** A line of a scene file, where each of its figures is published; null where one is not. */
export function statedLine(answer: SceneAnswer, template: string | undefined): readonly LinePiece[] | null {
  if (template === undefined) return null
  const [panel] = answer.scene.panels
  const pieces = panel === undefined ? null : linePieces({ panel, options: {}, answer }, template)
  return pieces?.every((piece) => 'text' in piece || piece.figure.observation.origin === 'published') === true ? pieces : null
}

/** Of several metrics that a panel can show, one is looked at. */
const shownOf = (observations: readonly Observation[], { panel, metric }: TitleInput): readonly Observation[] => {
  const own = panel.kind === 'county-map' ? observations.filter(({ indicator }) => indicator === (metric ?? panel.needs[0]?.indicator)) : []
  return own.length > 0 ? own : observations
}

function titleOf({ panel, answer }: TitleInput, shown: readonly Indicator[]): string {
  const [only] = shown
  const named = panel.caption?.title ?? (panel.title === '' ? undefined : panel.title)
  // A map of many metrics is named by the one that it shows.
  return named ?? (panel.kind === 'county-map' && only !== undefined ? labelOf(only) : answer.scene.title)
}

const indicatorsOf = ({ indicators }: SceneAnswer, shown: readonly Observation[]): readonly Indicator[] =>
  indicators.filter(({ id }) => shown.some(({ indicator }) => indicator === id))

/** What a panel is called where it stands by itself, of the metric that is looked at. */
export const panelTitle = (input: TitleInput): string => titleOf(input, indicatorsOf(input.answer, shownOf(observationsOf(input), input)))

const figuresIn = (line: readonly LinePiece[] | null): readonly Observation[] =>
  (line ?? []).flatMap((piece) => ('figure' in piece ? [piece.figure.observation] : []))

/** None about something else than what is shown: of a map's metrics one is. What it says of a wider area than the one looked at begins with whose it is. */
function statementOf({ panel, answer }: SheetInput, shown: ReadonlySet<string>): readonly LinePiece[] | null {
  const line = statedLine(answer, panel.caption?.statement)
  const figures = figuresIn(line)
  if (line === null || !figures.some(({ indicator }) => shown.has(indicator))) return null
  const [scope = null, ...others] = new Set(figures.map((figure) => widerScope(answer, figure)))
  if (others.length > 0) return null
  return scope === null ? line : [{ text: `${scope}：` }, ...line]
}

/** The region that is looked at or, of a panel that shows parts only, the one whose parts they are. */
function placeOf({ panel, answer: { region, root, top = root, regions } }: SheetInput): string {
  const looked = panel.needs.some(({ area }) => area === 'self') ? region : root
  return looked === top ? '' : (regions.find(({ code }) => code === looked)?.name ?? looked)
}

/** Of a series they show the last period alone; any other kind may show its whole course. */
const LATEST: ReadonlySet<string> = new Set(['ranking', 'county-map', 'sub-leagues', 'league-head', 'league-rules', 'change-list'])

/** Of what is stated, and of what is shown where that is of another time. */
function timesOf(input: SheetInput, shown: readonly Observation[], stated: readonly Observation[]): string {
  const { panel, answer } = input
  const drawn = LATEST.has(panel.kind) ? lastOf(shown) : shown
  const [cover, said] = [coverText(drawn, periodFor({ panel, answer }, input.period)), coverText(stated)]
  return said === '' || said === cover ? cover : cover === '' ? said : `${said}；图为${cover.replace('除注明外，', '')}`
}

export const editionText = ({ release, publishedAt }: Pick<SceneAnswer, 'release' | 'publishedAt'>, timeZone: string): string =>
  `第 ${release} 版，${instantText(publishedAt, timeZone)} 发布`

const regionName = ({ regions, region }: SceneAnswer): string => regions.find(({ code }) => code === region)?.name ?? region

/** The sheet of one panel as of the answer's release. */
export function sheetOf(input: SheetInput): Sheet {
  const { panel, answer, info } = input
  const shown = shownOf(observationsOf({ panel, answer }), input)
  const ids = new Set(shown.map(({ indicator }) => indicator))
  const statement = statementOf(input, ids)
  const stated = figuresIn(statement)
  const indicators = indicatorsOf(answer, shown)
  const all = [...new Set([...shown, ...stated])]
  const times = timesOf(input, shown, stated)
  const made: Omit<Sheet, typeof complete> = {
    scene: answer.scene,
    panel,
    title: titleOf(input, indicators),
    statement,
    place: placeOf(input),
    subtitle: [panel.subtitle ?? unitText(indicators), times].filter((text) => text !== '').join('，'),
    period: times === '' ? periodsText(all) : times,
    tags: tagWords(all, answer),
    source: sourceText(all, answer),
    definitions: definitionLines(all, answer),
    release: answer.release,
    edition: editionText(answer, info.timeZone),
    region: regionName(answer),
    publisher: info.title,
    figures: all.map((observation) => carry(observation, answer))
  }
  return made as Sheet
}

/** `《江山市办理服务·月度》，同心共富·乡贤通，截至2022年10月，第 12 版，https://…`: to be copied beside a figure in a report. */
export const citation = (
  { title, place = '', publisher, period, edition }: Pick<Sheet, 'title' | 'publisher' | 'period' | 'edition'> & Partial<Pick<Sheet, 'place'>>,
  address: string
): string => [`《${place}${title}》`, publisher, ...(period === '' ? [] : [period]), edition, address].join('，')
