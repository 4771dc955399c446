import type { Box } from '#tests/audit/box.ts'

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** From the window's origin to the page's. */
export const onPage = ({ x, y, width, height }: Rect): Box => ({
  left: x + window.scrollX,
  top: y + window.scrollY,
  right: x + width + window.scrollX,
  bottom: y + height + window.scrollY
})
