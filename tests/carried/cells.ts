import { mulberry32 } from '#scripts/demo/random.ts'
import { cellText, moved, phraseText, seriesNumber, seriesUnitText, type PlainFigure, type PlainIndicator } from './plain-format.ts'

/** An answer of the API for one panel, as its JSON has it. */
export interface PlainAnswer {
  readonly scene: { readonly id: string; readonly title: string; readonly panels: readonly PlainPanel[] }
  /** The region that is looked at, and the one whose parts are shown. */
  readonly region: string
  readonly root: string
  readonly observations: readonly (PlainFigure & { readonly freq: string })[]
  readonly indicators: readonly PlainIndicator[]
  readonly codeLists: readonly { readonly dimension: string; readonly codes: readonly { readonly code: string; readonly name: string }[] }[]
  readonly regions: readonly { readonly code: string; readonly name: string; readonly parent?: string }[]
}

interface PlainPanel {
  readonly id: string
  readonly kind: string
  readonly needs: readonly PlainNeed[]
  readonly options?: Readonly<Record<string, unknown>>
}

export interface PlainNeed {
  readonly indicator: string
  readonly freq: string
  readonly atPeriod?: boolean
}

/** One figure of one panel, and how it must read. */
export interface Cell {
  readonly scene: string
  readonly panel: string
  readonly figure: PlainFigure
  readonly indicator: PlainIndicator
  readonly text: string
  /** The figure as the panel tells it: of flows their sum so far, where it adds them up. */
  readonly told: PlainFigure
  /** It begins the sums, and no cell is its own. */
  readonly begins: boolean
  /** Names of its area, and of the part of a total that it is. */
  readonly area: string
  readonly part: string
  /** That is looked at, where it is not the whole. */
  readonly region: string | undefined
  /** Of a map's metrics the one that is looked at. */
  readonly metric: string | undefined
}

const MILLIONTHS = 6

const inMillionths = (value: string): bigint => {
  const [whole = '0', fraction = ''] = value.split('.')
  return BigInt(whole + fraction.padEnd(MILLIONTHS, '0'))
}

/** What has come together by the end of a month: what was before the first, and each month until then. */
function sumUpTo({ observations }: PlainAnswer, { indicator, refArea, timePeriod, obsValue }: PlainFigure): string | null {
  const months = observations.filter((o) => o.indicator === indicator && o.refArea === refArea && o.freq === 'M')
  const first = months.map((o) => o.timePeriod).toSorted()[0]
  if (first === undefined || !(timePeriod.length === 7 || timePeriod.slice(-7) < first)) return obsValue
  const end = timePeriod.slice(-7)
  const before = observations.filter((o) => o.indicator === indicator && o.refArea === refArea && o.freq !== 'M' && o.timePeriod.slice(-7) < first)
  const counted = [...before, ...months].filter((o) => o.timePeriod.slice(-7) <= end)
  const sum = counted.reduce((total, o) => total + inMillionths(o.obsValue ?? '0'), 0n)
  return moved(String(sum), 10 ** MILLIONTHS)
}

/** The panel's own figures that have a value; what only its statement or another period asks for is not among them. */
export function cellsOf(answer: PlainAnswer): readonly Cell[] {
  const [panel] = answer.scene.panels
  if (panel === undefined) return []
  const drawn = new Set(panel.needs.filter(({ atPeriod }) => atPeriod !== true).map(({ indicator, freq }) => `${indicator} ${freq}`))
  return answer.observations.flatMap((figure) => {
    const indicator = answer.indicators.find(({ id }) => id === figure.indicator)
    if (indicator === undefined || figure.obsValue === null || !drawn.has(`${figure.indicator} ${figure.freq}`)) return []
    const told = panel.options?.['cumulative'] === true ? { ...figure, obsValue: sumUpTo(answer, figure) } : figure
    const region = answer.region === answer.root ? undefined : answer.region
    const place = {
      scene: answer.scene.id,
      panel: panel.id,
      region,
      metric: metricOf(panel, figure),
      area: areaOf(answer, figure),
      part: partOf(answer, figure)
    }
    return [{ ...place, figure, indicator, text: textOf(answer, told, indicator), told, begins: isOpening(answer, panel, figure) }]
  })
}

