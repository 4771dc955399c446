import type { ChartContext } from './panel-data.ts'
import type { SkylineModel } from './skyline.ts'
import { middles, type ColumnPlace } from './skyline-labels.ts'

/** A line from a model's columns down to its story. */
export interface Leader {
  readonly x: number
  readonly points: readonly (readonly [number, number])[]
}

/** From the columns down past the names, across, and down to the story: lines that would run on each other keep apart. */
export function leadersOf(
  model: SkylineModel,
  columns: readonly ColumnPlace[],
  under: { readonly base: number; readonly words: number },
  { width, height, rem }: Pick<ChartContext, 'width' | 'height' | 'rem'>
): Leader[] {
  const { columns: count, gap } = model.leaders ?? { columns: 1, gap: 0 }
  const wide = (width - (count - 1) * gap * rem) / count
  const runs: { from: number; to: number; y: number }[] = []
  return middles(model, columns).map(({ index, x }) => {
    const target = index * (wide + gap * rem) + 1.5 * rem
    const [from, to] = [Math.min(x, target) - rem, Math.max(x, target) + rem]
    const crossing = runs.filter((run) => run.from < to && run.to > from).length
    const y = under.words + (1 + crossing * 0.8) * rem
    runs.push({ from, to, y })
    return {
      x,
      points: [
        [x, under.base + 0.4 * rem],
        [x, y],
        [target, y],
        [target, height]
      ]
    }
  })
}
