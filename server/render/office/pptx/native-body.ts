import type * as z from 'zod/mini'
import type { CountyMapModel } from '#charts/county-map.ts'
import { isEmpty, periodFor, type FigureItem, type PanelData } from '#charts/panel-data.ts'
import type { PictureInput } from '#charts/picture-kind.ts'
import { asFits } from './charts/chart-scale.ts'
import type { NativeChart } from './charts/native-chart.ts'

/** A figure as it stands on a slide: its phrase large, and what it is over it. */
export interface NativeFigure extends FigureItem {
  readonly label: string
  /** A word after the phrase that is no part of it: 628个 项目. */
  readonly tail?: string
  /** What it covers, where that is not the whole: `市本级`. */
  readonly note?: string
}

/** What of a panel Office draws by itself and lets be edited. */
export interface NativeBody {
  readonly figures: readonly NativeFigure[]
  /** One, or two that share their rows. */
  readonly charts: readonly NativeChart[]
  readonly map: CountyMapModel | null
  /** Why there is no chart, where there is none; a note that goes with the figures. */
  readonly notes: readonly string[]
}

export const bodyOf = (given: Partial<NativeBody>): NativeBody => ({ figures: [], charts: [], map: null, notes: [], ...given })

/** Null where there is nothing to draw. */
export type NativeKind = (input: PictureInput) => NativeBody | null

interface Definition<Options, Model> {
  readonly options: z.ZodMiniType<Options>
  readonly model: (data: PanelData<Options>) => Model | null
  readonly body: (model: Model, data: PanelData<Options>) => NativeBody
  /** It has something to show even when none of its needs is met. */
  readonly drawsWithoutData?: boolean
}

type Looked = Pick<PanelData<unknown>, 'boundaries' | 'metric' | 'period'>

/** Only what is there: an absent boundary file is not one that is empty. */
function lookedAt({ panel, answer, boundaries, metric, period }: PictureInput): Looked {
  const looked = periodFor({ panel, answer }, period)
  return {
    ...(boundaries === undefined ? {} : { boundaries }),
    ...(metric === undefined ? {} : { metric }),
    ...(looked === undefined ? {} : { period: looked })
  }
}

/** Binds a kind's model to what Office draws of it, so that all kinds stand in one table. */
export const nativeKind =
  <Options, Model>({ options, model, body, drawsWithoutData = false }: Definition<Options, Model>): NativeKind =>
  (input) => {
    const { panel, answer } = input
    if (!drawsWithoutData && isEmpty({ panel, answer })) return null
    const data = { panel, options: options.parse(panel.options ?? {}), answer, ...lookedAt(input) }
    const made = model(data)
    if (made === null) return null
    const drawn = body(made, data)
    return { ...drawn, charts: drawn.charts.map(asFits) }
  }
