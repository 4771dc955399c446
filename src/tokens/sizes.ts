/** Type sizes in layout rem (1 rem = 16 px at 1080p) and the frames they stand in. */
export const TYPE = {
  kpi: 5.5,
  hero: 3.75,
  title: 2.75,
  row: 2.625,
  score: 2,
  mapValue: 2.125,
  panel: 1.625,
  county: 1.375,
  body: 1.25,
  min: 1.125
} as const

/** Layout frames in rem: the wall is 120 x 67.5, the ultra-wide wall grows from 216 x 67.5. In the hand a rem has so many px; a tablet's grows from its frame on. */
export const FRAME = {
  height: 67.5,
  wallWidth: 120,
  ultrawideWidth: 216,
  columnPx: 16,
  tabletPx: 12.5,
  tablet: { landscape: { width: 1180, height: 820 }, portrait: { width: 820, height: 1180 } }
} as const

/** Type sizes of pictures that are made without a page, in their own px: they are 360 to 800 wide. */
export const PICTURE = {
  least: 360,
  most: 800,
  statement: 25,
  title: 22,
  kpi: 48,
  hero: 36,
  row: 24,
  line: 17,
  /** Units beside numbers of these sizes. */
  kpiUnit: 16,
  heroUnit: 15,
  rowUnit: 13,
  body: 15,
  min: 13
} as const

export const STROKE = { hair: 0.0625, rule: 0.125, accentRule: 0.1875, line: 0.1875 } as const

/** Demo marks: stripes at 45 degrees, dashes, hollow dots. Published marks are solid. */
export const DEMO = { period: 0.5, stripe: 0.125, dash: [0.5, 0.28] as const } as const

export const FONT = {
  num: '"Barlow Condensed","Noto Sans SC",sans-serif',
  inline: '"Barlow Semi Condensed","Noto Sans SC",sans-serif',
  sans: '"Noto Sans SC",sans-serif',
  serif: '"Noto Serif SC",serif'
} as const
