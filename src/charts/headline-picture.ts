import type { HeadlineFigure, HeadlineModel, HeadlineOptions } from './headline.ts'
import type { Block, Picture, PictureScene, Room } from './picture.ts'
import { statedLine } from './sheet.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { namedGrid, type NamedCell } from './typeset/grid.ts'
import { NOTHING, stacked, type Laid } from './typeset/laid.ts'
import type { ScopeOf } from './typeset/figure-words.ts'
import { namedLine } from './typeset/named.ts'
import { paragraph } from './typeset/text.ts'

/** Whether the frame says these words as the title, then they are not said again; over one figure alone that it states it has no room for them. */
function isFramed(words: string, { figures }: HeadlineModel, { panel, answer }: PictureScene<HeadlineOptions>): boolean {
  const title = panel.caption?.title ?? (panel.title === '' ? answer.scene.title : panel.title)
  return title === words && (figures.length !== 1 || statedLine(answer, panel.caption?.statement) === null)
}

const LEAST_LINE = 16

function words(model: HeadlineModel, room: Room, scene: PictureScene<HeadlineOptions>): Laid {
  const { display, line, figures } = model
  const { theme, measure } = room
  const alone = line === '' && figures.length === 0
  const title =
    isFramed(display, model, scene) && !alone
      ? NOTHING
      : paragraph(display, { font: 'serif', size: alone ? 34 : 22, weight: 700, fill: theme.t1 }, room.width, measure)
  const most = figures.length === 0 ? 22 : 17
  const fits = (room.width * most) / Math.max(1, measure(line, { font: 'serif', size: most, weight: 700 }))
  // A line of the scene is set a little smaller rather than broken.
  const size = fits >= LEAST_LINE ? Math.min(most, fits) : most
  return stacked([title, paragraph(line, { font: 'serif', size, weight: 700, fill: theme.t2 }, room.width + 1, measure)], 2)
}

function leading(item: HeadlineFigure, { size }: HeadlineModel, width: number, room: Room, scopeOf: ScopeOf): NamedCell {
  const { observation, label, note, span, back } = item
  const name = namedLine({ observation, label, words: [note, span], printed: note, dot: true }, width, room, scopeOf)
  const large = size === 'grand' || size === 'kpi'
  return { name, phrase: figure(item, !large ? size : back ? 'hero' : 'kpi', room, width) }
}

/** The scene's title and the line under it, and its leading figures side by side. */
export const picture: Picture<HeadlineModel, HeadlineOptions> = (model, room, scene) => {
  const said = words(model, room, scene)
  const figures: Block[] =
    model.figures.length === 0
      ? []
      : drawing(
          namedGrid(model.figures, (item, width) => leading(item, model, width, room, scene.scopeOf), { least: 200, gap: 28, lineGap: 18, ruled: true }, room)
        )
  return [...drawing(said, figures.length === 0 ? 10 : 2, figures.length === 0 ? 10 : 16), ...figures]
}