/** A map shows one of its metrics at a time. */
const metricOf = ({ kind, needs }: PlainPanel, { indicator }: PlainFigure): string | undefined =>
  kind === 'county-map' && needs[0]?.indicator !== indicator ? indicator : undefined

const isOpening = ({ observations }: PlainAnswer, { options = {} }: PlainPanel, { indicator, refArea, timePeriod }: PlainFigure): boolean =>
  options['cumulative'] === true &&
  observations.some((o) => o.indicator === indicator && o.refArea === refArea && o.freq === 'M' && timePeriod.length > 7 && timePeriod.slice(-7) < o.timePeriod)

const nameOfCode = ({ codeLists }: PlainAnswer, list: string, wanted: string | null): string =>
  codeLists.find(({ dimension }) => dimension === list)?.codes.find(({ code }) => code === wanted)?.name ?? ''

const areaOf = ({ regions }: PlainAnswer, { refArea }: PlainFigure): string => regions.find(({ code }) => code === refArea)?.name ?? ''

const partOf = (answer: PlainAnswer, { breakdown = {} }: PlainFigure): string =>
  Object.entries(breakdown)
    .map(([dimension, code]) => nameOfCode(answer, dimension, code))
    .join(' · ')

/** A code reads as its name. */
const textOf = (answer: PlainAnswer, figure: PlainFigure, indicator: PlainIndicator): string =>
  indicator.valueList === undefined ? cellText(figure, indicator) : nameOfCode(answer, indicator.valueList, figure.obsValue)

/** The ways in which a page may write it: with its unit beside it or at the head of its column. */
export function writings({ told: figure, indicator, text }: Cell): readonly string[] {
  if (indicator.valueList !== undefined || figure.obsValue === null) return [text]
  const number = figure.bound === 'exact' ? [moved(figure.obsValue, figure.scale), seriesNumber(figure, indicator)] : []
  return [...new Set([text, phraseText(figure, indicator), seriesNumber(figure, indicator) + seriesUnitText(indicator), ...number])]
}

/** Lines part what stands in different places; all other space is thin, or a matter of setting. */
const SPACES = /[^\S\n]|[\u2009\u200a\u202f\ufeff]/g
/** When a release was published: its minutes are no figure. */
const INSTANT = /\d{4}-\d\d-\d\d \d\d:\d\d/g
const plain = (text: string): string => text.replaceAll(INSTANT, '').replaceAll(SPACES, '')
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A phrase may be broken into lines, a number not. */
const broken = (text: string): string =>
  Array.from(text)
    .map((character, index) => (index > 0 && !/[\d.,]{2}/.test(text.slice(index - 1, index + 1)) ? '\\n*' : '') + escaped(character))
    .join('')

/** Whether a page says so, and not as a part of a longer number: 958 does not stand in 1,958 nor in 958.2. */
export const says = (page: string, wanted: string): boolean => new RegExp(`(?<![\\d.,])${broken(plain(wanted))}(?![\\d]|[.,]\\d)`).test(plain(page))

export const saysCell = (page: string, cell: Cell): boolean => writings(cell).some((text) => says(page, text))

/** So many of them, each once, in the order that the seed gives. */
export function drawn<T>(items: readonly T[], count: number, seed: number): readonly T[] {
  const random = mulberry32(seed)
  const left = [...items]
  for (let at = 0; at < Math.min(count, left.length); at += 1) {
    const other = at + Math.floor(random() * (left.length - at))
    const [one, two] = [left[at], left[other]]
    if (one !== undefined && two !== undefined) [left[at], left[other]] = [two, one]
  }
  return left.slice(0, count)
}

/** `3`: a printed one when none is given. */
export const seedOf = (given: string | undefined): number => (given === undefined || given === '' ? Math.floor(Math.random() * 2 ** 31) : Number(given))

export const nameOf = ({ scene, panel, region = '', figure, text }: Cell): string =>
  [`${scene}/${panel}`, region, figure.indicator, figure.refArea, figure.timePeriod, JSON.stringify(figure.breakdown ?? {}), text].join(' ')
