import type { Panel } from '#contract/scene.ts'

interface Heights {
  readonly narrow: number
  readonly wide: number
}

/** Of kinds that draw into the room they get, in layout rem: where the frame is narrow, and where it is wide. All others are as high as their words. */
const DRAWN: Readonly<Record<string, Heights>> = {
  bars: { narrow: 26, wide: 30 },
  'county-map': { narrow: 46, wide: 38 },
  'county-trends': { narrow: 26, wide: 26 },
  'dot-rhythm': { narrow: 15, wide: 16 },
  plates: { narrow: 42, wide: 44 },
  ranking: { narrow: 26, wide: 28 },
  ridgeline: { narrow: 40, wide: 42 },
  rings: { narrow: 40, wide: 38 },
  river: { narrow: 54, wide: 44 },
  'session-wave': { narrow: 30, wide: 26 },
  'stage-bars': { narrow: 17, wide: 17 },
  trend: { narrow: 22, wide: 27 },
  'unit-bricks': { narrow: 26, wide: 22 },
  'village-glyph': { narrow: 22, wide: 22 },
  'year-rings': { narrow: 12, wide: 12 }
}

/** In layout rem; undefined where the panel knows its own. */
export const heightOf = ({ kind }: Pick<Panel, 'kind'>, wide: boolean): number | undefined => DRAWN[kind]?.[wide ? 'wide' : 'narrow']
