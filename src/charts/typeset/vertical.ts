import type { TextShape } from '#charts/picture.ts'
import type { Laid } from './laid.ts'
import type { TextStyle } from './text.ts'

/** A word from top to bottom, about the middle of its width: characters of Chinese stand upright. */
export function vertical(text: string, { font, size, weight, fill }: TextStyle): Laid {
  const characters = Array.from(text)
  const pitch = size * 1.08
  const shapes = characters.map((character, index): TextShape => {
    return { kind: 'text', text: character, x: size / 2, y: index * pitch + size * 0.9, align: 'middle', font, size, weight, fill }
  })
  return { width: size, height: characters.length * pitch, shapes }
}
