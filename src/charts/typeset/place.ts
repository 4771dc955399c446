import { LOCATOR, type Locator } from '#charts/locator.ts'
import type { Room, Shape } from '#charts/picture.ts'
import type { Laid } from './laid.ts'

/** A small map with one area lit, `width` wide. */
export function place({ areas }: Locator, colour: string, width: number, { theme }: Pick<Room, 'theme'>): Laid {
  const scale = width / LOCATOR.width
  const shapes = areas.map(({ path, lit }): Shape => ({ kind: 'path', d: path, fill: lit ? colour : theme.bg2, stroke: theme.line2, strokeWidth: 0.8 / scale }))
  return { width, height: LOCATOR.height * scale, shapes: [{ kind: 'group', scale, shapes }] }
}
