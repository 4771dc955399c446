import type { FigureListModel, FigureListOptions } from './figure-list.ts'
import type { Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureStrip } from './typeset/figures.ts'

/** The great figures side by side. */
export const picture: Picture<FigureListModel, FigureListOptions> = ({ items }, room, { scopeOf }) => drawing(figureStrip(items, 'kpi', room, scopeOf), 6, 6)
