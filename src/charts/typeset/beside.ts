import type { Room } from '#charts/picture.ts'
import { moved, type Laid } from './laid.ts'

const GAP = 28
const LINE_GAP = 16

const centred = (laid: Laid, from: number, width: number, y: number) => moved(laid.shapes, from + (width - laid.width) / 2, y)

/** Words on the left and a drawing in the middle of the width that is left, both about one line; one over the other where there is too little. */
export function beside(words: Laid, drawing: Laid, { width }: Pick<Room, 'width'>): Laid {
  if (drawing.height === 0) return words
  const from = words.width + GAP
  if (width - from < drawing.width) {
    const shapes = [moved(words.shapes, 0, 0), centred(drawing, 0, width, words.height + LINE_GAP)]
    return { width, height: words.height + LINE_GAP + drawing.height, shapes }
  }
  const height = Math.max(words.height, drawing.height)
  return {
    width,
    height,
    shapes: [moved(words.shapes, 0, (height - words.height) / 2), centred(drawing, from, width - from, (height - drawing.height) / 2)]
  }
}
