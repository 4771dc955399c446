import * as z from 'zod/mini'
import type { Observation } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { counted, faintness, moreOf, type Beyond, type Counted } from './counted.ts'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import { figureOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, periodCell, phraseCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

/** A label with a leader: to the ring of its indicator, to the texture outside, or to the centre, which a milestone may date. */
const Level = z.object({
  /** Without it the milestone's own name. */
  label: z.optional(z.string()),
  indicator: z.optional(z.string()),
  text: z.optional(z.string()),
  note: z.optional(z.string()),
  at: z.optional(z.enum(['texture', 'centre'])),
  milestone: z.optional(z.string())
})

/** `centre` names the middle; each ring is a published count, one dot one place. With `levels` the labels stand beside the rings, with a heading. */
export const options = z.object({
  centre: z.string(),
  rings: z.array(z.object({ indicator: z.string(), label: z.string(), own: z.int() })),
  figures: z.optional(z.array(z.object({ indicator: z.string(), label: z.string() }))),
  here: z.string(),
  display: z.optional(z.string()),
  levels: z.optional(z.array(Level))
})
export type RingsOptions = z.infer<typeof options>

export interface Dot {
  readonly x: number
  readonly y: number
  readonly own: boolean
  /** 1 for a place that the count vouches for, less for one of those that fade. */
  readonly opacity: number
  /** Beyond the count, and dashed. */
  readonly dashed: boolean
}

export interface Ring extends FigureItem {
  readonly radius: number
  readonly dots: readonly Dot[]
  readonly dotRadius: number
  /** How many of the places are the pack's own. */
  readonly own: number
  readonly look: MarkLook
}

export interface RingLevel {
  readonly label: string
  /** Where its leader ends, in the svg's own units. */
  readonly radius: number
  readonly figure: FigureItem | null
  /** In place of a figure. */
  readonly text: string
  readonly note: string
  /** The note is about the own places. */
  readonly own: boolean
}

export interface RingsModel {
  readonly centre: string
  readonly here: string
  readonly rings: readonly Ring[]
  readonly figures: readonly LabelledFigure[]
  /** Half the angle of the wedge that marks the own places on the outermost ring. */
  readonly wedge: number
  readonly display: string
  /** `浙江省 2022-08`: where and when the counts are of. */
  readonly scope: string
  /** What the counts must not be taken for, in the words of their note. */
  readonly note: string
  readonly levels: readonly RingLevel[]
}

/** The svg's own units: the texture outside has radius 100. */
export const OUTER = 100
export const CENTRE = 23

/** How a place beyond the count looks, if it is one. */
const markOf = (beyond: Beyond, nth: number): Pick<Dot, 'opacity' | 'dashed'> => ({
  opacity: beyond === 'fading' && nth >= 0 ? faintness(nth) : 1,
  dashed: beyond === 'dashed' && nth >= 0
})

/** Places on a ring, the own ones centred on the west axis; opposite them, in the east, those beyond the count. */
function dotsOn(radius: number, { count, beyond }: Counted, own: number): Dot[] {
  const more = moreOf(beyond)
  const all = count + more
  const from = Math.min(count, Math.round((all + own - more) / 2))
  return Array.from({ length: all }, (_, index) => {
    const angle = Math.PI + ((index - (own - 1) / 2) / all) * 2 * Math.PI
    const mark = markOf(beyond, index < from + more ? index - from : -1)
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), own: index < own, ...mark }
  })
}

/** As large as suits the ring, but smaller before they would touch. */
const dotRadiusOf = (radius: number, wanted: number, count: number): number =>
  count < 2 ? wanted : Math.min(wanted, (radius * Math.sin(Math.PI / count) * APART) / OWN_SIZE)

/** More could not be told apart, and a mistyped million would stop the page. */
const MOST_DOTS = 400
const RADII = [48, 76]
const DOTS = [3.3, 1.75]
/** Of half the way between two places: what a dot takes at most. */
const APART = 0.88
/** How much larger the own places are drawn. */
export const OWN_SIZE = 1.25

const isCount = ({ obsValue }: Observation): boolean => obsValue !== null && Number(obsValue) >= 0

function ringsOf(data: PanelData<RingsOptions>): Ring[] {
  return data.options.rings.flatMap(({ indicator, own }, index) => {
    const figure = figureOf(data, indicator)
    if (figure === null || !isCount(figure.observation)) return []
    const radius = RADII[index] ?? OUTER
    const count = counted(figure.observation, MOST_DOTS)
    const dots = count === null ? [] : dotsOn(radius, count, own)
    return [{ ...figure, radius, own, dots, dotRadius: dotRadiusOf(radius, DOTS[index] ?? 1.5, dots.length), look: lookOf(figure.observation) }]
  })
}

function levelOf(data: PanelData<RingsOptions>, { label, indicator, text, note = '', at, milestone }: z.infer<typeof Level>): RingLevel {
  const { here, rings } = data.options
  const event = data.answer.milestones.find(({ date }) => date === milestone)
  const ring = rings.findIndex((candidate) => candidate.indicator === indicator)
  const figure = indicator === undefined ? null : figureOf(data, indicator)
  const radius = at === 'centre' ? CENTRE : (RADII[ring] ?? OUTER)
  const own = figure !== null && isCount(figure.observation) ? rings[ring]?.own : undefined
  return {
    label: label ?? event?.name ?? '',
    radius,
    figure,
    text: figure === null ? (text ?? event?.date ?? '未公布') : '',
    note: own === undefined ? note : `其中${here} ${own}`,
    own: own !== undefined
  }
}

function scopeOf({ answer }: PanelData<RingsOptions>, figures: readonly FigureItem[]): string {
  const [first] = figures
  if (first === undefined) return ''
  const { refArea, timePeriod } = first.observation
  return [answer.regions.find(({ code }) => code === refArea)?.name, endPointOf(timePeriod)].filter((word) => word != null).join(' ')
}

export function model(data: PanelData<RingsOptions>): RingsModel {
  const { centre, here, display = '', figures: wanted = [], levels = [] } = data.options
  const rings = ringsOf(data)
  const { items: figures } = figureList({ ...data, options: { items: wanted } })
  const outer = rings.at(-1)
  const share = outer === undefined ? 0 : outer.own / Math.max(outer.own, Number(outer.observation.obsValue))
  return {
    centre,
    here,
    rings,
    figures,
    wedge: Math.PI * share,
    display,
    scope: scopeOf(data, rings),
    note: [...new Set(rings.flatMap(({ observation }) => observation.note ?? []))].join('；'),
    levels: levels.map((level) => levelOf(data, level))
  }
}

const levelWords = ({ label, figure, text, note }: RingLevel): string =>
  [label, figure === null ? text : phraseCell(figure), note === '' ? '' : `（${note}）`].join('')

export const summary = ({ centre, display, figures, levels }: RingsModel): string =>
  `${display === '' ? centre : display}：${[...figures.map((figure) => spoken(figure.label, figure)), ...levels.map(levelWords)].join('，')}`

const levelRow = ({ label, figure, text }: RingLevel): readonly string[] =>
  figure === null ? [label, text, '', ''] : [label, phraseCell(figure), periodCell(figure.observation), statusCell(figure.observation)]

export const table = ({ figures, levels }: RingsModel): PanelTable =>
  levels.length === 0
    ? { columns: FIGURE_COLUMNS, rows: figures.map((figure) => figureRow(figure.label, figure)) }
    : {
        columns: [...FIGURE_COLUMNS, '说明'],
        rows: [...figures.map((figure) => [...figureRow(figure.label, figure), '']), ...levels.map((level) => [...levelRow(level), level.note])]
      }
