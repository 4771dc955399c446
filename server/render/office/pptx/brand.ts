import type { Element } from '#server/render/element.ts'
import { BRAND_BOX, BRAND_DOT, BRAND_RINGS } from '#tokens/brand-rings.ts'
import { alpha } from '#tokens/colour.ts'
import type { Theme } from '#tokens/themes.ts'
import { solid } from './paint.ts'
import { group, preset, ring } from './shapes.ts'

/** 同心圆, as wide as `size` px, with its upper left corner at a place. */
export function brandMark(id: () => number, at: { readonly x: number; readonly y: number }, size: number, theme: Theme): Element {
  const scale = size / BRAND_BOX
  const middle = { x: at.x + size / 2, y: at.y + size / 2 }
  const frame = id()
  const rings = BRAND_RINGS.map(({ radius, width, opacity }) =>
    ring(id(), '同心圆', { colour: alpha(theme.accent, opacity), width: Math.max(0.75, width * scale) }, middle, radius * scale, theme)
  )
  const dot = BRAND_DOT * scale
  const box = { x: middle.x - dot, y: middle.y - dot, width: 2 * dot, height: 2 * dot }
  const centre = preset(id(), 'ellipse', { name: '同心圆', fill: solid(theme.accent, theme), stroke: null }, box, theme)
  return group(frame, { name: '同心圆标志' }, { ...at, width: size, height: size }, [...rings, centre])
}
