import type { Form } from '#view/form.ts'

interface PaperKind {
  /** Whose arrangement of the panel suits paper, where it is not the wall's. */
  readonly form?: Form
  /** It has its own height, wherever it stands. */
  readonly list?: boolean
  /** The least height in rem, where what is in it cannot tell. */
  readonly least?: number
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
  ripples: { least: 31 }
}

const NONE: PaperKind = {}

export const paperKind = (kind: string): PaperKind => KINDS[kind] ?? NONE
