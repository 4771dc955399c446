import { boundariesAnswer, packAnswer, panelAnswer, type Snapshot } from '#contract/snapshot.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import type { MadePicture } from '#charts/picture-kind.ts'
import type { CircleShape, Measure, Paint, PathShape, RectShape, Room, Shape } from '#charts/picture.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from './panel-data.ts'

type Mark = PathShape | RectShape | CircleShape

export interface DrawnPanel {
  readonly made: MadePicture
  /** What each text says; a phrase in several letterings is one text. */
  readonly texts: readonly string[]
  /** The colour of each text of one lettering. */
  readonly colours: ReadonlyMap<string, string>
  /** Everything that is no text, in the order in which it is drawn. */
  readonly marks: readonly Mark[]
}

/** A Chinese character is as wide as it is high, any other about half as wide. */
const measure: Measure = (text, { size }) => Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.55 : 1) * size, 0)

export const roomOf = (width: number): Room => ({ width, rem: 12, theme: THEMES.paper, measure })

/** Groups taken apart. */
const flat = (shapes: readonly Shape[]): readonly Shape[] => shapes.flatMap((shape) => (shape.kind === 'group' ? flat(shape.shapes) : [shape]))

const textOf = (shape: Shape): string[] => (shape.kind === 'text' ? [shape.text] : shape.kind === 'spans' ? [shape.spans.map(({ text }) => text).join('')] : [])

const isMark = (shape: Shape): shape is Mark => shape.kind === 'path' || shape.kind === 'rect' || shape.kind === 'circle'

/** One panel of a view as its picture draws it, 752 px wide between the margins or as narrow as asked. */
export function drawnPanel(snapshot: Snapshot, where: `${string}/${string}`, { width = 752, region }: { width?: number; region?: string } = {}): DrawnPanel {
  const [scene = '', id = ''] = where.split('/')
  const answer = panelAnswer(snapshot, { scene, panel: id, region })
  const panel = must(answer.scene.panels[0])
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  const made = must(must(PICTURE_KINDS.get(panel.kind), panel.kind)({ panel, answer, boundaries, map: packAnswer(snapshot).info.map }), 'picture')
  const shapes = made.blocks(roomOf(width)).flatMap((block) => flat(block.kind === 'drawing' ? block.shapes : (block.over ?? [])))
  const colours = new Map(shapes.flatMap((shape) => (shape.kind === 'text' ? [[shape.text, shape.fill] as const] : [])))
  return { made, colours, texts: shapes.flatMap(textOf), marks: shapes.filter(isMark) }
}

export const circles = ({ marks }: DrawnPanel): readonly CircleShape[] => marks.flatMap((mark) => (mark.kind === 'circle' ? [mark] : []))

export const isHatched = ({ fill }: Paint): boolean => typeof fill === 'object' && 'hatch' in fill

export const isDashed = ({ dash }: Paint): boolean => dash !== undefined
