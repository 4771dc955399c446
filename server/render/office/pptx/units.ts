/** Lengths on a slide are in px of a page of 1280 by 720; Office counts in EMU, and letters in hundredths of a point. */
export const SLIDE = { width: 1280, height: 720 } as const

export const emu = (px: number): number => Math.round(px * 9525)
export const centipoints = (px: number): number => Math.round(px * 7.5) * 10

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The parts of a slide that every slide has in one place. */
export const FRAME = {
  margin: 56,
  title: { x: 56, y: 34, width: 1168, height: 52 },
  under: { x: 56, y: 86, width: 1168, height: 44 },
  body: { x: 56, y: 134, width: 1168, height: 494 },
  foot: { x: 56, y: 642, width: 860, height: 52 }
} as const satisfies Record<string, number | Box>

/** A slide that opens a scene: its words at the left, what follows on a ground of its own at the right. */
export const OPENING = {
  side: { x: 800, y: 0, width: 480, height: 720 },
  title: { x: 72, y: 190, width: 690, height: 96 },
  lead: { x: 72, y: 312, width: 690, height: 220 },
  foot: { x: 72, y: 642, width: 690, height: 52 },
  list: { x: 840, y: 64, width: 400, height: 564 }
} as const satisfies Record<string, Box>

/** DESIGN.md's sizes of a briefing, from its 1123 px to a slide's 1280. */
export const SIZE = { cover: 58, title: 32, statement: 34, kpi: 54, hero: 42, row: 28, heading: 20, body: 17, label: 16, min: 15 } as const
