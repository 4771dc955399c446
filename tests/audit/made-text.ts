import { EVERYWHERE, type Box } from './box.ts'
import type { ScreenText } from './screen.ts'

/** A box by its place and size. */
export const boxAt = (x: number, y: number, width: number, height: number): Box => ({ left: x, top: y, right: x + width, bottom: y + height })

/** A text of 60 x 20 px that nothing is wrong with. */
export const madeText = (change: Partial<ScreenText> = {}): ScreenText => ({
  panel: 'map',
  text: '江山市',
  drawn: 'dom',
  scrolls: false,
  layer: 0,
  box: boxAt(100, 100, 60, 20),
  room: EVERYWHERE,
  fontPx: 20,
  shortened: false,
  above: false,
  ...change
})
