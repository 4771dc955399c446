/** 同心圆 in a box of 48: from the outermost ring to the innermost, and the dot in the middle. */
export const BRAND_BOX = 48
export const BRAND_RINGS = [
  { radius: 21, width: 1.6, opacity: 0.55 },
  { radius: 14, width: 2.2, opacity: 0.8 },
  { radius: 7, width: 2.8, opacity: 1 }
] as const
export const BRAND_DOT = 2.6
