import type { EChartsCoreOption } from 'echarts/core'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import type { Feature, FeatureCollection, MapTerms } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import type { Scoped } from '#format/wider-scope.ts'
import type { FONT } from '#tokens/sizes.ts'
import type { Theme } from '#tokens/themes.ts'
import type * as z from 'zod/mini'
import type { ChartContext } from './panel-data.ts'

/**
 * What the picture of a panel is made of, without a page: blocks from top to bottom, each as wide as the room. Lengths are in
 * the picture's own pixels, of which a picture is 360 to 800 wide whatever size it is asked for in.
 */
export type Block = ChartBlock | DrawingBlock

/** A chart of ECharts, and what the page lays over it or beside it as markup. */
export interface ChartBlock {
  readonly kind: 'chart'
  readonly height: number
  /** As much of it lies over what comes before: the upper edge of some charts is empty. */
  readonly raise?: number
  /** What is left free beside the chart, for shapes. */
  readonly left?: number
  readonly right?: number
  readonly option: (ctx: ChartContext) => EChartsCoreOption
  /** The areas of a map, which ECharts has to know before. */
  readonly areas?: readonly Feature[]
  /** From the block's upper left corner. */
  readonly over?: readonly Shape[]
}

export interface DrawingBlock {
  readonly kind: 'drawing'
  readonly height: number
  /** From the block's upper left corner. */
  readonly shapes: readonly Shape[]
}

export type FontName = keyof typeof FONT

/** Which letters: the faces are 400 and 600 of `sans`, 700 of `serif`, 500 and 600 of `num`, 400 and 500 of `inline`. */
export interface Lettering {
  readonly font: FontName
  readonly size: number
  readonly weight: 400 | 500 | 600 | 700
}

/** Stripes of demo data in a colour, over a ground. */
export interface Hatch {
  readonly hatch: string
  readonly ground?: string
  /** From stripe to stripe along the axis, and how wide a stripe is; those of a bar where absent. */
  readonly period?: number
  readonly stripe?: number
}

/** From top to bottom, or from left to right. */
export interface Gradient {
  readonly from: string
  readonly to: string
  readonly across?: boolean
}

export interface Paint {
  /** None where absent. */
  readonly fill?: string | Hatch | Gradient
  readonly stroke?: string
  /** 1 where absent. */
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  readonly round?: boolean
  readonly opacity?: number
}

/** Coordinates of a path are absolute. */
export interface PathShape extends Paint {
  readonly kind: 'path'
  readonly d: string
}

export interface RectShape extends Paint {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius?: number
}

export interface CircleShape extends Paint {
  readonly kind: 'circle'
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface LineShape extends Omit<Paint, 'fill'> {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** One line of text. `y` is its baseline. */
export interface TextShape extends Lettering {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly fill: string
  /** `start` where absent. */
  readonly align?: 'start' | 'middle' | 'end'
  /** An outline that parts it from what is behind it. */
  readonly halo?: { readonly colour: string; readonly width: number }
  readonly opacity?: number
}

/** A piece of a line in letters of its own. */
export interface Span extends Lettering {
  readonly text: string
  readonly fill: string
  /** Free before it, in pixels. */
  readonly gap?: number
}

/** A line of pieces that are read as one text, such as a phrase with its number large. `y` is its baseline. */
export interface SpansShape {
  readonly kind: 'spans'
  readonly x: number
  readonly y: number
  readonly spans: readonly Span[]
  readonly align?: TextShape['align']
}

export interface GroupShape {
  readonly kind: 'group'
  readonly shapes: readonly Shape[]
  /** How far it is moved, and then turned (degrees) and scaled around its own origin. */
  readonly x?: number
  readonly y?: number
  readonly turn?: number
  readonly scale?: number
  readonly opacity?: number
  /** Only what lies within it is seen. */
  readonly clip?: PathShape | RectShape | CircleShape
}

export type Shape = PathShape | RectShape | CircleShape | LineShape | TextShape | SpansShape | GroupShape

/** The width of a text in these letters, in pixels. */
export type Measure = (text: string, lettering: Lettering) => number

/** What a picture is set in: its width, its rem (11.6 to 12.5 px), its colours, and how wide texts are. */
export interface Room {
  readonly width: number
  readonly rem: number
  readonly theme: Theme
  readonly measure: Measure
  /** Figures that stand beside the picture in letters that can be read and edited: those over it or beside its marks are left to them. */
  readonly told?: ReadonlySet<Observation>
}

/** What a picture may say beside its model: of which region it is, and what every map must say. */
export interface PictureScene<Options> {
  readonly panel: Panel
  readonly options: Options
  readonly answer: SceneAnswer
  readonly map: z.infer<typeof MapTerms>
  /** Of the region whose parts are shown. */
  readonly boundaries?: FeatureCollection
  /** The word for a wider area than the region that is looked at, where a figure is of one and the head does not say so of all. */
  readonly scopeOf: (figure: Scoped) => string | null
}

export type Picture<Model, Options> = (model: Model, room: Room, scene: PictureScene<Options>) => readonly Block[]
