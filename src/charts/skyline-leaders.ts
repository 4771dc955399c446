import type { ChartContext } from './panel-data.ts'
import type { SkylineModel } from './skyline.ts'
import { middles, type ColumnPlace } from './skyline-labels.ts'

/** What stands under a group, from its left to its right end. */
export interface Name {
  readonly from: number
  readonly to: number
}

/** In rem: what a line keeps from a name. */
const CLEAR = 0.4

/** A line from a model's columns down to its story. */
export interface Leader {
  readonly x: number
  readonly points: readonly (readonly [number, number])[]
}

/** Where a line goes down: under its columns, or beside the name that stands there, on the nearer side. */
function passing(x: number, names: readonly Name[], rem: number): number {
  const name = names.find(({ from, to }) => x > from - CLEAR * rem && x < to + CLEAR * rem)
  if (name === undefined) return x
  return x - name.from < name.to - x ? name.from - CLEAR * rem : name.to + CLEAR * rem
}

/** From the columns down past the names, across, and down to the story: lines that would run on each other keep apart. */
export function leadersOf(
  model: SkylineModel,
  columns: readonly ColumnPlace[],
  under: { readonly base: number; readonly words: number; readonly names: readonly Name[] },
  { width, height, rem }: Pick<ChartContext, 'width' | 'height' | 'rem'>
): Leader[] {
  const { columns: count, gap } = model.leaders ?? { columns: 1, gap: 0 }
  const wide = (width - (count - 1) * gap * rem) / count
  const runs: { from: number; to: number; y: number }[] = []
  return middles(model, columns).map(({ index, x }) => {
    const target = index * (wide + gap * rem) + 1.5 * rem
    const down = passing(x, under.names, rem)
    const [from, to] = [Math.min(down, target) - rem, Math.max(down, target) + rem]
    const crossing = runs.filter((run) => run.from < to && run.to > from).length
    const y = under.words + (1 + crossing * 0.8) * rem
    runs.push({ from, to, y })
    return {
      x,
      points: [
        [x, under.base + 0.4 * rem],
        [down, under.base + 0.4 * rem],
        [down, y],
        [target, y],
        [target, height]
      ]
    }
  })
}
