import type { FigureItem } from '#charts/panel-data.ts'
import { phraseCell } from '#charts/panel-table.ts'
import type { Block, Shape } from '#charts/picture.ts'
import type { MadePicture } from '#charts/picture-kind.ts'
import type { Theme } from '#tokens/themes.ts'
import type { Box } from './units.ts'
import { laidBlocks, type Pens } from './vector-picture.ts'

const bare = (text: string): string => text.replaceAll(/\s/g, '')

function textsIn(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape): string[] => {
    if (shape.kind === 'group') return textsIn(shape.shapes)
    if (shape.kind === 'text') return [bare(shape.text)]
    return shape.kind === 'spans' ? [bare(shape.spans.map(({ text }) => text).join(''))] : []
  })
}

/** What a picture says in letters of its own; a chart in it says no more than the numbers at its marks. */
const wordsOf = (blocks: readonly Block[]): string[] => blocks.flatMap((block) => textsIn(block.kind === 'drawing' ? block.shapes : (block.over ?? [])))

/** A picture that leaves these figures to the text beside it, where it can: one that is of them, such as a river, says them all the same. */
export const leaving = (made: MadePicture, figures: readonly Pick<FigureItem, 'observation'>[]): MadePicture => {
  const told = new Set(figures.map(({ observation }) => observation))
  return { ...made, blocks: (room) => made.blocks({ ...room, told }) }
}

/** `20万元` is not said by 120万元. */
const says = (text: string, phrase: string): boolean => text.includes(phrase) && !/[\d.,]/.test(text[text.indexOf(phrase) - 1] ?? '')

/** Those of the figures that the picture says, as it is drawn in this box. */
export function saidBy<Item extends FigureItem>(made: MadePicture, figures: readonly Item[], box: Box, pens: Pens, theme: Theme): Item[] {
  const words = wordsOf(laidBlocks(made, box, pens, theme))
  return figures.filter((figure) => words.some((text) => says(text, bare(phraseCell(figure)))))
}
