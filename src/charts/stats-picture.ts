import type { FigureListModel, FigureListOptions } from './figure-list.ts'
import type { Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { namedGrid } from './typeset/grid.ts'
import { namedLine } from './typeset/named.ts'

/** From here on a column has room for a large figure. */
const LARGE = 165

/** Figures in even columns, each under its name. */
export const picture: Picture<FigureListModel, FigureListOptions> = ({ items }, room, { scopeOf }) => {
  const cells = namedGrid(
    items,
    (item, width) => ({
      name: namedLine({ ...item, words: item.period === null ? [] : [item.period] }, width, room, scopeOf),
      phrase: figure(item, width >= LARGE ? 'hero' : 'row', room, width)
    }),
    { least: 150, gap: 24, lineGap: 18, ruled: true },
    room
  )
  return drawing(cells, 4, 4)
}
