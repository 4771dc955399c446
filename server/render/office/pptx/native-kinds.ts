import * as bars from '#charts/bars.ts'
import * as countyMap from '#charts/county-map.ts'
import * as scoredMap from '#charts/county-map-scores.ts'
import * as countyTrends from '#charts/county-trends.ts'
import * as dotRhythm from '#charts/dot-rhythm.ts'
import * as figureChain from '#charts/figure-chain.ts'
import * as figureList from '#charts/figure-list.ts'
import * as headline from '#charts/headline.ts'
import * as loneFigure from '#charts/lone-figure.ts'
import { labelOf } from '#charts/panel-data.ts'
import * as rankHistory from '#charts/rank-history.ts'
import * as ranking from '#charts/ranking.ts'
import * as ridgeline from '#charts/ridgeline.ts'
import * as sessionWave from '#charts/session-wave.ts'
import * as stageBars from '#charts/stage-bars.ts'
import * as trend from '#charts/trend.ts'
import * as unitBricks from '#charts/unit-bricks.ts'
import { mapBody, rankingBody } from './charts/body-of-areas.ts'
import { barsBody, bricksBody, stageBody } from './charts/body-of-parts.ts'
import { countyTrendsBody, ranksBody, rhythmBody, ridgesBody, trendBody, waveBody } from './charts/body-of-time.ts'
import { bodyOf, nativeKind, type NativeBody, type NativeKind } from './native-body.ts'

const figures = nativeKind({ ...figureList, body: ({ items }) => bodyOf({ figures: items }) })

/** In their order of reading; what most of them cover is said once. */
const chainBody = ({ links, scope }: figureChain.FigureChainModel): NativeBody =>
  bodyOf({
    figures: links.map((link) => ({ ...link, ...(link.observation.scope === scope ? {} : { note: link.observation.scope }) })),
    notes: scope === '' ? [] : [`范围：${scope}`]
  })

/** The kinds of panels that Office has a chart, a map or figures for. Any other is its table, with its picture beside it. */
export const NATIVE_KINDS: ReadonlyMap<string, NativeKind> = new Map([
  ['bars', nativeKind({ ...bars, body: barsBody })],
  ['county-map', nativeKind({ ...countyMap, ...scoredMap, body: mapBody, drawsWithoutData: true })],
  ['county-trends', nativeKind({ ...countyTrends, body: countyTrendsBody })],
  ['dot-rhythm', nativeKind({ ...dotRhythm, body: rhythmBody })],
  ['figure-chain', nativeKind({ ...figureChain, body: chainBody })],
  ['headline', nativeKind({ ...headline, body: ({ figures: items, line }) => bodyOf({ figures: items, notes: line === '' ? [] : [line] }) })],
  ['kpi-band', figures],
  [
    'lone-figure',
    nativeKind({
      ...loneFigure,
      body: ({ note, ...figure }) => bodyOf({ figures: [{ ...figure, label: labelOf(figure.indicator) }], notes: note === '' ? [] : [note] })
    })
  ],
  ['rank-history', nativeKind({ ...rankHistory, body: ranksBody })],
  ['ranking', nativeKind({ ...ranking, body: rankingBody })],
  ['session-wave', nativeKind({ ...sessionWave, body: waveBody })],
  ['stage-bars', nativeKind({ ...stageBars, body: stageBody })],
  ['stats', figures],
  ['trend', nativeKind({ ...trend, body: trendBody })],
  ['unit-bricks', nativeKind({ ...unitBricks, body: bricksBody })]
])

/** Kinds that are drawn as pictures of so many figures that only a chart has room for them. */
export const BESIDE_KINDS: ReadonlyMap<string, NativeKind> = new Map([['ridgeline', nativeKind({ ...ridgeline, body: ridgesBody })]])
