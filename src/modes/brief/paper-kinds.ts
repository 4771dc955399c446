import type { Form } from '#view/form.ts'

interface PaperKind {
  /** Whose arrangement of the panel suits paper, where it is not the wall's. */
  readonly form?: Form
  /** It has its own height, wherever it stands. */
  readonly list?: boolean
  /** The least height in rem, where neither what is in it nor what it was made for can tell. */
  readonly least?: number
  /** The height in rem that it can fill, where it does not grow with its room. */
  readonly most?: number
  /** The least part of the width that it was made for. */
  readonly narrowest?: number
}

/** Kinds that paper treats in a way of its own. All others stand as they do on a wall. */
const KINDS: Readonly<Record<string, PaperKind>> = {
  // On a wall their leaders reach into the panels below, and they share a rule with their neighbours.
  skyline: { form: 'ultrawide' },
  ridgeline: { form: 'ultrawide' },
  milestones: { form: 'column' },
  'unit-rings': { form: 'wall', narrowest: 0.6 },
  'results-list': { list: true },
  // Its cards stand side by side.
  'story-card': { narrowest: 0.9 },
  // Each of its rows has a number over a bar.
  'rank-history': { least: 27 },
  'own-history': { least: 27 },
  // A row of its pillars is a county.
  hall: { least: 39 },
  // A number stands over its strands.
  ripples: { least: 31 },
  // Its bends are as high as they are wide: on a wide page they need no more than on any.
  'session-wave': { least: 20 },
  'village-glyph': { least: 16 },
  // What is said of its rings stands under each other beside them.
  rings: { least: 31 },
  // Its names, numbers and tags take their width from the bars.
  bars: { narrowest: 0.85 },
  // A brick is never larger than on a wall, and in two rows none is smaller than can be counted.
  'unit-bricks': { least: 20, most: 24 },
  // One line with two steps of a scale: higher, it is an empty sheet.
  trend: { most: 36 }
}

const NONE: PaperKind = {}

export const paperKind = (kind: string): PaperKind => KINDS[kind] ?? NONE
