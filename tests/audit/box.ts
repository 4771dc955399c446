/** Edges in CSS px, from the page's origin. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const EVERYWHERE: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/** May come out empty: its right is then left of its left. */
export const common = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom)
})

/** How deep two boxes are in each other: the lesser of both axes, 0 or less when they do not meet. */
export function depth(a: Box, b: Box): number {
  const { left, top, right, bottom } = common(a, b)
  return Math.min(right - left, bottom - top)
}

/** By how much a box sticks out of another at its worst side, 0 or less when it lies inside. */
export const excess = (box: Box, room: Box): number => Math.max(room.left - box.left, room.top - box.top, box.right - room.right, box.bottom - room.bottom)
