import * as z from 'zod/mini'
import type { Feature } from '#contract/pack.ts'
import { phrase } from '#format/phrase.ts'
import { counted, moreOf, type Beyond } from './counted.ts'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import type { PanelData } from './panel-data.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { FIGURE_COLUMNS, figureRow, periodLabel, spoken, type PanelTable } from './panel-table.ts'

/** `note` says what it covers. */
const Total = z.object({ indicator: z.string(), label: z.string(), note: z.optional(z.string()) })
const Place = z.object({ name: z.string(), association: z.string() })

/** Exchanges between home and `away`, one dot one of them; `apart` has its association and no part in the dots. */
export const options = z.object({
  exchanges: Total,
  associations: Total,
  home: z.object({ display: z.string() }),
  away: Place,
  apart: Place
})
export type RipplesOptions = z.infer<typeof options>

export interface RipplesFigure extends LabelledFigure {
  readonly note: string
  /** The period: the words that the source prints for it, such as 近年来, with its years, or when it ends. */
  readonly span: string
}

export interface RipplesModel {
  readonly home: string
  readonly away: z.infer<typeof Place>
  readonly apart: z.infer<typeof Place>
  readonly exchanges: RipplesFigure | null
  readonly associations: RipplesFigure | null
  /** Dots that the figure vouches for. */
  readonly dots: number
  /** Dots beyond them, where its qualifier says that there are more, or not quite so many. */
  readonly fading: number
  /** How those are drawn. */
  readonly beyond: Beyond
  /** What a dot is; empty without dots. */
  readonly key: string
  readonly look: MarkLook
  readonly outline: readonly Feature[]
  readonly areas: readonly Feature[]
}

/** More could not be told apart. */
const MOST_DOTS = 160
type Dots = Pick<RipplesModel, 'dots' | 'fading' | 'beyond'>
const NO_DOTS: Dots = { dots: 0, fading: 0, beyond: 'none' }

/** 40余 is forty and some more; 近40 is not quite forty: the last one fades. */
function dotsOf({ observation }: LabelledFigure): Dots {
  const nearly = observation.bound === 'nearly'
  const count = counted(nearly ? { ...observation, bound: 'exact' } : observation, MOST_DOTS)
  if (count === null || count.count === 0) return NO_DOTS
  return nearly ? { dots: count.count - 1, fading: 1, beyond: 'fading' } : { dots: count.count, fading: moreOf(count.beyond), beyond: count.beyond }
}

function keyOf({ observation, indicator }: LabelledFigure, { dots, fading, beyond }: Dots): string {
  if (dots + fading === 0) return ''
  const one = `一点一${indicator.unitMeasure}`
  if (fading === 0) return one
  const word = observation.qualifier?.word ?? ''
  return observation.bound === 'nearly' ? `${one}，末点以淡点表示“${word}”` : `${one}，${dots}点之外以${beyond === 'dashed' ? '虚圈' : '淡点'}表示“${word}”`
}

function totalOf(data: PanelData<RipplesOptions>, { note = '', ...item }: z.infer<typeof Total>): RipplesFigure | null {
  const [figure] = figureList({ ...data, options: { items: [item] } }).items
  return figure === undefined ? null : { ...figure, note, span: periodLabel(figure.observation) }
}

export function model(data: PanelData<RipplesOptions>): RipplesModel {
  const { exchanges: wanted, associations: named, home, away, apart } = data.options
  const [exchanges, associations] = [totalOf(data, wanted), totalOf(data, named)]
  const features = data.boundaries?.features ?? []
  const counted = exchanges === null ? NO_DOTS : dotsOf(exchanges)
  return {
    home: home.display,
    away,
    apart,
    exchanges,
    associations,
    ...counted,
    key: exchanges === null ? '' : keyOf(exchanges, counted),
    look: exchanges === null ? 'solid' : lookOf(exchanges.observation),
    outline: features.filter(({ properties }) => properties.kind === 'outline'),
    areas: features.filter(({ properties }) => properties.kind === 'area')
  }
}

const figuresOf = ({ exchanges, associations }: RipplesModel): RipplesFigure[] => [exchanges, associations].filter((figure) => figure !== null)

export const summary = (ripples: RipplesModel): string =>
  [...figuresOf(ripples).map((figure) => spoken(figure.label, figure)), ...[ripples.away, ripples.apart].map(({ association }) => association)].join('，')

export const table = (ripples: RipplesModel): PanelTable => ({
  columns: FIGURE_COLUMNS,
  rows: [
    ...figuresOf(ripples).map((figure) => figureRow(figure.label, figure)),
    ...[ripples.away, ripples.apart].map(({ name, association }) => [association, name, '', ''])
  ]
})

/** The figure's own words, for the label of the picture. */
export const dotsLabel = ({ exchanges }: RipplesModel): string =>
  exchanges === null ? '' : `${exchanges.label}${phrase(exchanges.observation, exchanges.indicator.unitMeasure)}`
