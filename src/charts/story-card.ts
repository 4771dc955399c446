import * as z from 'zod/mini'
import { scaleValue } from '#contract/bound.ts'
import type { Observation } from '#contract/observation.ts'
import { SCALE_WORD } from '#format/phrase.ts'
import { absenceText, statusText } from '#format/status.ts'
import { locatorOf, type Locator } from './locator.ts'
import { figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

const Item = z.object({ indicator: z.string(), label: z.optional(z.string()) })

/** One story: its title in the serif, the area it happened in, its figures, and a programme of the pack that it names. */
const Card = z.object({
  display: z.string(),
  area: z.string(),
  figures: z.array(Item),
  programme: z.optional(z.string())
})

/** Stories beside each other where there is room. */
export const options = z.object({ cards: z.array(Card) })
export type StoryCardOptions = z.infer<typeof options>

/** A range as it stands on an axis from zero: never a point. */
export interface RangeBar {
  /** Shares of the axis. */
  readonly from: number
  readonly to: number
  readonly low: string
  readonly high: string
  /** A round value before the lower end, where it has room. */
  readonly step: { readonly at: number; readonly text: string } | null
  readonly demo: boolean
}

export interface StoryFigure extends FigureItem {
  readonly label: string
  /** 近5年, 每年, 2022年. */
  readonly period: string
  readonly range: RangeBar | null
}

export interface Story {
  readonly title: string
  /** 龙游县浦山村: the area, and the scope that its figures name. */
  readonly place: string
  readonly programme: string | null
  readonly figures: readonly StoryFigure[]
  readonly locator: Locator | null
}

export interface StoryCardModel {
  readonly stories: readonly Story[]
}

/** Some of the axis stays free behind a range, so that its end is seen to be one. */
const FREE = 1.2

/** Nearer to another of the axis' words a step would stand on it, as a share of the axis. */
const APART = 0.15

/** The power of ten at or before the middle. */
function stepOf(low: number, high: number, end: (value: string) => string): RangeBar['step'] {
  const value = 10 ** Math.floor(Math.log10(high / 2))
  const max = high * FREE
  return value / max < APART || (low - value) / max < APART ? null : { at: value / max, text: end(String(value)) }
}

function rangeOf({ observation }: FigureItem): RangeBar | null {
  const { obsValue, obsValueHigh, bound, scale, origin } = observation
  if (bound !== 'range' || obsValue === null || obsValueHigh === undefined || Number(obsValue) < 0) return null
  const [from, to] = [Number(obsValue), Number(obsValueHigh)]
  const max = to * FREE
  const end = (value: string): string => `${scaleValue(value, scale)}${SCALE_WORD[scale]}`
  return { from: from / max, to: to / max, low: end(obsValue), high: end(obsValueHigh), step: stepOf(from, to, end), demo: origin === 'demo' }
}

function figuresOf(data: PanelData<StoryCardOptions>, { area, figures }: z.infer<typeof Card>): StoryFigure[] {
  return figures.flatMap(({ indicator, label }) => {
    const figure = figureOf(data, indicator, area)
    return figure === null ? [] : [{ ...figure, label: label ?? labelOf(figure.indicator), period: periodCell(figure.observation), range: rangeOf(figure) }]
  })
}

/** The scope once, where all figures share it; the whole area needs no second name. */
function placeOf({ answer }: PanelData<StoryCardOptions>, area: string, observations: readonly Observation[]): string {
  const region = answer.regions.find(({ code }) => code === area)
  const scopes = [...new Set(observations.map(({ scope }) => scope))].filter((scope) => scope !== region?.wholeScope)
  return `${region?.name ?? ''}${scopes.join('、')}`
}

function storyOf(data: PanelData<StoryCardOptions>, card: z.infer<typeof Card>): Story {
  const figures = figuresOf(data, card)
  return {
    title: card.display,
    place: placeOf(
      data,
      card.area,
      figures.map(({ observation }) => observation)
    ),
    programme: data.answer.programmes.find(({ name }) => name === card.programme)?.name ?? null,
    figures,
    locator: locatorOf(data.boundaries, card.area)
  }
}

/** A story without figures keeps its place, so that the others keep theirs; null where none has any. */
export function model(data: PanelData<StoryCardOptions>): StoryCardModel | null {
  const stories = data.options.cards.map((card) => storyOf(data, card))
  return stories.some(({ figures }) => figures.length > 0) ? { stories } : null
}

const told = (figure: StoryFigure): string => {
  const forecast = figure.observation.obsStatus === 'F' ? `，${statusText('F')}` : ''
  return `${spoken(figure.label, figure)}（${figure.period}${forecast}）`
}

export const summary = ({ stories }: StoryCardModel): string =>
  stories
    .map(
      ({ title, place, figures }) =>
        `${title}${place === '' ? '' : `，${place}`}：${figures.length === 0 ? absenceText(undefined) : figures.map(told).join('，')}`
    )
    .join('；')

export const table = ({ stories }: StoryCardModel): PanelTable => ({
  columns: ['指标', '数值', '单位', '期间', '范围', '状态'],
  rows: stories.flatMap(({ title, place, figures }) =>
    figures.map((figure) => [
      `${title} ${figure.label}`,
      phraseCell(figure),
      figure.indicator.unitMeasure,
      figure.period,
      place,
      statusCell(figure.observation)
    ])
  )
})
